import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { Message } from "grammy/types";
import { keys } from "../../src/store/keys.ts";
import { denoKv } from "../../src/store/kv.ts";
import { readOne } from "../../src/store/read.ts";
import type { FailedUpdate } from "../../src/store/records.ts";
import { cardOf, type Program, START, startProgram } from "../program.ts";
import { type Group, type Person, plain } from "../simulator/simulator.ts";
import { breakableKv, lost } from "./breakable_kv.ts";
import { type Answers, secondsPass, witness } from "./witness.ts";

async function failureOf({ store, app, telegram }: Program, text: string): Promise<FailedUpdate> {
  const update = telegram.updates.find(({ message }) => message?.text === text);
  assert(update, `nobody has said "${text}"`);
  const key = keys.failedUpdate(app.deps.settings.botId, update.update_id);
  const { value } = await readOne(denoKv(store), key);
  assert(value, `no failure of "${text}" is on record`);
  return value;
}

/** A bug: reading what is known of this person throws something that no retry mends. */
async function withBug(
  story: (scene: {
    program: Program;
    ana: Person;
    yard: Group;
    answers: Answers;
    /** Eve says it; the bug is hers. */
    says(text: string): Promise<Message>;
  }) => Promise<void>,
) {
  const { state, wrapKv } = breakableKv();
  const program = await startProgram({ wrapKv });
  const { telegram } = program;
  const eve = telegram.person("Eve");
  const ana = telegram.person("Ana");
  const yard = await program.company("ACME", { members: [eve, ana] });
  const answers = witness(program);
  state.trouble = (keys) =>
    keys.some(([kind, id]) => kind === "profile" && id === eve.id)
      ? new TypeError(`Cannot read ${telegram.token}`)
      : null;
  const says = (text: string) => eve.says(yard, text, { wait: false });
  await story({ program, ana, yard, answers, says });
  await program.close();
}

Deno.test("a bug is answered 500 until 30 seconds after the first failure, then 200", async () => {
  await withBug(async ({ program, answers, says }) => {
    await says("/new_issue Brakes failed");
    await secondsPass(program, 29);
    assertEquals(answers.statuses, [500, 500, 500, 500, 500]);
    const waiting = await failureOf(program, "/new_issue Brakes failed");
    assertEquals([waiting.givenUp, waiting.attempts, waiting.firstAt], [false, 5, START]);
    await secondsPass(program, 90);
    assertEquals(answers.statuses, [500, 500, 500, 500, 500, 200]);
    assertEquals(answers.seconds, [0, 1, 3, 7, 15, 31]);
    const failure = await failureOf(program, "/new_issue Brakes failed");
    assertEquals([failure.givenUp, failure.attempts, failure.firstAt], [true, 6, START]);
    assertStringIncludes(failure.error, "TypeError: Cannot read");
  });
});

Deno.test("a bug delays its chat by at most 60 seconds, and what comes next goes through", async () => {
  await withBug(async ({ program, ana, yard, says }) => {
    const { telegram } = program;
    await says("/new_issue Brakes failed");
    await ana.says(yard, "/new_issue Flat tyre", { wait: false });
    await secondsPass(program, 60);
    await telegram.settled();
    assertEquals(telegram.pending, []);
    assertStringIncludes(plain(cardOf(yard, "ACME-1")), "Flat tyre");
  });
});

Deno.test("a bug holds up its own chat only", async () => {
  await withBug(async ({ program, says }) => {
    await says("/new_issue Brakes failed");
    const { telegram } = program;
    const cem = telegram.person("Cem");
    await cem.says(cem.private, "/help");
    assertStringIncludes(plain(cem.private.messages.at(-1)!), "You can:");
  });
});

Deno.test("what is on record of a bug has no secret in it, nor has the log", async () => {
  await withBug(async ({ program, says }) => {
    await says("/new_issue Brakes failed");
    await secondsPass(program, 60);
    const { token } = program.telegram;
    const failure = await failureOf(program, "/new_issue Brakes failed");
    assertEquals(failure.error.includes(token), false, "the token is on record");
    assertEquals(program.log.filter((line) => line.includes(token)), []);
    const given = program.log.map((line) => JSON.parse(line)).filter(({ message }) =>
      message === "update given up"
    );
    assertEquals(given.map(({ level }) => level), ["error"]);
  });
});

Deno.test("a bug that is mended in time is no longer one: the retry takes effect", async () => {
  const { state, wrapKv } = breakableKv();
  const program = await startProgram({ wrapKv });
  const { telegram } = program;
  const eve = telegram.person("Eve");
  const yard = await program.company("ACME", { members: [eve] });
  const answers = witness(program);
  state.trouble = (keys) => keys.some(([kind]) => kind === "counter") ? new TypeError("x") : null;
  await eve.says(yard, "/new_issue Brakes failed", { wait: false });
  await secondsPass(program, 5);
  state.trouble = () => null;
  await secondsPass(program, 5);
  assertEquals(answers.statuses, [500, 500, 500, 200]);
  assertStringIncludes(plain(cardOf(yard, "ACME-1")), "Brakes failed");
  await program.close();
});

Deno.test("a bug while the store is out as well is not given up: nothing could be put on record", async () => {
  const { state, wrapKv } = breakableKv();
  const program = await startProgram({ wrapKv });
  const { telegram } = program;
  const eve = telegram.person("Eve");
  const yard = await program.company("ACME", { members: [eve] });
  const answers = witness(program);
  state.trouble = (keys) => {
    if (keys.some(([kind]) => kind === "failed")) return lost();
    return keys.some(([kind]) => kind === "profile") ? new TypeError("x") : null;
  };
  await eve.says(yard, "/new_issue Brakes failed", { wait: false });
  await secondsPass(program, 120);
  assertEquals(new Set(answers.statuses), new Set([500]));
  state.trouble = () => null;
  await secondsPass(program, 60);
  assertEquals(answers.statuses.at(-1), 200);
  assertStringIncludes(plain(cardOf(yard, "ACME-1")), "Brakes failed");
  await program.close();
});

Deno.test("a record that does not fit its schema is a bug of its incident, not of the chat", async () => {
  const program = await startProgram();
  const { telegram, store } = program;
  const ana = telegram.person("Ana");
  const yard = await program.company("ACME", { members: [ana] });
  await ana.says(yard, "/new_issue Brakes failed");
  await ana.says(yard, "/new_issue Flat tyre");
  const card = cardOf(yard, "ACME-1");
  await store.set(["incident", "ACME", 1], { schema: 1, state: { status: "lost" } });
  const answers = witness(program);
  const pressed = ana.presses(card, "Claim");
  await secondsPass(program, 40);
  assertEquals(answers.statuses.at(-1), 200);
  assertEquals(await pressed, { missing: true });
  assertEquals(await ana.presses(cardOf(yard, "ACME-2"), "Claim"), { text: "ACME-2 is yours." });
  const [failure] = await Array.fromAsync(store.list<FailedUpdate>({ prefix: ["failed"] }));
  assertStringIncludes(failure!.value.error, 'Cannot read record ["incident", "ACME", "1"]');
  await program.close();
});
