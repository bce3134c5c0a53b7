import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { cardOf, type Program } from "../program.ts";
import { buttons, type Group, type Person, plain } from "../simulator/simulator.ts";
import { events, incident } from "./stored.ts";
import { asks, inStory } from "./story.ts";

interface Crew {
  yard: Group;
  ana: Person;
  bob: Person;
  cleo: Person;
  /** In the group, but without a role. */
  eve: Person;
}

/** A company with two departments; Bob, Cleo and Ana are members of Repair. */
async function crew(program: Program): Promise<Crew> {
  const { telegram, admin } = program;
  const [ana, bob, cleo, eve] = ["Ana", "Bob", "Cleo", "Eve"].map((name) =>
    telegram.person(name)
  ) as [Person, Person, Person, Person];
  for (const each of [ana, bob, cleo]) await each.starts();
  const yard = await program.company("ACME", {
    members: [ana, bob, cleo, eve],
    departments: ["Repair"],
  });
  for (const { id } of [ana, bob, cleo]) await asks(admin, `/add_member ACME Repair ${id}`);
  return { yard, ana, bob, cleo, eve };
}

async function owners(program: Program): Promise<[string, ...string[]] | null> {
  const state = await incident(program, "ACME-1");
  return "owner" in state ? [state.owner.name, ...state.helpers.map(({ name }) => name)] : null;
}

Deno.test("the reporter chooses the department, whose people are called by name", () =>
  inStory(async (program) => {
    const { yard, eve, ana, bob } = await crew(program);
    await eve.says(yard, "/new_issue Brakes failed");
    const card = cardOf(yard, "ACME-1");
    assertEquals(buttons(card), ["Dispatch", "Repair", "⋯ More"]);
    assertEquals((await ana.presses(card, "Repair")).text?.startsWith("Only "), true);
    assertEquals((await incident(program, "ACME-1")).status, "awaiting_department");
    assertMatch((await bob.presses(card, "", { data: "claim:ACME-1" })).text ?? "", /department/);

    assertMatch((await eve.presses(card, "Repair")).text ?? "", /^ACME-1/);
    const state = await incident(program, "ACME-1");
    assertEquals(state.status === "awaiting_claim" && state.department, "2");
    assertStringIncludes(plain(cardOf(yard, "ACME-1")), "🔴 ACME-1 · Repair · ");
    const call = yard.messages.at(-1)!;
    assertMatch(plain(call), /^ACME-1 needs Repair.* Ana Bob Cleo$/s);
    assertEquals(call.reply_to_message?.message_id, card.message_id);
    assertEquals(call.entities?.filter(({ type }) => type === "text_mention").length, 3);
  }));

Deno.test("a call mentions at most five people a message, and leaves nobody out", () =>
  inStory(async (program) => {
    const { telegram, admin } = program;
    const people = Array.from({ length: 12 }, (_, n) => telegram.person(`Person${n + 1}`));
    const yard = await program.company("ACME", { members: people });
    for (const { id } of people) await asks(admin, `/add_member ACME Dispatch ${id}`);
    for (const person of people) await person.starts();
    await people[0]!.says(yard, "/new_issue Brakes failed");
    const mentioned = yard.messages.map(({ entities = [] }) =>
      entities.flatMap((entity) => entity.type === "text_mention" ? [entity.user.id] : [])
    ).filter((ids) => ids.length > 1);
    assertEquals(mentioned.map((ids) => ids.length), [5, 5, 2]);
    assertEquals(mentioned.flat().toSorted(), people.map(({ id }) => id).toSorted());
  }));

