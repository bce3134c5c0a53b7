import { assert, assertEquals, assertMatch } from "@std/assert";
import type { Message } from "grammy/types";
import { cardOf, type Program } from "../program.ts";
import { buttons, type Person, plain } from "../simulator/simulator.ts";
import { linksIn } from "./reading.ts";
import { asks, inStory, newestInPrivate } from "./story.ts";
import { crew, inWork, reported, type Yard, yardOf } from "./yard.ts";

const EVERYBODY = ["Eve", "Bob", "Ana", "Dan", "Mia", "Gus", "Sam"];

/** Time of a day in November; the sweep runs at that moment. */
async function comesTo({ clock, app }: Program, day: number, hour: number, minute = 0) {
  await clock.advance(Date.UTC(2026, 10, day, hour, minute) - clock.now());
  await app.sweep();
}

/** The yard; everybody has started the bot, and has set what is said here. */
async function withSettings(
  program: Program,
  settings: Partial<Record<string, string>> = {},
): Promise<Yard> {
  const yard = await yardOf(program, { started: EVERYBODY });
  const { group: _group, ...people } = yard;
  for (const person of Object.values(people)) {
    const setting = settings[person.name];
    if (setting) assertEquals((await asks(person, `/notify ${setting}`)).length, 1);
  }
  return yard;
}

/** What each of them is told in private meanwhile: first lines, by name; whoever hears nothing is left out. */
async function toldMeanwhile(
  program: Program,
  people: readonly Person[],
  act: () => Promise<unknown>,
): Promise<Record<string, string[]>> {
  await program.telegram.settled();
  const before = people.map((person) => person.private.messages.length);
  await act();
  await program.telegram.settled();
  const told = people.map((person, i): [string, string[]] => [
    person.name,
    person.private.messages.slice(before[i]).map((message) => plain(message).split("\n")[0]!),
  ]);
  return Object.fromEntries(told.filter(([, texts]) => texts.length > 0));
}

function all({ group: _group, ...people }: Yard): Person[] {
  return Object.values(people);
}

const newest = (person: Person): Message => person.private.messages.at(-1)!;
const CALL = "ACME-1 needs Workshop: “Brakes failed on truck 12” Who claims it?";
const CRITICAL = "🚨 ACME-1 is critical: “Brakes failed on truck 12”";
const CRITICAL_HERE = "🚨 ACME-1 in “ACME yard” is critical.";
const ESCALATED = "🔺 ACME-1 has escalated: “Brakes failed on truck 12” Who takes over?";

