import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { cardOf } from "../program.ts";
import { type Group, plain } from "../simulator/simulator.ts";
import { events, incident, records } from "./stored.ts";
import { asks, inStory, newestFor } from "./story.ts";
import { reportedYard, workingYard } from "./working_yard.ts";

const OLD = "Brakes failed on truck 12";
const NEW = "Brakes failed on truck 21";

/** Whether the card shows these words and none of the others. */
function assertShown(yard: Group, words: string, gone: string): void {
  const text = plain(cardOf(yard, "ACME-1"));
  assertStringIncludes(text, words);
  assertEquals(text.includes(gone), false);
}

Deno.test("the reporter and managers say anew what happened; the card says so, the history keeps both", () =>
  inStory(async (program) => {
    const { yard, eve, mia } = await reportedYard(program);
    assertEquals(plain(cardOf(yard, "ACME-1")).includes("edited"), false);
    await eve.says(yard, `/edit_description 1 ${NEW}`);
    assertEquals(newestFor(eve, yard), "ACME-1: description changed.");
    assertShown(yard, NEW, OLD);
    assertMatch(plain(cardOf(yard, "ACME-1")), /Reported by Eve .* · edited 23 Nov, 09:00 UTC/);
    await mia.says(yard, "/edit_description ACME-1 Truck 21:\nno brakes");
    assertShown(yard, "Truck 21:\nno brakes", NEW);
    assertEquals(
      (await asks(mia, "/edit_description ACME-1 In private"))[0],
      "ACME-1: description changed.",
    );
    await eve.says(yard, "/history 1");
    const history = newestFor(eve, yard);
    assertStringIncludes(history, `Eve reported it: ${OLD}`);
    assertStringIncludes(history, `Eve changed the description: ${NEW}`);
    assertStringIncludes(history, "Mia changed the description: Truck 21: no brakes");
  }));

Deno.test("nobody else changes the description, and nobody does once it is over", () =>
  inStory(async (program) => {
    const { yard, eve, bob, ana, card, source } = await reportedYard(program);
    await bob.presses(card, "Claim");
    for (const person of [bob, ana]) {
      await person.says(yard, `/edit_description 1 ${NEW}`);
      assertEquals(newestFor(person, yard), "Only the reporter or managers can do that.");
    }
    await bob.says(yard, "/resolve 1 Replaced the brake line");
    await eve.says(yard, `/edit_description 1 ${NEW}`);
    assertEquals(newestFor(eve, yard), "Already resolved by Bob.");
    await eve.edits(source, `/new_issue ${NEW}`);
    assertShown(yard, OLD, NEW);
    assertEquals((await events(program, "ACME-1")).includes("description_edited"), false);
  }));

Deno.test("a description that is too short, too long or missing changes nothing", () =>
  inStory(async (program) => {
    const { yard, eve, source } = await reportedYard(program);
    const answers = {
      "/edit_description 1": /Usage: \/edit_description \[id\] <new text>/,
      "/edit_description 1 Bad": /too short: 3 characters\. It needs at least 5/,
      [`/edit_description 1 ${"b".repeat(3001)}`]: /too long: 3,001 characters\. At most 3,000 fit/,
      [`/edit_description 1 ${OLD}`]: /^That is how it is already\.$/,
      "/edit_description 7 Nothing there": /^There is no such incident here\.$/,
    };
    for (const [text, answer] of Object.entries(answers)) {
      await eve.says(yard, text);
      assertMatch(newestFor(eve, yard), answer);
    }
    for (const text of ["/new_issue Bad", "/new_issue", `/new_issue ${OLD}`]) {
      await eve.edits(source, text);
    }
    assertShown(yard, OLD, "edited");
    assertEquals((await incident(program, "ACME-1")).version, 2);
  }));

Deno.test("editing the message it was reported by changes the description", () =>
  inStory(async (program) => {
    const { yard, eve, source } = await reportedYard(program);
    await program.clock.advance(60_000);
    await eve.edits(source, `/new_issue ${NEW}`);
    assertShown(yard, NEW, OLD);
    assertStringIncludes(plain(cardOf(yard, "ACME-1")), "edited 23 Nov, 09:01 UTC");
    await eve.edits(source, "/ticket@tocsin_bot Truck 21 has no brakes");
    assertShown(yard, "Truck 21 has no brakes", NEW);
  }));

Deno.test("editing a caption, or the answer to the bot's question, changes the description too", () =>
  inStory(async (program) => {
    const { yard, eve } = await workingYard(program);
    const photo = await eve.sendsPhoto(yard, { caption: `/new_issue ${OLD}` });
    await eve.edits(photo, `/new_issue ${NEW}`);
    assertShown(yard, NEW, OLD);
    await eve.says(yard, "/new_issue");
    const question = yard.messages.findLast((m) => plain(m).includes("what happened?"))!;
    const answer = await eve.says(yard, "Lights failed", { replyTo: question });
    await eve.edits(answer, "Lights and horn failed");
    assertStringIncludes(plain(cardOf(yard, "ACME-2")), "Lights and horn failed");
  }));

Deno.test("editing a message that was made an incident changes the description, whoever wrote it", () =>
  inStory(async (program) => {
    const { yard, eve, bob } = await workingYard(program);
    const own = await eve.says(yard, OLD);
    await eve.says(yard, "/new_issue", { replyTo: own });
    await eve.edits(own, NEW);
    assertShown(yard, NEW, OLD);
    const bobs = await bob.says(yard, "Lights failed");
    await eve.says(yard, "/new_issue", { replyTo: bobs });
    await bob.edits(bobs, "Lights and horn failed");
    assertStringIncludes(plain(cardOf(yard, "ACME-2")), "Lights and horn failed");
  }));

Deno.test("editing ordinary chatter changes nothing", () =>
  inStory(async (program) => {
    const { yard, eve, bob, card } = await reportedYard(program);
    const chatter = await bob.says(yard, "Good morning");
    const toBob = await eve.says(yard, "Morning", { replyTo: chatter });
    const inPrivate = await eve.says(eve.private, "Hello");
    const asked = await bob.says(yard, "/help");
    const before = await records(program);
    const said = yard.messages.length;
    await bob.edits(chatter, "/new_issue Good morning, everybody");
    await bob.edits(chatter, "Good morning, everybody");
    await eve.edits(toBob, "Good morning");
    await eve.edits(inPrivate, "/edit_description ACME-1 Hello again");
    await bob.edits(asked, "/comment 1 Not said");
    assertEquals(await records(program), before);
    assertEquals(yard.messages.length, said);
    assertEquals(plain(cardOf(yard, "ACME-1")), plain(card));
  }));
