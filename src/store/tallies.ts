/** How many of each company's incidents are open, unclaimed, escalated, without looking at them. */

import type { Incident } from "../domain/incident.ts";
import { TALLIES, type Tallies, tallyMoves } from "../domain/statistics.ts";
import { tallyKey } from "./keys.ts";
import type { Change, Kv } from "./kv.ts";

/** The changes of an incident's company's tallies, for the commit that changes the incident. */
export function tallyChanges(before: Incident | null, after: Incident): Change[] {
  return tallyMoves(before, after).map(({ tally, by }) => ({
    type: "count",
    key: tallyKey(after.company, tally),
    by: BigInt.asUintN(64, BigInt(by)),
  }));
}

/** The tallies of all companies that have ever had an incident, by company id. */
export async function readTallies(kv: Kv): Promise<Map<string, Tallies>> {
  const all = new Map<string, Tallies>();
  for await (const { key, value } of kv.list({ prefix: ["tally"] })) {
    const company = String(key[1]);
    const tallies = all.get(company) ?? { open: 0, unclaimed: 0, escalated: 0 };
    const tally = TALLIES.find((one) => one === key[2]);
    if (tally && value instanceof Deno.KvU64) tallies[tally] = fromU64(value);
    all.set(company, tallies);
  }
  return all;
}

/** A sum wraps around below zero: one less than nothing is no large number. */
function fromU64({ value }: Deno.KvU64): number {
  return Math.max(0, Number(BigInt.asIntN(64, value)));
}
