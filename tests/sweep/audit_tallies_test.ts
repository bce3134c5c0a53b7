import { assertEquals } from "@std/assert";
import { tallyKey } from "../../src/store/keys.ts";
import { denoKv, type Kv } from "../../src/store/kv.ts";
import { readTallies } from "../../src/store/tallies.ts";
import { cardOf, type Program } from "../program.ts";
import { inStory } from "../stories/story.ts";
import { auditReport, openYard, reportsTo } from "./yard.ts";

const tallies = async ({ store }: Program) => (await readTallies(denoKv(store), "ACME")).tallies;

Deno.test("tallies that are not what there is to count are corrected, and nothing else", () =>
  inStory(async (program) => {
    const { store } = program;
    const { yard, ana, bob, mia } = await openYard(program);
    for (const text of ["Brakes failed", "Flat tyre"]) await ana.says(yard, `/new_issue ${text}`);
    await bob.presses(cardOf(yard, "ACME-1"), "Claim");
    assertEquals(await auditReport(program, mia), []);
    await store.set(tallyKey("ACME", "open"), new Deno.KvU64(7n));
    await store.delete(tallyKey("ACME", "unclaimed"));
    assertEquals(await auditReport(program, mia), [
      "🔧 Daily check of ACME Logistics",
      "• 2 tallies corrected",
    ]);
    assertEquals(await tallies(program), { open: 2, unclaimed: 1, escalated: 0 });
    assertEquals(await auditReport(program, mia), []);
  }));

Deno.test("what happens while it is counted is not counted away", async () => {
  let meanwhile: (() => Promise<unknown>) | null = null;
  const wrapKv = (kv: Kv): Kv => ({
    ...kv,
    async commit(checks, changes) {
      const happens = changes.some(({ key, type }) => key[0] === "tally" && type === "set");
      const happen = happens ? meanwhile : null;
      if (happen) meanwhile = null;
      await happen?.();
      return await kv.commit(checks, changes);
    },
  });
  await inStory(async (program) => {
    const { yard, ana, mia } = await openYard(program);
    await ana.says(yard, "/new_issue Brakes failed");
    await program.store.set(tallyKey("ACME", "open"), new Deno.KvU64(7n));
    meanwhile = () => ana.says(yard, "/new_issue Flat tyre");
    assertEquals(await auditReport(program, mia), []);
    assertEquals((await tallies(program)).open, 8, "left to the next audit");
    await program.app.audit();
    assertEquals(await tallies(program), { open: 2, unclaimed: 2, escalated: 0 });
    assertEquals(reportsTo(mia).length, 1);
  }, { wrapKv });
});
