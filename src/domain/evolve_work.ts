/** Who works on an incident: called, claimed, handed over, left. */

import type { IncidentEvent } from "./event.ts";
import {
  type AwaitingClaim,
  baseOf,
  type Crew,
  type Incident,
  type InProgress,
} from "./incident.ts";
import type { Escalation, IncidentBase } from "./incident_base.ts";
import { impossible, personIn } from "./impossible.ts";
import type { PersonRef } from "./person.ts";

/** A department was called: the claim clock starts. */
export function called(
  incident: Incident & { status: "awaiting_department" | "awaiting_claim" },
  department: string,
  at: number,
): AwaitingClaim {
  const { askedAt: _askedAt, ...rest } = { askedAt: 0, ...incident };
  return { ...rest, status: "awaiting_claim", department, calledAt: at, nudgedAt: null, nudges: 0 };
}

/** Somebody works on it, or did. */
export type WorkedOn = IncidentBase & Crew & { department: string };

/** Nobody works on it any more: the department, or at tier 2 the managers, are called again. */
export function unclaimed(incident: WorkedOn, at: number): AwaitingClaim {
  const { department } = incident;
  const base = baseOf(incident);
  const escalation = base.escalation && awaited(base.escalation, at);
  return {
    ...base,
    status: "awaiting_claim",
    department,
    escalation,
    calledAt: at,
    nudgedAt: null,
    nudges: 0,
  };
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
          calledAt: event.at,
          nudgedAt: null,
          nudges: 0,
          takenBy: null,
        },
      };
    case "de_escalated":
      return { ...restarted(incident, event.at), escalation: null };
    case "assigned":
      return { ...owned(incident, event.to, event), escalation: null };
    case "department_changed":
      return { ...transferred(incident, event), escalation: null };
    case "claimed":
      return takenOver(owned(incident, personIn(event), event), personIn(event));
    default:
      if (incident.status === "in_progress") return afterCrew(incident, event);
      throw impossible(incident, event);
  }
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
      return passedOn(incident, event.to, event.at);
    case "unclaimed":
      return unclaimed(incident, event.at);
    case "claim_ended": {
      if (incident.owner.id !== event.person.id) {
        return { ...incident, helpers: without(incident.helpers, event.person.id) };
      }
      return event.heir ? passedOn(incident, event.heir, event.at) : unclaimed(incident, event.at);
    }
    case "resolve_pressed": {
      const { heardAt: _heardAt, wokenAt: _wokenAt, ...rest } = incident;
      return {
        ...rest,
        status: "awaiting_summary",
        summarizer: personIn(event),
        resolvePressedAt: event.at,
        nudgedAt: null,
      };
    }
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
  const { calledAt: _calledAt, nudges: _nudges, ...rest } = taken;
  return {
    ...rest,
    status: "in_progress",
    owner,
    helpers: [],
    claimedAt: event.at,
    heardAt: event.at,
    wokenAt: 0,
    nudgedAt: null,
  };
}

/** A manager who claims what has escalated has answered the call. */
function takenOver(incident: InProgress, by: PersonRef): InProgress {
  const { escalation } = incident;
  return escalation ? { ...incident, escalation: { ...escalation, takenBy: by } } : incident;
}

/** The owner has gone; once a manager had taken over, the managers are waited for again. */
function passedOn(incident: InProgress, to: PersonRef, at: number): InProgress {
  const { escalation } = incident;
  return {
    ...incident,
    owner: to,
    helpers: without(incident.helpers, to.id),
    escalation: escalation?.takenBy ? awaited(escalation, at) : escalation,
  };
}

/** The managers are waited for anew. */
export function awaited(escalation: Escalation, at: number): Escalation {
  return { ...escalation, calledAt: at, nudgedAt: null, nudges: 0, takenBy: null };
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
    ? { ...incident, calledAt: at, nudgedAt: null, nudges: 0 }
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
