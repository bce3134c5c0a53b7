import { assertEquals, assertNotEquals } from "@std/assert";
import { seedOfToday } from "../faults/chance.ts";
import { runChaos } from "./run.ts";

/** Large enough for each of the mutants of this suite to be noticed. */
const KNOWN = { seed: 17, actions: 300 };

Deno.test("a seed goes the same way twice, and everything is right in the end", async () => {
  const first = await runChaos(KNOWN);
  assertEquals(first.wrong, []);
  const again = await runChaos(KNOWN);
  assertEquals(again.fingerprint, first.fingerprint);
  const other = await runChaos({ seed: KNOWN.seed + 1, actions: 10 });
  assertNotEquals(other.fingerprint, first.fingerprint);
});

Deno.test("whatever people do and whatever breaks, everything is right in the end", async () => {
  const options = { seed: seedOfToday(), actions: 450 };
  console.log(`deno task chaos --seed ${options.seed} --actions ${options.actions}`);
  const { wrong, table } = await runChaos(options);
  console.log(table);
  assertEquals(wrong, []);
});
