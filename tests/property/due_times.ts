/** When the clock has to act on an incident, told from its history alone. */

import type { IncidentEvent } from "../../src/domain/event.ts";
import { fold } from "../../src/domain/evolve.ts";
import { crewOf, type Incident } from "../../src/domain/incident.ts";
import { ALL_MINUTES, type Minutes } from "./working_minutes.ts";

/** Minutes until the first reminder, and between the next ones. */
export const PATIENCE = {
  department: [10, 7],
  unclaimed: [12, 90],
  escalated: [60, 240],
  silent: [120, 480],
} as const;
/** Minutes until it closes for want of a summary. */
export const SUMMARY = 20;
const STRETCHED_BY = { critical: 0.25, high: 0.5, medium: 1, low: 3 } as const;
/** After so many reminders it goes on. */
const MOST_REMINDERS = 2;

/** What the clock does next, and the first minute in which it may. */
export interface Due {
  /** The event's type; for reminders with what they are about. */
  does: string;
  at: number;
  /** The minutes in which it may. */
  minutes: Minutes;
}

/** What the clock did: as {@linkcode Due} has it. */
export function deedOf(event: IncidentEvent): string {
  return event.type === "nudged" ? `nudged ${event.about}` : event.type;
}

/** What the clock has to do after these events; `null`: nothing. */
export function dueAfter(events: readonly IncidentEvent[], minutes: Minutes): Due | null {
  const incident = fold(events)!;
  const own = incident.priority === "critical" ? ALL_MINUTES : minutes;
  if (incident.snoozed) {
    const snooze = events.findLast((event) => event.type === "snoozed")!;
    return { does: "woken", at: own.after(snooze.until, 0), minutes: own };
  }
  const kind = kindOf(incident);
  if (!kind) return null;
  const last = events.findLastIndex((event) => isStart(kind, event, incident));
  const reminders = events.slice(last).filter((it) => deedOf(it) === `nudged ${kind}`);
  const { at: since } = reminders.at(-1) ?? events[last]!;
  if (kind === "summary") {
    const does = reminders.length === 0 ? "nudged summary" : "closed";
    return { does, at: own.after(since, SUMMARY / 2), minutes: own };
  }
  const [first, again] = PATIENCE[kind];
  const wait = (reminders.length === 0 ? first : again) * STRETCHED_BY[incident.priority];
  const does = reminders.length < MOST_REMINDERS ? undefined : LAST[kind];
  const at = own.after(since, Math.max(1, wait));
  return { does: does ?? `nudged ${kind}`, at, minutes: own };
}

/** What comes after the last reminder. */
const LAST: Partial<Record<string, string>> = {
  department: "department_chosen",
  unclaimed: "escalated",
};

type Kind = keyof typeof PATIENCE | "summary";

function kindOf({ status, escalation }: Incident): Kind | null {
  switch (status) {
    case "awaiting_department":
      return "department";
    case "awaiting_claim":
      return escalation ? "escalated" : "unclaimed";
    case "in_progress":
      return escalation && !escalation.takenBy ? "escalated" : "silent";
    case "awaiting_summary":
      return "summary";
    default:
      return null;
  }
}

const STARTS: Record<Exclude<Kind, "silent">, readonly string[]> = {
  department: ["reported"],
  unclaimed: ["department_chosen", "unclaimed", "de_escalated", "reopened"],
  escalated: ["escalated", "unclaimed"],
  summary: ["resolve_pressed"],
};

/** Whether whoever is waited for has the whole time from that event on. */
function isStart(kind: Kind, event: IncidentEvent, incident: Incident): boolean {
  if (event.type === "woken") return true;
  if (kind !== "silent") return STARTS[kind].includes(event.type);
  return crewOf(incident).some(({ id }) => id === event.actor?.id);
}
