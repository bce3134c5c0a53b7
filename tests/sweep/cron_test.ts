import { assert, assertEquals } from "@std/assert";
import { boot } from "../../src/boot.ts";

const GOOD: Record<string, string> = {
  TELEGRAM_BOT_TOKEN: "123456789:AAEhBP0av18_-not_a_real_token",
  TELEGRAM_WEBHOOK_SECRET: "cron-secret",
  PLATFORM_ADMIN_IDS: "111",
  // Nobody listens there.
  TELEGRAM_API_ROOT: "http://127.0.0.1:9",
  KV_PATH: ":memory:",
};

/** Runs an audit as the cron does, and gives the log lines of it. */
async function audited(more: Record<string, string>): Promise<Record<string, unknown>[]> {
  const lines: string[] = [];
  const { log, error } = console;
  console.log = console.error = (line: string) => lines.push(line);
  try {
    const values = { ...GOOD, ...more };
    await boot((name) => values[name as keyof typeof values]).audit();
  } finally {
    Object.assign(console, { log, error });
  }
  return lines.map((line) => JSON.parse(line));
}

// The store stays open as long as the program runs, and Telegram is asked in the background.
const running = { sanitizeOps: false, sanitizeResources: false };

Deno.test("the production timeline is audited", running, async () => {
  const lines = await audited({ DENO_DEPLOYMENT_ID: "k3f5", DENO_TIMELINE: "production" });
  const { message, detail, outcome } = lines.at(-1) ?? {};
  assertEquals([message, detail, outcome], ["audit", 0, "complete"]);
});

for (const timeline of ["git-branch/main", "preview/k3f5"]) {
  Deno.test(`the timeline ${timeline} is not audited`, async () => {
    const lines = await audited({ DENO_DEPLOYMENT_ID: "k3f5", DENO_TIMELINE: timeline });
    const { message, error } = lines.at(-1) ?? {};
    assertEquals([message, error], ["audit refused", "not the production timeline"]);
  });
}

Deno.test("an audit that fails says why", running, async () => {
  const place = await Deno.makeTempFile();
  const lines = await audited({ KV_PATH: `${place}/desk.sqlite` });
  assert(lines.some(({ message, level }) => message === "audit failed" && level === "error"));
  await Deno.remove(place);
});

Deno.test("all crons are registered at the top level, before anything is served", async () => {
  const main = await Deno.readTextFile(new URL("../../main.ts", import.meta.url));
  const statements = main.split("\n").filter((line) => /^Deno\.(cron|serve)\(/.test(line));
  assertEquals(statements.map((line) => line.replace(/, program\.\w+\);$/, "").slice(5)), [
    'cron("sweep", "* * * * *"',
    'cron("watch", "* * * * *"',
    'cron("audit", "15 6 * * *"',
    'cron("backup", "5 * * * *"',
    "serve({ port: program.port }",
  ]);
});
