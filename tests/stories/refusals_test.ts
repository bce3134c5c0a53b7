import { assertEquals, assertStringIncludes } from "@std/assert";
import type { Message } from "grammy/types";
import { COMMANDS, isAdministrative } from "../../src/bot/command_table.ts";
import { keys } from "../../src/store/keys.ts";
import { cardOf, type Program } from "../program.ts";
import { plain } from "../simulator/simulator.ts";
import { clicks, opensConsole } from "./console.ts";
import { stored } from "./stored.ts";
import { asks, inStory, newestInPrivate } from "./story.ts";
import { inWork, yardOf } from "./yard.ts";

/** What the platform admin was told of people who try too much. */
function reports({ admin }: Program): string[] {
  return admin.private.messages.map(plain).filter((text) => text.startsWith("🛡"));
}

Deno.test("the platform admins are told once an hour who tries what only administrators may", () =>
  inStory(async (program) => {
    const { group, sam } = await yardOf(program, { started: ["Sam"] });
    for (let n = 0; n < 6; n++) await asks(sam, "/add_department ACME Law");
    for (let n = 0; n < 4; n++) await sam.says(group, "/people");
    await program.telegram.settled();
    assertEquals(reports(program), []);
    await asks(sam, "/dead_letters");
    await program.telegram.settled();
    assertEquals(reports(program), [[
      "🛡 Somebody tries what only administrators may",
      `Who: Sam (${sam.id})`,
      "Refused more often than is usual within 1 hour: " +
      "/add_department × 6, /people × 4, /dead_letters × 1",
      `Where: ACME yard (${group.id}), private chat (${sam.id})`,
      "Nothing was changed. You are told once an hour.",
    ].join("\n")]);
    await program.pass(1);
    for (let n = 0; n < 15; n++) await sam.says(group, "/audit");
    await program.pass(58);
    assertEquals(reports(program).length, 1);
    await program.pass(1);
    for (let n = 0; n < 11; n++) await asks(sam, "/companies");
    await program.telegram.settled();
    assertEquals(reports(program).length, 2);
    assertStringIncludes(reports(program)[1]!, "/companies × 11");
  }));

Deno.test("whoever may is not counted, nor is who comes too late for an incident, or only presses wrong", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Mia"] });
    const { group, mia, sam, gus } = yard;
    await asks(mia, "/people ACME");
    await gus.says(group, "/people");
    await gus.says(group, "/policy");
    const card = await inWork(yard);
    for (let n = 0; n < 12; n++) {
      await sam.presses(card, "Resolve");
      await sam.presses(cardOf(group, "ACME-1"), "More", { data: "de_escalate:ACME-1" });
      await sam.says(group, "/de_escalate ACME-1");
      await sam.says(group, "/assign ACME-1 @bob_acme");
      await program.pass(1);
    }
    for (const { id } of [mia, sam, gus]) {
      assertEquals(await stored(program, keys.refusals(id)), null);
    }
  }));

Deno.test("every way to be refused is counted: the command's role, the company's, the button's", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Mia", "Sam"] });
    const { group, mia, sam } = yard;
    await asks(program.admin, "/add_company ZETA Zeta Freight");
    const counted = async (personId: number) =>
      (await stored(program, keys.refusals(personId)))?.tried ?? {};
    for (
      const text of [
        "/time_zone ZETA UTC",
        "/people ZETA",
        "/audit ZETA",
        "/policy ZETA",
        "/holidays ZETA add 2026-12-24",
        `/add_manager ZETA ${mia.id}`,
        "/add_company OWN Own",
      ]
    ) await asks(mia, text);
    assertEquals(Object.keys(await counted(mia.id)).sort(), [
      "/add_company",
      "/add_manager",
      "/audit",
      "/holidays",
      "/people",
      "/policy",
      "/time_zone",
    ]);
    await sam.says(group, "/use_topic");
    const message = sam.private.messages.at(-1)!;
    await sam.presses(message, "", { data: "letters:0" });
    await sam.presses(message, "", { data: `attach:${group.id}:ACME` });
    await sam.presses(cardOf(group, await reportedBy(yard)), "", { data: `allow:${sam.id}` });
    await sam.presses(message, "", { data: "a:company:ACME:0" });
    await sam.presses(message, "", { data: "a:keep:ACME:30:0" });
    assertEquals(await counted(sam.id), {
      "/use_topic": 1,
      letters: 1,
      attach: 1,
      allow_calls: 1,
      console: 2,
    });
  }));

Deno.test("who is an administrator no longer is counted at every page that was theirs, and every question", () =>
  inStory(async (program) => {
    const { mia } = await yardOf(program, { started: ["Mia"] });
    const tried = async () => (await stored(program, keys.refusals(mia.id)))?.tried ?? {};
    const lists: Message[] = [];
    for (const text of ["/people ACME", "/audit ACME", "/groups ACME"]) {
      await asks(mia, text);
      lists.push(mia.private.messages.at(-1)!);
      await asks(program.admin, `/remove_manager ACME ${mia.id}`);
      const told = await mia.presses(lists.at(-1)!, "", { data: "page:0" });
      assertEquals(told.text, undefined);
      assertStringIncludes(newestInPrivate(mia), "not yours to do here");
      assertEquals(await tried(), { page: lists.length });
      await asks(program.admin, `/add_manager ACME ${mia.id}`);
    }
    await opensConsole(mia);
    await clicks(mia, "ACME", "🗂 Departments", "➕ Department");
    await asks(program.admin, `/remove_manager ACME ${mia.id}`);
    await mia.says(mia.private, "Law");
    assertEquals(await tried(), { page: 3, console: 1 });
    assertEquals((await stored(program, keys.company("ACME")))?.departments.length, 3);
  }));

/** An incident, for a message of the bot in the group. */
async function reportedBy({ group, eve }: Awaited<ReturnType<typeof yardOf>>): Promise<string> {
  await eve.says(group, "/new_issue Brakes failed");
  return "ACME-1";
}

Deno.test("the table says which commands administer", () => {
  const names: string[] = COMMANDS.filter(isAdministrative).map(({ name }) => name);
  for (const name of ["add_company", "people", "policy", "audit", "dead_letters", "add_member"]) {
    assertEquals(names.includes(name), true, name);
  }
  for (const name of ["de_escalate", "revoke_claim", "assign", "issues", "help"]) {
    assertEquals(names.includes(name), false, name);
  }
});
