import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { cardOf } from "../program.ts";
import { buttons, plain } from "../simulator/simulator.ts";
import { mentioned, remindersIn, saying } from "./reading.ts";
import { events, incident, records } from "./stored.ts";
import { asks, inStory, newestFor } from "./story.ts";
import { chooses, inWork, menuOf, reported, yardOf } from "./yard.ts";

const MINUTE = 60_000;

Deno.test("the owner snoozes it from the menu; when that is over they are called, and asked later", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, bob } = yard;
    await inWork(yard);
    await chooses(bob, yard, ["ACME-1", "Snooze"]);
    assertEquals(buttons(menuOf(bob, yard)).slice(0, 3), [
      "1 hour",
      "4 hours",
      "Until 24 Nov, 08:00",
    ]);
    assertEquals(await bob.presses(menuOf(bob, yard), "4 hours"), {
      text: "ACME-1: no reminders for a while.",
    });
    assertMatch(
      plain(cardOf(group, "ACME-1")),
      /^💤 No reminders; they come back 23 Nov, 13:00 UTC · snoozed by Bob$/m,
    );
    const before = group.messages.length;
    await program.pass(239);
    assertEquals(group.messages.length, before);
    await program.pass(1);
    const call = group.messages.at(-1)!;
    assertEquals(plain(call), "⏰ ACME-1 is on again: “Brakes failed on truck 12” Bob");
    assertEquals(mentioned(call), ["Bob"]);
    assertEquals(plain(cardOf(group, "ACME-1")).includes("💤"), false);
    await program.pass(119);
    assertEquals(saying(group, "how is ACME-1 going?"), []);
    await program.pass(1);
    assertEquals(saying(group, "how is ACME-1 going?").length, 1);
    assertEquals((await events(program, "ACME-1")).slice(3), ["snoozed", "woken", "nudged"]);
  }));

Deno.test("a manager snoozes by command what nobody has claimed; then its department has the whole time", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, mia } = yard;
    await reported(yard);
    await program.pass(10);
    await mia.says(group, "/snooze 1 1h");
    assertEquals(newestFor(mia, group), "ACME-1: no reminders for a while.");
    await program.pass(59);
    assertEquals((await events(program, "ACME-1")).slice(2), ["nudged", "snoozed"]);
    await program.pass(1);
    const call = group.messages.at(-1)!;
    assertMatch(plain(call), /^⏰ ACME-1 is on again/);
    assertEquals(mentioned(call).toSorted(), ["Ana", "Bob"]);
    for (const minutes of [10, 20]) {
      await program.pass(10);
      assertMatch(
        plain(remindersIn(group).at(-1)!),
        new RegExp(`Nobody has claimed ACME-1 for ${minutes} minutes`),
      );
    }
    await program.pass(10);
    assertEquals((await events(program, "ACME-1")).at(-1), "escalated");
  }));

Deno.test("until tomorrow is until people begin to work, where the company is", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, bob, mia } = yard;
    await asks(mia, "/time_zone ACME Europe/Berlin");
    await asks(mia, "/hours ACME mon-wed 07:30-17:00; fri 10-12");
    await inWork(yard);
    await chooses(bob, yard, ["ACME-1", "Snooze"]);
    await bob.presses(menuOf(bob, yard), "Until 24 Nov, 07:30");
    const { snoozed } = await incident(program, "ACME-1");
    assertEquals(snoozed?.until, Date.UTC(2026, 10, 24, 6, 30));
    await program.clock.advance(Date.UTC(2026, 10, 25, 20) - program.clock.now());
    await program.app.sweep();
    await mia.says(group, "/snooze ACME-1 tomorrow");
    const again = (await incident(program, "ACME-1")).snoozed;
    assertEquals(again?.until, Date.UTC(2026, 10, 27, 9));
    await program.clock.advance(Date.UTC(2026, 10, 27, 8, 59) - program.clock.now());
    await program.app.sweep();
    assertEquals((await events(program, "ACME-1")).at(-1), "snoozed");
    await program.pass(1);
    assertEquals((await events(program, "ACME-1")).at(-1), "woken");
  }));

Deno.test("reminded again at once, by the menu or by command: nobody is called, all wait anew", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, bob, mia } = yard;
    await inWork(yard);
    await bob.says(group, "/snooze 1 tomorrow");
    await program.pass(90);
    const before = group.messages.length;
    assertEquals(await chooses(mia, yard, ["ACME-1", "Remind again"]), {
      text: "ACME-1: reminders are on again.",
    });
    assertEquals(group.messages.length, before);
    await bob.says(group, "/snooze 1 off");
    assertEquals(newestFor(bob, group), "That is how it is already.");
    await program.pass(119);
    assertEquals((await events(program, "ACME-1")).slice(3), ["snoozed", "woken"]);
    await program.pass(1);
    assertEquals((await events(program, "ACME-1")).at(-1), "nudged");
    await bob.says(group, "/snooze 1 1h");
    await bob.says(group, "/snooze 1 off");
    assertEquals((await incident(program, "ACME-1")).snoozed, null);
  }));

Deno.test("a claim ends it, and so does a resolution", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, bob, mia } = yard;
    const card = await reported(yard);
    await mia.says(group, "/snooze 1 tomorrow");
    await bob.presses(card, "Claim");
    assertEquals((await incident(program, "ACME-1")).snoozed, null);
    assertEquals(plain(cardOf(group, "ACME-1")).includes("💤"), false);
    await program.pass(120);
    assertEquals((await events(program, "ACME-1")).at(-1), "nudged");
    await bob.says(group, "/snooze 1 4h");
    await bob.presses(cardOf(group, "ACME-1"), "Resolve");
    await program.pass(10);
    assertEquals((await events(program, "ACME-1")).slice(-3), [
      "resolve_pressed",
      "nudged",
      "closed",
    ]);
  }));

Deno.test("only its owner and managers may, whatever others press or write", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, eve, ana, dan, sam, gus } = yard;
    await inWork(yard);
    const before = await records(program);
    for (const person of [eve, ana, dan, sam]) {
      for (const data of ["quiet:ACME-1:1h", "wake:ACME-1", "snooze:ACME-1"]) {
        const { text } = await person.presses(cardOf(group, "ACME-1"), "", { data });
        assertEquals(text, "Only the owner or managers can do that.", `${person.name} ${data}`);
      }
      await person.says(group, "/snooze 1 1h");
      assertEquals(newestFor(person, group), "Only the owner or managers can do that.");
    }
    assertEquals(await records(program), before);
    await gus.presses(cardOf(group, "ACME-1"), "", { data: "quiet:ACME-1:1h" });
    const { snoozed } = await incident(program, "ACME-1");
    assertEquals(snoozed, {
      until: program.clock.now() + 60 * MINUTE,
      by: { id: gus.id, name: "Gus" },
    });
  }));

Deno.test("words that are no time are explained", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, bob } = yard;
    await inWork(yard);
    for (const text of ["/snooze 1", "/snooze 1 2h", "/snooze 1 for ever"]) {
      await bob.says(group, text);
      assertStringIncludes(newestFor(bob, group), "1h | 4h | tomorrow | off", text);
    }
    await bob.presses(cardOf(group, "ACME-1"), "", { data: "quiet:ACME-1:2h" });
    assertEquals((await incident(program, "ACME-1")).snoozed, null);
    await bob.says(group, "/resolve 1 Replaced the brake line");
    await bob.says(group, "/snooze 1 1h");
    assertMatch(newestFor(bob, group), /^Already resolved/);
  }));
