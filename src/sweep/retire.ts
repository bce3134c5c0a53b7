/** Incidents that are kept no longer: each company says how long. What it costs is what is due. */

import type { Deps } from "../deps.ts";
import type { Company } from "../domain/company.ts";
import { formatIncidentId, type IncidentId } from "../domain/ids.ts";
import { keptSince } from "../domain/retention.ts";
import { listCompanies } from "../execute/companies.ts";
import { finishRemoval, removeIncident } from "../execute/remove_incident.ts";
import { describeError, type LogFields } from "../log.ts";
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
  await unlessItFails(deps, {}, () => finishRemovals(deps));
  await unlessItFails(deps, {}, async () => {
    for (const company of await listCompanies(deps.kv)) {
      await unlessItFails(deps, { detail: company.id }, async () => {
        for await (const id of listOver(deps, company)) {
          if (deps.now() >= endAt) return;
          await unlessItFails(deps, { incident: formatIncidentId(id) }, async () => {
            if (await removeIncident(deps, id)) removed++;
          });
        }
      });
    }
  });
  if (removed > 0) deps.log.info("retention", { detail: removed });
  return removed;
}

/** One that fails does not keep the others waiting. */
async function unlessItFails(
  deps: Deps,
  what: LogFields,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    deps.log.error("retention failed", { ...what, error: describeError(error) });
  }
}

/** What is kept no longer, the longest over first. */
async function* listOver(deps: Deps, company: Company): AsyncGenerator<IncidentId> {
  const since = keptSince(company, deps.now());
  if (since === null) return;
  const range = { start: ["over", company.id], end: ["over", company.id, since] };
  for await (const page of pagesOf(deps.kv, range, PAGE)) {
    for (const { key } of page) yield { company: company.id, number: Number(key[3]) };
  }
}

/** What a program that died has left. */
async function finishRemovals(deps: Deps): Promise<void> {
  for await (const entry of deps.kv.list({ prefix: ["removing"] })) {
    const id = { company: String(entry.key[1]), number: Number(entry.key[2]) };
    await unlessItFails(deps, { incident: formatIncidentId(id) }, async () => {
      const { value } = parseEntry(keys.removing(id), entry);
      if (value) await finishRemoval(deps, id, value.chatId);
    });
  }
}
