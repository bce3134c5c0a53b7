/** How patient a company is. */

import type { Priority, PriorityFactors } from "./priority.ts";

/** The numbers behind reminders and limits; the environment has the defaults. */
export interface Policy {
  /** Minutes from the call to the first reminder that nobody has claimed, and between reminders. */
  unclaimedNudgeMinutes: number;
  /** Minutes between reminders to the managers once an incident has escalated. */
  escalationNudgeMinutes: number;
  /** Minutes from *Resolve* until an incident without a summary closes. */
  summaryTimeoutMinutes: number;
  /** Reports one person may make within an hour. */
  reportsPerPersonPerHour: number;
  /** Reports one group may make within an hour. */
  reportsPerGroupPerHour: number;
  /** By how much a priority stretches the time until a reminder. */
  priorityFactors: PriorityFactors;
}

/** Minutes of patience with an incident of that priority; never less than one. */
export function patience(minutes: number, priority: Priority, policy: Policy): number {
  return Math.max(1, minutes * policy.priorityFactors[priority]);
}
