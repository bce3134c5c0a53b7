import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { boot, isActing, isOnDeploy, type Program } from "../src/boot.ts";
import { ConfigError } from "../src/config.ts";
import { WEBHOOK_PATH } from "../src/app.ts";
import { SECRET_HEADER } from "../src/web/webhook.ts";

const GOOD: Record<string, string> = {
  TELEGRAM_BOT_TOKEN: "123456789:AAEhBP0av18_-not_a_real_token",
  TELEGRAM_WEBHOOK_SECRET: "boot-secret",
  PLATFORM_ADMIN_IDS: "111",
  // Nobody listens there: what a start must not wait for.
  TELEGRAM_API_ROOT: "http://127.0.0.1:9",
  KV_PATH: ":memory:",
};
const ON_DEPLOY = { DENO_DEPLOYMENT_ID: "k3f5" };

function environmentOf(values: Record<string, string>) {
  return (name: string) => values[name];
}

/** Runs something, and gives the log lines of it, from both outputs. */
async function logged(work: () => Promise<void>): Promise<Record<string, unknown>[]> {
  const lines: string[] = [];
  const { log, error } = console;
  console.log = console.error = (line: string) => lines.push(line);
  try {
    await work();
  } finally {
    Object.assign(console, { log, error });
  }
  return lines.map((line) => JSON.parse(line));
}

const ROUTES: [method: string, path: string][] = [
  ["GET", "/healthz"],
  ["POST", WEBHOOK_PATH],
  ["GET", "/"],
  ["DELETE", "/anything"],
];

async function statusesOf(program: Program): Promise<number[]> {
  const statuses = [];
  for (const [method, path] of ROUTES) {
    const headers = { [SECRET_HEADER]: "boot-secret" };
    const request = new Request(`https://tocsin.example${path}`, { method, headers });
    const response = await program.handle(request);
    statuses.push(response.status);
    await response.body?.cancel();
  }
  return statuses;
}

Deno.test("isOnDeploy() knows today's platform and the one before", () => {
  assertEquals(isOnDeploy(environmentOf({})), false);
  assertEquals(isOnDeploy(environmentOf({ DENO_DEPLOYMENT_ID: "x" })), true);
  assertEquals(isOnDeploy(environmentOf({ DENO_DEPLOY: "1" })), true);
  assertEquals(isOnDeploy(environmentOf({ DENO_DEPLOY: "true" })), true);
});

Deno.test("isActing() is true on the production timeline, and where there are no timelines", () => {
  const at = (timeline: string) => isActing(environmentOf({ DENO_TIMELINE: timeline }));
  assertEquals(isActing(environmentOf({})), true);
  assertEquals(at("production"), true);
  for (const timeline of ["git-branch/main", "preview/k3f5", "local", ""]) {
    assertEquals(at(timeline), false, timeline);
  }
});

Deno.test("boot() throws a bad configuration at a shell", () => {
  const error = assertThrows(() => boot(environmentOf({ ...GOOD, PORT: "x" })), ConfigError);
  assertStringIncludes(error.message, "PORT must be a whole number");
});

Deno.test("a bad configuration on Deno Deploy: every route answers 503, the crons say why", async () => {
  const bad = { ...GOOD, ...ON_DEPLOY, PLATFORM_ADMIN_IDS: "@petra", PORT: "8123" };
  let statuses: number[] = [];
  let port = 0;
  const lines = await logged(async () => {
    const program = boot(environmentOf(bad));
    port = program.port;
    statuses = await statusesOf(program);
    await program.sweep();
    await program.watch();
    await program.audit();
    await program.backup();
  });
  assertEquals(statuses, ROUTES.map(() => 503));
  assertEquals(lines.map(({ message }) => message), [
    "out of order",
    ...ROUTES.map(() => "request refused"),
    "sweep refused",
    "watch refused",
    "audit refused",
    "backup refused",
  ]);
  for (const line of lines) {
    assertEquals(line.level, "error");
    assertStringIncludes(String(line.error), "PLATFORM_ADMIN_IDS must be numeric ids");
    assertEquals(JSON.stringify(line).includes("@petra"), false);
    assertEquals(JSON.stringify(line).includes("not_a_real_token"), false);
  }
  assertEquals(port, 8123, "listens where PORT says");
});

for (const timeline of ["git-branch/main", "preview/k3f5"]) {
  Deno.test(`on the timeline ${timeline} every route answers 503 and no cron does its work`, async () => {
    const place = await Deno.makeTempDir();
    const environment = { ...GOOD, ...ON_DEPLOY, DENO_TIMELINE: timeline, PORT: "8123" };
    const lines = await logged(async () => {
      const program = boot(environmentOf({ ...environment, KV_PATH: `${place}/desk.sqlite` }));
      assertEquals(program.port, 8123);
      assertEquals(await statusesOf(program), ROUTES.map(() => 503));
      await program.watch();
      await program.sweep();
    });
    assertEquals(lines.every(({ error }) => error === "not the production timeline"), true);
    assertEquals(lines.at(-1)?.message, "sweep refused");
    assertEquals(await Array.fromAsync(Deno.readDir(place)), [], "the store was opened");
    await Deno.remove(place, { recursive: true });
  });
}

// The store stays open as long as the program runs, and Telegram is asked in the background.
const running = { sanitizeOps: false, sanitizeResources: false };

Deno.test("the production timeline works", running, async () => {
  const environment = { ...GOOD, ...ON_DEPLOY, DENO_TIMELINE: "production", LOG_LEVEL: "error" };
  const program = boot(environmentOf(environment));
  assertEquals(await statusesOf(program), [200, 400, 404, 404]);
  await program.sweep();
  const lines = await logged(() => program.watch());
  assertEquals(lines, [], "nobody listens there, which is no failure of the watch");
});

Deno.test(
  "a store that can't be opened: 503 and a reason in the log, until it can",
  running,
  async () => {
    const place = await Deno.makeTempDir();
    const blocked = `${place}/data`;
    await Deno.writeTextFile(blocked, "in the way");
    const environment = { ...GOOD, KV_PATH: `${blocked}/desk.sqlite`, LOG_LEVEL: "warn" };
    const lines = await logged(async () => {
      const program = boot(environmentOf(environment));
      assertEquals(await statusesOf(program), ROUTES.map(() => 503));
      await program.sweep();
      await Deno.remove(blocked);
      assertEquals(await statusesOf(program), [200, 400, 404, 404]);
      await program.sweep();
    });
    const errors = lines.filter(({ level }) => level === "error");
    assertEquals(errors.some(({ message }) => message === "sweep failed"), true);
    assertStringIncludes(String(errors[0]?.error), "AlreadyExists");
    await Deno.remove(place, { recursive: true });
  },
);
