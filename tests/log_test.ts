import { assertEquals, assertMatch } from "@std/assert";
import { consoleLog } from "../src/app.ts";
import { createLog, describeError, LOG_LEVELS, type LogLevel, redact } from "../src/log.ts";
import { cardOf, SECRET, START, startProgram } from "./program.ts";

const TOKEN = "123456789:AAEhBP0av18_-not_a_real_token";

function logging(level: LogLevel, secrets: string[] = []) {
  const lines: string[] = [];
  const log = createLog({ level, secrets, now: () => START, write: (line) => lines.push(line) });
  return { log, lines };
}

Deno.test("createLog() writes one JSON object a line, with time, level and message first", () => {
  const { log, lines } = logging("debug");
  log.info("press", { update: 7, chat: -1001, person: 5, incident: "ACME-1", outcome: "claim" });
  assertEquals(lines, [
    '{"time":"2026-11-23T09:00:00.000Z","level":"info","message":"press","update":7,' +
    '"chat":-1001,"person":5,"incident":"ACME-1","outcome":"claim"}',
  ]);
  log.error("two\nlines", { error: 'a "quote"\r\nand a line' });
  assertEquals(lines[1]!.includes("\n"), false);
  assertEquals(JSON.parse(lines[1]!).error, 'a "quote"\r\nand a line');
});

for (const [at, level] of LOG_LEVELS.entries()) {
  Deno.test(`createLog() at ${level} writes ${LOG_LEVELS.slice(at).join(", ")}`, () => {
    const { log, lines } = logging(level);
    for (const name of LOG_LEVELS) log[name](name);
    assertEquals(lines.map((line) => JSON.parse(line).level), [...LOG_LEVELS.slice(at)]);
  });
}

Deno.test("with() gives a log whose lines say more, and leaves the first as it was", () => {
  const { log, lines } = logging("info");
  const own = log.with({ update: 7, action: "claim" });
  own.with({ chat: -1 }).warn("late", { action: "join" });
  log.info("plain");
  const [late, plain] = lines.map((line) => JSON.parse(line));
  assertEquals([late.update, late.chat, late.action, late.level], [7, -1, "join", "warn"]);
  assertEquals(Object.keys(plain), ["time", "level", "message"]);
});

Deno.test("createLog() leaves out what is not given", () => {
  const { log, lines } = logging("info");
  log.info("press", { incident: undefined, update: 7 });
  assertEquals(Object.keys(JSON.parse(lines[0]!)), ["time", "level", "message", "update"]);
});

Deno.test("createLog() never writes a secret, whatever it comes in and however it is written", () => {
  const secrets = [TOKEN, TOKEN.split(":")[1]!, "s3cret_-word"];
  const { log, lines } = logging("debug", secrets);
  log.error(`failed with ${TOKEN}`, {
    error: `TypeError: https://api.telegram.org/bot${TOKEN}/sendMessage`,
    detail: encodeURIComponent(TOKEN),
  });
  log.info("s3cret_-word", { action: "s3cret_-word", outcome: `x${TOKEN.split(":")[1]}x` });
  for (const line of lines) {
    JSON.parse(line);
    for (const secret of [...secrets, encodeURIComponent(TOKEN)]) {
      assertEquals(line.includes(secret), false, line);
    }
  }
  assertMatch(lines[0]!, /failed with \*\*\*/);
});

Deno.test("createLog() knows a secret in its URL-encoded form", () => {
  const { log, lines } = logging("info", [TOKEN]);
  log.info(`https://api.telegram.org/bot${encodeURIComponent(TOKEN)}/getMe`);
  assertEquals(JSON.parse(lines[0]!).message, "https://api.telegram.org/bot***/getMe");
});

Deno.test("createLog() still writes JSON when a secret looks like a part of the line", () => {
  const secrets = ["1001", "time", "level", "info", "2026"];
  const { log, lines } = logging("debug", secrets);
  log.info("press", { update: 10011001, chat: -1001234567890, duration: 1001, detail: "x1001x" });
  const line = JSON.parse(lines[0]!);
  assertEquals(Object.keys(line).slice(0, 3), ["time", "level", "message"]);
  assertEquals([line.level, line.update, line.chat], ["info", 10011001, -1001234567890]);
  assertEquals(line.detail, "x***x");
});

Deno.test("redact() replaces every occurrence and leaves the rest", () => {
  assertEquals(redact("a SECRET, a SECRET and b", ["SECRET", "SECRETS"]), "a ***, a *** and b");
  assertEquals(redact("nothing", ["SECRET", ""]), "nothing");
});

Deno.test("describeError() names the error, what it says, and its causes", () => {
  const cause = new RangeError("too far");
  const error = new TypeError("no such thing", { cause: new Error("below", { cause }) });
  assertEquals(
    describeError(error),
    "TypeError: no such thing (Error: below (RangeError: too far))",
  );
  assertEquals(describeError("thrown text"), "thrown text");
  assertEquals(describeError(undefined), "undefined");
});

