import { assertEquals, assertMatch } from "@std/assert";
import { cardOf, type Program } from "../program.ts";
import { plain } from "../simulator/simulator.ts";
import { events, incident } from "./stored.ts";
import { inStory } from "./story.ts";

const STORM = 25;

async function crowd(program: Program) {
  const people = Array.from({ length: STORM }, (_, n) => program.telegram.person(`Person ${n}`));
  const yard = await program.company("ACME", { members: people });
  return { people, yard };
}

Deno.test("of many who press Claim at once one owns it, and everybody is answered who", () =>
  inStory(async (program) => {
    const { people, yard } = await crowd(program);
    await people[0]!.says(yard, "/new_issue Brakes failed");
    const card = cardOf(yard, "ACME-1");
    const toasts = await Promise.all(people.map((person) => person.presses(card, "Claim")));
    const state = await incident(program, "ACME-1");
    const owner = state.status === "in_progress" ? state.owner.name : "";
    assertEquals(toasts.filter(({ text }) => text === "ACME-1 is yours.").length, 1);
    for (const { text = "" } of toasts.filter(({ text }) => text !== "ACME-1 is yours.")) {
      assertEquals(text, `Already claimed by ${owner}.`);
    }
    assertEquals((await events(program, "ACME-1")).filter((it) => it === "claimed").length, 1);
    assertMatch(plain(cardOf(yard, "ACME-1")), new RegExp(`Owner: ${owner}\\b`));
  }, { processes: 3 }));

Deno.test("everybody who joins at once is on the crew, once", () =>
  inStory(async (program) => {
    const { people, yard } = await crowd(program);
    const [owner, ...others] = people;
    await owner!.says(yard, "/new_issue Brakes failed");
    const card = cardOf(yard, "ACME-1");
    await owner!.presses(card, "Claim");
    await Promise.all(others.flatMap((person) => [
      person.presses(card, "Join"),
      person.presses(card, "Join"),
    ]));
    const state = await incident(program, "ACME-1");
    const helpers = state.status === "in_progress" ? state.helpers.map(({ id }) => id) : [];
    assertEquals(helpers.toSorted(), others.map(({ id }) => id).toSorted());
    await program.pass(1);
    assertMatch(plain(cardOf(yard, "ACME-1")), new RegExp(`and ${STORM - 6} more`));
  }, { processes: 3 }));

Deno.test("the owner leaving and a helper resolving at the same moment leave one truth", () =>
  inStory(async (program) => {
    const { people, yard } = await crowd(program);
    const [ana, bob] = people as [typeof people[0] & object, typeof people[0] & object];
    await ana.says(yard, "/new_issue Brakes failed");
    const card = cardOf(yard, "ACME-1");
    await ana.presses(card, "Claim");
    await bob.presses(card, "Join");
    const [left, resolved] = await Promise.all([
      ana.presses(card, "Leave"),
      bob.presses(card, "Resolve"),
    ]);
    assertMatch(resolved.text ?? "", /summary/);
    const state = await incident(program, "ACME-1");
    assertEquals(state.status, "awaiting_summary");
    const owner = "owner" in state ? state.owner.id : 0;
    assertEquals(owner, left.text === "You have left ACME-1." ? bob.id : ana.id);
  }, { processes: 3 }));

Deno.test("a hundred changes in a burst end with the card showing the last", () =>
  inStory(async (program) => {
    const { people, yard } = await crowd(program);
    await people[0]!.says(yard, "/new_issue Brakes failed");
    const card = cardOf(yard, "ACME-1");
    await people[0]!.presses(card, "Claim");
    await Promise.all(
      people.slice(1).map(async (person) => {
        await person.presses(card, "Join");
        await person.presses(card, "Leave");
      }),
    );
    await program.telegram.settled();
    const text = plain(cardOf(yard, "ACME-1"));
    assertMatch(text, /Owner: Person 0\b/);
    assertEquals(text.includes("Helping"), false, text);
  }));
