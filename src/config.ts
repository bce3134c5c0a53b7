/** The environment: read once, checked as a whole, explained when it is wrong. */

import { z } from "zod";
import type { Policy } from "./domain/policy.ts";
import { PRIORITY_FACTORS } from "./domain/priority.ts";
import { LOG_LEVELS, type LogLevel } from "./log.ts";

/** What the environment says. */
export interface Config {
  /** The bot's token: `<bot id>:<secret>`. */
  token: string;
  /** The bot's numeric id. */
  botId: number;
  /** Telegram sends it with every update. */
  webhookSecret: string;
  /** Numeric ids of the platform's admins. */
  platformAdmins: number[];
  /** Root of the Bot API, without a slash at the end. */
  apiRoot: string;
  /** A file or a KV Connect URL; `undefined`: the platform's store. */
  kvPath: string | undefined;
  /** Opens `GET /admin/export`; `undefined`: there is no such route. */
  exportToken: string | undefined;
  /** What the nightly backup is encrypted with; `undefined`: none is sent. */
  backupPassphrase: string | undefined;
  /** From which hour on it is sent, in UTC. */
  backupHour: number;
  /** Where the handler listens. */
  port: number;
  /** The least level of log lines. */
  logLevel: LogLevel;
  /** Asked for after each sweep; `undefined`: nobody watches from outside. */
  heartbeatUrl: string | undefined;
  /** What companies have that set nothing else. */
  policy: Policy;
  /** How many messages the outbox may send; 0: as many as there are. */
  limits: {
    /** To one chat within a second. */
    chatPerSecond: number;
    /** To one group within a minute. */
    groupPerMinute: number;
    /** To all chats together within a second. */
    overallPerSecond: number;
  };
}

const wholeNumber = (least: number, most: number, fallback: number) =>
  z.string().default(String(fallback)).refine(
    (text) => /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most,
    `must be a whole number from ${least} to ${most}`,
  ).transform(Number);

const minutes = (fallback: number) => wholeNumber(1, 10_080, fallback);

/** A variable of the environment. */
export type VariableName =
  | "TELEGRAM_BOT_TOKEN"
  | "TELEGRAM_WEBHOOK_SECRET"
  | "PLATFORM_ADMIN_IDS"
  | "TELEGRAM_API_ROOT"
  | "KV_PATH"
  | "ADMIN_EXPORT_TOKEN"
  | "BACKUP_PASSPHRASE"
  | "BACKUP_HOUR"
  | "PORT"
  | "LOG_LEVEL"
  | "HEARTBEAT_URL"
  | "SLA_DEPARTMENT_NUDGE_MINUTES"
  | "SLA_UNCLAIMED_NUDGE_MINUTES"
  | "SLA_ESCALATION_NUDGE_MINUTES"
  | "SLA_CHECK_IN_MINUTES"
  | "SLA_SUMMARY_TIMEOUT_MINUTES"
  | "REPORTS_PER_PERSON_PER_HOUR"
  | "REPORTS_PER_DISPATCHER_PER_HOUR"
  | "REPORTS_PER_GROUP_PER_HOUR"
  | "COMMANDS_PER_PERSON_PER_MINUTE"
  | "TELEGRAM_CHAT_PER_SECOND"
  | "TELEGRAM_GROUP_PER_MINUTE"
  | "TELEGRAM_OVERALL_PER_SECOND";

