import { assertEquals } from "@std/assert";
import { cardRowKey, keys } from "../../src/store/keys.ts";
import { cardOf } from "../program.ts";
import { inStory } from "../stories/story.ts";
import { stored } from "../stories/stored.ts";
import { auditReport, auditReports, idOf, openYard } from "./yard.ts";

Deno.test("what waits to be shown of no incident is removed, and nothing else", () =>
  inStory(async (program) => {
    const { yard, ana, bob, mia } = await openYard(program);
    await ana.says(yard, "/new_issue Brakes failed");
    program.telegram.faults.add({ kind: "429", retryAfter: 60, chatId: yard.id });
    await bob.presses(cardOf(yard, "ACME-1"), "Claim");
    await mia.says(mia.private, "/escalate ACME-1");
    program.telegram.faults.clear();
    const row = (id: string) => keys.outbox(cardRowKey(yard.id, idOf(id)));
    const real = await stored(program, row("ACME-1"));
    assertEquals(real?.kind, "card");
    for (const id of ["ACME-7", "NOWHERE-7"]) {
      await program.store.set(row(id).key, { ...real, incident: idOf(id) });
    }
    const waiting = () => Array.fromAsync(program.store.list({ prefix: ["outbox", yard.id] }));
    const before = (await waiting()).length;
    const [report, platform] = await auditReports(program, mia, program.admin);
    assertEquals(report, [
      "🔧 Daily check of ACME Logistics",
      "• 1 waiting card removed: there is no such incident",
    ]);
    assertEquals(platform, [
      "🔧 Daily check of what belongs to no company",
      "• 1 waiting card removed: there is no such incident",
    ]);
    assertEquals((await waiting()).length, before - 2);
    assertEquals(await stored(program, row("ACME-1")), real);
    assertEquals(await auditReport(program, mia), []);
    await program.pass(2);
  }));
