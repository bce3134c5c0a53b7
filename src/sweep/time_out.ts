/** One incident's deadline, with the clock as the actor. */

import { deliver } from "../delivery/deliver.ts";
import type { Deps } from "../deps.ts";
import { formatIncidentId, type IncidentId } from "../domain/ids.ts";
import { executeIncident } from "../execute/act.ts";

/** Does what the incident's deadline asks for, if it is due, and says what comes of it. */
export async function timeOut(
  deps: Deps,
  { incident, chatId }: { incident: IncidentId; chatId: number },
): Promise<void> {
  const request = { incident, chatId, actor: null, updateId: null };
  const { outcome, deliveries } = await executeIncident(deps, {
    ...request,
    action: { type: "time_out" },
  });
  await deliver(deps, deliveries);
  deps.log.info("deadline", {
    incident: formatIncidentId(incident),
    chat: chatId,
    outcome: outcome.kind === "refused" ? outcome.refusal.reason : outcome.kind,
  });
}
