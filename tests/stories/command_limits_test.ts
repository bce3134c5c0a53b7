import { assertEquals, assertMatch } from "@std/assert";
import { keys } from "../../src/store/keys.ts";
import { type Group, type Person, plain } from "../simulator/simulator.ts";
import { stored } from "./stored.ts";
import { inStory, newestFor } from "./story.ts";

const THREE = { environment: { COMMANDS_PER_PERSON_PER_MINUTE: "3" } };

function countFor(person: Person, group: Group): number {
  return group.visibleTo(person).length;
}

function newest(person: Person): string {
  return plain(person.private.messages.at(-1)!);
}

Deno.test("who sends too many commands is told once, then nothing until the minute is over", () =>
  inStory(async (program) => {
    const { telegram, clock } = program;
    const ana = telegram.person("Ana");
    const bob = telegram.person("Bob");
    const yard = await program.company("ACME", { members: [ana, bob] });
    for (let n = 0; n < 3; n++) await ana.says(yard, "/issues");
    await clock.advance(20_000);
    await ana.says(yard, "/new_issue Brakes failed");
    assertMatch(newestFor(ana, yard), /^You have sent a lot of commands.* 40 seconds\.$/);
    const before = countFor(ana, yard);
    await ana.says(yard, "/new_issue Brakes failed");
    await clock.advance(39_999);
    await ana.says(yard, "/help");
    assertEquals(countFor(ana, yard), before + 2, "only what Ana said herself");
    assertEquals(await stored(program, keys.lastNumber("ACME")), null);
    await bob.says(yard, "/new_issue Brakes failed");
    assertEquals((await stored(program, keys.lastNumber("ACME")))?.last, 1);
    await clock.advance(1);
    await ana.says(yard, "/new_issue Fire in the yard");
    assertEquals((await stored(program, keys.lastNumber("ACME")))?.last, 2);
  }, THREE));

Deno.test("a command that is delivered again counts once", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const ana = telegram.person("Ana");
    const yard = await program.company("ACME", { members: [ana] });
    await ana.says(yard, "/new_issue Brakes failed");
    const update = telegram.updates.findLast(({ message }) => message?.text?.startsWith("/new"))!;
    for (let n = 0; n < 3; n++) await telegram.redeliver(update.update_id);
    for (const what of ["Fire", "Flood"]) await ana.says(yard, `/new_issue ${what} in the yard`);
    assertEquals((await stored(program, keys.lastNumber("ACME")))?.last, 3);
  }, THREE));

Deno.test("in private the environment's limit holds, for unknown commands too; for no platform admin", () =>
  inStory(async (program) => {
    const { telegram, admin } = program;
    const ana = telegram.person("Ana");
    await ana.starts();
    for (let n = 0; n < 3; n++) await ana.says(ana.private, "/weather");
    assertMatch(newest(ana), /^You have sent a lot of commands/);
    for (let n = 0; n < 5; n++) await admin.says(admin.private, "/help");
    assertEquals(newest(admin).startsWith("You have sent"), false);
  }, THREE));

Deno.test("a company's own limit goes before the environment's", () =>
  inStory(async (program) => {
    const { telegram, admin } = program;
    const ana = telegram.person("Ana");
    const yard = await program.company("ACME", { members: [ana] });
    await admin.says(admin.private, "/policy ACME commands_per_person 1");
    await ana.says(yard, "/issues");
    await ana.says(yard, "/issues");
    assertMatch(newestFor(ana, yard), /^You have sent a lot of commands/);
  }, THREE));
