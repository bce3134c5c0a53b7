/** Tallies that are not what there is to count. */

import { isTallied, TALLIES, type Tallies } from "../domain/statistics.ts";
import { keys, tallyKey } from "../store/keys.ts";
import type { Kv } from "../store/kv.ts";
import { pagesUnder } from "../store/listings.ts";
import { readAll } from "../store/read.ts";
import { readTallies } from "../store/tallies.ts";
import { type AuditContext, note } from "./audit_context.ts";

/** Counts a company's open incidents, and sets the tallies right that say something else. */
export async function recount(audit: AuditContext, entry: Deno.KvEntry<unknown>): Promise<void> {
  const { kv } = audit.deps;
  const company = String(entry.key[1]);
  const { tallies, entries } = await readTallies(kv, company);
  const real = await count(kv, company);
  const wrong = TALLIES.filter((tally) => tallies[tally] !== real[tally]);
  if (wrong.length === 0) return;
  // Whatever has moved one meanwhile was perhaps not counted: the next audit will.
  const versionstamp = await kv.commit(
    entries,
    wrong.map((tally) => ({
      type: "set",
      key: tallyKey(company, tally),
      value: new Deno.KvU64(BigInt(real[tally])),
    })),
  );
  if (versionstamp !== null) wrong.forEach(() => note(audit, "tally", { company }));
}

async function count(kv: Kv, company: string): Promise<Tallies> {
  const tallies = { open: 0, unclaimed: 0, escalated: 0 };
  for await (const page of pagesUnder(kv, ["current", company])) {
    const wanted = page.map(({ key }) => keys.incident({ company, number: Number(key.at(-1)) }));
    for (const { value } of await readAll(kv, wanted)) {
      for (const tally of TALLIES) tallies[tally] += isTallied(value?.state ?? null, tally) ? 1 : 0;
    }
  }
  return tallies;
}
