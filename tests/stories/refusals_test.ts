import { assertEquals, assertStringIncludes } from "@std/assert";
import { COMMANDS, isAdministrative } from "../../src/bot/command_table.ts";
import { keys } from "../../src/store/keys.ts";
import { cardOf, type Program } from "../program.ts";
import { plain } from "../simulator/simulator.ts";
import { stored } from "./stored.ts";
import { asks, inStory } from "./story.ts";
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
    assertEquals(await counted(sam.id), {
      "/use_topic": 1,
      letters: 1,
      attach: 1,
      allow_calls: 1,
    });
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
