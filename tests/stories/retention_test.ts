import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { RETIRE_BUDGET } from "../../src/sweep/retire.ts";
import { verify } from "../../src/store/backup/verify.ts";
import { denoKv, type Kv } from "../../src/store/kv.ts";
import { countKey, keys, removedCountKey } from "../../src/store/keys.ts";
import type { StoredEvent } from "../../src/store/records.ts";
import { type Fuse, withFuse } from "../faults/fuse.ts";
import { cardOf, type Program } from "../program.ts";
import { buttons, type Person, plain } from "../simulator/simulator.ts";
import { stored } from "./stored.ts";
import { asks, inStory, loggedOutcome, newestFor, newestInPrivate } from "./story.ts";
import { chooses, inWork, reported, type Yard, yardOf } from "./yard.ts";

const DAY = 24 * 3_600_000;
const UNKNOWN = "There is no such incident here.";

/** Where in a key an incident's number stands, by what the key begins with. */
const PLACES: Record<string, number> = {
  incident: 2,
  history: 2,
  comment: 2,
  card: 2,
  removing: 2,
  current: 2,
  over: 3,
  word: 3,
  mine: 3,
  owned: 3,
  open: 3,
  due: 3,
  ended: 4,
  queue: 4,
};

/** Keys of records and indexes that belong to an incident. */
async function partsOf({ store }: Program, number: number): Promise<string[]> {
  const found: string[] = [];
  for await (const { key, value } of store.list({ prefix: [] }, { batchSize: 500 })) {
    const kind = String(key[0]);
    const belongsTo = kind === "message"
      ? (value as { incident: { number: number } }).incident.number
      : key[PLACES[kind] ?? Infinity];
    if (belongsTo === number) found.push(key.join(" "));
  }
  return found;
}

async function numbers({ store }: Program): Promise<number[]> {
  const found = await Array.fromAsync(store.list({ prefix: ["incident", "ACME"] }));
  return found.map(({ key }) => Number(key[2]));
}

async function assertVerified({ store }: Program): Promise<void> {
  const findings = await verify(denoKv(store), { repair: false });
  assertEquals([...findings].map(([finding, { examples }]) => [finding, examples]), []);
}

/** Bob resolves it, after Ana had a word. */
async function ended(yard: Yard, id: string, text: string): Promise<void> {
  const { group, bob, ana } = yard;
  await inWork(yard, id, text);
  await ana.says(group, `Word on ${text}`, { replyTo: cardOf(group, id) });
  await bob.sendsPhoto(group, { replyTo: cardOf(group, id) });
  await bob.presses(cardOf(group, id), "Resolve");
  const prompt = group.messages.at(-1)!;
  await bob.says(group, "Replaced the fuse", { replyTo: prompt });
}

/** Has it confirmed, too. */
async function keepsFor(mia: Person, days: string, company = "ACME"): Promise<void> {
  await asks(mia, `/retention ${company} ${days}`);
  const asked = mia.private.messages.at(-1)!;
  if (buttons(asked).length > 0) await mia.presses(asked, "Yes, remove what is older");
}

Deno.test("what has been over for longer than the company wants goes with all that belongs to it", () =>
  inStory(async (program) => {
    const { app, clock } = program;
    const yard = await yardOf(program, { started: ["Mia", "Eve"] });
    const { group, eve, mia, dan } = yard;
    await ended(yard, "ACME-1", "Brakes failed on truck 12");
    await reported(yard, "ACME-2", "Gate is stuck");
    await chooses(dan, yard, ["ACME-2", "Cancel", "False alarm"]);
    await ended(yard, "ACME-3", "Mirror is broken");
    await clock.advance(20 * DAY);
    await ended(yard, "ACME-4", "Lamp is broken");
    await eve.says(group, "/reopen ACME-3");
    await reported(yard, "ACME-5", "Roof is leaking");
    await keepsFor(mia, "30");
    assertEquals(newestInPrivate(mia).includes("30 days"), true);
    await app.audit();
    assertEquals(await numbers(program), [1, 2, 3, 4, 5], "nothing is old enough");
    const card = cardOf(group, "ACME-1");
    await clock.advance(10 * DAY + 1);
    await app.audit();
    assertEquals(await numbers(program), [3, 4, 5], "an open one is kept however old it is");
    assertEquals([await partsOf(program, 1), await partsOf(program, 2)], [[], []]);
    await assertVerified(program);
    // Nobody finds it any more, by whatever way.
    assertStringIncludes((await asks(eve, "/issue ACME-1"))[0]!, UNKNOWN);
    assertStringIncludes((await asks(eve, "/start ACME-1"))[0]!, UNKNOWN);
    assertEquals((await mia.presses(card, "Reopen")).text, UNKNOWN);
    await eve.says(group, "/find brakes");
    assertStringIncludes(newestFor(eve, group), "0 incidents");
    await eve.says(group, "Anything new?", { replyTo: card });
    assertStringIncludes(newestFor(eve, group), UNKNOWN);
    // Counts go on, and no number is given twice.
    await eve.says(group, "/help");
    assertStringIncludes(newestFor(eve, group), "5");
    await eve.says(group, "/new_issue Truck 7 is lost");
    assertStringIncludes(plain(cardOf(group, "ACME-6")), "Truck 7 is lost");
    await clock.advance(60 * DAY);
    await app.sweep();
    await app.audit();
    await assertVerified(program);
  }));

