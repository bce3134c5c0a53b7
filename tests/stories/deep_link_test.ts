import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { cardOf } from "../program.ts";
import { buttons, type Person, plain } from "../simulator/simulator.ts";
import { records } from "./stored.ts";
import { inStory, newestInPrivate } from "./story.ts";
import { reportedYard } from "./working_yard.ts";

/** Opens a link to the bot and presses Start: what it answered. */
async function opens(person: Person, link: string): Promise<string[]> {
  const before = person.private.messages.length;
  await person.opens(link);
  return person.private.messages.slice(before + 1).map(plain);
}

Deno.test("a link to the bot with an incident's id shows it to those who may see it", () =>
  inStory(async (program) => {
    const { card, eve, bob, ana, mia } = await reportedYard(program);
    await bob.presses(card, "Claim");
    await ana.presses(card, "Join");
    const { username } = program.telegram.bot;
    for (const person of [eve, bob, ana, mia, program.admin]) {
      const links = ["ACME-1", `https://t.me/${username}?start=ACME-1`, "acme-1"];
      for (const link of links) {
        const [answer, ...more] = await opens(person, link);
        assertMatch(answer!, /^🟡 ACME-1 · Dispatch · in progress.*What happened: Brakes failed/s);
        assertEquals(more, []);
      }
    }
  }));

Deno.test("to everybody else there is no such incident, whether there is one or not", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const { bob } = await reportedYard(program);
    const stranger = telegram.person("Sam");
    const zoe = telegram.person("Zoe");
    await program.company("ZETA", { owner: zoe });
    await program.admin.says(program.admin.private, `/add_manager ZETA ${zoe.id}`);
    for (const person of [bob, stranger, zoe]) {
      await person.starts();
      const before = await records(program);
      for (const id of ["ACME-1", "ACME-2", "NOPE-1"]) {
        assertEquals(await opens(person, id), ["There is no such incident here."], id);
      }
      assertEquals(await records(program), before);
    }
  }));

Deno.test("a link with anything else is a plain start", () =>
  inStory(async (program) => {
    const { eve } = await reportedYard(program);
    for (const payload of ["hello", "ACME", "ACME-0", "42", "ACME-1-2"]) {
      const [answer] = await opens(eve, payload);
      assertStringIncludes(answer!, "You can:");
    }
  }));

Deno.test("what a link opens can be worked with at once", () =>
  inStory(async (program) => {
    const { yard, mia } = await reportedYard(program);
    await mia.opens("ACME-1");
    const shown = mia.private.messages.at(-1)!;
    assertEquals(buttons(shown).includes("🙋 Claim"), true);
    assertEquals((await mia.presses(shown, "Claim")).text, "ACME-1 is yours.");
    assertStringIncludes(newestInPrivate(mia), "Owner: Mia");
    assertStringIncludes(plain(cardOf(yard, "ACME-1")), "Owner: Mia");
    await mia.presses(mia.private.messages.at(-1)!, "More");
    await mia.presses(mia.private.messages.at(-1)!, "History");
    assertStringIncludes(newestInPrivate(mia), "Mia claimed it");
  }));
