/** The other two ways to start something: long polling, and setting the webhook. */

import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { cardOf } from "../program.ts";
import { plain, realClock, type Simulator, startSimulator } from "../simulator/simulator.ts";
import { ending, start } from "./process.ts";

function environmentFor(telegram: Simulator): Record<string, string> {
  return {
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_WEBHOOK_SECRET: "commands-test-secret",
    PLATFORM_ADMIN_IDS: "111",
    TELEGRAM_API_ROOT: telegram.root,
  };
}

/** Waits for what happens in another process. */
async function until(happened: () => boolean): Promise<void> {
  for (let tries = 0; tries < 400 && !happened(); tries++) {
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  assert(happened(), "it did not happen");
}

Deno.test("src/dev.ts polls: a report is answered without a webhook, a secret or a port", async () => {
  const telegram = await startSimulator({ clock: realClock });
  const petra = telegram.person("Petra", { id: 111 });
  const ana = telegram.person("Ana");
  const yard = telegram.group("Yard", { owner: ana, withBot: false });
  await petra.starts(undefined, { wait: false });
  await ana.adds(yard, { wait: false });
  const place = await Deno.makeTempDir();
  const { TELEGRAM_WEBHOOK_SECRET: _, ...environment } = environmentFor(telegram);
  const process = start(place, environment, ["src/dev.ts"]);
  const output = process.output();
  try {
    await until(() => yard.messages.some((it) => plain(it).includes("which company")));
    await petra.says(petra.private, "/add_company ACME Acme", { wait: false });
    await until(() => plain(petra.private.messages.at(-1)!).includes("Company ACME"));
    await petra.says(petra.private, `/add_group ACME ${yard.id}`, { wait: false });
    await until(() => yard.messages.some((it) => plain(it).includes("part of Acme")));
    await ana.says(yard, "/new_issue Brakes failed", { wait: false });
    await until(() => yard.messages.some((it) => plain(it).includes("ACME-1")));
    assertStringIncludes(plain(cardOf(yard, "ACME-1")), "Brakes failed");
  } finally {
    process.kill("SIGTERM");
  }
  await output;
  await telegram.close();
  assertEquals(telegram.violations, []);
  await Deno.remove(place, { recursive: true });
});

Deno.test("src/set_webhook.ts says what address Telegram has now", async () => {
  const telegram = await startSimulator({ clock: realClock });
  await telegram.person("Petra", { id: 111 }).starts(undefined, { wait: false });
  const script = ["src/set_webhook.ts", "https://tocsin.example"];
  const { code, stdout, stderr } = await ending(environmentFor(telegram), { script });
  assertEquals([code, stderr], [0, ""]);
  assertStringIncludes(stdout, "https://tocsin.example/telegram/webhook");
  const info = await telegram.call("getWebhookInfo") as { url: string };
  assertEquals(info.url, "https://tocsin.example/telegram/webhook");
  await telegram.close();
});

Deno.test("src/set_webhook.ts without an address says how it is used, and asks Telegram nothing", async () => {
  const telegram = await startSimulator({ clock: realClock });
  for (const args of [[], ["tocsin.example"]]) {
    const script = ["src/set_webhook.ts", ...args];
    const { code, stderr } = await ending(environmentFor(telegram), { script });
    assertEquals(code, 2, args.join());
    assertStringIncludes(stderr, "Usage: deno task webhook https://");
  }
  assertEquals(telegram.calls, []);
  await telegram.close();
});

Deno.test("src/set_webhook.ts with a bad environment or a refusal ends with exit code 1 and a sentence", async () => {
  const script = ["src/set_webhook.ts", "https://tocsin.example"];
  const bad = await ending({}, { script });
  assertEquals(bad.code, 1);
  assertStringIncludes(bad.stderr, "TELEGRAM_BOT_TOKEN is missing");
  const telegram = await startSimulator({ clock: realClock });
  const token = "987654321:AAEhBP0av18_-not_a_real_token";
  const environment = { ...environmentFor(telegram), TELEGRAM_BOT_TOKEN: token };
  const refused = await ending(environment, { script });
  assertEquals(refused.code, 1);
  assertEquals(refused.stderr.includes(token), false);
  assertEquals(refused.stderr.includes("    at "), false, "a stack is no sentence");
  await telegram.close();
});
