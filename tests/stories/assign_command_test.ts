import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { plain } from "../simulator/simulator.ts";
import { mentioned } from "./reading.ts";
import { records } from "./stored.ts";
import { asks, inStory, newestFor, textsFor } from "./story.ts";
import { crew, everybodyGreets, inWork, reported, yardOf } from "./yard.ts";

Deno.test("/assign takes an @handle, an id, a mention, or is a reply to the person", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    await everybodyGreets(yard);
    const { group, bob, ana, dan } = yard;
    const card = await reported(yard);
    const owner = async () => (await crew(program))[0];
    await dan.says(group, "/assign 1 @BOB_acme");
    assert(textsFor(dan, group).includes("ACME-1 is assigned."));
    assertEquals(await owner(), "Bob");
    await dan.says(group, `/assign ACME-1 ${ana.id}`);
    assertEquals(await owner(), "Ana");
    await dan.says(group, "/assign #1 Bob", { mentions: [bob] });
    assertEquals(await owner(), "Bob");
    const saying = await ana.says(group, "I am near");
    await dan.says(group, "/assign 1", { replyTo: saying });
    assertEquals(await owner(), "Ana");
    await dan.says(group, "/assign @bob_acme", { replyTo: card });
    assertEquals(await owner(), "Bob");
  }));

Deno.test("in reply to the card a numeric id is the person, not another incident", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    await everybodyGreets(yard);
    const { group, ana, dan } = yard;
    const card = await reported(yard);
    await dan.says(group, `/assign ${ana.id}`, { replyTo: card });
    assertEquals(await crew(program), ["Ana"]);
  }));

Deno.test("in private, those of the company assign by its full id", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Dan", "Gus"] });
    await everybodyGreets(yard);
    const { group, dan, gus } = yard;
    await reported(yard);
    assertEquals(await asks(dan, "/assign ACME-1 @ana_acme"), ["ACME-1 is assigned."]);
    assertEquals(await crew(program), ["Ana"]);
    assertStringIncludes(plain(group.messages.at(-1)!), "Ana, ACME-1 is yours");
    assert(mentioned(group.messages.at(-1)!).includes("Ana"));
    assertEquals(await asks(gus, "/assign ACME-1 @bob_acme"), [
      "Sorry, that is not yours to do here. Nothing was changed.",
    ]);
  }));

Deno.test("who takes no calls for the department, or owns it already, can't be given it", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    await everybodyGreets(yard);
    const { group, eve, bob, dan, mia, sam } = yard;
    await asks(program.admin, `/add_member ACME Safety ${sam.id}`);
    const card = await inWork(yard);
    const before = await records(program);
    for (
      const [words, answer] of [
        ["1 @eve_acme", "Eve takes no calls for this department."],
        [`1 ${sam.id}`, "Sam takes no calls for this department."],
        ["1 999999", "Person 999999 takes no calls for this department."],
        ["1 @bob_acme", "It is Bob's already."],
        ["1 @nobody_at_all", "I have not met @nobody_at_all yet."],
        ["1 somebody", "I don't know that person."],
        ["1", "Whom?"],
      ] as const
    ) {
      await dan.says(group, `/assign ${words}`);
      assertStringIncludes(newestFor(dan, group), answer);
    }
    await dan.says(group, "/assign 1", { replyTo: card });
    assertStringIncludes(newestFor(dan, group), "That is not a person");
    for (const person of [eve, bob]) {
      await person.says(group, "/assign 1 @ana_acme");
      assertStringIncludes(newestFor(person, group), "not yours to do here");
      assertMatch(
        (await person.presses(card, "", { data: `to:ACME-1:${yard.ana.id}` })).text ?? "",
        /^Only dispatchers or managers/,
      );
    }
    assertEquals(
      (await mia.presses(card, "", { data: `to:ACME-1:${eve.id}` })).text,
      "Eve takes no calls for this department.",
    );
    assertEquals(await records(program), before);
  }));

Deno.test("an administrator of the group can be given an incident, however long ago Telegram was asked", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Dan"] });
    await everybodyGreets(yard);
    const { dan, gus } = yard;
    await reported(yard);
    await program.clock.advance(11 * 60_000);
    assertEquals(await asks(dan, `/assign ACME-1 ${gus.id}`), ["ACME-1 is assigned."]);
    assertEquals(await crew(program), ["Gus"]);
  }));