Deno.test("less is kept only once it was confirmed, by somebody who may, within ten minutes", () =>
  inStory(async (program) => {
    const { clock, app } = program;
    const yard = await yardOf(program, { started: ["Mia", "Dan", "Eve"] });
    const { mia, dan, group } = yard;
    await ended(yard, "ACME-1", "Brakes failed on truck 12");
    await clock.advance(40 * DAY);
    assertStringIncludes((await asks(mia, "/retention ACME"))[0]!, "for ever");
    for (const wrong of ["29", "3651", "30.5", "-40", "never", "30 days"]) {
      const [told] = await asks(mia, `/retention ACME ${wrong}`);
      assertStringIncludes(told!, "/retention");
    }
    const [asked] = await asks(mia, "/retention ACME 30");
    assertStringIncludes(asked!, "Just now that would be 1 incident.");
    await app.audit();
    assertEquals(await numbers(program), [1], "nothing was confirmed");
    const question = mia.private.messages.at(-1)!;
    const button = question.reply_markup!.inline_keyboard[0]![0]!;
    assert("callback_data" in button);
    const refusal = "Sorry, that is not yours to do here. Nothing was changed.";
    const forged = { data: button.callback_data };
    assertEquals((await dan.presses(dan.private.messages.at(-1)!, "", forged)).text, refusal);
    const other = { data: button.callback_data.replace("ACME", "ZETA") };
    assertEquals((await mia.presses(question, "", other)).text, refusal);
    await clock.advance(10 * 60_000);
    const late = await mia.presses(question, "Yes, remove what is older");
    assertStringIncludes(late.text!, "too old");
    assertEquals(loggedOutcome(program), "button_too_old");
    await keepsFor(mia, "60");
    assertStringIncludes((await asks(mia, "/retention ACME"))[0]!, "60 days");
    // More needs no second word.
    assertStringIncludes((await asks(mia, "/retention ACME 365"))[0]!, "365 days");
    assertStringIncludes((await asks(mia, "/retention ACME forever"))[0]!, "for ever");
    assertStringIncludes((await asks(dan, "/retention ACME 30"))[0]!, refusal);
    await app.audit();
    assertEquals(await numbers(program), [1]);
    assert(group.messages.length > 0);
  }));

Deno.test("a program that dies while it removes leaves nothing broken, and goes on the next day", async () => {
  const fuse: Fuse = { left: Infinity };
  await inStory(async (program) => {
    const { app, clock } = program;
    const yard = await yardOf(program, { started: ["Mia"] });
    const { group, mia, ana } = yard;
    await inWork(yard, "ACME-1", "Brakes failed on truck 12");
    for (let n = 0; n < 40; n++) {
      const words = Array.from({ length: 12 }, (_, i) => `word${n}x${i}`).join(" ");
      await ana.says(group, `/comment ACME-1 ${words}`);
    }
    await yard.bob.says(group, "/resolve ACME-1 Replaced the brake line");
    await ended(yard, "ACME-2", "Lamp is broken");
    await keepsFor(mia, "30");
    await clock.advance(31 * DAY);
    await app.sweep();
    let days = 0;
    for (; (await partsOf(program, 1)).length + (await partsOf(program, 2)).length > 0; days++) {
      assert(days < 20, "it never ends");
      fuse.left = 1;
      await app.audit().catch(() => {});
      fuse.left = Infinity;
      await assertVerified(program);
      assertStringIncludes((await asks(mia, "/issue ACME-1"))[0]!, UNKNOWN);
      await clock.advance(DAY);
    }
    assert(days > 3, `${days} days`);
    await app.audit();
    assertEquals(await Array.fromAsync(program.store.list({ prefix: ["removing"] })), []);
  }, { wrapKv: (kv) => withFuse(kv, fuse) });
});

Deno.test("there is a limit to what one night removes", () =>
  inStory(async (program) => {
    const { app, clock } = program;
    const yard = await yardOf(program, { started: ["Mia"] });
    for (let n = 1; n <= 5; n++) await ended(yard, `ACME-${n}`, `Lamp ${n} is broken`);
    await keepsFor(yard.mia, "30");
    await clock.advance(31 * DAY);
    let reads = 0;
    const { now } = app.deps;
    // Each look at the clock takes a while.
    app.deps.now = () => now() + reads++ * RETIRE_BUDGET / 10;
    await app.audit();
    const left = (await numbers(program)).length;
    assert(left > 0 && left < 5, `${left} left`);
    app.deps.now = now;
    await app.audit();
    assertEquals(await numbers(program), []);
  }));

