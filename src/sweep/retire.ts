/** Incidents that are kept no longer: each company says how long. What it costs is what is due. */

import type { Deps } from "../deps.ts";
import type { Company } from "../domain/company.ts";
import { keptSince } from "../domain/retention.ts";
import { listCompanies } from "../execute/companies.ts";
import { finishRemoval, removeIncident } from "../execute/remove_incident.ts";
import { describeError } from "../log.ts";
import { keys } from "../store/keys.ts";
import { pagesOf } from "../store/listings.ts";
import { parseEntry } from "../store/read.ts";

/** How long it may take, in milliseconds; what is left goes the next day. */
export const RETIRE_BUDGET = 5 * 60_000;
/** How many are listed at once. */
const PAGE = 100;

/** Removes what has been over for longer than its company keeps it; how many incidents. */
export async function retire(deps: Deps): Promise<number> {
  const endAt = deps.now() + RETIRE_BUDGET;
  let removed = 0;
  try {
    await finishRemovals(deps);
    for (const company of await listCompanies(deps.kv)) {
      removed += await retireFrom(deps, company, endAt);
    }
  } catch (error) {
    deps.log.error("retention failed", { error: describeError(error) });
  }
  if (removed > 0) deps.log.info("retention", { detail: removed });
  return removed;
}

async function retireFrom(deps: Deps, company: Company, endAt: number): Promise<number> {
  const since = keptSince(company, deps.now());
  if (since === null) return 0;
  let removed = 0;
  const range = { start: ["over", company.id], end: ["over", company.id, since] };
  for await (const page of pagesOf(deps.kv, range, PAGE)) {
    for (const { key } of page) {
      if (deps.now() >= endAt) return removed;
      const id = { company: company.id, number: Number(key[3]) };
      if (await removeIncident(deps, id)) removed++;
    }
  }
  return removed;
}

/** What a program that died has left. */
async function finishRemovals(deps: Deps): Promise<void> {
  for await (const entry of deps.kv.list({ prefix: ["removing"] })) {
    const id = { company: String(entry.key[1]), number: Number(entry.key[2]) };
    const { value } = parseEntry(keys.removing(id), entry);
    if (value) await finishRemoval(deps, id, value.chatId);
  }
}
