import { assertEquals, assertStringIncludes } from "@std/assert";
import { BUTTONS } from "../../src/bot/button_table.ts";
import { COMMANDS } from "../../src/bot/command_table.ts";
import { keys } from "../../src/store/keys.ts";
import type { Program } from "../program.ts";
import type { Group, Person } from "../simulator/simulator.ts";
import { records, stored } from "./stored.ts";
import { inStory, newestFor } from "./story.ts";

async function pending(program: Program): Promise<{ olga: Person; yard: Group }> {
  const olga = program.telegram.person("Olga");
  const yard = program.telegram.group("Yard", { owner: olga, withBot: false });
  await olga.adds(yard);
  await yard.botRights("administrator");
  return { olga, yard };
}

Deno.test("every command in a pending group answers that activation is pending", () =>
  inStory(async (program) => {
    const { olga, yard } = await pending(program);
    const ana = program.telegram.person("Ana");
    await ana.joins(yard);
    const chatter = await ana.says(yard, "Good morning");
    const before = await records(program);
    for (const { name, aliases } of COMMANDS.filter(({ group }) => group)) {
      for (const word of [name, ...aliases]) {
        for (const text of [`/${word}`, `/${word} Dispatch is on fire`]) {
          for (const replyTo of [undefined, chatter]) {
            await olga.says(yard, text, replyTo ? { replyTo } : {});
            assertStringIncludes(newestFor(olga, yard), "ctivation is pending", text);
          }
        }
      }
    }
    assertEquals(await records(program), before);
    assertEquals(yard.pinned, []);
  }));

Deno.test("every button in a pending group answers that activation is pending", () =>
  inStory(async (program) => {
    const { olga, yard } = await pending(program);
    const message = yard.messages.at(-1)!;
    const before = await records(program);
    const args: Record<string, string> = { allow: `:${olga.id}`, setting: ":pins:off" };
    for (const [verb, { place }] of Object.entries(BUTTONS)) {
      if (place !== "group") continue;
      const toast = await olga.presses(message, "", { data: `${verb}${args[verb] ?? ""}` });
      assertStringIncludes(toast.text ?? "", "ctivation is pending", verb);
    }
    assertEquals(await records(program), before);
  }));

Deno.test("removed from an active group, the bot suspends it; added again, it goes on", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const ana = telegram.person("Ana");
    const olga = telegram.person("Olga");
    const yard = await program.company("ACME", { members: [ana], owner: olga });
    await ana.says(yard, "/new_issue Brakes failed");
    const card = yard.pinned[0]!;
    await olga.removesBot(yard);
    assertEquals((await stored(program, keys.group(yard.id)))?.status, "suspended");
    assertEquals(await ana.presses(card, "Claim"), {
      text: "This group is suspended. Ask a platform admin.",
    });

    await olga.adds(yard);
    assertEquals((await stored(program, keys.group(yard.id)))?.status, "active");
    assertEquals(await ana.presses(card, "Claim"), { text: "ACME-1 is yours." });
  }));

Deno.test("a reminder that came due while the bot was away is sent once when it is back", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const ana = telegram.person("Ana");
    const olga = telegram.person("Olga");
    const yard = await program.company("ACME", { members: [ana], owner: olga });
    await ana.says(yard, "/new_issue Brakes failed");
    await olga.removesBot(yard);
    const told = yard.messages.length;
    await program.pass(25);
    assertEquals(yard.messages.length, told);

    await olga.adds(yard);
    await program.pass(2);
    const reminders = textsWith(yard, "⏰");
    assertEquals(reminders.length, 1);
  }));

function textsWith(group: Group, part: string): string[] {
  return group.messages.map(({ text }) => text ?? "").filter((text) => text.includes(part));
}

Deno.test("a group the bot was in before it kept a store is asked when it uses a command", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const ana = telegram.person("Ana");
    const yard = telegram.group("Yard", { members: [ana], botRights: "administrator" });
    await ana.says(yard, "/new_issue Brakes failed");
    assertStringIncludes(newestFor(ana, yard), "Ana, which company is this group for?");
    assertEquals((await stored(program, keys.group(yard.id)))?.status, "pending");
  }));
