/** What the clock does: reminders, routes, escalations, ends, and claims that can't be held any longer. */

import type { LaterAction } from "./action.ts";
import { type Company, defaultDepartment } from "./company.ts";
import { deadlineAt } from "./deadlines.ts";
import type { Facts } from "./facts.ts";
import { claimEnded } from "./decide_work.ts";
import { type Decision, no, yes } from "./decision.ts";
import { departmentWithId } from "./departments.ts";
import { crewOf, departmentOf, type Incident, isOpen } from "./incident.ts";

/** Decides what an incident's deadline asks for. */
export function decideTimeOut(incident: Incident, facts: Facts): Decision {
  const { policy, company, now } = facts;
  const deadline = deadlineAt(incident, policy, { company, now });
  if (!deadline || deadline.at > now) return no({ reason: "not_due" });
  const nudges = "nudges" in incident ? incident.nudges : 0;
  switch (deadline.kind) {
    case "department": {
      const department = defaultDepartment(company);
      return department && nudges >= policy.departmentNudges
        ? yes({ type: "department_chosen", department: department.id })
        : yes({ type: "nudged", about: "department" });
    }
    case "unclaimed":
      return policy.escalatesByItself && nudges >= policy.unclaimedNudges
        ? yes({ type: "escalated", reason: null })
        : yes({ type: "nudged", about: "unclaimed" });
    case "escalated":
    case "silent":
    case "summary":
      return yes({ type: "nudged", about: deadline.kind });
    case "snooze":
      return yes({ type: "woken" });
    case "no_summary":
      return yes({ type: "closed", reason: "no_summary" });
    default:
      return deadline.kind satisfies never;
  }
}

/** Takes the claim of somebody who may no longer hold it. */
export function decideRelease(
  incident: Incident,
  { personId, cause }: LaterAction & { type: "release" },
  { otherStanding, nobodyTakesCalls }: Facts,
): Decision {
  const crew = crewOf(incident);
  const person = crew.find(({ id }) => id === personId);
  if (incident.status !== "in_progress" || !person) return no({ reason: "no_claim" });
  const isGuest = incident.guests?.includes(personId);
  const mayHold = isGuest || nobodyTakesCalls || otherStanding?.dispatcher ||
    otherStanding?.manager ||
    otherStanding?.departments.includes(incident.department);
  if (cause === "role_lost" && mayHold) return no({ reason: "no_claim" });
  return yes(claimEnded(crew, person, cause));
}

/**
 * Moves an open incident out of a department that there is no more: nobody's action, it follows from the
 * department's removal.
 */
export function decideTransfer(incident: Incident, from: string, company: Company): Decision {
  const { department } = homeless(incident, company);
  if (department === undefined || !isOpen(incident) || departmentOf(incident) !== from) {
    return no({ reason: "no_change" });
  }
  return yes({ type: "department_changed", department });
}

/** Where an incident goes whose department is no more; nothing when its department is there. */
export function homeless(incident: Incident, company: Company): { department?: string } {
  const department = departmentOf(incident);
  const heir = defaultDepartment(company);
  if (department === null || departmentWithId(company, department) || !heir) return {};
  return { department: heir.id };
}
