import { assertEquals, assertMatch, assertStringIncludes, assertThrows } from "@std/assert";
import { parse } from "../src/std/dotenv/mod.ts";
import {
  ConfigError,
  EXAMPLES,
  readConfig,
  VARIABLE_NAMES,
  type VariableName,
} from "../src/config.ts";

const TOKEN = "123456789:AAEhBP0av18_-not_a_real_token";

const NEEDED: Partial<Record<VariableName, string>> = {
  TELEGRAM_BOT_TOKEN: TOKEN,
  TELEGRAM_WEBHOOK_SECRET: "a-long-random-word",
  PLATFORM_ADMIN_IDS: "111",
};

function read(changes: Partial<Record<VariableName, string>> = {}) {
  const values: Record<string, string> = { ...NEEDED, ...changes };
  return readConfig((name) => values[name]);
}

/** The lines of the message, without the first and the last. */
function faultsOf(values: Record<string, string>): string[] {
  const error = assertThrows(() => readConfig((name) => values[name]), ConfigError);
  const lines = error.message.split("\n");
  assertEquals(lines[0], "Cannot start: the environment is wrong.");
  assertEquals(lines.at(-1), "See .env.example.");
  return lines.slice(1, -1);
}

Deno.test("readConfig() needs three variables and has defaults for the others", () => {
  assertEquals(read(), {
    token: TOKEN,
    botId: 123456789,
    webhookSecret: "a-long-random-word",
    platformAdmins: [111],
    apiRoot: "https://api.telegram.org",
    kvPath: undefined,
    exportToken: undefined,
    backupPassphrase: undefined,
    backupHour: 3,
    port: 8000,
    logLevel: "info",
    heartbeatUrl: undefined,
    policy: {
      departmentNudgeMinutes: 10,
      departmentRepeatMinutes: null,
      departmentNudges: 2,
      unclaimedNudgeMinutes: 10,
      unclaimedRepeatMinutes: null,
      unclaimedNudges: 2,
      escalatesByItself: true,
      escalationNudgeMinutes: 15,
      escalationRepeatMinutes: null,
      checkInMinutes: 120,
      checkInRepeatMinutes: null,
      summaryTimeoutMinutes: 10,
      reportsPerPersonPerHour: 5,
      reportsPerDispatcherPerHour: 60,
      reportsPerGroupPerHour: 60,
      commandsPerPersonPerMinute: 30,
      priorityFactors: { critical: 0.25, high: 0.5, medium: 1, low: 3 },
    },
    limits: { chatPerSecond: 1, groupPerMinute: 20, overallPerSecond: 30 },
  });
});

Deno.test("readConfig() takes every variable as it is given", () => {
  const config = read({
    PLATFORM_ADMIN_IDS: " 111, 222 ,111,9007199254740991 ",
    TELEGRAM_API_ROOT: "http://127.0.0.1:8081//",
    KV_PATH: " ./data/desk.sqlite ",
    ADMIN_EXPORT_TOKEN: " 0123456789abcdef-._~+/=0123456789 ",
    BACKUP_PASSPHRASE: " sixteen or more, ü too ",
    BACKUP_HOUR: "0",
    PORT: "80",
    LOG_LEVEL: "warn",
    HEARTBEAT_URL: "https://watcher.example/ping/5f1c",
    SLA_DEPARTMENT_NUDGE_MINUTES: "4",
    SLA_UNCLAIMED_NUDGE_MINUTES: "1",
    SLA_ESCALATION_NUDGE_MINUTES: "2",
    SLA_CHECK_IN_MINUTES: "10079",
    SLA_SUMMARY_TIMEOUT_MINUTES: "10080",
    REPORTS_PER_PERSON_PER_HOUR: "1000",
    REPORTS_PER_DISPATCHER_PER_HOUR: "7",
    REPORTS_PER_GROUP_PER_HOUR: "3",
    COMMANDS_PER_PERSON_PER_MINUTE: "9",
    TELEGRAM_CHAT_PER_SECOND: "0",
    TELEGRAM_GROUP_PER_MINUTE: "2",
    TELEGRAM_OVERALL_PER_SECOND: "1000",
  });
  assertEquals(config.platformAdmins, [111, 222, Number.MAX_SAFE_INTEGER]);
  assertEquals(config.apiRoot, "http://127.0.0.1:8081");
  assertEquals(config.kvPath, "./data/desk.sqlite");
  assertEquals(config.exportToken, "0123456789abcdef-._~+/=0123456789");
  assertEquals(config.backupPassphrase, "sixteen or more, ü too");
  assertEquals(config.backupHour, 0);
  assertEquals([config.port, config.logLevel], [80, "warn"]);
  assertEquals(config.heartbeatUrl, "https://watcher.example/ping/5f1c");
  assertEquals(config.policy, {
    departmentNudgeMinutes: 4,
    departmentRepeatMinutes: null,
    departmentNudges: 2,
    unclaimedNudgeMinutes: 1,
    unclaimedRepeatMinutes: null,
    unclaimedNudges: 2,
    escalatesByItself: true,
    escalationNudgeMinutes: 2,
    escalationRepeatMinutes: null,
    checkInMinutes: 10079,
    checkInRepeatMinutes: null,
    summaryTimeoutMinutes: 10080,
    reportsPerPersonPerHour: 1000,
    reportsPerDispatcherPerHour: 7,
    reportsPerGroupPerHour: 3,
    commandsPerPersonPerMinute: 9,
    priorityFactors: { critical: 0.25, high: 0.5, medium: 1, low: 3 },
  });
  assertEquals(config.limits, { chatPerSecond: 0, groupPerMinute: 2, overallPerSecond: 1000 });
  assertEquals(
    read({ KV_PATH: "https://api.deno.com/databases/x/connect" }).kvPath,
    "https://api.deno.com/databases/x/connect",
  );
});

