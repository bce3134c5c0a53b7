import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import type { Message } from "grammy/types";
import { cardOf } from "../program.ts";
import { buttons, plain } from "../simulator/simulator.ts";
import { remindersIn } from "./reading.ts";
import { events, records } from "./stored.ts";
import { asks, inStory, newestFor, newestInPrivate } from "./story.ts";
import { chooses, endOf, hasOpen, inWork, menuOf, reported, yardOf } from "./yard.ts";

/** The question that the bot asks about an incident, as everybody sees it. */
function question(messages: readonly Message[], words: string): Message {
  const found = messages.findLast((message) => plain(message).includes(words));
  assert(found, `nobody was asked "${words}"`);
  return found;
}

const WHY = "why is there nothing to do for ACME-1?";

Deno.test("a false alarm is closed, unpinned and nobody is reminded any more", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, eve } = yard;
    await reported(yard);
    assertEquals(await chooses(eve, yard, ["ACME-1", "Cancel", "False alarm"]), {
      text: "ACME-1 is closed.",
    });
    const card = cardOf(group, "ACME-1");
    assertMatch(plain(card), /^⚫️ ACME-1 · Workshop · false alarm$/m);
    assertMatch(plain(card), /^Closed by Eve 23 Nov, 09:00 UTC$/m);
    assertEquals(buttons(card), ["🔁 Reopen", "⋯ More"]);
    assertEquals(group.pinned, []);
    assert(!hasOpen(eve, yard));
    await program.pass(60);
    assertEquals(remindersIn(group), []);
    assertEquals(await events(program, "ACME-1"), [
      "reported",
      "department_chosen",
      "cancelled",
    ]);
  }));

Deno.test("the menu asks why, with a way back", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { dan } = yard;
    await reported(yard);
    await chooses(dan, yard, ["ACME-1", "Cancel"]);
    assertMatch(plain(menuOf(dan, yard)), /Why is there nothing to do\?$/);
    assertEquals(buttons(menuOf(dan, yard)), [
      "False alarm",
      "Duplicate of …",
      "Other reason …",
      "‹ Back",
      "✖️ Close",
    ]);
    await dan.presses(menuOf(dan, yard), "Back");
    assertMatch(plain(menuOf(dan, yard)), /What do you want to do\?$/);
    assertEquals(await endOf(program), ["awaiting_claim"]);
  }));

Deno.test("a duplicate is chosen from the open incidents of this group", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { telegram, admin } = program;
    const { group, eve, dan } = yard;
    const depot = telegram.group("Depot", { owner: eve, members: [dan], withBot: false });
    await eve.adds(depot);
    await depot.botRights("administrator");
    await asks(admin, `/add_group ACME ${depot.id}`);
    await reported(yard, "ACME-1", "Brakes failed on truck 12");
    await reported(yard, "ACME-2", "Truck 12 can't stop");
    await reported(yard, "ACME-3", "Mirror broken");
    await eve.says(depot, "/new_issue Gate is stuck");
    await chooses(dan, yard, ["ACME-3", "Cancel", "False alarm"]);

    await chooses(dan, yard, ["ACME-2", "Cancel", "Duplicate of"]);
    assertEquals(buttons(menuOf(dan, yard)), [
      "ACME-1 · Brakes failed on truck 12",
      "‹ Back",
      "✖️ Close",
    ]);
    const forged = async (other: number) =>
      (await dan.presses(menuOf(dan, yard), "", { data: `double:ACME-2:${other}` })).text;
    for (const other of [4, 2, 99]) {
      assertEquals(await forged(other), "There is no such incident here.");
    }
    assertEquals(await dan.presses(menuOf(dan, yard), "ACME-1"), { text: "ACME-2 is closed." });
    const card = plain(cardOf(group, "ACME-2"));
    assertMatch(card, /^⚫️ ACME-2 · Workshop · duplicate$/m);
    assertMatch(card, /^Closed by Dan .*: ACME-1$/m);
    assertEquals(await endOf(program), ["awaiting_claim"]);

    await chooses(dan, yard, ["ACME-1", "Cancel", "Duplicate of"]);
    assertMatch(plain(menuOf(dan, yard)), /There is no other open incident here\.$/);
    assertEquals(buttons(menuOf(dan, yard)), ["‹ Back", "✖️ Close"]);
  }));

Deno.test("many open incidents are offered in pages of eight, the newest first", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { dan } = yard;
    for (let n = 1; n <= 10; n++) await reported(yard, `ACME-${n}`, `Lamp ${n} is broken`);
    await chooses(dan, yard, ["ACME-5", "Cancel", "Duplicate of"]);
    const ids = () =>
      buttons(menuOf(dan, yard)).flatMap((label) => /^ACME-\d+/.exec(label)?.[0] ?? []);
    assertEquals(ids(), [10, 9, 8, 7, 6, 4, 3, 2].map((n) => `ACME-${n}`));
    await dan.presses(menuOf(dan, yard), "▶");
    assertEquals(ids(), ["ACME-1"]);
    await dan.presses(menuOf(dan, yard), "◀");
    await dan.presses(menuOf(dan, yard), "ACME-9");
    assertMatch(plain(cardOf(yard.group, "ACME-5")), /: ACME-9$/m);
  }, { environment: { REPORTS_PER_PERSON_PER_HOUR: "20" } }));

