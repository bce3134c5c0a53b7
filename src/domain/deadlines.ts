/** When an incident wants attention next. */

import { z } from "zod";
import type { Incident } from "./incident.ts";
import type { Policy } from "./policy.ts";

/** The single next moment at which an incident wants attention, and why. */
export interface Deadline {
  /** Epoch milliseconds. */
  at: number;
  /** `unclaimed`: remind; `no_summary`: close. */
  kind: "unclaimed" | "no_summary";
}

/** Schema of {@linkcode Deadline}. */
export const Deadline: z.ZodType<Deadline> = z.object({
  at: z.int(),
  kind: z.enum(["unclaimed", "no_summary"]),
});

const MINUTE = 60_000;

/**
 * The next deadline; `null` when the incident waits for nobody. A reminder counts from the one
 * before it, so after downtime one is owed, not one per missed interval.
 */
export function deadlineOf(incident: Incident, policy: Policy): Deadline | null {
  switch (incident.status) {
    case "awaiting_claim": {
      const since = incident.nudgedAt ?? incident.calledAt;
      return { at: since + policy.unclaimedNudgeMinutes * MINUTE, kind: "unclaimed" };
    }
    case "awaiting_summary":
      return {
        at: incident.resolvePressedAt + policy.summaryTimeoutMinutes * MINUTE,
        kind: "no_summary",
      };
    case "awaiting_department":
    case "in_progress":
    case "resolved":
    case "closed":
      return null;
    default:
      return incident satisfies never;
  }
}
