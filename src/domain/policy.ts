/** How patient a company is. */

import { z } from "zod";

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
}

const minutes = z.int().min(1).max(10_080);

/** Schema of {@linkcode Policy}. */
export const Policy: z.ZodType<Policy> = z.object({
  unclaimedNudgeMinutes: minutes,
  escalationNudgeMinutes: minutes,
  summaryTimeoutMinutes: minutes,
  reportsPerPersonPerHour: z.int().min(1).max(1000),
  reportsPerGroupPerHour: z.int().min(1).max(1000),
});
