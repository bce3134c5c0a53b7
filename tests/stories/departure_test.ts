import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { cardOf, type Program } from "../program.ts";
import { buttons, type Group, type Person, plain } from "../simulator/simulator.ts";
import { incident } from "./stored.ts";
import { asks, inStory, newestFor } from "./story.ts";
import { reportedYard } from "./working_yard.ts";

async function crew(program: Program): Promise<string[]> {
  const state = await incident(program, "ACME-1");
  return "owner" in state ? [state.owner, ...state.helpers].map(({ name }) => name) : [];
}

/** The ways out of a group. */
const DEPARTURES: Record<string, (person: Person, yard: Group, boss: Person) => Promise<void>> = {
  leaves: (person, yard) => person.leaves(yard),
  "is removed from": (person, yard, boss) => boss.removes(person, yard),
};

for (const bot of ["administrator", "member"] as const) {
  for (const [how, goes] of Object.entries(DEPARTURES)) {
    Deno.test(`whoever ${how} the group works on its incidents no longer; the bot is ${bot}`, () =>
      inStory(async (program) => {
        const { yard, bob, ana, mia, card } = await reportedYard(program, { bot });
        await bob.presses(card, "Claim");
        await ana.presses(card, "Join");
        await goes(bob, yard, mia);
        assertEquals(await crew(program), ["Ana"]);
        const notes = () => yard.messages.filter((m) => plain(m).includes("has left the group"));
        assertEquals(notes().map(plain), [
          "Bob has left the group and is no longer on ACME-1. Ana, it is yours now.",
        ]);
        assertStringIncludes(plain(cardOf(yard, "ACME-1")), "Owner: Ana");
        await goes(ana, yard, mia);
        assertEquals((await incident(program, "ACME-1")).status, "awaiting_claim");
        assertMatch(notes().map(plain).join(), /^Ana has left the group .* Who claims it\?/);
        assertEquals(buttons(cardOf(yard, "ACME-1"))[0], "🙋 Claim");
      }));
  }
}

Deno.test("in a large group, which tells nobody of departures, an administrator bot hears of them", () =>
  inStory(async (program) => {
    const { bob, ana, mia, card } = await reportedYard(program);
    await bob.presses(card, "Claim");
    await ana.presses(card, "Join");
    const change = {
      chat: card.chat,
      from: mia.user,
      date: card.date,
      old_chat_member: { status: "member", user: bob.user },
      new_chat_member: { status: "left", user: bob.user },
    };
    const { telegram } = program;
    await telegram.forgedUpdate(
      { chat_member: change } as Parameters<typeof telegram.forgedUpdate>[0],
    );
    assertEquals(await crew(program), ["Ana"]);
  }));

Deno.test("what somebody has in other groups stays when they leave one; a reporter may go", () =>
  inStory(async (program) => {
    const { yard, eve, bob, mia, card } = await reportedYard(program);
    const depot = program.telegram.group("Depot", {
      owner: mia,
      members: [eve, bob],
      withBot: false,
    });
    await mia.adds(depot);
    await asks(program.admin, `/add_group ACME ${depot.id}`);
    await eve.says(depot, "/new_issue Gate is stuck");
    await bob.presses(card, "Claim");
    await bob.presses(cardOf(depot, "ACME-2"), "Claim");
    await bob.leaves(depot);
    await eve.leaves(yard);
    assertEquals(await crew(program), ["Bob"]);
    assertEquals((await incident(program, "ACME-2")).status, "awaiting_claim");
    await bob.joins(depot);
    assertEquals((await bob.presses(cardOf(depot, "ACME-2"), "Claim")).text, "ACME-2 is yours.");
    await bob.says(depot, "/issue 2");
    assertStringIncludes(newestFor(bob, depot), "Owner: Bob");
  }));

Deno.test("what is over, and what waits for its summary, goes on without whoever left", () =>
  inStory(async (program) => {
    const { yard, bob, mia, card } = await reportedYard(program);
    await bob.presses(card, "Claim");
    await bob.presses(card, "Resolve");
    await bob.leaves(yard);
    await mia.says(yard, "/resolve 1 Bob replaced the line");
    const state = await incident(program, "ACME-1");
    assertEquals(state.status === "resolved" && state.owner.name, "Bob");
  }));
