import { assert, assertEquals } from "@std/assert";
import { seedOfToday } from "../faults/chance.ts";
import { decidedShare, LEAST_DECIDED, runFuzz, sharesIn } from "./run.ts";

Deno.test("whatever comes over the wire, nothing fails and every record stays in order", async () => {
  const options = { seed: seedOfToday(), updates: 12_000 };
  console.log(`deno task fuzz --seed ${options.seed} --updates ${options.updates}`);
  const { tally, wrong } = await runFuzz(options);
  console.log(tally.table());
  console.log(sharesIn(tally));
  assertEquals(wrong, []);
  assert(decidedShare(tally) >= LEAST_DECIDED, "too few mutants come as far as the decision");
});

Deno.test("a seed makes the same updates again", async () => {
  const once = async (seed: number) => (await runFuzz({ seed, updates: 150 })).tally.table();
  assertEquals(await once(7), await once(7));
});
