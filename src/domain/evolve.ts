/** The only place that changes an incident's state. */

import type { IncidentEvent } from "./event.ts";
import { afterClock, settled } from "./evolve_clock.ts";
import { afterDetail } from "./evolve_details.ts";
import { afterWork, called, unclaimed, type WorkedOn } from "./evolve_work.ts";
import { baseOf, type Cancelled, type Incident } from "./incident.ts";
import { impossible, personIn } from "./impossible.ts";
import { DEFAULT_PRIORITY } from "./priority.ts";

/**
 * The incident after one more event. Events come from `decide` or from the history, so one that
 * does not fit the state is a bug.
 *
 * @throws {Error} when the event can't follow the state.
 */
export function evolve(incident: Incident | null, event: IncidentEvent): Incident {
  if (event.type === "reported") {
    if (incident) throw impossible(incident, event);
    return reported(event);
  }
  if (!incident) throw impossible(incident, event);
  const after = afterDetail(incident, event) ?? afterClock(incident, event) ??
    afterStep(incident, event);
  return { ...settled(incident, after, event), version: incident.version + 1 };
}

/** The state that a history leads to; `null` for an empty one. */
export function fold(events: Iterable<IncidentEvent>): Incident | null {
  let incident: Incident | null = null;
  for (const event of events) incident = evolve(incident, event);
  return incident;
}

function reported(event: IncidentEvent & { type: "reported" }): Incident {
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
    topicId: event.topicId,
    editedAt: null,
    priority: DEFAULT_PRIORITY,
    tags: [],
    escalation: null,
    snoozed: null,
    reopened: 0,
    repins: 0,
    workers: [],
    comments: { count: 0, newest: null },
    attachments: 0,
    askedAt: event.at,
    nudgedAt: null,
    nudges: 0,
  };
}

type Later = Exclude<IncidentEvent, { type: "reported" }>;

/** What moves an incident through its life. */
function afterStep(incident: Incident, event: Later): Incident {
  if (event.type === "cancelled") return cancelled(incident, event);
  switch (incident.status) {
    case "awaiting_department":
      if (event.type === "department_chosen") return called(incident, event.department, event.at);
      break;
    case "awaiting_claim":
    case "in_progress":
      return afterWork(incident, event);
    case "awaiting_summary":
      return afterAwaitingSummary(incident, event);
    case "resolved": {
      if (event.type !== "reopened") break;
      const { summary: _summary, summarizer: _summarizer, endedAt: _endedAt, ...rest } = incident;
      return reopened(unclaimed(rest, event.at), event);
    }
    case "closed":
      return afterClosed(incident, event);
    default:
      return incident satisfies never;
  }
  throw impossible(incident, event);
}

function afterAwaitingSummary(
  incident: Incident & { status: "awaiting_summary" },
  event: Later,
): Incident {
  const { summarizer, resolvePressedAt: _pressedAt, nudgedAt: _nudgedAt, ...rest } = incident;
  switch (event.type) {
    case "department_changed":
      return { ...incident, department: event.department };
    case "back_to_work":
      return { ...rest, status: "in_progress", heardAt: event.at, wokenAt: 0, nudgedAt: null };
    case "summarized":
      return summarized(rest, event);
    case "closed":
      return { ...rest, status: "closed", reason: event.reason, summarizer, endedAt: event.at };
    default:
      throw impossible(incident, event);
  }
}

function afterClosed(incident: Incident & { status: "closed" }, event: Later): Incident {
  if (event.type === "reopened") return reopened(open(incident, event.at), event);
  if (event.type !== "summarized" || incident.reason !== "no_summary") {
    throw impossible(incident, event);
  }
  const { reason: _reason, ...rest } = incident;
  return summarized(rest, event);
}

/** As it was before it closed, with nobody working on it. */
function open(incident: Incident & { status: "closed" }, at: number): Incident {
  if (incident.reason === "no_summary") {
    const { reason: _reason, summarizer: _summarizer, endedAt: _endedAt, ...rest } = incident;
    return unclaimed(rest, at);
  }
  const { department } = incident;
  const bare = {
    ...baseOf(incident),
    status: "awaiting_department" as const,
    askedAt: at,
    nudgedAt: null,
    nudges: 0,
  };
  return department === null ? bare : called(bare, department, at);
}

/** Reminders start anew, at tier 1, and the card is pinned again. */
function reopened(incident: Incident, { department }: Later & { type: "reopened" }): Incident {
  return {
    ...incident,
    ...(incident.status === "awaiting_claim" && department !== undefined ? { department } : {}),
    escalation: null,
    reopened: incident.reopened + 1,
    repins: incident.repins + 1,
  };
}

function cancelled(incident: Incident, event: Later & { type: "cancelled" }): Cancelled {
  if (incident.status === "resolved" || incident.status === "closed") {
    throw impossible(incident, event);
  }
  return {
    ...baseOf(incident),
    status: "closed",
    department: "department" in incident ? incident.department : null,
    reason: event.reason,
    note: event.note,
    duplicateOf: event.duplicateOf,
    endedBy: personIn(event),
    endedAt: event.at,
  };
}

type Unended = WorkedOn;

function summarized(rest: Unended, event: IncidentEvent & { type: "summarized" }): Incident {
  return {
    ...rest,
    status: "resolved",
    summary: event.summary,
    summarizer: personIn(event),
    endedAt: event.at,
  };
}
