/** What has happened to ACME-42, as the stories need it. */

import type { Happening, IncidentEvent, Nudge } from "../../src/domain/event.ts";
import { fold } from "../../src/domain/evolve.ts";
import type { Cancelled, Incident, Status } from "../../src/domain/incident.ts";
import type { PersonRef } from "../../src/domain/person.ts";
import { hana, hugo, MINUTE, NOON, otto, rita, sami, YARD } from "./cast.ts";

/** Something that happened, and who did it; `null`: the clock. */
export type Step = readonly [Happening, PersonRef | null];

export const reported: Step = [{
  type: "reported",
  company: "ACME",
  number: 42,
  chatId: YARD,
  sourceMessageId: 7,
  topicId: null,
  description: "Brakes failed on truck 12",
}, rita];
export const called: Step = [{ type: "department_chosen", department: "1" }, rita];
export const claimed: Step = [{ type: "claimed" }, otto];
export const joinedBy = (person: PersonRef): Step => [{ type: "joined" }, person];
export const leftBy = (person: PersonRef): Step => [{ type: "left" }, person];
export const escalatedBy = (
  person: PersonRef | null,
  reason: string | null = null,
): Step => [{ type: "escalated", reason }, person];
export const resolvePressedBy = (person: PersonRef): Step => [{ type: "resolve_pressed" }, person];
export const nudgedAbout = (about: Nudge): Step => [{ type: "nudged", about }, null];
export const nudged: Step = nudgedAbout("unclaimed");
/** Until when it is snoozed in the stories, epoch milliseconds. */
export const SNOOZED_UNTIL = NOON + 4 * 60 * MINUTE;
export const snoozedBy = (person: PersonRef): Step => [
  { type: "snoozed", until: SNOOZED_UNTIL },
  person,
];
export const timedOut: Step = [{ type: "closed", reason: "no_summary" }, null];
export const summarized: Step = [{ type: "summarized", summary: "Replaced the brake line" }, sami];
/** Cancelled, for each reason with what belongs to it. */
export function cancelledBy(person: PersonRef, reason: Cancelled["reason"]): Step {
  const note = reason === "cancelled" ? "The truck was sold" : null;
  const duplicateOf = reason === "duplicate" ? { company: "ACME", number: 41 } : null;
  return [{ type: "cancelled", reason, note, duplicateOf }, person];
}

const worked = [reported, called, claimed, joinedBy(hana), joinedBy(hugo)];
const pressed = [...worked, resolvePressedBy(sami)];

/** A history that ends in each status; from `in_progress` on Otto owns, Hana and Hugo help. */
export const HISTORIES: Record<Status, readonly Step[]> = {
  awaiting_department: [reported],
  awaiting_claim: [reported, called],
  in_progress: worked,
  awaiting_summary: pressed,
  resolved: [...pressed, summarized],
  closed: [...pressed, timedOut],
};

/** The steps as events: the first at noon, then one a minute. */
export function history(steps: readonly Step[]): IncidentEvent[] {
  return steps.map(([happening, actor], i) => ({
    ...happening,
    actor,
    at: NOON + i * MINUTE,
    updateId: actor ? 5000 + i : null,
  }));
}

/** The incident that the steps lead to. */
export function incidentAfter(...steps: readonly Step[]): Incident {
  const incident = fold(history(steps));
  if (!incident) throw new Error("Cannot tell a story without a report");
  return incident;
}

/** An incident in that status. */
export function incidentIn<S extends Status>(status: S): Incident & { status: S } {
  return incidentAfter(...HISTORIES[status]) as Incident & { status: S };
}
