import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { cardOf, type Program } from "../program.ts";
import { buttons, plain } from "../simulator/simulator.ts";
import { remindersIn } from "./reading.ts";
import { events, incident, records } from "./stored.ts";
import { asks, inStory } from "./story.ts";
import {
  chooses,
  crew,
  everybodyGreets,
  hasOpen,
  inWork,
  menuOf,
  reported,
  type Yard,
  yardOf,
} from "./yard.ts";

/** Of all other departments: the menu to change the department. */
const QUESTION = /^Which department\?$/m;

async function departmentOf(program: Program): Promise<string | null> {
  const state = await incident(program, "ACME-1");
  return "department" in state ? state.department : null;
}

/** Safety is for its members and managers; Ana is one of them. */
async function safetyIsRestricted(program: Program, { ana }: Yard): Promise<void> {
  assertEquals(await asks(program.admin, "/restrict_department ACME Safety"), [
    "🔒 Only members and managers can choose Safety now.",
  ]);
  await asks(program.admin, `/add_member ACME Safety ${ana.id}`);
}

Deno.test("another department is called, and everything begins anew", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, bob, ana, sam } = yard;
    await everybodyGreets(yard);
    await asks(program.admin, `/add_member ACME Safety ${sam.id}`);
    const card = await inWork(yard);
    await ana.presses(card, "Join");
    assertEquals(await chooses(bob, yard, ["ACME-1", "Change department", "Safety"]), {
      text: "ACME-1 waits for the other department.",
    });
    assert(!hasOpen(bob, yard));
    assertMatch(plain(cardOf(group, "ACME-1")), /^🔴 ACME-1 · Safety · waiting for someone/);
    assertEquals(await crew(program), []);
    const call = group.messages.at(-1)!;
    assertMatch(plain(call), /^ACME-1 needs Safety again: “Brakes failed on truck 12”.* Sam$/);
    assertEquals(call.reply_to_message?.message_id, card.message_id);
    assertMatch((await bob.presses(card, "Claim")).text ?? "", /^Only members of the department/);
    assertEquals(await sam.presses(card, "Claim"), { text: "ACME-1 is yours." });
    assertEquals((await events(program, "ACME-1")).slice(2), [
      "claimed",
      "joined",
      "department_changed",
      "claimed",
    ]);
  }));

Deno.test("the new department has the whole time until its reminder", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, eve } = yard;
    await reported(yard);
    await program.pass(9);
    await chooses(eve, yard, ["ACME-1", "Change department", "Safety"]);
    await program.pass(9);
    assertEquals(remindersIn(group), []);
    await program.pass(1);
    assertMatch(plain(remindersIn(group)[0]!), /for 10 minutes/);
  }));

Deno.test("the other departments are offered, and Back leads to the first menu", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { dan } = yard;
    await reported(yard);
    await chooses(dan, yard, ["ACME-1"]);
    const first = menuOf(dan, yard);
    await dan.presses(first, "Change department");
    assertMatch(plain(menuOf(dan, yard)), QUESTION);
    assertEquals(buttons(menuOf(dan, yard)), ["Dispatch", "Safety", "‹ Back", "✖️ Close"]);
    await dan.presses(menuOf(dan, yard), "Back");
    assertEquals(buttons(menuOf(dan, yard)), buttons(first));
    assertEquals(plain(menuOf(dan, yard)), plain(first));
    assertEquals(await departmentOf(program), "2");
    await dan.presses(menuOf(dan, yard), "Change department");
    await dan.presses(menuOf(dan, yard), "Close");
    assert(!hasOpen(dan, yard));
  }));

Deno.test("a company with one department has nothing to change", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const [ana, boss] = [telegram.person("Ana"), telegram.person("Boss")];
    const group = await program.company("SOLO", { members: [ana], owner: boss });
    await ana.says(group, "/new_issue Brakes failed");
    await boss.presses(cardOf(group, "SOLO-1"), "More");
    assert(!buttons(menuOf(boss, { group })).some((label) => label.includes("department")));
  }));

Deno.test("the reporter changes it until somebody claims; then those concerned do", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, eve, ana, dan, sam } = yard;
    await reported(yard);
    await chooses(eve, yard, ["ACME-1", "Change department", "Safety"]);
    assertEquals(await departmentOf(program), "3");
    await chooses(dan, yard, ["ACME-1", "Change department", "Workshop"]);
    assertEquals(await departmentOf(program), "2");
    await yard.bob.presses(cardOf(group, "ACME-1"), "Claim");
    for (const person of [eve, sam]) {
      const { text } = await person.presses(cardOf(group, "ACME-1"), "", {
        data: "move:ACME-1:3",
      });
      assertMatch(text ?? "", /^Only members of the department, dispatchers, or managers/);
    }
    assertEquals(await departmentOf(program), "2");
    await chooses(ana, yard, ["ACME-1", "Change department", "Dispatch"]);
    assertEquals(await departmentOf(program), "1");
    const { text } = await ana.presses(cardOf(group, "ACME-1"), "", { data: "move:ACME-1:2" });
    assertMatch(text ?? "", /^Only /, "Ana is no member of Dispatch");
  }));