Deno.test("readConfig() takes an empty variable for a missing one", () => {
  assertEquals(read({ PORT: "", LOG_LEVEL: "  ", KV_PATH: "", HEARTBEAT_URL: " " }), read());
  assertEquals(faultsOf({ ...NEEDED, TELEGRAM_BOT_TOKEN: "  " } as Record<string, string>), [
    `  TELEGRAM_BOT_TOKEN is missing, for example TELEGRAM_BOT_TOKEN=${EXAMPLES.TELEGRAM_BOT_TOKEN}`,
  ]);
});

const WHOLE = ["ten", "1.5", "1e1", "0x10", "-1", "٣", "1 000", "9".repeat(30)];

const MINUTES = {
  fault: "must be a whole number from 1 to 10080",
  values: [...WHOLE, "0", "10081"],
};

/** Values that are refused, and what is said about them. */
const WRONG: Record<VariableName, { fault: string; values: string[] }> = {
  TELEGRAM_BOT_TOKEN: {
    fault: "is not a bot token",
    values: ["123456789", `bot${TOKEN}`, "123456789:", `0${TOKEN}`, `${TOKEN} x`, `${TOKEN}/`],
  },
  TELEGRAM_WEBHOOK_SECRET: {
    fault: "must have 1 to 256 of A-Z a-z 0-9 _ -",
    values: ["two words", "naïve", "a.b", "x".repeat(257)],
  },
  PLATFORM_ADMIN_IDS: {
    fault: "must be numeric ids, separated by commas",
    values: [
      "@petra",
      "1;2",
      "1,,2",
      ",1",
      "1,",
      "-5",
      "0",
      "007",
      "1.5",
      "9".repeat(16),
      "9".repeat(17),
    ],
  },
  TELEGRAM_API_ROOT: {
    fault: "must be an http or https URL",
    values: ["api.telegram.org", "ftp://api.telegram.org", "file:///etc", "https://"],
  },
  KV_PATH: {
    fault: "must be a file path or an http(s) URL",
    values: ["redis://localhost", "://", "http://"],
  },
  ADMIN_EXPORT_TOKEN: {
    fault: "must have 32 to 256 of A-Z a-z 0-9 . _ ~ + / = -",
    values: [
      "x".repeat(31),
      "x".repeat(257),
      `${"x".repeat(16)} ${"x".repeat(16)}`,
      "ü".repeat(40),
    ],
  },
  BACKUP_PASSPHRASE: {
    fault: "must have at least 16 characters",
    values: ["short", "x".repeat(15)],
  },
  BACKUP_HOUR: { fault: "must be a whole number from 0 to 23", values: [...WHOLE, "24"] },
  PORT: { fault: "must be a whole number from 0 to 65535", values: [...WHOLE, "65536"] },
  LOG_LEVEL: {
    fault: "must be one of debug, info, warn, error",
    values: ["verbose", "INFO", "trace"],
  },
  HEARTBEAT_URL: {
    fault: "must be an http or https URL",
    values: ["watcher.example", "ftp://watcher.example/ping", "https://", "//watcher.example"],
  },
  SLA_DEPARTMENT_NUDGE_MINUTES: MINUTES,
  SLA_UNCLAIMED_NUDGE_MINUTES: MINUTES,
  SLA_ESCALATION_NUDGE_MINUTES: MINUTES,
  SLA_CHECK_IN_MINUTES: MINUTES,
  SLA_SUMMARY_TIMEOUT_MINUTES: MINUTES,
  REPORTS_PER_PERSON_PER_HOUR: {
    fault: "must be a whole number from 1 to 1000",
    values: [...WHOLE, "0", "1001"],
  },
  REPORTS_PER_GROUP_PER_HOUR: {
    fault: "must be a whole number from 1 to 1000",
    values: [...WHOLE, "0", "1001"],
  },
  REPORTS_PER_DISPATCHER_PER_HOUR: {
    fault: "must be a whole number from 1 to 1000",
    values: [...WHOLE, "0", "1001"],
  },
  COMMANDS_PER_PERSON_PER_MINUTE: {
    fault: "must be a whole number from 1 to 1000",
    values: [...WHOLE, "0", "1001"],
  },
  TELEGRAM_CHAT_PER_SECOND: {
    fault: "must be a whole number from 0 to 1000",
    values: [...WHOLE, "1001"],
  },
  TELEGRAM_GROUP_PER_MINUTE: {
    fault: "must be a whole number from 0 to 1000",
    values: [...WHOLE, "1001"],
  },
  TELEGRAM_OVERALL_PER_SECOND: {
    fault: "must be a whole number from 0 to 1000",
    values: [...WHOLE, "1001"],
  },
};

