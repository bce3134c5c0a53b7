/** When an incident wants attention next. */

import { z } from "zod";
import type { Incident } from "./incident.ts";
import { patience, type Policy } from "./policy.ts";

/** The single next moment at which an incident wants attention, and why. */
export interface Deadline {
  /** Epoch milliseconds. */
  at: number;
  /** `unclaimed`, `escalated`: remind those who were called; `no_summary`: close. */
  kind: "unclaimed" | "escalated" | "no_summary";
}

/** Schema of {@linkcode Deadline}. */
export const Deadline: z.ZodType<Deadline> = z.object({
  at: z.int(),
  kind: z.enum(["unclaimed", "escalated", "no_summary"]),
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
      return incident.escalation
        ? escalated(since, incident, policy)
        : reminder("unclaimed", since + wait(policy.unclaimedNudgeMinutes, incident, policy));
    }
    case "in_progress": {
      // Whoever worked on it goes on, and the managers are wanted all the same.
      const { escalation } = incident;
      if (!escalation || escalation.takenBy) return null;
      return escalated(escalation.nudgedAt ?? escalation.at, incident, policy);
    }
    case "awaiting_summary":
      return {
        at: incident.resolvePressedAt + policy.summaryTimeoutMinutes * MINUTE,
        kind: "no_summary",
      };
    case "awaiting_department":
    case "resolved":
    case "closed":
      return null;
    default:
      return incident satisfies never;
  }
}

function escalated(since: number, incident: Incident, policy: Policy): Deadline {
  return reminder("escalated", since + wait(policy.escalationNudgeMinutes, incident, policy));
}

function reminder(kind: Deadline["kind"], at: number): Deadline {
  return { at: Math.round(at), kind };
}

function wait(minutes: number, { priority }: Incident, policy: Policy): number {
  return patience(minutes, priority, policy) * MINUTE;
}
