/** For how long a company keeps incidents that are over. */

import type { Company } from "./company.ts";
import type { Incident } from "./incident.ts";

const DAY = 24 * 3_600_000;

/** What ended before that moment is kept no longer, epoch milliseconds; `null`: everything is kept. */
export function keptSince(
  { retentionDays }: Pick<Company, "retentionDays">,
  now: number,
): number | null {
  return retentionDays === null ? null : now - retentionDays * DAY;
}

/** Whether its time is over. An open one is kept, however old it is. */
export function isKeptNoLonger(incident: Incident, company: Company, now: number): boolean {
  const since = keptSince(company, now);
  return since !== null && "endedAt" in incident && incident.endedAt < since;
}

/** Whether less would be kept than before. */
export function isShorter(days: number | null, before: number | null): boolean {
  return days !== null && (before === null || days < before);
}
