/** The answer to a setting that deadlines follow. */

import type { Committed } from "../execute/commit.ts";
import { replan } from "../execute/replan.ts";
import type { IncidentId } from "../domain/ids.ts";
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
export function wasSet({ outcome }: Committed): boolean {
  return outcome.kind === "desk" && outcome.answer.key.endsWith("_set");
}
