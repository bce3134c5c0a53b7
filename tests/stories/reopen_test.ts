import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import type { Message } from "grammy/types";
import { cardOf } from "../program.ts";
import { buttons, type Group, plain } from "../simulator/simulator.ts";
import { remindersIn } from "./reading.ts";
import { events, incident } from "./stored.ts";
import { asks, inStory, newestFor, textsFor } from "./story.ts";
import { chooses, endOf, inWork, type Yard, yardOf } from "./yard.ts";

function pinnedIds({ pinned }: Group): number[] {
  return pinned.map(({ message_id }) => message_id);
}

/** Brakes, resolved by Bob. */
async function resolved(yard: Yard): Promise<Message> {
  const card = await inWork(yard);
  await yard.bob.says(yard.group, "/resolve 1 Replaced the brake line");
  return card;
}

Deno.test("Reopen puts it back in its department, pinned, called and reminded of as a new one", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, eve, bob } = yard;
    const card = await resolved(yard);
    await program.pass(60);
    assertEquals(await eve.presses(card, "Reopen"), { text: "ACME-1 is open again." });
    const shown = cardOf(group, "ACME-1");
    assertMatch(plain(shown), /^🔴 ACME-1 · Workshop · waiting for someone to claim$/m);
    assertMatch(plain(shown), /^Reported by Eve 23 Nov, 09:00 UTC · reopened 1 time$/m);
    assert(!plain(shown).includes("Replaced the brake line"));
    assertEquals(buttons(shown), ["🙋 Claim", "🔺 Escalate", "⋯ More"]);
    assertEquals(pinnedIds(group), [card.message_id]);
    assertMatch(plain(group.messages.at(-1)!), /^ACME-1 needs Workshop again: “Brakes failed/);
    await program.pass(9);
    assertEquals(remindersIn(group), []);
    await program.pass(1);
    assertMatch(plain(remindersIn(group)[0]!), /Nobody has claimed ACME-1 for 10 minutes/);
    await bob.presses(card, "Claim");
    await bob.says(group, "/resolve 1 Replaced it once more");
    await eve.presses(card, "Reopen");
    assertStringIncludes(plain(cardOf(group, "ACME-1")), "reopened 2 times");
  }));

Deno.test("/reopen takes a reason, which is on record", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, eve } = yard;
    await resolved(yard);
    await eve.says(group, "/reopen 1 It leaks again");
    assert(textsFor(eve, group).includes("ACME-1 is open again."));
    await eve.says(group, "/history 1");
    assertMatch(newestFor(eve, group), /Eve reopened it: It leaks again$/m);
    await eve.says(group, "/reopen 1");
    assertEquals((await events(program, "ACME-1")).filter((it) => it === "reopened").length, 1);
  }));

Deno.test("the reporter, who worked on it, dispatchers and managers reopen it; nobody else", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, eve, bob, ana, dan, mia, gus, sam } = yard;
    const card = await inWork(yard);
    await ana.presses(card, "Join");
    await ana.presses(card, "Leave");
    const max = program.telegram.person("Max");
    await max.joins(group);
    await asks(program.admin, `/add_member ACME Workshop ${max.id}`);
    for (const person of [eve, bob, ana, dan, mia, gus]) {
      await mia.says(group, "/cancel 1 false alarm");
      assertEquals((await incident(program, "ACME-1")).status, "closed");
      for (const other of [sam, max]) {
        assertMatch((await other.presses(card, "Reopen")).text ?? "", /^Only the reporter, those/);
      }
      await person.presses(card, "Reopen");
      assertEquals((await incident(program, "ACME-1")).status, "awaiting_claim", person.name);
    }
    assertStringIncludes(plain(cardOf(group, "ACME-1")), "reopened 6 times");
  }));

Deno.test("closed before a department was chosen, it asks for one again", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, eve } = yard;
    await eve.says(group, "/new_issue Brakes failed");
    const card = cardOf(group, "ACME-1");
    await chooses(eve, yard, ["ACME-1", "Cancel", "False alarm"]);
    await eve.presses(card, "Reopen");
    assertEquals(buttons(cardOf(group, "ACME-1")), ["Dispatch", "Workshop", "Safety", "⋯ More"]);
    assertEquals(pinnedIds(group), [card.message_id]);
    await eve.presses(card, "Workshop");
    assertEquals(await endOf(program), ["awaiting_claim"]);
  }));

Deno.test("what had escalated or was closed without a summary is reopened at tier 1", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, eve, bob } = yard;
    const card = await inWork(yard);
    await bob.presses(card, "Escalate");
    await bob.presses(card, "Resolve");
    await program.pass(10);
    assertEquals(await endOf(program), ["closed", "no_summary"]);
    await eve.presses(card, "Reopen");
    assert(!plain(cardOf(group, "ACME-1")).toLowerCase().includes("escalated"));
    assertEquals(await bob.presses(card, "Claim"), { text: "ACME-1 is yours." });
    await program.pass(30);
    assertEquals(await endOf(program), ["in_progress"]);
  }));
