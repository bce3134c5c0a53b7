import { assert, assertEquals, assertNotEquals, assertStringIncludes } from "@std/assert";
import { isPseudonym } from "../../src/domain/pseudonym.ts";
import { keys } from "../../src/store/keys.ts";
import { html } from "../../src/view/html.ts";
import { plainMessage } from "../../src/view/message.ts";
import { personLink } from "../../src/view/person_link.ts";
import { en } from "../../src/view/texts/en/en.ts";
import { type Fuse, withFuse } from "../faults/fuse.ts";
import { cardOf, type Program } from "../program.ts";
import { type Person, plain } from "../simulator/simulator.ts";
import { asking, assertVerified, DONE, leftOf, wantsToBeForgotten } from "./forgetting.ts";
import { incident, stored } from "./stored.ts";
import { asks, inStory, loggedOutcome, newestFor, newestInPrivate } from "./story.ts";
import { chooses, everybodyGreets, inWork, reported, type Yard, yardOf } from "./yard.ts";

/** The kinds of keys in which somebody stands who had a part in everything. */
const STANDS_IN = [
  "act",
  "administrators",
  "commands",
  "data_rate",
  "dispatcher",
  "drain",
  "group",
  "handle",
  "history",
  "incident",
  "listing",
  "manager",
  "member",
  "message",
  "mine",
  "person",
  "profile",
  "prompt",
  "rate",
  "refusals",
  "requested",
  "update",
  "works",
];

/** Somebody with a part in everything; nothing of hers is open but a report. */
async function everywhere(program: Program): Promise<Yard & { uma: Person }> {
  const { telegram, admin } = program;
  const uma = telegram.person("Umbrella Quince", { username: "umbrella_q" });
  const yard = await yardOf(program, { started: ["Dan"] });
  const { group, eve, bob, dan, mia, gus } = yard;
  await uma.joins(group);
  await uma.starts();
  await everybodyGreets(yard);
  await uma.says(group, "/help");
  await uma.says(group, "/people");
  await uma.says(uma.private, "/my_data");
  await asks(admin, `/add_member ACME Workshop ${uma.id}`);
  await asks(admin, `/shift ACME Workshop ${uma.id} mon-fri 08:00-17:00`);
  await asks(admin, `/add_dispatcher ACME ${uma.id}`);
  await asks(admin, `/add_manager ACME ${uma.id}`);
  // What she does as a manager is on record.
  await asks(uma, "/time_zone ACME Europe/Vienna");
  // Reporter, owner, summarizer, helper, past owner.
  await uma.says(group, "/new_issue Brakes failed on truck 1");
  await uma.presses(cardOf(group, "ACME-1"), "Workshop");
  await uma.presses(cardOf(group, "ACME-1"), "Claim");
  await uma.says(group, "/resolve ACME-1 Replaced the brake line");
  await inWork(yard, "ACME-2", "Gate is stuck");
  await uma.presses(cardOf(group, "ACME-2"), "Join");
  await uma.says(group, "/escalate ACME-2 nobody comes");
  await uma.says(group, "/comment ACME-2 On my way");
  await uma.presses(cardOf(group, "ACME-2"), "Leave");
  await dan.says(group, `/assign ACME-2 ${uma.id}`);
  await mia.says(group, `/assign ACME-2 ${bob.id}`);
  await mia.says(group, `/revoke_claim ACME-2 ${uma.id}`);
  // Somebody else's, in which she only had a word.
  await reported(yard, "ACME-3", "Lamp is broken");
  await uma.says(group, "I see it, too", { replyTo: cardOf(group, "ACME-3") });
  await uma.says(group, "/escalate ACME-3 nobody comes");
  await uma.says(group, "/snooze ACME-3 4h");
  await reported(yard, "ACME-4", "Door is broken");
  await chooses(uma, yard, ["ACME-4", "Cancel", "False alarm"]);
  // Open, reported by her.
  await uma.says(group, "/new_issue Roof is leaking");
  await uma.presses(cardOf(group, "ACME-5"), "Workshop");
  // In groups: a role of its own, a question, a group that waits, administrators.
  const hello = await uma.says(group, "Hello");
  await gus.says(group, "/add_dispatcher", { replyTo: hello });
  const depot = telegram.group("Depot", { owner: uma, withBot: false });
  await uma.adds(depot);
  await uma.says(depot, "Quince Freight Lines", { replyTo: depot.messages.at(-1)! });
  await group.promote(uma);
  await eve.says(group, "/people");
  await uma.says(group, "/new_issue");
  await uma.says(group, "/issues");
  await uma.says(uma.private, "/mine");
  await telegram.settled();
  return { ...yard, uma };
}