for (const name of VARIABLE_NAMES) {
  Deno.test(`readConfig() refuses a wrong ${name}, with an example and without the value`, () => {
    const { fault, values } = WRONG[name];
    for (const value of values) {
      const faults = faultsOf({ ...NEEDED, [name]: value } as Record<string, string>);
      assertEquals(faults, [`  ${name} ${fault}, for example ${name}=${EXAMPLES[name]}`], value);
    }
  });
}

Deno.test("readConfig() names everything that is missing at once", () => {
  assertEquals(
    faultsOf({}),
    (["TELEGRAM_BOT_TOKEN", "TELEGRAM_WEBHOOK_SECRET", "PLATFORM_ADMIN_IDS"] as const).map(
      (name) => `  ${name} is missing, for example ${name}=${EXAMPLES[name]}`,
    ),
  );
});

Deno.test("readConfig() names every wrong variable at once, and never a value", () => {
  const values = Object.fromEntries(
    VARIABLE_NAMES.map((name, i) => [name, `${WRONG[name].values[0]}\u200b-marker-${i}`]),
  );
  values.KV_PATH = "redis://marker-kv";
  values.TELEGRAM_API_ROOT = "marker-root";
  values.TELEGRAM_BOT_TOKEN = `bot${TOKEN}`;
  const faults = faultsOf(values);
  assertEquals(faults.length, VARIABLE_NAMES.length);
  faults.forEach((line, i) => assertStringIncludes(line, `  ${VARIABLE_NAMES[i]} `));
  const said = faults.join("\n");
  assertEquals(said.includes("marker"), false);
  assertEquals(said.includes(TOKEN.split(":")[1]!), false);
});

Deno.test("every example would do", () => {
  const config = readConfig((name) => EXAMPLES[name as VariableName]);
  assertEquals(config.platformAdmins, [123456789, 987654321]);
});

Deno.test(".env.example has every variable with a line of explanation, and nothing else", async () => {
  const text = await Deno.readTextFile(new URL("../.env.example", import.meta.url));
  const lines = text.split("\n");
  const variables = lines.flatMap((line, at) => {
    const name = /^#?\s?([A-Z][A-Z_]+)=/.exec(line)?.[1];
    return name ? [{ name, before: lines[at - 1] ?? "" }] : [];
  });
  assertEquals(variables.map(({ name }) => name), [...VARIABLE_NAMES]);
  for (const { name, before } of variables) {
    assertMatch(before, /^# \S.{10,}/, `${name} has no line of explanation above it`);
  }
  for (const line of lines) {
    assertMatch(line, /^$|^# \S|^#?[A-Z][A-Z_]+=/, `neither a variable nor a comment: ${line}`);
  }
});

Deno.test(".env.example is no configuration by itself: what must be chosen is left empty", async () => {
  const text = await Deno.readTextFile(new URL("../.env.example", import.meta.url));
  const missing = faultsOf(parse(text)).map((line) => line.trim().split(" for example")[0]);
  assertEquals(missing, [
    "TELEGRAM_BOT_TOKEN is missing,",
    "TELEGRAM_WEBHOOK_SECRET is missing,",
    "PLATFORM_ADMIN_IDS is missing,",
  ]);
});