Deno.test("the panel says what is set and what it means; a button changes it", () =>
  inStory(async (program) => {
    const { bob, mia } = await withSettings(program);
    assertEquals(await asks(bob, "/notify"), [
      "What I tell you in private\nNow: as your role says. I tell you of\n• what is assigned to you",
    ]);
    assertEquals(buttons(newest(bob)), [
      "Everything",
      "Only what is urgent",
      "Nothing",
      "✓ As my role says",
    ]);
    assertEquals(await bob.presses(newest(bob), "Everything"), {
      text: "On: I tell you of everything that calls you.",
    });
    assertEquals(
      newestInPrivate(bob),
      "What I tell you in private\nNow: on. I tell you of\n• what is assigned to you\n" +
        "• escalations where you are a manager\n" +
        "• critical incidents of your departments, and of all where you are a dispatcher or a manager\n" +
        "• every call and reminder that is for you, in working hours and on your shift",
    );
    assertEquals(buttons(newest(bob))[0], "✓ Everything");
    await bob.presses(newest(bob), "Nothing");
    assertMatch(newestInPrivate(bob), /^What I tell you in private\nNow: off\. [^•]*$/);
    assertMatch(
      (await asks(mia, "/notify")).join(),
      /of\n• what is assigned to you\n• escalations of ACME\n• critical incidents of ACME$/,
    );
    assertEquals(await asks(mia, "/notify URGENT"), [
      "Urgent: I tell you only of what can't wait.",
    ]);
    assertMatch((await asks(mia, "/notify loud")).join(), /\/notify \[on \| urgent/);
    assertMatch((await asks(mia, "/notify")).join(), /Now: urgent/);
    assertEquals(await asks(mia, "/notify default"), ["I tell you what your role says."]);
  }));

Deno.test("in a group /notify says where it works, and sets nothing", () =>
  inStory(async (program) => {
    const { group, bob } = await withSettings(program);
    await bob.says(group, "/notify off");
    assertMatch(plain(group.visibleTo(bob).at(-1)!), /private chat/);
    assertMatch((await asks(bob, "/notify")).join(), /Now: as your role says/);
  }));

Deno.test("with nothing set nobody is called in private; who is assigned, and managers, are told", () =>
  inStory(async (program) => {
    const yard = await withSettings(program);
    const { group, ana, dan, mia, eve } = yard;
    const meanwhile = (act: () => Promise<unknown>) => toldMeanwhile(program, all(yard), act);
    assertEquals(await meanwhile(() => reported(yard)), {});
    assertEquals(await meanwhile(() => program.pass(10)), {}, "a reminder");
    assertEquals(await meanwhile(() => dan.says(group, "/priority 1 critical")), {
      Mia: [CRITICAL],
    });
    assertEquals(buttons(newest(mia)), ["🙋 Claim"]);
    assertEquals(await meanwhile(() => dan.says(group, `/assign 1 ${ana.id}`)), {
      Ana: ["Ana, ACME-1 is yours: “Brakes failed on truck 12” Assigned by Dan."],
    });
    assertEquals(buttons(newest(ana)), ["✅ Resolve", "🚪 Leave"]);
    assertEquals(await meanwhile(() => eve.presses(cardOf(group, "ACME-1"), "Escalate")), {
      Mia: [ESCALATED],
    });
  }));

Deno.test("`on` brings every call and reminder to whom it is for, with the button that they may press", () =>
  inStory(async (program) => {
    const yard = await withSettings(program, { Bob: "on", Dan: "on", Gus: "on", Sam: "on" });
    const { group, bob, ana, mia } = yard;
    const meanwhile = (act: () => Promise<unknown>) => toldMeanwhile(program, all(yard), act);
    assertEquals(await meanwhile(() => reported(yard)), { Bob: [CALL] });
    assertEquals(buttons(newest(bob)), ["🙋 Claim"]);
    assertEquals(linksIn(newest(bob)).length, 1);
    assertEquals(await meanwhile(() => program.pass(10)), {
      Bob: ["⏰ Nobody has claimed ACME-1 for 10 minutes: “Brakes failed on truck 12”"],
    });
    assertEquals(await bob.presses(newest(bob), "Claim"), { text: "ACME-1 is yours." });
    assertEquals(await crew(program), ["Bob"]);
    assertMatch(newestInPrivate(bob), /ACME-1/, "the message has become the incident");
    assertEquals(
      await meanwhile(() => bob.presses(cardOf(group, "ACME-1"), "Leave")),
      {},
      "his own",
    );
    await ana.presses(cardOf(group, "ACME-1"), "Claim");
    assertEquals(await meanwhile(() => mia.says(group, "/revoke_claim 1")), {
      Bob: ["ACME-1 needs Workshop again: “Brakes failed on truck 12” Who claims it?"],
    });
    assertEquals(await meanwhile(() => mia.says(group, "/escalate 1")), {
      Gus: ["🔺 ACME-1 in “ACME yard” has escalated."],
    });
    assertEquals(buttons(newest(yard.gus)), [], "the roles of a group don't count in private");
    assertEquals(await meanwhile(() => program.pass(15)), {
      Gus: ["📣 You are called in “ACME yard”: ACME-1"],
    });
  }));

Deno.test("who is asked how it goes, for a summary or for a department may want it in private", () =>
  inStory(async (program) => {
    const yard = await withSettings(program, { Bob: "on", Eve: "on" });
    const { group, bob, eve } = yard;
    const meanwhile = (act: () => Promise<unknown>) => toldMeanwhile(program, all(yard), act);
    await inWork(yard);
    assertEquals(await meanwhile(() => program.pass(120)), {
      Bob: [
        "How is ACME-1 going? “Brakes failed on truck 12” Nothing was heard of it for 2 hours.",
      ],
    });
    assertEquals(buttons(newest(bob)), ["👍 Still on it", "✅ Resolve", "🚪 Leave"]);
    assertEquals(await bob.presses(newest(bob), "Still on it"), {
      text: "Thank you. ACME-1 goes on.",
    });
    await bob.presses(cardOf(group, "ACME-1"), "Resolve");
    assertEquals(await meanwhile(() => program.pass(5)), {
      Bob: [
        "How was ACME-1 resolved? Send /resolve ACME-1 and a sentence, or it closes without a summary.",
      ],
    });
    assertEquals(await asks(bob, "/resolve ACME-1 New brake line"), ["ACME-1 is resolved."]);
    await eve.says(group, "/new_issue Lights failed");
    assertEquals(await meanwhile(() => program.pass(10)), {
      Eve: ["Which department is ACME-2 for? “Lights failed” Choose it on the card."],
    });
  }));

Deno.test("`urgent` brings what is critical to a department's people, dispatchers and managers, and escalations to managers", () =>
  inStory(async (program) => {
    const people = { Bob: "urgent", Dan: "urgent", Mia: "urgent", Gus: "urgent", Sam: "urgent" };
    const yard = await withSettings(program, people);
    const { group, bob, eve, dan } = yard;
    const meanwhile = (act: () => Promise<unknown>) => toldMeanwhile(program, all(yard), act);
    assertEquals(await meanwhile(() => reported(yard)), {});
    assertEquals(await meanwhile(() => eve.says(group, "/priority 1 critical")), {
      Bob: [CRITICAL],
      Dan: [CRITICAL],
      Mia: [CRITICAL],
      Gus: [CRITICAL_HERE],
    });
    assertEquals(buttons(newest(bob)), ["🙋 Claim"]);
    assertEquals(await meanwhile(() => program.pass(3)), {}, "a reminder is no news");
    await bob.presses(cardOf(group, "ACME-1"), "Claim");
    await dan.says(group, "/cancel 1 false alarm");
    assertEquals(await meanwhile(() => eve.says(group, "/reopen 1")), {
      Bob: ["🚨 ACME-1 needs Workshop again: “Brakes failed on truck 12” Who claims it?"],
      Dan: ["🚨 ACME-1 needs Workshop again: “Brakes failed on truck 12” Who claims it?"],
      Mia: ["🚨 ACME-1 needs Workshop again: “Brakes failed on truck 12” Who claims it?"],
      Gus: [CRITICAL_HERE],
    });
    assertEquals(await meanwhile(() => eve.says(group, "/escalate 1")), {
      Mia: [ESCALATED],
      Gus: ["🔺 ACME-1 in “ACME yard” has escalated."],
    });
  }));

Deno.test("what is critical before it has a department reaches its people when it has one", () =>
  inStory(async (program) => {
    const yard = await withSettings(program, { Bob: "urgent" });
    const { group, eve, mia } = yard;
    const meanwhile = (act: () => Promise<unknown>) => toldMeanwhile(program, all(yard), act);
    await eve.says(group, "/new_issue Brakes failed on truck 12");
    assertEquals(await meanwhile(() => eve.says(group, "/priority 1 critical")), {
      Mia: [CRITICAL],
    });
    assertEquals(buttons(newest(mia)), [], "nobody can claim it yet");
    assertEquals(
      await meanwhile(() => eve.presses(cardOf(group, "ACME-1"), "Workshop")),
      { Bob: [`🚨 ${CALL}`] },
    );
  }));

Deno.test("`off` silences everything, assignments too; the group calls as ever", () =>
  inStory(async (program) => {
    const yard = await withSettings(program, { Bob: "off", Mia: "off" });
    const { group, bob, dan, eve } = yard;
    const told = await toldMeanwhile(program, all(yard), async () => {
      await reported(yard);
      await dan.says(group, "/priority 1 critical");
      await dan.says(group, `/assign 1 ${bob.id}`);
      await eve.says(group, "/escalate 1");
      await program.pass(30);
    });
    assertEquals(told, {});
    assert(group.messages.some((message) => plain(message).startsWith("🔺 ACME-1 has waited")));
  }));

Deno.test("whoever is slower hears who was faster, and what was not said yet is not said any more", () =>
  inStory(async (program) => {
    const yard = await withSettings(program, { Bob: "on", Ana: "on" });
    const { group, bob, ana } = yard;
    const mend = program.telegram.faults.add({
      method: "sendMessage",
      chatId: bob.id,
      kind: "500",
    });
    await reported(yard);
    await ana.presses(cardOf(group, "ACME-1"), "Claim");
    mend();
    const late = await toldMeanwhile(program, [bob], () => program.pass(5));
    assertEquals(late, {});
    await ana.presses(cardOf(group, "ACME-1"), "Leave");
    const call = newest(bob);
    assertMatch(plain(call), /^ACME-1 needs Workshop again/);
    await ana.presses(cardOf(group, "ACME-1"), "Claim");
    assertMatch((await bob.presses(call, "Claim")).text ?? "", /Ana/);
    assertEquals(await crew(program), ["Ana"]);
  }));

Deno.test("such a button works for whom it was sent to, as long as the company lets them take calls", () =>
  inStory(async (program) => {
    const yard = await withSettings(program, { Bob: "on" });
    const { bob, ana, sam, mia } = yard;
    await reported(yard);
    const unknown = { text: "There is no such incident here." };
    for (const person of [ana, sam]) {
      await asks(person, "/notify");
      const pressed = await person.presses(newest(person), "", { data: "claim:ACME-1" });
      assertEquals(pressed, unknown, `${person.name} was never called`);
    }
    const call = newest(bob);
    await reported(yard, "ACME-2", "Lights failed");
    assertEquals(await bob.presses(call, "", { data: "claim:ACME-2" }), unknown, "of another one");
    assertEquals(await bob.presses(call, "", { data: "escalate:ACME-1" }), unknown);
    await asks(mia, `/remove_member ACME Workshop ${bob.id}`);
    assertEquals(await bob.presses(call, "Claim"), unknown);
    assertEquals(await crew(program), []);
  }));

Deno.test("pings keep to the working hours; what is urgent does not", () =>
  inStory(async (program) => {
    const yard = await withSettings(program, { Bob: "on" });
    const { group, dan, mia } = yard;
    const meanwhile = (act: () => Promise<unknown>) => toldMeanwhile(program, all(yard), act);
    await asks(mia, "/hours ACME mon-fri 08:00-17:00");
    await comesTo(program, 23, 20);
    assertEquals(await meanwhile(() => reported(yard)), {}, "the group is called, Bob is not");
    assertEquals(await meanwhile(() => dan.says(group, "/priority 1 critical")), {
      Bob: [CRITICAL],
      Mia: [CRITICAL],
    });
    assertEquals(await meanwhile(() => program.pass(3)), {
      Bob: ["⏰ Nobody has claimed ACME-1 for 3 minutes: “Brakes failed on truck 12”"],
    }, "reminders of what is critical come at night");
    await comesTo(program, 24, 9);
    assertEquals(
      await meanwhile(() => reported(yard, "ACME-2", "Lights failed")),
      { Bob: ["ACME-2 needs Workshop: “Lights failed” Who claims it?"] },
    );
  }));

Deno.test("pings keep to the shift of whoever has one; what is critical finds those off duty", () =>
  inStory(async (program) => {
    const yard = await withSettings(program, { Bob: "on", Ana: "on" });
    const { group, bob, ana, mia, dan } = yard;
    const meanwhile = (act: () => Promise<unknown>) => toldMeanwhile(program, all(yard), act);
    await asks(mia, `/shift ACME Workshop ${bob.id} daily 08:00-16:00`);
    assertEquals(await meanwhile(() => reported(yard)), { Bob: [CALL] });
    await comesTo(program, 23, 18);
    assertEquals(
      await meanwhile(() => reported(yard, "ACME-2", "Lights failed")),
      { Ana: ["ACME-2 needs Workshop: “Lights failed” Who claims it?"] },
      "nobody is on duty, so the group calls both",
    );
    await comesTo(program, 24, 10);
    await asks(mia, `/shift ACME Workshop ${ana.id} daily 16:00-24:00`);
    await dan.says(group, "/cancel 2 false alarm");
    await dan.says(group, "/priority 2 critical");
    await dan.says(group, "/reopen 2");
    await dan.says(group, "/priority 2 critical");
    assertMatch(newestInPrivate(ana), /^🚨 ACME-2 is critical/);
  }));

Deno.test("no other company's people hear of it, and nobody who has blocked the bot", () =>
  inStory(async (program) => {
    const yard = await withSettings(program, { Bob: "on" });
    const { group, bob, eve, dan } = yard;
    const zoe = program.telegram.person("Zoe");
    await program.company("ZETA", { owner: zoe });
    await zoe.starts();
    await asks(program.admin, `/add_manager ZETA ${zoe.id}`);
    await asks(zoe, "/notify on");
    const told = await toldMeanwhile(program, [zoe, bob], async () => {
      await bob.blocks();
      await reported(yard);
      await dan.says(group, "/priority 1 critical");
      await eve.says(group, "/escalate 1");
      await program.pass(30);
    });
    assertEquals(told, {});
    await bob.unblocks();
    await reported(yard, "ACME-2", "Lights failed");
    assertMatch(newestInPrivate(bob), /^ACME-2 needs Workshop/, "the setting is kept");
  }));

Deno.test("who inherits an incident is told so", () =>
  inStory(async (program) => {
    const yard = await withSettings(program, { Dan: "off" });
    const { group, bob, ana, mia } = yard;
    const meanwhile = (act: () => Promise<unknown>) => toldMeanwhile(program, all(yard), act);
    await inWork(yard);
    await ana.presses(cardOf(group, "ACME-1"), "Join");
    const theirs = { Ana: ["ACME-1 is yours now: “Brakes failed on truck 12”"] };
    assertEquals(await meanwhile(() => bob.presses(cardOf(group, "ACME-1"), "Leave")), theirs);
    await bob.presses(cardOf(group, "ACME-1"), "Join");
    assertEquals(await meanwhile(() => mia.says(group, `/revoke_claim 1 ${ana.id}`)), {
      Bob: ["ACME-1 is yours now: “Brakes failed on truck 12”"],
    });
  }));
