/**
 * `deno task fuzz [--seed N] [--updates N]`: updates that nobody ever sent, by the tens of thousands.
 * The same seed makes the same updates again.
 */

import { seedOfToday } from "../faults/chance.ts";
import { decidedShare, LEAST_DECIDED, runFuzz, sharesIn } from "./run.ts";

const USAGE = "Usage: deno task fuzz [--seed N] [--updates N]";
const UPDATES = 20_000;

function numberAfter(name: string, otherwise: number): number {
  const at = Deno.args.indexOf(name);
  if (at < 0) return otherwise;
  const number = Number(Deno.args[at + 1]);
  if (Number.isInteger(number) && number >= 0) return number;
  console.error(USAGE);
  Deno.exit(2);
}

const seed = numberAfter("--seed", seedOfToday());
const updates = numberAfter("--updates", UPDATES);
console.log(`seed ${seed}, ${updates} updates`);
const { tally, wrong } = await runFuzz({ seed, updates });
console.log(tally.table());
console.log(sharesIn(tally));
for (const sentence of wrong) console.log(`✗ ${sentence}`);
const isEnough = decidedShare(tally) >= LEAST_DECIDED;
if (!isEnough) console.log("✗ too few mutants come as far as the decision");
if (wrong.length > 0 || !isEnough) Deno.exit(1);
