import { assertEquals } from "@std/assert";
import { keys } from "../../src/store/keys.ts";
import { stored } from "./stored.ts";
import { asks, inStory } from "./story.ts";

Deno.test("a forwarded command is not run: it was written for somebody else", () =>
  inStory(async (program) => {
    const { admin, telegram } = program;
    const eve = telegram.person("Eve");
    const yard = telegram.group("Yard", { members: [eve, admin] });
    await asks(admin, "/add_company ACME Acme");
    const said = await eve.says(yard, "/add_manager ACME");
    await admin.forwards(said, admin.private);
    assertEquals(await stored(program, keys.person("ACME", eve.id)), null);
  }));

Deno.test("in a group a forwarded report reports nothing", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const ana = telegram.person("Ana");
    const yard = await program.company("ACME", { members: [ana] });
    const elsewhere = telegram.group("Elsewhere", { members: [ana], withBot: false });
    const said = await ana.says(elsewhere, "/new_issue Brakes failed");
    await ana.forwards(said, yard);
    assertEquals(await stored(program, keys.incident({ company: "ACME", number: 1 })), null);
  }));
