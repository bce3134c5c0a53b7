/** Lives by seed, until there have been enough updates. */

import { readReference } from "./from_reference.ts";
import { live } from "./life.ts";
import { newTally, type Tally } from "./tally.ts";

/** A program lives through that many at most, so that a failure is found again soon. */
const UPDATES_OF_A_LIFE = 4_000;

/** How it went. */
export interface FuzzRun {
  tally: Tally;
  /** What is wrong, a sentence each; the last one says how to see it again. */
  wrong: string[];
}

/** Runs that many updates; the life that fails is the last. */
export async function runFuzz(
  { seed, updates }: { seed: number; updates: number },
): Promise<FuzzRun> {
  const tally = newTally();
  const make = await readReference();
  const wrong: string[] = [];
  for (let life = 0; tally.total() < updates && wrong.length === 0; life++) {
    const before = tally.total();
    const most = Math.min(UPDATES_OF_A_LIFE, updates - before);
    wrong.push(...await live({ seed: seed + life, updates: most, tally, make }));
    if (wrong.length === 0) continue;
    wrong.push(`deno task fuzz --seed ${seed + life} --updates ${tally.total() - before}`);
  }
  return { tally, wrong };
}

/** At least so many of the mutants have to come as far as the decision. */
export const LEAST_DECIDED = 1 / 3;

/** The same in a sentence. */
export function sharesIn(tally: Tally): string {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  return `${percent(decidedShare(tally))} of the mutants come as far as the decision; ` +
    `at least ${percent(LEAST_DECIDED)} have to`;
}

/** The share of the mutants that have come as far as the decision. */
export function decidedShare(tally: Tally): number {
  return tally.share("decided", (way) => way !== "from the reference");
}
