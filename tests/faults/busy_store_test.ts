import { assert, assertEquals, assertExists } from "@std/assert";
import { type Kv, KvError } from "../../src/store/kv.ts";
import { en } from "../../src/view/texts/en/en.ts";
import { cardOf, type Program, startProgram } from "../program.ts";
import { buttons, type Person, plain } from "../simulator/simulator.ts";
import { assertShown } from "./cards.ts";
import { assertSound } from "./invariants.ts";

/** A store that can be told to be locked, as SQLite is while another process writes. */
interface Lock {
  /** Asked before each operation. */
  isLocked: () => boolean;
  /** How long an operation is kept waiting before it is refused, in milliseconds. */
  patience: number;
  /** How long operations have been kept waiting, all together. */
  waited: number;
}

/** The card's buttons while nobody has claimed. */
const UNCLAIMED = [en.buttons.claim, en.buttons.escalate, en.buttons.more];

const LOCKED = new TypeError("database is locked");

function locked(kv: Kv, lock: Lock): Kv {
  const check = () => {
    if (!lock.isLocked()) return;
    lock.waited += lock.patience;
    throw new KvError(LOCKED);
  };
  return {
    // deno-lint-ignore require-await -- a refusal is a rejection
    async getMany(keys) {
      check();
      return kv.getMany(keys);
    },
    async *list(selector, options) {
      check();
      yield* kv.list(selector, options);
    },
    // deno-lint-ignore require-await -- a refusal is a rejection
    async commit(checks, changes) {
      check();
      return kv.commit(checks, changes);
    },
  };
}

/** A program whose store can be locked; the waits of the store pass at once, but on its stopwatch. */
async function withLock(story: (program: Program, lock: Lock) => Promise<void>): Promise<void> {
  const lock: Lock = { isLocked: () => false, patience: 0, waited: 0 };
  const stopwatch = performance.now.bind(performance);
  performance.now = () => stopwatch() + lock.waited;
  try {
    await story(await startProgram({ wrapKv: (kv) => locked(kv, lock) }), lock);
  } finally {
    performance.now = stopwatch;
  }
}

/** Locked for that many operations, then free for one, and so on. */
function mostly(times: number): () => boolean {
  let n = 0;
  return () => n++ % (times + 1) !== times;
}

Deno.test("a store that is locked again and again costs nobody an answer or a card", async () => {
  await withLock(async (program, lock) => {
    const { telegram, store, clock } = program;
    const ana = telegram.person("Ana");
    const bob = telegram.person("Bob");
    const yard = await program.company("ACME", { members: [ana, bob], departments: ["Workshop"] });
    const handled = async () => {
      await telegram.settled();
      assertEquals(telegram.pending, [], "an update has to come again");
    };
    const press = async (person: Person, label: string, toast: string) => {
      const answered = person.presses(cardOf(yard, "ACME-1"), label, { wait: false });
      await handled();
      assertEquals(await answered, { text: toast });
    };
    lock.isLocked = mostly(3);
    await ana.says(yard, "/new_issue Brakes failed on truck 12", { wait: false });
    await handled();
    await press(ana, "Dispatch", en.done.choose_department("ACME-1"));
    await press(bob, "Claim", en.done.claim("ACME-1"));
    await press(ana, "Join", en.done.join("ACME-1"));
    await press(bob, "Resolve", en.done.resolve("ACME-1"));
    const asked = yard.messages.find((message) => plain(message).includes("how was ACME-1"));
    assertExists(asked);
    await bob.says(yard, "Replaced the brake line", { replyTo: asked, wait: false });
    await handled();
    lock.isLocked = () => false;
    // Right away, without a sweep.
    await assertShown(store, [yard]);
    await assertSound(store, { now: clock.now() });
    await program.close();
  });
});

Deno.test("a store that stays locked: who presses is told to press again, within 5 seconds", async () => {
  await withLock(async (program, lock) => {
    const { telegram, store, clock } = program;
    const ana = telegram.person("Ana");
    const yard = await program.company("ACME", { members: [ana] });
    await ana.says(yard, "/new_issue Brakes failed on truck 12");
    await telegram.settled();
    const card = cardOf(yard, "ACME-1");

    lock.patience = 600;
    lock.isLocked = () => true;
    assertEquals(await ana.presses(card, "Claim"), { text: en.refused.busy });
    assert(lock.waited > 4_000 && lock.waited <= 5_400, `waited ${lock.waited} ms`);
    const [pressed] = telegram.updates.slice(-1);
    assertEquals(buttons(cardOf(yard, "ACME-1")), UNCLAIMED);

    lock.isLocked = () => false;
    // The press is over: what comes again later is the next press, not this one.
    assertEquals(telegram.pending, []);
    assertExists(pressed?.callback_query);
    assertEquals(await ana.presses(card, "Claim"), { text: en.done.claim("ACME-1") });
    await assertShown(store, [yard]);
    await assertSound(store, { now: clock.now() });
    await program.close();
  });
});

Deno.test("a store that stays locked: a message is brought again, and counts then", async () => {
  await withLock(async (program, lock) => {
    const { telegram, store, clock } = program;
    const ana = telegram.person("Ana");
    const yard = await program.company("ACME", { members: [ana] });
    lock.patience = 600;
    lock.isLocked = () => true;
    await ana.says(yard, "/new_issue Brakes failed on truck 12", { wait: false });
    await telegram.settled();
    assertEquals(telegram.pending.length, 1);
    assertEquals(await telegram.redeliver(telegram.updates.at(-1)!.update_id), 500);

    lock.isLocked = () => false;
    await clock.advance(2_000);
    await telegram.settled();
    assertEquals(telegram.pending, []);
    assertEquals(buttons(cardOf(yard, "ACME-1")), UNCLAIMED);
    await assertShown(store, [yard]);
    await assertSound(store, { now: clock.now() });
    await program.close();
  });
});

Deno.test("a store that is gone: nothing is answered 200, and all of it comes again", async () => {
  const gone = new KvError(new TypeError("error sending request for url"));
  let isGone = false;
  const program = await startProgram({
    wrapKv: (kv) => ({
      getMany: (keys) => isGone ? Promise.reject(gone) : kv.getMany(keys),
      list: (selector, options) => kv.list(selector, options),
      commit: (checks, changes) => isGone ? Promise.reject(gone) : kv.commit(checks, changes),
    }),
  });
  const { telegram, store, clock, app } = program;
  const ana = telegram.person("Ana");
  const yard = await program.company("ACME", { members: [ana] });
  await ana.says(yard, "/new_issue Brakes failed on truck 12");
  const card = cardOf(yard, "ACME-1");
  await telegram.settled();
  isGone = true;
  const toast = ana.presses(card, "Claim");
  await ana.says(yard, "/new_issue Lights failed on truck 13", { wait: false });
  await telegram.settled();
  const health = await app.handle(new Request("https://tocsin.example/healthz"));
  assertEquals([health.status, telegram.pending.length], [503, 2]);
  isGone = false;
  await clock.advance(2_000);
  assertEquals(await toast, { text: en.done.claim("ACME-1") });
  await telegram.settled();
  assertEquals(buttons(cardOf(yard, "ACME-2")), UNCLAIMED);
  await assertShown(store, [yard]);
  await assertSound(store, { now: clock.now() });
  await program.close();
});
