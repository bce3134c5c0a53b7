/** What reminders leave behind, and what makes them start anew. */

import type { IncidentEvent } from "./event.ts";
import { awaited } from "./evolve_work.ts";
import { impossible, personIn } from "./impossible.ts";
import { crewOf, departmentOf, type Incident, isOpen, tierOf } from "./incident.ts";

/** The incident after such an event; `null`: it is another kind of event. */
export function afterClock(incident: Incident, event: IncidentEvent): Incident | null {
  switch (event.type) {
    case "nudged":
      return nudged(incident, event);
    case "snoozed":
      if (!isOpen(incident)) throw impossible(incident, event);
      return { ...incident, snoozed: { until: event.until, by: personIn(event) } };
    case "woken":
      return waitingAnew({ ...incident, snoozed: null }, event);
    case "checked_in":
      if (incident.status !== "in_progress") throw impossible(incident, event);
      return incident;
    default:
      return null;
  }
}

/** Whoever works on it is heard of, and a snooze ends with what it was for. */
export function settled(before: Incident, after: Incident, event: IncidentEvent): Incident {
  const awake = after.snoozed && !isSameMatter(before, after) ? { ...after, snoozed: null } : after;
  if (awake.status !== "in_progress") return awake;
  const speaks = crewOf(awake).some(({ id }) => id === event.actor?.id);
  if (!speaks && ownerIdOf(before) === awake.owner.id) return awake;
  return { ...awake, heardAt: event.at, nudgedAt: null };
}

function nudged(incident: Incident, event: IncidentEvent & { type: "nudged" }): Incident {
  const { at } = event;
  const { escalation: before } = incident;
  const escalation = before && { ...before, nudgedAt: at, nudges: before.nudges + 1 };
  switch (incident.status) {
    case "awaiting_department":
      return { ...incident, nudgedAt: at, nudges: incident.nudges + 1 };
    case "awaiting_claim":
      return { ...incident, escalation, nudgedAt: at, nudges: incident.nudges + 1 };
    case "in_progress":
      return event.about === "escalated"
        ? { ...incident, escalation }
        : { ...incident, nudgedAt: at };
    case "awaiting_summary":
      return { ...incident, nudgedAt: at };
    default:
      throw impossible(incident, event);
  }
}

/** Whoever is waited for has the whole time again. */
function waitingAnew(before: Incident, event: IncidentEvent): Incident {
  const { at } = event;
  const incident: Incident = before.escalation?.takenBy === null
    ? { ...before, escalation: awaited(before.escalation, at) }
    : before;
  switch (incident.status) {
    case "awaiting_department":
      return { ...incident, askedAt: at, nudgedAt: null, nudges: 0 };
    case "awaiting_claim":
      return { ...incident, calledAt: at, nudgedAt: null, nudges: 0 };
    case "in_progress":
      return { ...incident, wokenAt: at, nudgedAt: null };
    case "awaiting_summary":
      return { ...incident, resolvePressedAt: at, nudgedAt: null };
    default:
      throw impossible(incident, event);
  }
}

function isSameMatter(before: Incident, after: Incident): boolean {
  return before.status === after.status && tierOf(before) === tierOf(after) &&
    departmentOf(before) === departmentOf(after) && ownerIdOf(before) === ownerIdOf(after);
}

function ownerIdOf(incident: Incident): number | null {
  return "owner" in incident ? incident.owner.id : null;
}
