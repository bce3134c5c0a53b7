/** The answer to a setting that deadlines follow. */

import type { Committed } from "../execute/commit.ts";
import { replan } from "../execute/replan.ts";
import { replanShifts } from "../execute/shifts.ts";
import type { IncidentId } from "../domain/ids.ts";
import { currentIncidents } from "../store/listings.ts";
import { type CommandCall, finish } from "./command.ts";
import type { BotDeps } from "./incoming.ts";

/** Answers; when something was set, the deadlines of the incidents that it is about move at once. */
export async function finishSetting(
  deps: BotDeps,
  call: CommandCall,
  committed: Committed,
  incidents: () => Promise<readonly IncidentId[]>,
): Promise<void> {
  await finish(deps, call, committed);
  if (wasSet(committed)) await replan(deps, await incidents());
}

/** Whether it was set: whoever may not set it causes no work. */
function wasSet({ outcome }: Committed): boolean {
  return outcome.kind === "desk" && outcome.answer.key.endsWith("_set");
}

/**
 * What a company's setting causes: the deadlines of its open incidents move; in another time zone, its
 * shifts begin at other moments, too.
 */
export async function replanAfter(
  deps: BotDeps,
  companyId: string,
  committed: Committed,
): Promise<void> {
  if (!wasSet(committed)) return;
  await replan(deps, await currentIncidents(deps.kv, companyId));
  const { outcome } = committed;
  if (outcome.kind === "desk" && outcome.answer.key === "time_zone_set") {
    await replanShifts(deps, companyId);
  }
}