Deno.test("what a company has promised holds while it is archived, too", () =>
  inStory(async (program) => {
    const { app, clock, admin } = program;
    const yard = await yardOf(program, { started: ["Mia"] });
    await ended(yard, "ACME-1", "Brakes failed on truck 12");
    await reported(yard, "ACME-2", "Gate is stuck");
    await keepsFor(yard.mia, "30");
    await asks(admin, "/archive_company ACME");
    await clock.advance(30 * DAY + 60_000);
    await app.audit();
    assertEquals(await numbers(program), [2]);
    assertEquals(await partsOf(program, 1), []);
    await assertVerified(program);
    await asks(admin, "/restore_company ACME");
    assertStringIncludes((await asks(yard.mia, "/issue ACME-1"))[0]!, UNKNOWN);
  }));

Deno.test("an incident that was ended a thousand times goes, and is counted", () =>
  inStory(async (program) => {
    const { app, clock, store } = program;
    const yard = await yardOf(program, { started: ["Mia"] });
    await ended(yard, "ACME-1", "Brakes failed on truck 12");
    await keepsFor(yard.mia, "30");
    const history = await Array.fromAsync(
      store.list<StoredEvent>({ prefix: ["history", "ACME", 1] }),
    );
    const summarized = history.find(({ value }) => value.event.type === "summarized")!.value;
    for (let n = 0; n < 1000; n++) {
      await store.set(["history", "ACME", 1, history.length + 1 + n], summarized);
    }
    const count = countKey("ACME", yard.group.id, "resolved");
    await store.atomic().sum(count, 1000n).commit();
    await clock.advance(31 * DAY);
    await app.audit();
    assertEquals(await numbers(program), []);
    assertEquals(await partsOf(program, 1), []);
    await assertVerified(program);
    const removed = await store.get<Deno.KvU64>(removedCountKey("ACME", yard.group.id, "resolved"));
    assertEquals(removed.value?.value, 1001n);
  }));

Deno.test("an incident or a company that fails does not keep the others waiting", async () => {
  let isBroken = false;
  const wrapKv = (kv: Kv): Kv => ({
    ...kv,
    list(selector, options) {
      const start = "start" in selector ? selector.start : [];
      if (isBroken && start[0] === "over" && start[1] === "ACME") throw new Error("Unreadable");
      return kv.list(selector, options);
    },
  });
  await inStory(async (program) => {
    const { app, clock, store, admin } = program;
    const yard = await yardOf(program, { started: ["Mia"] });
    const { mia } = yard;
    await ended(yard, "ACME-1", "Brakes failed on truck 12");
    await ended(yard, "ACME-2", "Lamp is broken");
    const vault = await program.company("ZETA", { members: [mia] });
    await asks(admin, `/add_manager ZETA ${mia.id}`);
    await mia.says(vault, "/new_issue Door is stuck");
    await mia.says(vault, "/cancel ZETA-1 false alarm");
    for (const company of ["ACME", "ZETA"]) await keepsFor(mia, "30", company);
    const inVault = async () => (await store.get(["incident", "ZETA", 1])).value;
    assert(await inVault());
    await clock.advance(31 * DAY);
    isBroken = true;
    await app.audit();
    assertEquals([await numbers(program), await inVault()], [[1, 2], null]);
    isBroken = false;
    const card = await store.get(["card", "ACME", 1]);
    await store.set(card.key, { schema: 0 });
    await app.audit();
    assertEquals(await numbers(program), [1]);
    const failed = program.log.map((line) => JSON.parse(line))
      .filter(({ message }) => message === "retention failed");
    assertEquals(failed.map(({ incident, detail }) => incident ?? detail), ["ACME", "ACME-1"]);
    await store.set(card.key, card.value);
    await app.audit();
    assertEquals(await numbers(program), []);
  }, { wrapKv });
});

Deno.test("what leads to others stays when their messages have the ids that its own had", () =>
  inStory(async (program) => {
    const { app, clock } = program;
    const yard = await yardOf(program, { started: ["Mia"], type: "group" });
    const { group, eve, sam, bob, mia } = yard;
    await inWork(yard, "ACME-1", "Brakes failed on truck 12");
    const old: number[] = [];
    for (let n = 0; n < 30; n++) {
      const comment = await eve.says(group, `Word ${n}`, { replyTo: cardOf(group, "ACME-1") });
      old.push(comment.message_id);
    }
    await bob.says(group, "/resolve ACME-1 Replaced the brake line");
    const next = await group.becomesSupergroup();
    await program.telegram.settled();
    for (let newest = 0; newest < old[0]!;) {
      newest = (await sam.says(next, "Good morning")).message_id;
    }
    const report = await eve.says(next, "/new_issue Lamp is broken");
    const word = await sam.says(next, "The left one", { replyTo: cardOf(next, "ACME-2") });
    assert([report, word].every(({ message_id }) => old.includes(message_id)));
    await keepsFor(mia, "30");
    await clock.advance(31 * DAY);
    await app.audit();
    assertEquals([await numbers(program), await partsOf(program, 1)], [[2], []]);
    for (const { message_id } of [report, word]) {
      const link = await stored(program, keys.message(next.id, message_id));
      assertEquals(link?.incident, { company: "ACME", number: 2 });
    }
    await sam.edits(word, "The right one");
    assertStringIncludes(plain(cardOf(next, "ACME-2")), "The right one");
  }));
