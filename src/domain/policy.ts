/** How patient a company is. */

import { z } from "zod";
import { PRIORITIES, type Priority, type PriorityFactors } from "./priority.ts";

/** The numbers behind reminders and limits; the environment has the defaults. */
export interface Policy {
  /** Minutes until the reporter is reminded that a department has to be chosen. */
  departmentNudgeMinutes: number;
  /** Minutes between such reminders; `null`: as many as until the first. */
  departmentRepeatMinutes: number | null;
  /** After that many of them, the default department is called. */
  departmentNudges: number;
  /** Minutes from the call to the first reminder that nobody has claimed. */
  unclaimedNudgeMinutes: number;
  /** Minutes between such reminders; `null`: as many as until the first. */
  unclaimedRepeatMinutes: number | null;
  /** After that many of them, it escalates. */
  unclaimedNudges: number;
  /** It escalates by itself; if not, the reminders go on. */
  escalatesByItself: boolean;
  /** Minutes until the managers are reminded of what has escalated. */
  escalationNudgeMinutes: number;
  /** Minutes between such reminders; `null`: as many as until the first. */
  escalationRepeatMinutes: number | null;
  /** Minutes without a word from those who work on it until its owner is asked how it goes. */
  checkInMinutes: number;
  /** Minutes between such questions; `null`: as many as until the first. */
  checkInRepeatMinutes: number | null;
  /** Minutes from *Resolve* until an incident without a summary closes. */
  summaryTimeoutMinutes: number;
  /** Reports one person may make within an hour. */
  reportsPerPersonPerHour: number;
  /** Reports one dispatcher or manager may make within an hour. */
  reportsPerDispatcherPerHour: number;
  /** Reports one group may make within an hour. */
  reportsPerGroupPerHour: number;
  /** Commands one person may send within a minute. */
  commandsPerPersonPerMinute: number;
  /** By how much a priority stretches the time until a reminder. */
  priorityFactors: PriorityFactors;
}

/** The longest time that a policy can set: a week. */
export const MOST_MINUTES = 10_080;

/** What a company, or a group of it, has set; the rest comes from the level above. */
export type PolicyChanges =
  & Partial<Omit<Policy, "priorityFactors">>
  & { priorityFactors?: Partial<PriorityFactors> };

const minutes = z.int().min(1).max(MOST_MINUTES).exactOptional();
const repeat = z.int().min(1).max(MOST_MINUTES).nullable().exactOptional();
const times = z.int().min(1).max(100).exactOptional();
const often = z.int().min(1).max(1000).exactOptional();

/** Schema of {@linkcode PolicyChanges}. */
export const PolicyChanges: z.ZodType<PolicyChanges> = z.object({
  departmentNudgeMinutes: minutes,
  departmentRepeatMinutes: repeat,
  departmentNudges: times,
  unclaimedNudgeMinutes: minutes,
  unclaimedRepeatMinutes: repeat,
  unclaimedNudges: times,
  escalatesByItself: z.boolean().exactOptional(),
  escalationNudgeMinutes: minutes,
  escalationRepeatMinutes: repeat,
  checkInMinutes: minutes,
  checkInRepeatMinutes: repeat,
  summaryTimeoutMinutes: minutes,
  reportsPerPersonPerHour: often,
  reportsPerDispatcherPerHour: often,
  reportsPerGroupPerHour: often,
  commandsPerPersonPerMinute: often,
  priorityFactors: z.partialRecord(z.enum(PRIORITIES), z.number().min(0.01).max(100))
    .exactOptional(),
});

/** The policy in force: what a level sets goes before what the level above it says. */
export function policyFor(
  defaults: Policy,
  ...levels: readonly { policy: PolicyChanges }[]
): Policy {
  let policy = defaults;
  for (const { policy: { priorityFactors, ...changes } } of levels) {
    const factors = { ...policy.priorityFactors, ...priorityFactors };
    policy = { ...policy, ...changes, priorityFactors: factors };
  }
  return policy;
}

/** Minutes of patience with an incident of that priority; never less than one. */
export function patience(minutes: number, priority: Priority, policy: Policy): number {
  return Math.max(1, minutes * policy.priorityFactors[priority]);
}
