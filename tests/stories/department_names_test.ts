import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { keys } from "../../src/store/keys.ts";
import { cardOf } from "../program.ts";
import { buttons, plain } from "../simulator/simulator.ts";
import { saying } from "./reading.ts";
import { stored } from "./stored.ts";
import { asks, inStory } from "./story.ts";
import { inWork, yardOf } from "./yard.ts";

const SORRY = "Sorry, that is not yours to do here. Nothing was changed.";

Deno.test("a renamed department is called so on open cards, their buttons and in histories", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const yard = await yardOf(program);
    const { group, eve, ana, mia } = yard;
    await inWork(yard);
    await eve.says(group, "/new_issue Lights failed on truck 9");
    assertEquals(buttons(cardOf(group, "ACME-2")).includes("Workshop"), true);
    assertEquals(await asks(mia, "/rename_department acme WORKSHOP to Road to Rome"), [
      "Workshop is called Road to Rome now.",
    ]);
    assertStringIncludes(plain(cardOf(group, "ACME-1")), "🟡 ACME-1 · Road to Rome · in progress");
    assertEquals(buttons(cardOf(group, "ACME-2")).includes("Road to Rome"), true);
    const edits = () => telegram.calls.filter(({ method }) => method === "editMessageText").length;
    const before = edits();
    assertEquals(await asks(mia, "/rename_department ACME Road to Rome to Garage"), [
      "Road to Rome is called Garage now.",
    ]);
    assertEquals(edits(), before + 2);
    await eve.presses(cardOf(group, "ACME-2"), "Garage");
    await ana.presses(cardOf(group, "ACME-2"), "Claim");
    assertMatch(plain(cardOf(group, "ACME-2")), /ACME-2 · Garage · in progress/);
    assertMatch((await asks(mia, "/history ACME-1")).join(), /called Garage/);
  }));

Deno.test("a renaming that is delivered again changes nothing more", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const yard = await yardOf(program);
    const { group, mia } = yard;
    await inWork(yard);
    await asks(mia, "/rename_department ACME Workshop to Garage");
    const renaming = telegram.updates.find(({ message }) => message?.text?.endsWith("to Garage"))!;
    await asks(mia, "/rename_department ACME Garage to Workshop");
    assertEquals(await telegram.redeliver(renaming.update_id), 200);
    await telegram.settled();
    const company = await stored(program, keys.company("ACME"));
    assertEquals(company?.departments.map(({ name }) => name), ["Dispatch", "Workshop", "Safety"]);
    assertMatch(plain(cardOf(group, "ACME-1")), /ACME-1 · Workshop/);
  }));

Deno.test("two departments never have one name", () =>
  inStory(async (program) => {
    const { mia } = await yardOf(program);
    assertEquals(await asks(mia, "/rename_department ACME Workshop to SAFETY"), [
      "ACME has a department SAFETY already.",
    ]);
    assertEquals(await asks(mia, "/rename_department ACME Workshop to WORKSHOP"), [
      "Workshop is called WORKSHOP now.",
    ]);
    assertEquals(await asks(mia, "/rename_department ACME Kitchen to Garage"), [
      "No such department. There are: Dispatch, WORKSHOP, Safety",
    ]);
    for (
      const args of ["", "ACME", "ACME Safety", "ACME to Garage", "ACME Safety to", "9 a to b"]
    ) {
      const [answer] = await asks(mia, `/rename_department ${args}`.trim());
      assertStringIncludes(answer!, "Usage: /rename_department <company_id>", args);
    }
    const long = `/rename_department ACME Safety to ${"d".repeat(41)}`;
    assertStringIncludes((await asks(mia, long)).join(), "Usage: /rename_department");
  }));

Deno.test("the default department is called when nobody chooses one", () =>
  inStory(async (program) => {
    const { group, eve, mia } = await yardOf(program);
    assertEquals(await asks(mia, "/default_department ACME workshop"), [
      "When nobody chooses a department, ACME calls Workshop now.",
    ]);
    await eve.says(group, "/new_issue Brakes failed on truck 12");
    await program.pass(10);
    const [question] = saying(group, "which department is ACME-1 for?");
    assertStringIncludes(plain(question!), "if nobody does, Workshop is called.");
    for (let times = 0; times < 2; times++) await program.pass(10);
    assertMatch(plain(group.messages.at(-1)!), /so it goes to Workshop: /);
    assertEquals(await asks(mia, "/default_department ACME Kitchen"), [
      "No such department. There are: Dispatch, Workshop, Safety",
    ]);
    const [usage] = await asks(mia, "/default_department ACME");
    assertStringIncludes(usage!, "Usage: /default_department <company_id> <department>");
  }));

Deno.test("only a company's own managers keep its departments in order", () =>
  inStory(async (program) => {
    const { admin, telegram } = program;
    const { eve, bob, dan, gus, mia } = await yardOf(program);
    const zoe = telegram.person("Zoe");
    await program.company("ZETA", { members: [zoe] });
    await asks(admin, `/add_manager ZETA ${zoe.id}`);
    const before = await stored(program, keys.company("ACME"));
    const deeds = ["/rename_department ACME Workshop to Garage", "/default_department ACME Safety"];
    for (const person of [eve, bob, dan, gus, zoe]) {
      for (const text of deeds) assertEquals(await asks(person, text), [SORRY], person.name);
    }
    assertEquals(await asks(mia, "/rename_department ZETA Dispatch to Garage"), [SORRY]);
    assertEquals(await stored(program, keys.company("ACME")), before);
    assertEquals(await asks(admin, deeds[0]!), ["Workshop is called Garage now."]);
  }));
