/** Claims that somebody may no longer hold, ended with the clock as the actor. */

import { learnAdministrators } from "../delivery/administrators.ts";
import { deliver } from "../delivery/deliver.ts";
import type { Deps } from "../deps.ts";
import type { ReleaseCause } from "../domain/action.ts";
import { crewOf, type Incident } from "../domain/incident.ts";
import { executeIncident } from "../execute/act.ts";
import { keys } from "../store/keys.ts";
import { myIncidents } from "../store/mine.ts";
import { readAll } from "../store/read.ts";

/** Whose claims, and where. */
export interface Release {
  /** Telegram's numeric id. */
  personId: number;
  /** In this company only. */
  company?: string;
  /** In this group only. */
  chatId?: number;
  /** Why; by default because a role is gone. */
  cause?: ReleaseCause;
}

/**
 * Ends the claims of somebody who has lost a role or has left a group. Each is decided anew, so
 * whoever may hold it by another role keeps it. How many have ended.
 */
export async function releaseClaims(
  deps: Deps,
  { personId, company, chatId, cause = "role_lost" }: Release,
): Promise<number> {
  let ended = 0;
  for await (const page of myIncidents(deps.kv, personId)) {
    const ids = page.filter((id) => id.company === (company ?? id.company));
    for (const { value } of await readAll(deps.kv, ids.map((id) => keys.incident(id)))) {
      const state = value?.state;
      if (!state || !isHeldBy(state, personId)) continue;
      if (state.chatId !== (chatId ?? state.chatId)) continue;
      await learnAdministrators(deps, state.chatId);
      if (await releaseClaim(deps, state, { personId, cause })) ended++;
    }
  }
  return ended;
}

function isHeldBy(state: Incident, personId: number): boolean {
  return state.status === "in_progress" && crewOf(state).some(({ id }) => id === personId);
}

/** Ends one claim and says so, unless it is held by right; whether it has ended. */
export async function releaseClaim(
  deps: Deps,
  { company, number, chatId }: Incident,
  { personId, cause }: { personId: number; cause: ReleaseCause },
): Promise<boolean> {
  const { outcome, deliveries } = await executeIncident(deps, {
    action: { type: "release", personId, cause },
    incident: { company, number },
    actor: null,
    chatId,
    updateId: null,
  });
  await deliver(deps, deliveries);
  return outcome.kind === "done";
}
