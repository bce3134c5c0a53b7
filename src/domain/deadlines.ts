/** When an incident wants attention next. */

import { z } from "zod";
import { afterWorking, isWorking, nextOpening } from "./calendar.ts";
import type { Company } from "./company.ts";
import { type Incident, isOpen } from "./incident.ts";
import { patience, type Policy } from "./policy.ts";

/** Why an incident wants attention. */
export const DEADLINE_KINDS = [
  "department",
  "unclaimed",
  "escalated",
  "silent",
  "summary",
  "no_summary",
  "snooze",
] as const;

/** The single next moment at which an incident wants attention, and why. */
export interface Deadline {
  /** Epoch milliseconds. */
  at: number;
  /**
   * `department`: remind the reporter, or call the default one; `unclaimed`: remind the people on duty,
   * or escalate; `escalated`: remind the managers; `silent`: ask the owner how it goes; `summary`:
   * remind whoever was asked for it; `no_summary`: close; `snooze`: everything waits anew.
   */
  kind: typeof DEADLINE_KINDS[number];
}

/** Schema of {@linkcode Deadline}. */
export const Deadline: z.ZodType<Deadline> = z.object({
  at: z.int(),
  kind: z.enum(DEADLINE_KINDS),
});

/** When a company works. */
export type WorkingTime = Pick<Company, "calendar" | "timeZone">;

const MINUTE = 60_000;

/**
 * The next deadline; `null` when the incident waits for nobody. A reminder counts from the one before
 * it, so after downtime one is owed, not one per missed interval. Outside working hours the clock
 * stops, except for what is critical.
 */
export function deadlineOf(
  incident: Incident,
  policy: Policy,
  company: WorkingTime,
): Deadline | null {
  const wait = waitOf(incident, policy);
  if (!wait) return null;
  const { kind, since, minutes } = wait;
  const ms = Math.round(minutes * MINUTE);
  return { kind, at: workingAt(since, ms, incident, company) };
}

/**
 * The deadline as it stands now: one that has come when nobody works is held until they do.
 */
export function deadlineAt(
  incident: Incident,
  policy: Policy,
  { company, now }: { company: WorkingTime; now: number },
): Deadline | null {
  const deadline = deadlineOf(incident, policy, company);
  if (!deadline || deadline.at > now || isHeard(incident, company, now)) return deadline;
  return { ...deadline, at: nextOpening(company.calendar, company.timeZone, now) };
}

/** Whether somebody can be reminded of it now. */
function isHeard({ priority }: Incident, { calendar, timeZone }: WorkingTime, now: number) {
  return priority === "critical" || isWorking(calendar, timeZone, now);
}

function workingAt(
  since: number,
  ms: number,
  { priority }: Incident,
  { calendar, timeZone }: WorkingTime,
): number {
  if (priority === "critical") return since + ms;
  return ms === 0
    ? nextOpening(calendar, timeZone, since)
    : afterWorking(calendar, timeZone, since, ms);
}

/** What is waited for, since when (epoch milliseconds), and for how long. */
interface Wait {
  kind: Deadline["kind"];
  since: number;
  minutes: number;
}

function waitOf(incident: Incident, policy: Policy): Wait | null {
  if (incident.snoozed && isOpen(incident)) {
    return { kind: "snooze", since: incident.snoozed.until, minutes: 0 };
  }
  switch (incident.status) {
    case "awaiting_department":
      return patient(incident, policy, {
        kind: "department",
        since: Math.max(incident.askedAt, incident.reportedAt),
        nudgedAt: incident.nudgedAt,
        first: policy.departmentNudgeMinutes,
        repeat: policy.departmentRepeatMinutes,
      });
    case "awaiting_claim":
      return incident.escalation
        ? escalated(incident, policy, incident.calledAt, incident.nudgedAt)
        : patient(incident, policy, {
          kind: "unclaimed",
          since: incident.calledAt,
          nudgedAt: incident.nudgedAt,
          first: policy.unclaimedNudgeMinutes,
          repeat: policy.unclaimedRepeatMinutes,
        });
    case "in_progress": {
      // Whoever worked on it goes on, and the managers are wanted all the same.
      const { escalation } = incident;
      if (escalation && !escalation.takenBy) {
        const since = Math.max(escalation.at, escalation.calledAt);
        return escalated(incident, policy, since, escalation.nudgedAt);
      }
      return patient(incident, policy, {
        kind: "silent",
        since: Math.max(incident.heardAt, incident.claimedAt, incident.wokenAt),
        nudgedAt: incident.nudgedAt,
        first: policy.checkInMinutes,
        repeat: policy.checkInRepeatMinutes,
      });
    }
    case "awaiting_summary":
      return summary(incident, policy.summaryTimeoutMinutes);
    case "resolved":
    case "closed":
      return null;
    default:
      return incident satisfies never;
  }
}

function escalated(
  incident: Incident,
  policy: Policy,
  since: number,
  nudgedAt: number | null,
): Wait {
  const { escalationNudgeMinutes: first, escalationRepeatMinutes: repeat } = policy;
  return patient(incident, policy, { kind: "escalated", since, nudgedAt, first, repeat });
}

/** The first reminder comes after `first` minutes, the next ones every `repeat`. */
function patient(
  { priority }: Incident,
  policy: Policy,
  { kind, since, nudgedAt, first, repeat }: {
    kind: Deadline["kind"];
    since: number;
    nudgedAt: number | null;
    first: number;
    repeat: number | null;
  },
): Wait {
  return nudgedAt === null
    ? { kind, since, minutes: patience(first, priority, policy) }
    : { kind, since: nudgedAt, minutes: patience(repeat ?? first, priority, policy) };
}

/** Reminded at half time; however late that was, the other half is left. */
function summary(
  { resolvePressedAt, nudgedAt }: Incident & { status: "awaiting_summary" },
  timeout: number,
): Wait {
  return nudgedAt === null
    ? { kind: "summary", since: resolvePressedAt, minutes: timeout / 2 }
    : { kind: "no_summary", since: nudgedAt, minutes: timeout / 2 };
}