Deno.test("whoever is forgotten stands nowhere any more, and what happened still fits together", () =>
  inStory(async (program) => {
    const { uma, group, bob } = await everywhere(program);
    const kinds = new Set((await leftOf(program, uma)).map((it) => it.split('"')[1]));
    assertEquals([...kinds].sort(), STANDS_IN);
    await wantsToBeForgotten(uma);
    assertStringIncludes(newestInPrivate(uma), DONE);
    assertEquals(await leftOf(program, uma), []);
    await assertVerified(program);
    const first = await incident(program, "ACME-1");
    const [third, fifth] = [await incident(program, "ACME-3"), await incident(program, "ACME-5")];
    assert("owner" in first && first.owner.id === first.reporter.id);
    assert(isPseudonym(first.reporter.id) && isPseudonym(fifth.reporter.id));
    assertEquals(fifth.reporter, first.reporter);
    assertEquals([third.escalation?.by, third.snoozed?.by], [first.reporter, first.reporter]);
    assertEquals(third.comments.newest?.by, first.reporter);
    assertEquals(first.description, "Brakes failed on truck 1");
    // The card of what is open has the pseudonym, and no link to anybody.
    const card = cardOf(group, "ACME-5");
    assertStringIncludes(plain(card), `Reported by ${first.reporter.name}`);
    const links = (card.entities ?? []).filter(({ type }) => type.endsWith("mention"));
    assertEquals(links, []);
    // It goes on as any other.
    await bob.presses(card, "Claim");
    await bob.says(group, "/resolve ACME-5 Closed the hole");
    await program.pass(300);
    await assertVerified(program);
  }));

Deno.test("whoever is forgotten is called no more, and somebody new when they come back", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const { uma, group, eve } = await everywhere(program);
    await wantsToBeForgotten(uma);
    const before = telegram.calls.length;
    await eve.says(group, "/new_issue Truck 9 lost a wheel");
    await eve.presses(cardOf(group, "ACME-6"), "Workshop");
    await eve.says(group, "/escalate ACME-6 nobody comes");
    await program.pass(60);
    const said = telegram.calls.slice(before)
      .filter(({ method }) => method === "sendMessage").map(({ params }) => params);
    assertEquals(said.filter(({ chat_id }) => chat_id === uma.id), []);
    for (const { text } of said) assert(!String(text).includes(uma.name), String(text));
    const pseudonym = (await incident(program, "ACME-1")).reporter;
    for (const { text } of said) assert(!String(text).includes(`${pseudonym.id}`), String(text));
    assertStringIncludes((await asks(uma, "/whoami")).join("\n"), "You");
    assertStringIncludes((await asks(uma, "/mine")).join("\n"), "There are none");
    await uma.says(group, "/new_issue I am new here");
    const own = await incident(program, "ACME-7");
    assertEquals(own.reporter, { id: uma.id, name: uma.name });
    assertNotEquals(own.reporter.id, pseudonym.id);
  }));

Deno.test("whoever works on something, or owes a summary, hands it over first", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Bob", "Ana"] });
    const { group, bob, ana } = yard;
    await inWork(yard);
    await ana.presses(cardOf(group, "ACME-1"), "Join");
    for (const person of [bob, ana]) {
      const [told] = await asks(person, "/forget_me");
      assertStringIncludes(told!, "ACME-1. Hand it over");
    }
    await ana.presses(cardOf(group, "ACME-1"), "Leave");
    await ana.says(ana.private, "/forget_me");
    await bob.presses(cardOf(group, "ACME-1"), "Resolve");
    assertStringIncludes((await asks(bob, "/forget_me"))[0]!, "ACME-1");
    // What began meanwhile counts at every question.
    await ana.presses(asking(ana, "Yes, forget me"), "Yes, forget me");
    const sure = asking(ana, "For ever");
    await inWork(yard, "ACME-2", "Gate is stuck");
    await ana.presses(cardOf(group, "ACME-2"), "Join");
    await ana.presses(sure, "For ever");
    assertStringIncludes(newestInPrivate(ana), "ACME-2. Hand it over");
    assertEquals((await asks(ana, "/whoami"))[0]!.includes("Workshop"), true);
  }));