Deno.test("one person owns it; others are told who, and help", () =>
  inStory(async (program) => {
    const { yard, eve, ana, bob, cleo } = await crew(program);
    await eve.says(yard, "/new_issue Brakes failed");
    const card = cardOf(yard, "ACME-1");
    await eve.presses(card, "Repair");
    assertMatch((await eve.presses(card, "Claim")).text ?? "", /^Only members/);
    assertEquals(await bob.presses(card, "Claim"), { text: "ACME-1 is yours." });
    for (const [who, toast] of [[ana, "Bob"], [bob, "yours already"], [eve, "Bob"]] as const) {
      const { text } = await who.presses(card, "", { data: "claim:ACME-1" });
      assertStringIncludes(text ?? "", toast);
    }
    assertMatch((await eve.presses(card, "Join")).text ?? "", /^Only members/);
    assertEquals(await ana.presses(card, "Join"), { text: "You are helping with ACME-1." });
    assertMatch((await ana.presses(card, "Join")).text ?? "", /helping already/);
    assertMatch((await bob.presses(card, "Join")).text ?? "", /yours already/);
    await cleo.presses(card, "Join");
    assertEquals(await owners(program), ["Bob", "Ana", "Cleo"]);
    assertStringIncludes(plain(cardOf(yard, "ACME-1")), "Owner: Bob");
    assertStringIncludes(plain(cardOf(yard, "ACME-1")), "Helping: Ana, Cleo");
    assertEquals(await events(program, "ACME-1"), [
      "reported",
      "department_chosen",
      "claimed",
      "joined",
      "joined",
    ]);
  }));

Deno.test("an owner who leaves hands over to the longest-serving helper, who is told", () =>
  inStory(async (program) => {
    const { yard, eve, ana, bob, cleo } = await crew(program);
    await eve.says(yard, "/new_issue Brakes failed");
    const card = cardOf(yard, "ACME-1");
    await eve.presses(card, "Repair");
    await bob.presses(card, "Claim");
    await cleo.presses(card, "Join");
    await ana.presses(card, "Join");
    assertMatch((await eve.presses(card, "Leave")).text ?? "", /^Only the owner/);
    assertEquals(await bob.presses(card, "Leave"), { text: "You have left ACME-1." });
    assertEquals(await owners(program), ["Cleo", "Ana"]);
    const told = yard.messages.at(-1)!;
    assertMatch(plain(told), /^Cleo, ACME-1 is yours now.*Bob has left/s);
    assertEquals(told.reply_to_message?.message_id, card.message_id);
    assertMatch((await bob.presses(card, "Leave")).text ?? "", /^Only the owner/);
    assertEquals(await bob.presses(card, "Join"), { text: "You are helping with ACME-1." });
    assertEquals(await owners(program), ["Cleo", "Ana", "Bob"]);
  }));

Deno.test("the last one out puts it back in the queue, and the department is called again", () =>
  inStory(async (program) => {
    const { yard, eve, bob, ana } = await crew(program);
    await eve.says(yard, "/new_issue Brakes failed");
    const card = cardOf(yard, "ACME-1");
    await eve.presses(card, "Repair");
    await bob.presses(card, "Claim");
    await ana.presses(card, "Join");
    await ana.presses(card, "Leave");
    assertEquals(await owners(program), ["Bob"]);
    await bob.presses(card, "Leave");
    assertEquals((await incident(program, "ACME-1")).status, "awaiting_claim");
    assertMatch(plain(yard.messages.at(-1)!), /^Bob is no longer on ACME-1.*Ana Bob Cleo$/s);
    assertEquals(buttons(cardOf(yard, "ACME-1")), ["🙋 Claim", "🔺 Escalate", "⋯ More"]);
    assertEquals(yard.pinned.map(({ message_id }) => message_id), [card.message_id]);

    await program.pass(9);
    assertEquals(yard.messages.filter((m) => plain(m).includes("⏰")).length, 0);
    await program.pass(1);
    assertEquals(yard.messages.filter((m) => plain(m).includes("⏰")).length, 1);
    assertEquals(await ana.presses(card, "Claim"), { text: "ACME-1 is yours." });
  }));

Deno.test("a call replaces the one before it", () =>
  inStory(async (program) => {
    const { yard, eve, bob } = await crew(program);
    await eve.says(yard, "/new_issue Brakes failed");
    const card = cardOf(yard, "ACME-1");
    await eve.presses(card, "Repair");
    const first = yard.messages.at(-1)!;
    for (let n = 0; n < 2; n++) {
      await bob.presses(card, "Claim");
      await bob.presses(card, "Leave");
    }
    const calls = yard.messages.filter((m) => plain(m).includes("Who claims it?"));
    assertEquals(calls.length, 1);
    assertEquals(yard.messages.includes(first), false);
  }));
