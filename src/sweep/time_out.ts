/** One incident's deadline, with the clock as the actor. */

import { learnAdministrators } from "../delivery/administrators.ts";
import { unlessSilent } from "../delivery/unless_refused.ts";
import type { Deps } from "../deps.ts";
import { formatIncidentId, type IncidentId } from "../domain/ids.ts";
import { executeIncident } from "../execute/act.ts";
import type { Delivery } from "../store/drain_token.ts";
import { keys } from "../store/keys.ts";
import { readOne } from "../store/read.ts";

/** Does what the incident's deadline asks for, if it is due; what is to be said comes back. */
export async function timeOut(
  deps: Deps,
  { incident, chatId }: { incident: IncidentId; chatId: number },
): Promise<Delivery[]> {
  if (await mayCallManagers(deps, incident)) {
    await unlessSilent(deps, () => learnAdministrators(deps, chatId));
  }
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

/** The group's administrators are managers: who they are has to be known before they are called. */
async function mayCallManagers({ kv }: Deps, incident: IncidentId): Promise<boolean> {
  const { value } = await readOne(kv, keys.incident(incident));
  switch (value?.deadline?.kind) {
    case "escalated":
      return true;
    case "unclaimed":
    case "snooze":
      return value.state.escalation !== null || ("nudges" in value.state && value.state.nudges > 0);
    default:
      return false;
  }
}
