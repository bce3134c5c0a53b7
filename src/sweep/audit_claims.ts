/** Claims of people who have lost the role for them, or have left the group. */

import { unlessSilent } from "../delivery/unless_refused.ts";
import { learnAdministrators } from "../delivery/administrators.ts";
import { botAdministers, isInGroup } from "../delivery/presence.ts";
import type { Deps } from "../deps.ts";
import type { ReleaseCause } from "../domain/action.ts";
import type { Company } from "../domain/company.ts";
import { policyFor } from "../domain/policy.ts";
import { decide } from "../domain/decide.ts";
import type { AttachedGroup } from "../domain/group.ts";
import { crewOf, type Incident, type InProgress } from "../domain/incident.ts";
import { isPseudonym } from "../domain/pseudonym.ts";
import { nobodyTakesCalls, type Standing, standingOf } from "../domain/standing.ts";
import { activeGroup } from "../execute/refused.ts";
import { keys } from "../store/keys.ts";
import { readMany, readOne } from "../store/read.ts";
import { type AuditContext, idOf, note } from "./audit_context.ts";
import { releaseClaim } from "./release.ts";

/** Where claims are looked at. */
interface Where {
  company: Company;
  group: AttachedGroup;
}

/** Ends the claims on an incident that nobody holds by right any longer. */
export async function endClaims(audit: AuditContext, state: Incident): Promise<void> {
  if (state.status !== "in_progress") return;
  const { deps } = audit;
  const read = await readMany(deps.kv, {
    company: keys.company(state.company),
    group: keys.group(state.chatId),
  });
  const group = activeGroup(read.group.value, state.company);
  const company = read.company.value;
  if (!group || !company) return;
  for (const { id: personId } of crewOf(state)) {
    const cause = await causeToEnd(audit, state, { personId, company, group });
    if (cause === "unknown") note(audit, "unchecked_claim", idOf(state));
    else if (cause && await releaseClaim(deps, state, { personId, cause })) {
      note(audit, cause, idOf(state));
    }
  }
}

/** Why a claim may have to end; `unknown` when Telegram does not tell, `null` when it may not. */
async function causeToEnd(
  { deps }: AuditContext,
  state: InProgress,
  { personId, company, group }: Where & { personId: number },
): Promise<ReleaseCause | "unknown" | null> {
  const { chatId } = state;
  // Whoever was forgotten while the group rested comes back as nobody.
  if (isPseudonym(personId)) return "left_group";
  const person = await readOne(deps.kv, keys.person(company.id, personId));
  const standingIn = (here: AttachedGroup | null) =>
    standingOf({
      personId,
      now: deps.now(),
      platformAdmins: deps.settings.platformAdmins,
      person: person.value,
      group: here,
      administrators: null,
    });
  if (!holdsByGrant(deps, state, { personId, company, group, standing: standingIn(group) })) {
    // By right only as one of the group's administrators, which the release itself will see.
    const isKnown = await unlessSilent(deps, () => learnAdministrators(deps, chatId));
    return isKnown ? "role_lost" : "unknown";
  }
  // The company's own dispatchers and managers work from their private chats as well.
  if (standingIn(null).dispatcher) return null;
  const isThere = await unlessSilent(deps, () => isInGroup(deps, chatId, personId));
  if (isThere) return null;
  const isSure = await unlessSilent(deps, () => botAdministers(deps, chatId));
  if (isSure === false) return null;
  return isThere === null || isSure === null ? "unknown" : "left_group";
}

/** Whether the claim would stand even if the person did not administer the group. */
function holdsByGrant(
  deps: Deps,
  state: InProgress,
  { personId, company, group, standing }: Where & { personId: number; standing: Standing },
): boolean {
  const action = { type: "release" as const, personId, cause: "role_lost" as const };
  const decision = decide(state, action, {
    now: deps.now(),
    actor: null,
    standing,
    company,
    policy: policyFor(deps.settings.policy, company, group),
    pins: group.settings.pins,
    nobodyTakesCalls: nobodyTakesCalls(company, group, state.department),
    otherStanding: standing,
    otherIncident: null,
  });
  return "refusal" in decision;
}
