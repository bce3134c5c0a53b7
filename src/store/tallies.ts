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
export async function readAllTallies(kv: Kv): Promise<Map<string, Tallies>> {
  const all = new Map<string, Tallies>();
  for await (const { key, value } of kv.list({ prefix: ["tally"] })) {
    const company = String(key[1]);
    const tallies = all.get(company) ?? NOTHING;
    const tally = TALLIES.find((one) => one === key[2]);
    all.set(company, tally ? { ...tallies, [tally]: numberOf(value) } : tallies);
  }
  return all;
}

/** A company's tallies, and what they were read from. */
export async function readTallies(
  kv: Kv,
  company: string,
): Promise<{ tallies: Tallies; entries: Deno.KvEntryMaybe<unknown>[] }> {
  const entries = await kv.getMany(TALLIES.map((tally) => tallyKey(company, tally)));
  const counted = TALLIES.map((tally, i) => [tally, numberOf(entries[i]?.value)]);
  return { tallies: { ...NOTHING, ...Object.fromEntries(counted) }, entries };
}

const NOTHING: Tallies = { open: 0, unclaimed: 0, escalated: 0 };

/** A sum wraps around below zero: one less than nothing is no large number. */
function numberOf(value: unknown): number {
  if (!(value instanceof Deno.KvU64)) return 0;
  return Math.max(0, Number(BigInt.asIntN(64, value.value)));
}
