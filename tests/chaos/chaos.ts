/**
 * `deno task chaos [--seed N] [--actions N]`: people in two companies do what they like while programs
 * die and Telegram fails; afterwards everything has to be right. The same seed goes the same way again.
 */

import { runChaos } from "./run.ts";
import { seedOfToday } from "../faults/chance.ts";

const USAGE = "Usage: deno task chaos [--seed N] [--actions N]";
const ACTIONS = 5_000;

function numberAfter(name: string, otherwise: number): number {
  const at = Deno.args.indexOf(name);
  if (at < 0) return otherwise;
  const number = Number(Deno.args[at + 1]);
  if (Number.isInteger(number) && number >= 0) return number;
  console.error(USAGE);
  Deno.exit(2);
}

const seed = numberAfter("--seed", seedOfToday());
const actions = numberAfter("--actions", ACTIONS);
console.log(`seed ${seed}, ${actions} actions`);
const { wrong, fingerprint, table } = await runChaos({ seed, actions });
console.log(table);
console.log(`fingerprint ${fingerprint}`);
for (const sentence of wrong) console.log(`✗ ${sentence}`);
console.log(wrong.length === 0 ? "Everything is right." : `${wrong.length} things are wrong.`);
if (wrong.length > 0) Deno.exit(1);
