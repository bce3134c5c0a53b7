import { assertEquals } from "@std/assert";
import { type Cost, measured } from "../bench/measured.ts";

const DUE = 10;

/** What a sweep and a look cost with so many open incidents; the time is the machine's business. */
async function costsWith(incidents: number): Promise<Omit<Cost, "took">[]> {
  using store = await Deno.openKv(":memory:");
  const program = await measured(store, { incidents, due: DUE, minutes: 2 });
  const costs: Omit<Cost, "took">[] = [];
  for (let minute = 0; minute < 2; minute++) {
    program.pass(60_000);
    let due: number | undefined;
    const sweep = await program.costOf(async (app) => due = (await app.sweep())?.due);
    assertEquals(due, DUE);
    for (const { took: _took, ...cost } of [sweep, await program.costOf((app) => app.watch())]) {
      costs.push(cost);
    }
  }
  return costs;
}

Deno.test("a sweep costs what is due, and a look what it looks at, however many incidents are open", async () => {
  assertEquals(await costsWith(3_000), await costsWith(300));
});