Deno.test("what has escalated is at tier 1 in its new department", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, eve, bob, mia } = yard;
    const card = await reported(yard);
    await eve.presses(card, "Escalate");
    await chooses(mia, yard, ["ACME-1", "Change department", "Dispatch"]);
    await chooses(mia, yard, ["ACME-1", "Change department", "Workshop"]);
    assert(!plain(cardOf(group, "ACME-1")).toLowerCase().includes("escalated"));
    assertEquals(await bob.presses(card, "Claim"), { text: "ACME-1 is yours." });
  }));

Deno.test("the department that it has already is no change", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const card = await inWork(yard);
    const before = await records(program);
    assertEquals(await yard.bob.presses(card, "", { data: "move:ACME-1:2" }), {
      text: "Workshop was chosen already.",
    });
    assertEquals(await yard.bob.presses(card, "", { data: "move:ACME-1:9" }), {
      text: "That department no longer exists.",
    });
    assertEquals(await records(program), before);
  }));

const ONLY_SAFETY = { text: "Only members of Safety and managers can choose it." };

Deno.test("a restricted department is chosen by its members and by managers", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, eve, ana, dan, mia } = yard;
    await safetyIsRestricted(program, yard);
    await eve.says(group, "/new_issue Brakes failed");
    const card = cardOf(group, "ACME-1");
    assertEquals(buttons(card), ["Dispatch", "Workshop", "🔒 Safety", "⋯ More"]);
    for (const person of [eve, dan]) {
      assertEquals(await person.presses(card, "Safety"), ONLY_SAFETY);
    }
    assertEquals((await incident(program, "ACME-1")).status, "awaiting_department");
    await mia.presses(card, "Safety");
    assertMatch(plain(cardOf(group, "ACME-1")), /^🔴 ACME-1 · 🔒 Safety · /);
    assertStringIncludes(plain(group.messages.at(-1)!), "ACME-1 needs 🔒 Safety");

    await ana.says(group, "/new_issue Lights failed");
    await ana.presses(cardOf(group, "ACME-2"), "Safety");
    assertMatch(plain(cardOf(group, "ACME-2")), /^🔴 ACME-2 · 🔒 Safety · /);
  }));

Deno.test("a restricted department is changed to by its members and by managers alone", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, eve, bob, ana, dan, mia } = yard;
    await safetyIsRestricted(program, yard);
    const card = await reported(yard);
    for (const person of [eve, bob, dan]) {
      await chooses(person, yard, ["ACME-1", "Change department"]);
      const menu = menuOf(person, yard);
      assertEquals(await person.presses(menu, "", { data: "move:ACME-1:3" }), ONLY_SAFETY);
      await person.presses(menu, "Close");
    }
    assertEquals(await departmentOf(program), "2");
    await chooses(ana, yard, ["ACME-1", "Change department", "🔒 Safety"]);
    assertMatch(plain(cardOf(group, "ACME-1")), /^🔴 ACME-1 · 🔒 Safety · /);
    await mia.presses(card, "", { data: "move:ACME-1:2" });
    await chooses(mia, yard, ["ACME-1", "Change department", "🔒 Safety"]);
    assertEquals(await departmentOf(program), "3");
  }));

Deno.test("the menu offers a restricted department to those who may choose it, and to nobody else", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { bob, ana, dan, mia, gus } = yard;
    await safetyIsRestricted(program, yard);
    await reported(yard);
    for (
      const [person, offered] of [
        [ana, true],
        [mia, true],
        [gus, true],
        [bob, false],
        [dan, false],
      ] as const
    ) {
      await chooses(person, yard, ["ACME-1", "Change department"]);
      assertEquals(buttons(menuOf(person, yard)).includes("🔒 Safety"), offered, person.name);
    }
  }));

Deno.test("it can be opened to everybody again, by managers", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Mia", "Dan"] });
    const { group, eve, mia, dan } = yard;
    await safetyIsRestricted(program, yard);
    assertEquals(await asks(dan, "/restrict_department ACME Safety off"), [
      "Sorry, that is not yours to do here. Nothing was changed.",
    ]);
    assertEquals(await asks(mia, "/restrict_department ACME safety off"), [
      "Everybody can choose Safety now.",
    ]);
    await eve.says(group, "/new_issue Brakes failed");
    await eve.presses(cardOf(group, "ACME-1"), "Safety");
    assertMatch(plain(cardOf(group, "ACME-1")), /^🔴 ACME-1 · Safety · /);
  }));
