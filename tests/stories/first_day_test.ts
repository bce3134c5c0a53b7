import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import type { Message } from "grammy/types";
import { keys } from "../../src/store/keys.ts";
import type { Program } from "../program.ts";
import { buttons, type Group, type Person, plain } from "../simulator/simulator.ts";
import { incident, stored } from "./stored.ts";
import { asks, inStory } from "./story.ts";

function welcomeIn(group: Group): Message {
  return group.messages.find((message) => buttons(message).some((b) => b.includes("calls")))!;
}

interface FirstDay {
  olga: Person;
  ana: Person;
  bob: Person;
  yard: Group;
}

async function firstDay(program: Program): Promise<FirstDay> {
  const { telegram } = program;
  const olga = telegram.person("Olga");
  const ana = telegram.person("Ana");
  const bob = telegram.person("Bob");
  const yard = await program.company("ACME", { members: [ana, bob], owner: olga });
  return { olga, ana, bob, yard };
}

Deno.test("on the first day anybody in the group reports, claims, joins and resolves", () =>
  inStory(async (program) => {
    const { ana, bob, yard } = await firstDay(program);
    await ana.says(yard, "/new_issue Brakes failed");
    const card = yard.pinned[0]!;
    assertEquals(await bob.presses(card, "Claim"), { text: "ACME-1 is yours." });
    assertEquals(await ana.presses(card, "Join"), { text: "You are helping with ACME-1." });
    const state = await incident(program, "ACME-1");
    assertEquals(state.status === "in_progress" && [state.owner.id, state.helpers.length], [
      bob.id,
      1,
    ]);
  }));

Deno.test("a member who presses “I take calls here” has the administrators asked once", () =>
  inStory(async (program) => {
    const { ana, yard } = await firstDay(program);
    const welcome = welcomeIn(yard);
    assertEquals(await ana.presses(welcome, "calls"), {
      text: "I've asked the group's administrators.",
    });
    const question = yard.messages.at(-1)!;
    assertEquals(
      plain(question),
      "Ana wants to take calls here. An administrator of this group can allow it.",
    );
    assertEquals(buttons(question), ["Allow Ana"]);
    const told = yard.messages.length;
    assertEquals(await ana.presses(welcome, "calls"), {
      text: "The group's administrators were asked already.",
    });
    assertEquals(yard.messages.length, told);
    const group = await stored(program, keys.group(yard.id));
    assertEquals(group?.status === "active" && group.askedToTakeCalls, [ana.id]);
  }));

Deno.test("one press of an administrator grants it, a press of anybody else is refused", () =>
  inStory(async (program) => {
    const { olga, ana, bob, yard } = await firstDay(program);
    await ana.presses(welcomeIn(yard), "calls");
    const question = yard.messages.at(-1)!;
    for (const person of [ana, bob]) {
      assertEquals(await person.presses(question, "Allow"), {
        text: "Sorry, that is not yours to do here. Nothing was changed.",
      });
    }
    assertEquals(await olga.presses(question, "Allow"), { text: "Ana takes calls here now." });
    const group = await stored(program, keys.group(yard.id));
    assertEquals(group?.status === "active" && group.people, {
      [ana.id]: { dispatcher: true, manager: false, departments: [] },
    });
    assertEquals(group?.status === "active" && group.askedToTakeCalls, []);
    assertStringIncludes(yard.messages.map(plain).join("\n"), "📞 Ana takes calls here now.");
  }));

Deno.test("once granted, the question to the administrators has no button any more", () =>
  inStory(async (program) => {
    const { olga, ana, yard } = await firstDay(program);
    await ana.presses(welcomeIn(yard), "calls");
    await olga.presses(yard.messages.at(-1)!, "Allow");
    assertEquals(yard.messages.filter((m) => buttons(m).some((b) => b.includes("Allow"))), []);
  }));

Deno.test("an administrator who presses it takes calls at once", () =>
  inStory(async (program) => {
    const { olga, yard } = await firstDay(program);
    assertEquals(await olga.presses(welcomeIn(yard), "calls"), {
      text: "Olga takes calls here now.",
    });
    assertEquals(plain(yard.messages.at(-1)!), "📞 Olga takes calls here now.");
    const group = await stored(program, keys.group(yard.id));
    assertEquals(group?.status === "active" && group.people[String(olga.id)]?.dispatcher, true);
    assertEquals(await olga.presses(welcomeIn(yard), "calls"), {
      text: "Olga takes calls here already.",
    });
  }));

Deno.test("as soon as somebody takes calls, only those who do may claim, and they are called", () =>
  inStory(async (program) => {
    const { olga, ana, bob, yard } = await firstDay(program);
    await ana.presses(welcomeIn(yard), "calls");
    await olga.presses(yard.messages.at(-1)!, "Allow");
    await bob.says(yard, "/new_issue Brakes failed");
    const card = yard.pinned[0]!;
    const calls = yard.messages.map(plain).filter((text) => text.includes("Who claims it?"));
    assertEquals(calls.length, 1);
    assertMatch(calls[0]!, /^ACME-1 needs Dispatch.* Ana$/);
    assertEquals(await bob.presses(card, "Claim"), {
      text: "Only members of the department, dispatchers, or managers can do that.",
    });
    assertEquals((await incident(program, "ACME-1")).status, "awaiting_claim");
    assertEquals(await ana.presses(card, "Claim"), { text: "ACME-1 is yours." });
  }));

Deno.test("a company's dispatcher or a department's member ends the first day as well", () =>
  inStory(async (program) => {
    const { telegram, admin } = program;
    const dora = telegram.person("Dora");
    for (
      const text of [`/add_dispatcher ACME ${dora.id}`, `/add_member ZETA Dispatch ${dora.id}`]
    ) {
      const id = text.split(" ")[1]!;
      const ana = telegram.person("Ana");
      const yard = await program.company(id, { members: [ana, dora] });
      await ana.says(yard, "/new_issue Brakes failed");
      await asks(admin, text);
      const card = yard.pinned[0]!;
      assertEquals((await ana.presses(card, "Claim")).text?.startsWith("Only members"), true);
      assertEquals((await dora.presses(card, "Claim")).text, `${id}-1 is yours.`);
    }
  }));

Deno.test("a group that joins a company with dispatchers does not hear that anyone may claim", () =>
  inStory(async (program) => {
    const { telegram, admin } = program;
    const dora = telegram.person("Dora");
    await program.company("ACME");
    await asks(admin, `/add_dispatcher ACME ${dora.id}`);
    const olga = telegram.person("Olga");
    const depot = telegram.group("Depot", { owner: olga, withBot: false });
    await olga.adds(depot);
    await asks(admin, `/add_group ACME ${depot.id}`);
    const welcome = plain(welcomeIn(depot));
    assertEquals(welcome.split("\n").length, 4);
    assertEquals(welcome.includes("anyone here may claim"), false, welcome);
  }));
