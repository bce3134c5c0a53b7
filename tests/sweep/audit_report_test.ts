import { assertEquals } from "@std/assert";
import { keys } from "../../src/store/keys.ts";
import type { Program } from "../program.ts";
import { asks, inStory } from "../stories/story.ts";
import { auditReport, auditReports, idOf, openYard } from "./yard.ts";

/** Something to mend in each of these incidents, whether they exist or not. */
async function strayIn({ store }: Program, ...ids: string[]): Promise<void> {
  for (const id of ids) await store.set(keys.current(idOf(id)).key, null);
}

const acme = (line: string) => ["🔧 Daily check of ACME Logistics", line];
const ONE = "• 1 stray index entry removed (ACME-7)";

Deno.test("every manager of the company who has started the bot is told, and nobody else", () =>
  inStory(async (program) => {
    const { telegram, admin } = program;
    const { mia, ana, bob } = await openYard(program);
    const [max, ida] = [telegram.person("Max"), telegram.person("Ida")];
    await max.starts();
    for (const { id } of [max, ida]) await asks(admin, `/add_manager ACME ${id}`);
    await asks(admin, "/add_company GLOBEX Globex");
    const gus = telegram.person("Gus");
    await gus.starts();
    await asks(admin, `/add_manager GLOBEX ${gus.id}`);
    await strayIn(program, "ACME-7");
    assertEquals(
      await auditReports(program, mia, max, ida, ana, bob, gus, admin),
      [acme(ONE), acme(ONE), [], [], [], [], []],
    );
    await strayIn(program, "ACME-7", "GLOBEX-1");
    assertEquals(await auditReports(program, mia, gus, admin), [
      acme(ONE),
      ["🔧 Daily check of Globex", "• 1 stray index entry removed (GLOBEX-1)"],
      [],
    ]);
  }));

Deno.test("while a company has no manager to be told, the platform admins are", () =>
  inStory(async (program) => {
    const { mia } = await openYard(program);
    await mia.blocks();
    await strayIn(program, "ACME-7");
    assertEquals(await auditReport(program, program.admin), acme(ONE));
  }));

Deno.test("what belongs to no company is for the platform admins who have started the bot", () =>
  inStory(async (program) => {
    const { mia } = await openYard(program);
    const late = program.telegram.person("Late", { id: 424242 });
    await strayIn(program, "NOWHERE-1");
    await program.store.set(keys.handle("nobodys").key, 5);
    const [nothing, platform, later] = await auditReports(program, mia, program.admin, late);
    assertEquals([nothing, later], [[], []]);
    assertEquals(platform, [
      "🔧 Daily check of what belongs to no company",
      "• 2 stray index entries removed (NOWHERE-1)",
    ]);
    const unsaid = program.store.list({ prefix: ["dead_letter"] });
    assertEquals(await Array.fromAsync(unsaid), []);
  }, { environment: { PLATFORM_ADMIN_IDS: "5000001,424242" } }));

Deno.test("at most ten incidents are named, in their order", () =>
  inStory(async (program) => {
    const { mia } = await openYard(program);
    const ids = Array.from({ length: 12 }, (_, n) => `ACME-${n + 1}`);
    await strayIn(program, ...ids);
    const [title, line] = await auditReport(program, mia);
    assertEquals(title, "🔧 Daily check of ACME Logistics");
    const named = /^• 12 stray index entries removed \((.*) …\)$/.exec(line ?? "")?.[1]?.split(
      ", ",
    );
    assertEquals(named?.length, 10);
    const numbers = named!.map((id) => Number(id.slice(5)));
    assertEquals(numbers, numbers.toSorted((a, b) => a - b));
  }));

Deno.test("a report that Telegram does not take is said later", () =>
  inStory(async (program) => {
    const { mia } = await openYard(program);
    await strayIn(program, "ACME-7");
    program.telegram.faults.add({ kind: "502", chatId: mia.id });
    assertEquals(await auditReport(program, mia), []);
    program.telegram.faults.clear();
    const before = mia.private.messages.length;
    await program.pass(2);
    assertEquals(mia.private.messages.length, before + 1);
  }));