Deno.test("another reason is asked for and given as a reply", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, dan, sam } = yard;
    await reported(yard);
    await chooses(dan, yard, ["ACME-1", "Cancel", "Other reason"]);
    const asked = question(group.messages, WHY);
    assertMatch(plain(asked), /^Dan, why is there nothing to do for ACME-1\? Reply/);
    assert(!hasOpen(dan, yard));
    await sam.says(group, "Because I say so", { replyTo: asked });
    assertEquals(await endOf(program), ["awaiting_claim"]);
    await dan.says(group, "x".repeat(501), { replyTo: asked });
    assertEquals(
      newestFor(dan, group),
      "That reason is too long: 501 characters. At most 500 fit.",
    );
    assertEquals(await endOf(program), ["awaiting_claim"]);
    await dan.says(group, "The truck is <sold>", { replyTo: asked });
    assertEquals(await endOf(program), ["closed", "cancelled", "The truck is <sold>"]);
    const card = plain(cardOf(group, "ACME-1"));
    assertMatch(card, /^⚫️ ACME-1 · Workshop · cancelled$/m);
    assertMatch(card, /^Closed by Dan .*: The truck is <sold>$/m);
    assertEquals(await events(program, "ACME-1"), [
      "reported",
      "department_chosen",
      "commented",
      "cancelled",
    ]);
  }));

Deno.test("in private the reason is asked for and answered in private", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Dan"] });
    const { group, dan } = yard;
    await reported(yard);
    const before = group.messages.length;
    await dan.says(dan.private, "/issue ACME-1");
    for (const label of ["More", "Cancel", "Other reason"]) {
      const panel = dan.private.messages.findLast((message) => buttons(message).length > 0)!;
      await dan.presses(panel, label);
    }
    assertStringIncludes(newestInPrivate(dan), WHY);
    assertEquals(group.messages.length, before);
    await dan.says(dan.private, "The truck is sold");
    assertEquals(await endOf(program), ["closed", "cancelled", "The truck is sold"]);
  }));

Deno.test("/cancel takes each of the reasons", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, dan } = yard;
    for (let n = 1; n <= 5; n++) await reported(yard, `ACME-${n}`, `Lamp ${n} is broken`);
    await dan.says(group, "/cancel 1 False alarm");
    await dan.says(group, "/cancel 2 duplicate of ACME-5");
    await dan.says(group, "/cancel #3 duplicate of 5");
    await dan.says(group, "/cancel ACME-4 The truck is sold");
    assertEquals(await endOf(program, "ACME-1"), ["closed", "false_alarm", null]);
    for (const id of ["ACME-2", "ACME-3"]) {
      assertEquals(await endOf(program, id), ["closed", "duplicate", null]);
      assertMatch(plain(cardOf(group, id)), /^Closed by Dan .*: ACME-5$/m);
    }
    assertEquals(await endOf(program, "ACME-4"), ["closed", "cancelled", "The truck is sold"]);
    for (
      const [words, answer] of [
        ["5 duplicate of 99", "There is no such incident here."],
        ["5 duplicate of 5", "There is no such incident here."],
        ["5", "Usage: /cancel [id] <false alarm | duplicate of id | reason>"],
        ["4 The truck is sold", "Already closed."],
        [`5 ${"x".repeat(501)}`, "That reason is too long: 501 characters. At most 500 fit."],
      ] as const
    ) {
      await dan.says(group, `/cancel ${words}`);
      assertStringIncludes(newestFor(dan, group), answer);
    }
    assertEquals(await endOf(program, "ACME-5"), ["awaiting_claim"]);
  }));

Deno.test("the reporter cancels until somebody claims; after that dispatchers and managers do", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, eve, bob, ana, dan, mia, gus, sam } = yard;
    for (const id of ["ACME-1", "ACME-2", "ACME-3"]) await inWork(yard, id);
    await ana.presses(cardOf(group, "ACME-1"), "Join");
    const before = await records(program);
    for (const person of [eve, bob, ana, sam]) {
      await person.says(group, "/cancel 1 false alarm");
      assertEquals(newestFor(person, group), "Only dispatchers or managers can do that.");
    }
    assertEquals(await records(program), before);
    await dan.says(group, "/cancel 1 false alarm");
    await mia.says(group, "/cancel 2 false alarm");
    await gus.says(group, "/cancel 3 false alarm");
    for (const id of ["ACME-1", "ACME-2", "ACME-3"]) {
      assertEquals(await endOf(program, id), ["closed", "false_alarm", null]);
    }
  }));

Deno.test("what waits for a department or a summary can be cancelled, too", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, eve, bob, dan } = yard;
    await eve.says(group, "/new_issue Brakes failed");
    await eve.says(group, "/cancel 1 false alarm");
    assertMatch(plain(cardOf(group, "ACME-1")), /^⚫️ ACME-1 · false alarm$/m);
    await bob.presses(await inWork(yard, "ACME-2"), "Resolve");
    await dan.says(group, "/cancel 2 false alarm");
    assertEquals(await endOf(program, "ACME-2"), ["closed", "false_alarm", null]);
    await program.pass(30);
    assertEquals(await endOf(program, "ACME-2"), ["closed", "false_alarm", null]);
  }));
