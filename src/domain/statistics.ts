/** What a group's incidents add up to, and how many of a company's stand where. */

import type { IncidentEvent } from "./event.ts";
import { type Incident, isOpen, tierOf } from "./incident.ts";

/** What is counted per group. */
export const COUNTED = ["reported", "resolved"] as const;

/** A thing that is counted per group. */
export type Counted = typeof COUNTED[number];

/** What an event adds to the group's counts. */
export function countsOf(event: IncidentEvent): Counted | null {
  switch (event.type) {
    case "reported":
      return "reported";
    case "summarized":
      return "resolved";
    default:
      return null;
  }
}

/** What is tallied per company: how many incidents are so at this moment. */
export const TALLIES = ["open", "unclaimed", "escalated"] as const;

/** A thing that is tallied per company. */
export type Tally = typeof TALLIES[number];

/** A company's tallies. `unclaimed` and `escalated` count open incidents only. */
export type Tallies = Record<Tally, number>;

/** Whether an incident counts in a tally; one that does not exist counts in none. */
export function isTallied(incident: Incident | null, tally: Tally): boolean {
  if (!incident || !isOpen(incident)) return false;
  switch (tally) {
    case "open":
      return true;
    case "unclaimed":
      return incident.status === "awaiting_claim";
    case "escalated":
      return tierOf(incident) === 2;
    default:
      return tally satisfies never;
  }
}

/** By how much a change of one incident moves its company's tallies; those that stay are left out. */
export function tallyMoves(
  before: Incident | null,
  after: Incident | null,
): { tally: Tally; by: 1 | -1 }[] {
  return TALLIES.flatMap((tally) => {
    const [was, is] = [isTallied(before, tally), isTallied(after, tally)];
    return was === is ? [] : [{ tally, by: is ? 1 : -1 }];
  });
}
