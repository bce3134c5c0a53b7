/** What an event is to those who are told of it in private, and what they can do about it there. */

import type { Company } from "./company.ts";
import type { IncidentEvent } from "./event.ts";
import { crewOf, type Incident, type Status } from "./incident.ts";
import type { Matter } from "./notify.ts";
import type { PersonRef, Profile } from "./person.ts";
import { generalRefusal } from "./refuse.ts";
import type { PersonalAction } from "./rules.ts";
import type { Standing } from "./standing.ts";

/** Somebody who is told in private. */
export interface Told {
  /** Telegram's numeric id, which is the private chat's, too. */
  id: number;
  /** What is known of their language. */
  profile: Pick<Profile, "language" | "locale"> | null;
  /** What it is to them. */
  matter: Matter;
  /** What they can do about it there. */
  actions: PersonalAction[];
  /**
   * They may read there what happened; whoever has to do with it by a role of its group alone reads it
   * in the group.
   */
  maySee: boolean;
}

/** From which reminder on managers are told that an escalated incident still waits. */
const PRIVATE_FROM = 2;

/** The statuses in which somebody can still be of help. */
const WANTS_SOMEBODY: readonly Status[] = ["awaiting_department", "awaiting_claim", "in_progress"];

/** What an event is to those whom it concerns; `null`: nothing that anybody is told in private. */
export function matterOf(event: IncidentEvent, incident: Incident): Matter | null {
  switch (event.type) {
    case "assigned":
    case "handed_over":
      return "assignment";
    case "escalated":
      return "escalation";
    case "nudged": {
      const isLater = (incident.escalation?.nudges ?? 0) >= PRIVATE_FROM;
      return event.about === "escalated" && isLater ? "escalation" : "ping";
    }
    case "woken":
      return event.actor ? null : "ping";
    case "priority_set":
      return event.priority === "critical" && WANTS_SOMEBODY.includes(incident.status)
        ? "critical"
        : null;
    case "claim_ended":
      return event.heir ? "assignment" : callOf(incident);
    case "department_chosen":
    case "department_changed":
    case "unclaimed":
    case "de_escalated":
    case "reopened":
      return callOf(incident);
    default:
      return null;
  }
}

/** Somebody is to claim it. */
function callOf({ status, priority }: Incident): Matter | null {
  if (status !== "awaiting_claim") return null;
  return priority === "critical" ? "critical" : "ping";
}

/** The statuses in which it still has a point to tell somebody of the event. */
export function pointOf(event: IncidentEvent, { status }: Incident): Status[] {
  return event.type === "priority_set" ? [...WANTS_SOMEBODY] : [status];
}

/** What somebody who is told of an event can do about it in private, by the rules. */
export function offeredTo(
  person: PersonRef,
  event: IncidentEvent,
  { incident, company, standing }: {
    incident: Incident;
    company: Company;
    /** What the company lets them do: in private the roles of a group do not count. */
    standing: Standing;
  },
): PersonalAction[] {
  const facts = { company, standing, nobodyTakesCalls: false, pins: true };
  return wanted(person, event, incident).filter((action) =>
    generalRefusal(incident, action, person, facts) === null
  );
}

function wanted({ id }: PersonRef, event: IncidentEvent, incident: Incident): PersonalAction[] {
  const isTheirs = crewOf(incident).some((one) => one.id === id);
  if (!isTheirs || event.type === "priority_set") return ["claim"];
  const isAsked = event.type === "nudged" && event.about === "silent";
  return isAsked ? ["check_in", "resolve", "leave"] : ["resolve", "leave"];
}
