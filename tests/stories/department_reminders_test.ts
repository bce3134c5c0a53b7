import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { cardOf } from "../program.ts";
import { plain } from "../simulator/simulator.ts";
import { mentioned, saying } from "./reading.ts";
import { events, incident } from "./stored.ts";
import { asks, inStory } from "./story.ts";
import { crew, yardOf } from "./yard.ts";

const QUESTION = "which department is ACME-1 for?";

Deno.test("whoever reports and chooses nothing is reminded twice; then the first department is called", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, eve, dan } = yard;
    await eve.says(group, "/new_issue Brakes failed on truck 12");
    await program.pass(9);
    assertEquals(saying(group, QUESTION), []);
    await program.pass(1);
    const [question] = saying(group, QUESTION);
    assertEquals(
      plain(question!),
      "Eve, which department is ACME-1 for? “Brakes failed on truck 12” Choose it on the card; " +
        "if nobody does, Dispatch is called.",
    );
    assertEquals(mentioned(question!), ["Eve"]);
    assertEquals(question?.reply_to_message?.message_id, cardOf(group, "ACME-1").message_id);
    await program.pass(10);
    assertEquals(saying(group, QUESTION).length, 1);
    assertEquals((await incident(program, "ACME-1")).status, "awaiting_department");
    await program.pass(10);
    assertEquals(saying(group, QUESTION), []);
    const call = group.messages.at(-1)!;
    assertMatch(plain(call), /^Nobody chose a department for ACME-1, so it goes to Dispatch: /);
    assertEquals(mentioned(call), ["Dan"]);
    assertStringIncludes(plain(cardOf(group, "ACME-1")), "🔴 ACME-1 · Dispatch · waiting");
    await dan.presses(cardOf(group, "ACME-1"), "Claim");
    assertEquals(await crew(program), ["Dan"]);
    assertEquals(await events(program, "ACME-1"), [
      "reported",
      "nudged",
      "nudged",
      "department_chosen",
      "claimed",
    ]);
  }));

Deno.test("a choice ends it; whoever is called has the whole time from then on", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, eve } = yard;
    await eve.says(group, "/new_issue Brakes failed on truck 12");
    await program.pass(19);
    await eve.presses(cardOf(group, "ACME-1"), "Workshop");
    assertEquals(saying(group, QUESTION), []);
    await program.pass(9);
    assertEquals((await events(program, "ACME-1")).slice(1), ["nudged", "department_chosen"]);
    await program.pass(1);
    assertEquals(mentioned(group.messages.at(-1)!).toSorted(), ["Ana", "Bob"]);
    assertMatch(plain(group.messages.at(-1)!), /^⏰ Nobody has claimed ACME-1 for 10 minutes/);
  }));

Deno.test("how often, and how long between, is the company's to say", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, eve, mia } = yard;
    for (const setting of ["department 3", "department_repeat 7", "department_reminders 1"]) {
      await asks(mia, `/policy ACME ${setting}`);
    }
    await eve.says(group, "/new_issue Brakes failed on truck 12");
    await program.pass(2);
    assertEquals(saying(group, QUESTION), []);
    await program.pass(1);
    assertEquals(saying(group, QUESTION).length, 1);
    await program.pass(6);
    assertEquals((await events(program, "ACME-1")).slice(1), ["nudged"]);
    await program.pass(1);
    assertEquals((await events(program, "ACME-1")).slice(1), ["nudged", "department_chosen"]);
  }));
