/** One incident's deadline, with the clock as the actor. */

import type { Deps } from "../deps.ts";
import { formatIncidentId, type IncidentId } from "../domain/ids.ts";
import { executeIncident } from "../execute/act.ts";
import type { Delivery } from "../store/drain_token.ts";

/** Does what the incident's deadline asks for, if it is due; what is to be said comes back. */
export async function timeOut(
  deps: Deps,
  { incident, chatId }: { incident: IncidentId; chatId: number },
): Promise<Delivery[]> {
  const action = { type: "time_out" as const };
  const request = { action, incident, chatId, actor: null, updateId: null };
  const { outcome, deliveries } = await executeIncident(deps, request);
  deps.log.info("deadline", {
    incident: formatIncidentId(incident),
    chat: chatId,
    outcome: outcome.kind === "refused" ? outcome.refusal.reason : outcome.kind,
  });
  return deliveries;
}