Deno.test("consoleLog() keeps every secret of the configuration off the standard output", () => {
  const { log } = console;
  const lines: string[] = [];
  console.log = (line: string) => lines.push(line);
  try {
    const config = {
      logLevel: "warn" as const,
      token: TOKEN,
      webhookSecret: "hook-secret",
      heartbeatUrl: "https://watcher.example/ping/5f1c",
      exportToken: "export-secret",
      backupPassphrase: "backup-secret",
    };
    const own = consoleLog(config, () => START);
    own.info("not written");
    const others = `${config.heartbeatUrl} ${config.exportToken} ${config.backupPassphrase}`;
    own.warn(`${TOKEN} AAEhBP0av18_-not_a_real_token hook-secret ${others}`);
  } finally {
    console.log = log;
  }
  assertEquals(lines.map((line) => JSON.parse(line).message), ["*** *** *** *** *** ***"]);
});

/** Words that nobody would log by accident. */
const PECULIAR = {
  name: "Zyxwvika",
  handle: "qqhandleqq",
  title: "Xylograph yard",
  company: "Quokkaline",
  description: "Brachistochrone on fire",
  summary: "Extinguished with buttermilk",
  chatter: "Kumquats for lunch",
  private: "Ombudsperson wanted",
};

async function wholeLife() {
  const program = await startProgram();
  const { telegram, admin } = program;
  const zyx = telegram.person(PECULIAR.name, { username: PECULIAR.handle });
  const bob = telegram.person("Bob");
  const yard = telegram.group(PECULIAR.title, { owner: zyx, members: [bob], withBot: false });
  await zyx.adds(yard);
  await zyx.says(yard, PECULIAR.company, { replyTo: yard.messages.at(-1)! });
  await admin.presses(admin.private.messages.at(-1)!, "Create");
  await yard.botRights("administrator");
  await zyx.says(yard, `/new_issue ${PECULIAR.description}`);
  await zyx.says(yard, PECULIAR.chatter);
  await zyx.says(zyx.private, PECULIAR.private);
  await zyx.says(yard, `/add_member ${PECULIAR.chatter}`);
  await program.pass(11);
  const card = () => cardOf(yard, "QUOKKALI-1");
  await bob.presses(card(), "Claim", { data: `claim:${PECULIAR.chatter}` });
  telegram.faults.add({ method: "editMessageText", kind: "500", times: 2 });
  await zyx.presses(card(), "Claim");
  await bob.presses(card(), "Join", { data: "join:QUOKKALI-1" });
  await program.pass(2);
  await zyx.presses(card(), "Resolve");
  const prompt = yard.messages.at(-1)!;
  await zyx.says(yard, "no", { replyTo: prompt });
  telegram.faults.add({
    method: "editMessageText",
    kind: { code: 400, description: "Bad Request: chat not found" },
    times: 1,
  });
  await zyx.says(yard, PECULIAR.summary, { replyTo: prompt });
  await program.pass(2);
  await telegram.settled();
  return program;
}

Deno.test("a whole life, with its failures, leaves no text and no name in the log, and no secret", async () => {
  const program = await wholeLife();
  const { telegram, log } = program;
  const lines = log.map((line) => ({ line, level: JSON.parse(line).level as LogLevel }));
  assertEquals(new Set(lines.map(({ level }) => level)), new Set(LOG_LEVELS));
  const [, own = ""] = telegram.token.split(":");
  for (const { line, level } of lines) {
    for (const secret of [telegram.token, own, SECRET]) {
      assertEquals(line.includes(secret), false, line);
    }
    if (level === "debug") continue;
    for (const word of Object.values(PECULIAR)) {
      assertEquals(line.toLowerCase().includes(word.toLowerCase()), false, line);
    }
  }
  await program.close();
});

Deno.test("a press leaves one line that says who did what where, what came of it, and how fast", async () => {
  const program = await startProgram();
  const { telegram, log } = program;
  const ana = telegram.person("Ana");
  const yard = await program.company("ACME", { members: [ana] });
  await ana.says(yard, "/new_issue Brakes failed");
  await telegram.settled();
  log.splice(0);
  await ana.presses(cardOf(yard, "ACME-1"), "Claim");
  await telegram.settled();
  const { update_id } = telegram.updates.findLast(({ callback_query }) => callback_query)!;
  const lines = log.map((line) => JSON.parse(line)).filter(({ update, level }) =>
    update === update_id && level !== "debug"
  );
  assertEquals(lines.length, 1);
  const [{ request, duration, ...line }] = lines;
  assertEquals(typeof request, "string");
  assertEquals(typeof duration, "number");
  assertEquals(line, {
    time: new Date(program.clock.now()).toISOString(),
    level: "info",
    message: "update",
    update: update_id,
    chat: yard.id,
    person: ana.id,
    incident: "ACME-1",
    action: "claim",
    outcome: "done",
  });
  await program.close();
});