Deno.test("the buttons are for one person, for ten minutes, and nothing happens before the second", () =>
  inStory(async (program) => {
    const { clock, admin } = program;
    const { eve, bob } = await yardOf(program, { started: ["Eve", "Bob"] });
    await eve.says(eve.private, "/forget_me");
    const first = asking(eve, "Yes, forget me");
    const data = first.reply_markup!.inline_keyboard[0]![0]!;
    assert("callback_data" in data);
    const own = bob.private.messages.at(-1)!;
    for (
      const forged of [data.callback_data, data.callback_data.replace(/^forget/, "$&_for_ever")]
    ) {
      const { text } = await bob.presses(own, "", { data: forged });
      assertEquals(text, "Sorry, that is not yours to do here. Nothing was changed.");
    }
    await eve.presses(first, "Yes, forget me");
    const second = asking(eve, "For ever");
    await clock.advance(10 * 60_000);
    await eve.presses(second, "For ever");
    assertStringIncludes(newestInPrivate(eve), "too old");
    assertStringIncludes((await asks(eve, "/mine"))[0]!, "There are none");
    assert((await leftOf(program, eve)).length > 0);
    assertStringIncludes((await asks(admin, "/forget_me"))[0]!, "PLATFORM_ADMIN_IDS");
  }));

Deno.test("whoever dies while forgetting is continued by the sweep, and nobody gets in between", async () => {
  const fuse: Fuse = { left: Infinity };
  let deaths = 0;
  await inStory(async (program) => {
    const { telegram } = program;
    const { uma, group } = await everywhere(program);
    for (let n = 0; n < 170; n++) {
      await uma.says(group, `/comment ACME-3 Number ${n}`);
    }
    await uma.says(uma.private, "/forget_me");
    await uma.presses(asking(uma, "Yes, forget me"), "Yes, forget me");
    // The press itself begins it; then it dies after every commit.
    fuse.left = 1;
    await uma.presses(asking(uma, "For ever"), "For ever");
    fuse.left = Infinity;
    const toast = await uma.presses(cardOf(group, "ACME-3"), "Claim");
    assertStringIncludes(toast.text!, "You are being forgotten");
    assertEquals(loggedOutcome(program), "being_forgotten");
    await uma.says(group, "/new_issue Once more");
    assertStringIncludes((await asks(uma, "/mine"))[0]!, "You are being forgotten");
    assertStringIncludes((await asks(uma, "hello"))[0]!, "You are being forgotten");
    while ((await Array.fromAsync(program.store.list({ prefix: ["forgetting"] }))).length > 0) {
      await assertVerified(program);
      await program.clock.advance(60_000);
      // The right to sweep is the first commit.
      fuse.left = 2 + deaths++;
      await program.app.sweep().catch(() => {});
      fuse.left = Infinity;
      assert(deaths < 200, "it never ends");
    }
    await telegram.settled();
    await program.pass(2);
    assertEquals(await leftOf(program, uma), []);
    await assertVerified(program);
    assertStringIncludes(newestInPrivate(uma), DONE);
  }, { wrapKv: (kv) => withFuse(kv, fuse) });
  assert(deaths > 5, `it died ${deaths} times`);
});

Deno.test("what waits to be said of them, or could not be said, has the pseudonym", () =>
  inStory(async (program) => {
    const { telegram, store } = program;
    const yard = await yardOf(program, { started: ["Bob"] });
    const { group, bob, ana } = yard;
    await inWork(yard);
    await ana.presses(cardOf(group, "ACME-1"), "Join");
    await inWork(yard, "ACME-2", "Gate is stuck");
    await ana.presses(cardOf(group, "ACME-2"), "Join");
    const silence = (kind: "500" | { code: number; description: string }) =>
      telegram.faults.add({ method: "sendMessage", chatId: group.id, kind });
    let mend = silence({ code: 400, description: "Bad Request: nobody knows" });
    await bob.presses(cardOf(group, "ACME-1"), "Leave");
    mend();
    mend = silence("500");
    await bob.presses(cardOf(group, "ACME-2"), "Leave");
    const kinds = async () => new Set((await leftOf(program, bob)).map((it) => it.split('"')[1]));
    assert((await kinds()).isSupersetOf(new Set(["outbox", "dead_letter"])));
    await wantsToBeForgotten(bob);
    assertEquals(await leftOf(program, bob), []);
    const waiting = await Array.fromAsync(store.list({ prefix: ["outbox"] }));
    assert(Deno.inspect(waiting, { depth: 20 }).includes("👤"));
    mend();
    await program.pass(30);
    assertStringIncludes(group.messages.map(plain).join("\n"), "👤");
  }));

