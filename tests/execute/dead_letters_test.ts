import { assertEquals } from "@std/assert";
import { dropLetter, dropLetters, sendAgain } from "../../src/execute/dead_letters.ts";
import type { Committed } from "../../src/execute/commit.ts";
import type { DeadLetter, OutboxRow } from "../../src/store/records.ts";
import { html } from "../../src/view/html.ts";
import { plainMessage } from "../../src/view/message.ts";
import { NOON, YARD } from "../domain/cast.ts";
import { type Core, PLATFORM_ADMIN, withCore } from "./core.ts";

const MONTH = 30 * 24 * 3_600_000;
const ID = { at: NOON, id: "one" };
const ROW: OutboxRow = {
  schema: 1,
  kind: "message",
  content: plainMessage(html`hello`),
  createdAt: NOON - 1_000,
  attempts: 9,
  notBefore: NOON,
  lastError: "429",
};
const LETTER: DeadLetter = {
  schema: 1,
  chatId: YARD,
  row: ROW,
  order: "reminder",
  reason: "Bad Request: chat not found",
  at: NOON,
  expiresAt: NOON + MONTH,
};

let updates = 0;
const by = (actorId: number) => ({ actorId, chatId: actorId, updateId: ++updates });
const admin = () => by(PLATFORM_ADMIN);

function answerTo({ outcome }: Committed) {
  return outcome.kind === "desk" ? outcome.answer : null;
}

async function keysUnder({ store }: Core, first: string): Promise<Deno.KvKey[]> {
  return await Array.fromAsync(store.list({ prefix: [first] }), ({ key }) => key);
}

async function put({ store }: Core, letter: Partial<DeadLetter> = {}, id = "one"): Promise<void> {
  const whole = { ...LETTER, ...letter };
  await store.set(["dead_letter", whole.at, id], whole);
}

Deno.test("a letter that is sent again waits in its class as if it had never failed", () =>
  withCore(async (core) => {
    await put(core);
    core.pass(5_000);
    const committed = await sendAgain(core.deps, admin(), ID);
    assertEquals(answerTo(committed)?.key, "letter_sent_again");
    assertEquals(committed.deliveries.map(({ chatId }) => chatId), [YARD]);
    assertEquals(await keysUnder(core, "dead_letter"), []);
    const [key] = await keysUnder(core, "outbox");
    assertEquals(key?.slice(0, 3), ["outbox", YARD, 2]);
    const { schema, kind, content } = ROW as OutboxRow & { kind: "message" };
    const row = { schema, kind, content, createdAt: NOON + 5_000 };
    assertEquals((await core.store.get(key!)).value, row);
  }));

Deno.test("a card that is sent again is the one row of its incident", () =>
  withCore(async (core) => {
    const incident = { company: "ACME", number: 42 };
    await put(core, { order: "direct", row: { schema: 1, kind: "card", incident, createdAt: 1 } });
    await sendAgain(core.deps, admin(), ID);
    assertEquals(await keysUnder(core, "outbox"), [["outbox", YARD, 0, "card", "ACME", 42]]);
  }));

Deno.test("a letter to a group that has moved goes to where the group is now", () =>
  withCore(async (core) => {
    await put(core);
    await core.store.set(["moved", YARD], { schema: 1, to: -1007 });
    const { deliveries } = await sendAgain(core.deps, admin(), ID);
    assertEquals(deliveries.map(({ chatId }) => chatId), [-1007]);
    assertEquals((await keysUnder(core, "outbox"))[0]?.[1], -1007);
  }));

Deno.test("a letter that is dropped, sent or too old is not there any more", () =>
  withCore(async (core) => {
    await put(core);
    assertEquals(answerTo(await dropLetter(core.deps, admin(), ID))?.key, "letter_dropped");
    for (const again of [sendAgain, dropLetter]) {
      assertEquals(answerTo(await again(core.deps, admin(), ID))?.key, "letter_gone");
    }
    await put(core);
    core.pass(MONTH - 1);
    await put(core, { expiresAt: undefined }, "older");
    core.pass(1);
    for (const id of ["one", "older"]) {
      const answer = answerTo(await sendAgain(core.deps, admin(), { at: NOON, id }));
      assertEquals(answer?.key, "letter_gone", id);
    }
    assertEquals(await keysUnder(core, "outbox"), []);
  }));

Deno.test("dropping all drops what was seen, however much it is, and nothing that came later", () =>
  withCore(async (core) => {
    for (let n = 0; n < 1_100; n++) await put(core, {}, `letter ${n}`);
    await put(core, { at: NOON + 1 }, "unseen");
    assertEquals(answerTo(await dropLetters(core.deps, admin(), NOON)), {
      key: "letters_dropped",
      count: 1_100,
    });
    assertEquals(await keysUnder(core, "dead_letter"), [["dead_letter", NOON + 1, "unseen"]]);
  }));

Deno.test("letters are for platform admins only", () =>
  withCore(async (core) => {
    await put(core);
    const { deps } = core;
    for (
      const committed of [
        await sendAgain(deps, by(7), ID),
        await dropLetter(deps, by(7), ID),
        await dropLetters(deps, by(7), NOON),
      ]
    ) assertEquals(answerTo(committed)?.key, "not_allowed");
    assertEquals((await keysUnder(core, "dead_letter")).length, 1);
    assertEquals(await keysUnder(core, "outbox"), []);
  }));