const variables = {
  TELEGRAM_BOT_TOKEN: z.string({ error: "is missing" })
    .regex(/^[1-9]\d*:[A-Za-z0-9_-]+$/, "is not a bot token"),
  TELEGRAM_WEBHOOK_SECRET: z.string({ error: "is missing" })
    .regex(/^[A-Za-z0-9_-]{1,256}$/, "must have 1 to 256 of A-Z a-z 0-9 _ -"),
  PLATFORM_ADMIN_IDS: z.string({ error: "is missing" })
    .regex(
      /^\s*[1-9]\d{0,15}\s*(,\s*[1-9]\d{0,15}\s*)*$/,
      "must be numeric ids, separated by commas",
    )
    .transform((text) => [...new Set(text.split(",").map(Number))])
    .refine((ids) => ids.every(Number.isSafeInteger), "must be numeric ids, separated by commas"),
  TELEGRAM_API_ROOT: z.string().default("https://api.telegram.org")
    .refine(isHttpUrl, "must be an http or https URL")
    .transform((url) => url.replace(/\/+$/, "")),
  KV_PATH: z.string().optional()
    .refine(
      (path) => !path?.includes("://") || isHttpUrl(path),
      "must be a file path or an http(s) URL",
    ),
  ADMIN_EXPORT_TOKEN: z.string().optional()
    .refine(
      (token) => token === undefined || /^[A-Za-z0-9._~+/=-]{32,256}$/.test(token),
      "must have 32 to 256 of A-Z a-z 0-9 . _ ~ + / = -",
    ),
  BACKUP_PASSPHRASE: z.string().optional()
    .refine(
      (passphrase) => passphrase === undefined || passphrase.length >= 16,
      "must have at least 16 characters",
    ),
  BACKUP_HOUR: wholeNumber(0, 23, 3),
  PORT: wholeNumber(0, 65_535, 8000),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(", ")}` })
    .default("info"),
  HEARTBEAT_URL: z.string().optional()
    .refine((url) => url === undefined || isHttpUrl(url), "must be an http or https URL"),
  SLA_DEPARTMENT_NUDGE_MINUTES: minutes(10),
  SLA_UNCLAIMED_NUDGE_MINUTES: minutes(10),
  SLA_ESCALATION_NUDGE_MINUTES: minutes(15),
  SLA_CHECK_IN_MINUTES: minutes(120),
  SLA_SUMMARY_TIMEOUT_MINUTES: minutes(10),
  REPORTS_PER_PERSON_PER_HOUR: wholeNumber(1, 1000, 5),
  REPORTS_PER_DISPATCHER_PER_HOUR: wholeNumber(1, 1000, 60),
  REPORTS_PER_GROUP_PER_HOUR: wholeNumber(1, 1000, 60),
  COMMANDS_PER_PERSON_PER_MINUTE: wholeNumber(1, 1000, 30),
  TELEGRAM_CHAT_PER_SECOND: wholeNumber(0, 1000, 1),
  TELEGRAM_GROUP_PER_MINUTE: wholeNumber(0, 1000, 20),
  TELEGRAM_OVERALL_PER_SECOND: wholeNumber(0, 1000, 30),
} satisfies Record<VariableName, z.ZodType>;

/** The names of all variables. */
export const VARIABLE_NAMES = Object.keys(variables) as VariableName[];

/** A value that would do, for each variable. */
export const EXAMPLES: Record<VariableName, string> = {
  TELEGRAM_BOT_TOKEN: "123456789:your-token-from-BotFather",
  TELEGRAM_WEBHOOK_SECRET: "a-long-random-word",
  PLATFORM_ADMIN_IDS: "123456789,987654321",
  TELEGRAM_API_ROOT: "https://api.telegram.org",
  KV_PATH: "./data/tocsin.sqlite",
  ADMIN_EXPORT_TOKEN: "the-output-of-openssl-rand-hex-32",
  BACKUP_PASSPHRASE: "the-output-of-openssl-rand-hex-32",
  BACKUP_HOUR: "3",
  PORT: "8000",
  LOG_LEVEL: "info",
  HEARTBEAT_URL: "https://watcher.example/ping/a-long-random-word",
  SLA_DEPARTMENT_NUDGE_MINUTES: "10",
  SLA_UNCLAIMED_NUDGE_MINUTES: "10",
  SLA_ESCALATION_NUDGE_MINUTES: "15",
  SLA_CHECK_IN_MINUTES: "120",
  SLA_SUMMARY_TIMEOUT_MINUTES: "10",
  REPORTS_PER_PERSON_PER_HOUR: "5",
  REPORTS_PER_DISPATCHER_PER_HOUR: "60",
  REPORTS_PER_GROUP_PER_HOUR: "60",
  COMMANDS_PER_PERSON_PER_MINUTE: "30",
  TELEGRAM_CHAT_PER_SECOND: "1",
  TELEGRAM_GROUP_PER_MINUTE: "20",
  TELEGRAM_OVERALL_PER_SECOND: "30",
};

/** The environment is wrong; the message names every bad variable, and no value. */
export class ConfigError extends Error {
  /** Its name. */
  override name = "ConfigError";
}

function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/**
 * Reads the configuration. An empty value counts as missing.
 *
 * @throws {ConfigError} when a variable is missing or wrong.
 */
export function readConfig(environment: (name: string) => string | undefined): Config {
  const given = Object.fromEntries(
    VARIABLE_NAMES.map((name) => [name, environment(name)?.trim() || undefined]),
  );
  const parsed = z.object(variables).safeParse(given);
  if (!parsed.success) throw new ConfigError(explain(parsed.error));
  const env = parsed.data;
  return {
    token: env.TELEGRAM_BOT_TOKEN,
    botId: Number(env.TELEGRAM_BOT_TOKEN.split(":")[0]),
    webhookSecret: env.TELEGRAM_WEBHOOK_SECRET,
    platformAdmins: env.PLATFORM_ADMIN_IDS,
    apiRoot: env.TELEGRAM_API_ROOT,
    kvPath: env.KV_PATH,
    exportToken: env.ADMIN_EXPORT_TOKEN,
    backupPassphrase: env.BACKUP_PASSPHRASE,
    backupHour: env.BACKUP_HOUR,
    port: env.PORT,
    logLevel: env.LOG_LEVEL,
    heartbeatUrl: env.HEARTBEAT_URL,
    policy: {
      departmentNudgeMinutes: env.SLA_DEPARTMENT_NUDGE_MINUTES,
      departmentRepeatMinutes: null,
      departmentNudges: 2,
      unclaimedNudgeMinutes: env.SLA_UNCLAIMED_NUDGE_MINUTES,
      unclaimedRepeatMinutes: null,
      unclaimedNudges: 2,
      escalatesByItself: true,
      escalationNudgeMinutes: env.SLA_ESCALATION_NUDGE_MINUTES,
      escalationRepeatMinutes: null,
      checkInMinutes: env.SLA_CHECK_IN_MINUTES,
      checkInRepeatMinutes: null,
      summaryTimeoutMinutes: env.SLA_SUMMARY_TIMEOUT_MINUTES,
      reportsPerPersonPerHour: env.REPORTS_PER_PERSON_PER_HOUR,
      reportsPerDispatcherPerHour: env.REPORTS_PER_DISPATCHER_PER_HOUR,
      reportsPerGroupPerHour: env.REPORTS_PER_GROUP_PER_HOUR,
      commandsPerPersonPerMinute: env.COMMANDS_PER_PERSON_PER_MINUTE,
      priorityFactors: PRIORITY_FACTORS,
    },
    limits: {
      chatPerSecond: env.TELEGRAM_CHAT_PER_SECOND,
      groupPerMinute: env.TELEGRAM_GROUP_PER_MINUTE,
      overallPerSecond: env.TELEGRAM_OVERALL_PER_SECOND,
    },
  };
}

function explain(error: z.ZodError): string {
  const lines = error.issues.map(({ path, message }) => {
    const name = String(path[0]) as VariableName;
    return `  ${name} ${message}, for example ${name}=${EXAMPLES[name]}`;
  });
  return ["Cannot start: the environment is wrong.", ...lines, "See .env.example."].join("\n");
}
