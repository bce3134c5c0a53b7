/** Who works on an incident, decided by somebody. */

import type { Facts } from "./facts.ts";
import { type Decision, no, yes } from "./decision.ts";
import type { ClaimEnd, Happening } from "./event.ts";
import { crewOf, type Incident } from "./incident.ts";
import type { PersonRef } from "./person.ts";
import { partsOf, RULES } from "./rules.ts";

/** The owner hands over to the longest-serving helper; the last one out puts it back. */
export function decideLeave(incident: Incident, actor: PersonRef): Decision {
  const [owner, longestServing] = crewOf(incident);
  if (owner?.id !== actor.id) return yes({ type: "left" });
  return yes(longestServing ? { type: "handed_over", to: longestServing } : { type: "unclaimed" });
}

/** Whoever could claim it at tier 1 can be given it. */
export function decideAssign(incident: Incident, to: PersonRef, facts: Facts): Decision {
  if ("owner" in incident && incident.owner.id === to.id) {
    return no({ reason: "owns_already", person: to });
  }
  const parts = facts.otherStanding && partsOf(to.id, incident, facts.otherStanding);
  if (RULES.claim.who.some((part) => parts?.has(part))) return yes({ type: "assigned", to });
  return facts.nobodyTakesCalls
    ? yes({ type: "assigned", to, asGuest: true })
    : no({ reason: "not_eligible", person: to });
}

/** A manager takes somebody's claim away. */
export function decideRevoke(incident: Incident, personId: number | null): Decision {
  const crew = crewOf(incident);
  const person = personId === null ? crew[0] : crew.find(({ id }) => id === personId);
  return person ? yes(claimEnded(crew, person, "revoked")) : no({ reason: "no_claim" });
}

/** Somebody's claim ends; when they own it, the longest-serving helper inherits it. */
export function claimEnded(
  [owner, longestServing]: readonly PersonRef[],
  person: PersonRef,
  cause: ClaimEnd,
): Happening {
  const heir = owner?.id === person.id ? longestServing ?? null : null;
  return { type: "claim_ended", person, cause, heir };
}
