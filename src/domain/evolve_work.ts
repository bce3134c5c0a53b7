/** Who works on an incident: called, claimed, handed over, left. */

import type { IncidentEvent } from "./event.ts";
import type { AwaitingClaim, Incident, InProgress } from "./incident.ts";
import type { IncidentBase } from "./incident_base.ts";
import { impossible, personIn } from "./impossible.ts";
import type { PersonRef } from "./person.ts";

/** A department was called: the claim clock starts. */
export function called(
  incident: Incident & { status: "awaiting_department" | "awaiting_claim" },
  department: string,
  at: number,
): AwaitingClaim {
  return { ...incident, status: "awaiting_claim", department, calledAt: at, nudgedAt: null };
}

/** Nobody works on it any more: the department, or at tier 2 the managers, are called again. */
export function unclaimed(incident: InProgress, at: number): AwaitingClaim {
  const { owner: _owner, helpers: _helpers, claimedAt: _claimedAt, ...rest } = incident;
  const escalation = rest.escalation && { ...rest.escalation, takenBy: null };
  return { ...rest, status: "awaiting_claim", escalation, calledAt: at, nudgedAt: null };
}

/** After an event while it can be worked on. */
export function afterWork(incident: AwaitingClaim | InProgress, event: IncidentEvent): Incident {
  switch (event.type) {
    case "escalated":
      return {
        ...restarted(incident, event.at),
        escalation: {
          at: event.at,
          by: event.actor,
          reason: event.reason,
          nudgedAt: null,
          takenBy: null,
        },
      };
    case "de_escalated":
      return { ...restarted(incident, event.at), escalation: null };
    case "assigned":
      return { ...owned(incident, event.to, event), escalation: null };
    case "department_changed":
      return { ...transferred(incident, event), escalation: null };
    case "nudged":
      return nudged(incident, event.at);
    case "claimed":
      return takenOver(owned(incident, personIn(event), event), personIn(event));
    default:
      if (incident.status === "in_progress") return afterCrew(incident, event);
      throw impossible(incident, event);
  }
}

function nudged(incident: AwaitingClaim | InProgress, at: number): AwaitingClaim | InProgress {
  const { escalation: before } = incident;
  const escalation = before && { ...before, nudgedAt: at };
  return incident.status === "awaiting_claim"
    ? { ...incident, escalation, nudgedAt: at }
    : { ...incident, escalation };
}

function afterCrew(incident: InProgress, event: IncidentEvent): Incident {
  switch (event.type) {
    case "joined": {
      const helper = personIn(event);
      const joined = remembering(welcoming(incident, event, helper), helper);
      return { ...joined, helpers: [...joined.helpers, helper] };
    }
    case "left":
      return { ...incident, helpers: without(incident.helpers, personIn(event).id) };
    case "handed_over":
      return passedOn(incident, event.to);
    case "unclaimed":
      return unclaimed(incident, event.at);
    case "claim_ended": {
      if (incident.owner.id !== event.person.id) {
        return { ...incident, helpers: without(incident.helpers, event.person.id) };
      }
      return event.heir ? passedOn(incident, event.heir) : unclaimed(incident, event.at);
    }
    case "resolve_pressed":
      return {
        ...incident,
        status: "awaiting_summary",
        summarizer: personIn(event),
        resolvePressedAt: event.at,
      };
    default:
      throw impossible(incident, event);
  }
}

/** A new owner; whoever owned it before helps from now on. */
function owned(
  incident: AwaitingClaim | InProgress,
  owner: PersonRef,
  event: IncidentEvent & { type: "claimed" | "assigned" },
): InProgress {
  const taken = remembering(welcoming(incident, event, owner), owner);
  if (taken.status === "in_progress") {
    return { ...taken, owner, helpers: without([taken.owner, ...taken.helpers], owner.id) };
  }
  const { calledAt: _calledAt, nudgedAt: _nudgedAt, ...rest } = taken;
  return { ...rest, status: "in_progress", owner, helpers: [], claimedAt: event.at };
}

/** A manager who claims what has escalated has answered the call. */
function takenOver(incident: InProgress, by: PersonRef): InProgress {
  const { escalation } = incident;
  return escalation ? { ...incident, escalation: { ...escalation, takenBy: by } } : incident;
}

/** The owner has gone; once a manager had taken over, the managers may do so again. */
function passedOn(incident: InProgress, to: PersonRef): InProgress {
  const { escalation } = incident;
  return {
    ...incident,
    owner: to,
    helpers: without(incident.helpers, to.id),
    escalation: escalation && { ...escalation, takenBy: null },
  };
}

/** All claims end: another department's people come. */
function transferred(
  incident: AwaitingClaim | InProgress,
  { department, at }: IncidentEvent & { type: "department_changed" },
): AwaitingClaim {
  const waiting = incident.status === "in_progress" ? unclaimed(incident, at) : incident;
  return called(waiting, department, at);
}

/** While nobody has claimed, whoever is called has the whole time again. */
function restarted<I extends AwaitingClaim | InProgress>(incident: I, at: number): I {
  return incident.status === "awaiting_claim"
    ? { ...incident, calledAt: at, nudgedAt: null }
    : incident;
}

/** How many of those who worked on it are remembered. */
const MOST_WORKERS = 200;

function remembering<I extends IncidentBase>(incident: I, { id }: PersonRef): I {
  const { workers } = incident;
  return workers.includes(id) || workers.length >= MOST_WORKERS
    ? incident
    : { ...incident, workers: [...workers, id] };
}

/** Whoever takes it while nobody takes calls may go on when somebody does. */
function welcoming<I extends IncidentBase>(
  incident: I,
  { asGuest }: { asGuest?: true | undefined },
  { id }: PersonRef,
): I {
  const { guests = [] } = incident;
  return asGuest && !guests.includes(id) ? { ...incident, guests: [...guests, id] } : incident;
}

function without(people: readonly PersonRef[], id: number): PersonRef[] {
  return people.filter((person) => person.id !== id);
}
