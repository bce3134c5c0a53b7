/** The only place that changes an incident's state. */

import type { IncidentEvent } from "./event.ts";
import type { Incident } from "./incident.ts";
import type { PersonRef } from "./person.ts";

/**
 * The incident after one more event. Events come from `decide` or from the history, so one that
 * does not fit the state is a bug.
 *
 * @throws {Error} when the event can't follow the state.
 */
export function evolve(incident: Incident | null, event: IncidentEvent): Incident {
  if (event.type === "reported") {
    if (incident) throw impossible(incident, event);
    return {
      status: "awaiting_department",
      company: event.company,
      number: event.number,
      version: 1,
      chatId: event.chatId,
      sourceMessageId: event.sourceMessageId,
      reporter: personIn(event),
      description: event.description,
      reportedAt: event.at,
    };
  }
  if (!incident) throw impossible(incident, event);
  return { ...after(incident, event), version: incident.version + 1 };
}

/** The state that a history leads to; `null` for an empty one. */
export function fold(events: Iterable<IncidentEvent>): Incident | null {
  let incident: Incident | null = null;
  for (const event of events) incident = evolve(incident, event);
  return incident;
}

type Later = Exclude<IncidentEvent, { type: "reported" }>;

function after(incident: Incident, event: Later): Incident {
  switch (incident.status) {
    case "awaiting_department":
      if (event.type !== "department_chosen") break;
      return {
        ...incident,
        status: "awaiting_claim",
        department: event.department,
        calledAt: event.at,
        nudgedAt: null,
      };
    case "awaiting_claim": {
      if (event.type === "nudged") return { ...incident, nudgedAt: event.at };
      if (event.type !== "claimed") break;
      const { calledAt: _calledAt, nudgedAt: _nudgedAt, ...rest } = incident;
      return {
        ...rest,
        status: "in_progress",
        owner: personIn(event),
        helpers: [],
        claimedAt: event.at,
      };
    }
    case "in_progress":
      return afterWork(incident, event);
    case "awaiting_summary":
      return afterAwaitingSummary(incident, event);
    case "closed": {
      if (event.type !== "summarized") break;
      const { reason: _reason, ...rest } = incident;
      return summarized(rest, event);
    }
    case "resolved":
      break;
    default:
      return incident satisfies never;
  }
  throw impossible(incident, event);
}

function afterWork(incident: Incident & { status: "in_progress" }, event: Later): Incident {
  switch (event.type) {
    case "joined":
      return { ...incident, helpers: [...incident.helpers, personIn(event)] };
    case "left": {
      const { id } = personIn(event);
      return { ...incident, helpers: incident.helpers.filter((helper) => helper.id !== id) };
    }
    case "handed_over":
      return {
        ...incident,
        owner: event.to,
        helpers: incident.helpers.filter(({ id }) => id !== event.to.id),
      };
    case "unclaimed": {
      const { owner: _owner, helpers: _helpers, claimedAt: _claimedAt, ...rest } = incident;
      return { ...rest, status: "awaiting_claim", calledAt: event.at, nudgedAt: null };
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

function afterAwaitingSummary(
  incident: Incident & { status: "awaiting_summary" },
  event: Later,
): Incident {
  const { summarizer, resolvePressedAt: _resolvePressedAt, ...rest } = incident;
  switch (event.type) {
    case "back_to_work":
      return { ...rest, status: "in_progress" };
    case "summarized":
      return summarized(rest, event);
    case "closed":
      return { ...rest, status: "closed", reason: event.reason, summarizer, endedAt: event.at };
    default:
      throw impossible(incident, event);
  }
}

type Unended = Omit<Incident & { status: "in_progress" }, "status">;

function summarized(rest: Unended, event: IncidentEvent & { type: "summarized" }): Incident {
  return {
    ...rest,
    status: "resolved",
    summary: event.summary,
    summarizer: personIn(event),
    endedAt: event.at,
  };
}

function personIn(event: IncidentEvent): PersonRef {
  if (!event.actor) throw new Error(`Cannot apply "${event.type}": it has no actor`);
  return event.actor;
}

function impossible(incident: Incident | null, event: IncidentEvent): Error {
  const state = incident ? incident.status : "nothing";
  return new Error(`Cannot apply "${event.type}": state is ${state}`);
}
