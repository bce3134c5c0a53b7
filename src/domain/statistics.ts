/** What a group's incidents add up to. */

import type { IncidentEvent } from "./event.ts";

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
