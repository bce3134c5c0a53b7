import { assert, assertEquals, assertMatch } from "@std/assert";
import { cardOf } from "../program.ts";
import { type Person, plain } from "../simulator/simulator.ts";
import { events, incident, records } from "./stored.ts";
import { asks, inStory } from "./story.ts";
import { elsewhere, inWork, reported, yardOf } from "./yard.ts";

const UNKNOWN = "There is no such incident here.";

Deno.test("in private the full id is needed, and the incident has to be theirs to see", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Eve", "Bob", "Ana", "Dan", "Mia", "Sam"] });
    const { eve, bob, ana, dan, mia, sam } = yard;
    await inWork(yard);
    await elsewhere(program, yard);
    const tag = async (person: Person, id: string, word: string) =>
      (await asks(person, `/tag ${id} ${word}`))[0] ?? "";
    for (const person of [eve, bob, dan, mia]) {
      assertEquals(await tag(person, "ACME-1", person.name), "ACME-1: tags added.");
    }
    assertEquals((await incident(program, "ACME-1")).tags, ["eve", "bob", "dan", "mia"]);
    const before = await records(program);
    for (const person of [ana, sam]) {
      for (const id of ["ACME-1", "ACME-2", "ACME-99", "ZETA-1"]) {
        assertEquals(await tag(person, id, "mine"), UNKNOWN, `${person.name} ${id}`);
      }
    }
    for (const id of ["ACME-2", "ACME-99", "ZETA-1"]) {
      assertEquals(await tag(eve, id, "mine"), UNKNOWN, id);
    }
    for (const id of ["ACME-99", "ZETA-1"]) assertEquals(await tag(mia, id, "mine"), UNKNOWN, id);
    for (const id of ["1", "#1", ""]) {
      assertMatch(await tag(mia, id, "mine"), /^Which incident\?.*\nUsage: \/tag <id> <tag> …/s);
    }
    assertEquals(await records(program), before);
  }));

Deno.test("in private a suspended group's incident is as unknown to strangers as any", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Sam"] });
    const { group, gus, sam } = yard;
    await reported(yard);
    await gus.removesBot(group);
    for (const id of ["ACME-1", "ACME-99"]) {
      assertEquals(await asks(sam, `/tag ${id} mine`), [UNKNOWN]);
      const pressed = sam.private.messages.at(-1)!;
      assertEquals(await sam.presses(pressed, "", { data: `claim:${id}` }), { text: UNKNOWN });
    }
  }));

Deno.test("those who may see it do in private all that their role in the company lets them do", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Eve", "Mia", "Ana"] });
    const { group, eve, mia } = yard;
    await inWork(yard);
    const answers: Record<string, string> = {
      "/escalate ACME-1 driver is stranded": "ACME-1 has escalated; the managers are called.",
      "/de_escalate ACME-1": "ACME-1 is back with its department.",
      "/assign ACME-1 @ana_acme": "ACME-1 is assigned.",
      "/priority ACME-1 high": "ACME-1: priority changed.",
      "/comment ACME-1 Tow truck is coming": "Noted with ACME-1.",
      "/edit_description ACME-1 Brakes failed on truck 13": "ACME-1: description changed.",
      "/repin ACME-1": "ACME-1 is pinned again.",
      "/revoke_claim ACME-1 @ana_acme": "ACME-1: that claim is over.",
      "/cancel ACME-1 false alarm": "ACME-1 is closed.",
      "/reopen ACME-1 it was none": "ACME-1 is open again.",
    };
    for (const [words, answer] of Object.entries(answers)) {
      assert((await asks(mia, words)).includes(answer), words);
    }
    assertEquals((await events(program, "ACME-1")).slice(3), [
      "escalated",
      "de_escalated",
      "assigned",
      "priority_set",
      "commented",
      "description_edited",
      "repinned",
      "claim_ended",
      "cancelled",
      "reopened",
    ]);
    assertMatch((await asks(eve, "/repin ACME-1"))[0] ?? "", /not yours to do here/);
    assertMatch(plain(cardOf(group, "ACME-1")), /^🔴🔶 ACME-1 · Workshop .*truck 13/s);
  }));
