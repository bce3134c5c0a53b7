/** The real program as a process of its own, with the permissions that `deno task start` gives it. */

import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { ALLOWED_UPDATES } from "../src/bot/bot.ts";
import { WEBHOOK_PATH } from "../src/app.ts";
import { MOST_BODY, SECRET_HEADER } from "../src/web/webhook.ts";
import { ending, serving } from "./web/process.ts";
import { plain, realClock, startSimulator } from "./simulator/simulator.ts";

const TOKEN = "123456789:AAEhBP0av18_-not_a_real_token";
const SECRET = "main-test-secret";
const NEEDED = {
  TELEGRAM_BOT_TOKEN: TOKEN,
  TELEGRAM_WEBHOOK_SECRET: SECRET,
  PLATFORM_ADMIN_IDS: "111",
  TELEGRAM_API_ROOT: "http://127.0.0.1:9",
};

async function status(url: string, init?: RequestInit): Promise<number> {
  const response = await fetch(url, init);
  await response.body?.cancel();
  return response.status;
}

Deno.test("a bad configuration at a shell: exit code 1, and a message that names every fault", async () => {
  const { code, stdout, stderr } = await ending({
    TELEGRAM_BOT_TOKEN: `bot${TOKEN}`,
    PLATFORM_ADMIN_IDS: "@petra",
    SLA_UNCLAIMED_NUDGE_MINUTES: "soon",
  });
  assertEquals(code, 1);
  assertEquals(stdout, "");
  assertEquals(stderr.trim().split("\n").map((line) => line.trim().split(" ")[0]), [
    "Cannot",
    "TELEGRAM_BOT_TOKEN",
    "TELEGRAM_WEBHOOK_SECRET",
    "PLATFORM_ADMIN_IDS",
    "SLA_UNCLAIMED_NUDGE_MINUTES",
    "See",
  ]);
  for (const value of [TOKEN, "not_a_real_token", "@petra", "soon"]) {
    assertEquals(stderr.includes(value), false, value);
  }
});

Deno.test("main.ts serves over HTTP with its permissions: every answer, and a report", async () => {
  const telegram = await startSimulator({ clock: realClock });
  const ana = telegram.person("Ana");
  const petra = telegram.person("Petra", { id: 111 });
  const yard = telegram.group("Yard", { owner: ana, withBot: false });
  const environment = {
    ...NEEDED,
    TELEGRAM_API_ROOT: telegram.root,
    TELEGRAM_BOT_TOKEN: telegram.token,
  };
  const output = await serving(environment, async ({ root, place }) => {
    assertEquals(await status(`${root}/healthz`), 200);
    assertEquals(await status(`${root}/`), 404);
    const url = `${root}${WEBHOOK_PATH}`;
    const wrong = await fetch(url);
    assertEquals([wrong.status, wrong.headers.get("allow")], [405, "POST"]);
    await wrong.body?.cancel();
    assertEquals(await status(url, { method: "POST", body: "{}" }), 401);
    const headers = { [SECRET_HEADER]: SECRET };
    assertEquals(await status(url, { method: "POST", headers, body: "{}" }), 400);
    const body = "x".repeat(MOST_BODY + 1);
    assertEquals(await status(url, { method: "POST", headers, body }), 413);

    telegram.connect(url, { secret: SECRET, allowedUpdates: ALLOWED_UPDATES });
    await petra.starts();
    await ana.adds(yard);
    await petra.says(petra.private, "/add_company ACME Acme Logistics");
    await petra.says(petra.private, `/add_group ACME ${yard.id}`);
    await ana.says(yard, "/new_issue Brakes failed");
    await telegram.settled();
    assert(yard.messages.some((message) => plain(message).includes("ACME-1")));
    const names = await Array.fromAsync(Deno.readDir(`${place}/data`), ({ name }) => name);
    assert(names.includes("tocsin.sqlite"), "the store is a file in ./data");
  });
  await telegram.close();
  assertEquals(telegram.violations, []);
  const lines = output.trim().split("\n").map((line) => JSON.parse(line));
  assert(lines.some(({ action, outcome }) => action === "new_issue" && outcome === "done"));
  assertEquals(output.includes(telegram.token), false);
  assertEquals(output.includes(SECRET), false);
});

Deno.test(".env fills in what the environment lacks, and never overrides it", async () => {
  const dotEnv = [
    `TELEGRAM_BOT_TOKEN=${TOKEN}`,
    `TELEGRAM_WEBHOOK_SECRET=from-dot-env`,
    "PLATFORM_ADMIN_IDS=111",
    "TELEGRAM_API_ROOT=http://127.0.0.1:9",
    "PORT=1",
    "LOG_LEVEL=verbose",
    "KV_PATH=./elsewhere/desk.sqlite",
  ].join("\n");
  const environment = { TELEGRAM_WEBHOOK_SECRET: SECRET, LOG_LEVEL: "debug" };
  await serving(environment, async ({ root, place }) => {
    const post = (secret: string) =>
      status(`${root}${WEBHOOK_PATH}`, {
        method: "POST",
        headers: { [SECRET_HEADER]: secret },
        body: "{}",
      });
    assertEquals(await post("from-dot-env"), 401);
    assertEquals(await post(SECRET), 400);
    assertEquals((await Deno.stat(`${place}/elsewhere/desk.sqlite`)).isFile, true);
  }, dotEnv);
  const alone = await ending({}, { dotEnv });
  assertEquals(alone.code, 1);
  assertStringIncludes(alone.stderr, "LOG_LEVEL must be one of");
});

Deno.test("nothing at start-up waits for Telegram: /healthz answers while getMe hangs", async () => {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const callers: Deno.Conn[] = [];
  const accepting = (async () => {
    for await (const caller of listener) callers.push(caller);
  })();
  const environment = {
    ...NEEDED,
    TELEGRAM_API_ROOT: `http://127.0.0.1:${listener.addr.port}`,
  };
  await serving(environment, async ({ root }) => {
    const asked = performance.now();
    assertEquals(await status(`${root}/healthz`), 200);
    const took = performance.now() - asked;
    assert(took < 4_000, `took ${Math.round(took)} ms`);
  });
  for (const caller of callers) caller.close();
  listener.close();
  await accepting;
});

Deno.test("a bad configuration on Deno Deploy: the program stands, and answers 503", async () => {
  const environment = { ...NEEDED, DENO_DEPLOYMENT_ID: "k3f5", PLATFORM_ADMIN_IDS: "" };
  await serving(environment, async ({ root, place }) => {
    assertEquals(await status(`${root}/healthz`), 503);
    assertEquals(await status(`${root}${WEBHOOK_PATH}`, { method: "POST", body: "{}" }), 503);
    assertEquals(await Array.fromAsync(Deno.readDir(place)), []);
  });
});

Deno.test("the permission set lets a KV Connect URL be opened", async () => {
  const environment = {
    ...NEEDED,
    KV_PATH: "http://127.0.0.1:9/connect",
    DENO_KV_ACCESS_TOKEN: "access",
  };
  const output = await serving(environment, async ({ root }) => {
    assertEquals(await status(`${root}/healthz`), 503);
  });
  assertStringIncludes(output, "Connection refused");
  assertEquals(output.includes("NotCapable"), false);
});