Deno.test("what waits to be said of them without a link has the pseudonym as well", () =>
  inStory(async (program) => {
    const { telegram, store } = program;
    const yard = await yardOf(program, { started: ["Bob"] });
    const { group, bob } = yard;
    await inWork(yard);
    await inWork(yard, "ACME-2", "Gate is stuck");
    const silence = (kind: "500" | { code: number; description: string }) =>
      telegram.faults.add({ method: "sendMessage", chatId: group.id, kind });
    let mend = silence({ code: 400, description: "Bad Request: nobody knows" });
    await bob.presses(cardOf(group, "ACME-1"), "Leave");
    mend();
    mend = silence("500");
    await bob.presses(cardOf(group, "ACME-2"), "Leave");
    const waiting = async () =>
      Deno.inspect([
        ...await Array.fromAsync(store.list({ prefix: ["outbox"] })),
        ...await Array.fromAsync(store.list({ prefix: ["dead_letter"] })),
      ], { depth: 20 });
    assertEquals((await waiting()).match(/Bob is no longer on/g)?.length, 2);
    await wantsToBeForgotten(bob);
    assertEquals(await leftOf(program, bob), []);
    assertEquals((await waiting()).match(/👤 .{4} is no longer on/g)?.length, 2);
    mend();
    await program.pass(2);
    assertStringIncludes(group.messages.map(plain).join("\n"), "is no longer on ACME-2");
  }));

Deno.test("what administrators did stays on record, under the pseudonym", () =>
  inStory(async (program) => {
    const { uma, mia, gus, group } = await everywhere(program);
    const told = async () => (await asks(mia, "/audit ACME")).join("\n");
    assertStringIncludes(await told(), uma.name);
    await wantsToBeForgotten(uma);
    const { reporter } = await incident(program, "ACME-1");
    const after = await told();
    assertStringIncludes(after, `${reporter.name} · time zone`);
    assertStringIncludes(after, `ACME yard · ${reporter.name} · dispatcher`);
    assert(!after.includes(uma.name) && !after.includes(String(uma.id)), after);
    await gus.says(group, "/audit");
    assertStringIncludes(newestFor(gus, group), `ACME yard · ${reporter.name} · dispatcher`);
  }));

Deno.test("what an administrator is asked about them, or begun by them, has them no more", () =>
  inStory(async (program) => {
    const { store, clock } = program;
    const { bob, mia } = await yardOf(program, { started: ["Bob", "Mia"] });
    const expiresAt = clock.now() + 3_600_000;
    const question = (act: string) => ({
      schema: 1 as const,
      asked: { for: "console" as const, act, panelId: 1, requestId: 1, hasPicker: false },
      messageId: 1,
      expiresAt,
    });
    const about = keys.prompt(mia.id, mia.id);
    const other = keys.prompt(mia.id, mia.id + 1);
    await store.set(about.key, question(`shift:ACME:2:${bob.id}:0`));
    await store.set(other.key, question(`shift:ACME:2:${bob.id}1:0`));
    const chore = keys.chore("ACME", "department", "2");
    const by = { id: bob.id, name: bob.name };
    await store.set(chore.key, {
      schema: 1,
      company: "ACME",
      kind: "department",
      department: "2",
      by,
    });
    const waiting = ["outbox", mia.id, 0, expiresAt, 0];
    await store.set(waiting, {
      schema: 1,
      kind: "message",
      content: {
        ...plainMessage(html`Who asked: ${personLink(en, by)} (<code>${bob.id}</code>)`),
      },
      createdAt: clock.now(),
      notBefore: expiresAt,
    });
    await wantsToBeForgotten(bob);
    assertEquals((await leftOf(program, bob)).filter((it) => !it.includes(`${bob.id}1`)), []);
    assertEquals(await stored(program, about), null);
    assert(await stored(program, other));
    const begun = await stored(program, chore);
    assert(begun?.kind === "department" && isPseudonym(begun.by.id));
    await store.delete(waiting);
  }));
