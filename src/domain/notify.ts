/** Who is told what in private: by what they have set, and by what they are. */

import { isWorking } from "./calendar.ts";
import type { Company } from "./company.ts";
import type { NotifySetting } from "./notify_setting.ts";
import type { Priority } from "./priority.ts";
import { isOnDuty } from "./shift.ts";

/** What there is to be told in private, the most personal first. */
export const MATTERS = ["assignment", "escalation", "critical", "ping"] as const;

/**
 * `assignment`: it is theirs now; `escalation`: managers are wanted; `critical`: something critical has
 * come up, or waits anew; `ping`: any other call or reminder.
 */
export type Matter = typeof MATTERS[number];

/** Whom a matter reaches among those whom it concerns. */
export type Reach = "everybody" | "company_managers" | "nobody";

/** The table: with each setting, and without one. */
const REACH: Record<Matter, Record<NotifySetting | "unset", Reach>> = {
  assignment: { unset: "everybody", urgent: "everybody", on: "everybody", off: "nobody" },
  escalation: { unset: "company_managers", urgent: "everybody", on: "everybody", off: "nobody" },
  critical: { unset: "company_managers", urgent: "everybody", on: "everybody", off: "nobody" },
  ping: { unset: "nobody", urgent: "nobody", on: "everybody", off: "nobody" },
};

/** Whom a matter reaches among those who have set that. */
export function reachOf(matter: Matter, setting: NotifySetting | null): Reach {
  return REACH[matter][setting ?? "unset"];
}

/** Somebody whom a matter concerns. */
export interface Addressee {
  /** What they have set. */
  notify: NotifySetting | null;
  /** A manager of the company itself, not of one group alone. */
  isCompanyManager: boolean;
  /** When they are on duty in the department, as `formatHours` writes it; `null`: at no set hours. */
  shift: string | null;
}

/**
 * Whether they are told in private at that moment. What is urgent comes at any time; a ping only while
 * the company works and, for somebody with a shift, while it lasts.
 */
export function isTold(
  matter: Matter,
  { notify, isCompanyManager, shift }: Addressee,
  { company, priority, at }: {
    company: Pick<Company, "calendar" | "timeZone">;
    priority: Priority;
    /** Epoch milliseconds. */
    at: number;
  },
): boolean {
  const reach = reachOf(matter, notify);
  if (reach === "nobody" || (reach === "company_managers" && !isCompanyManager)) return false;
  if (matter !== "ping" || priority === "critical") return true;
  const { calendar, timeZone } = company;
  return isWorking(calendar, timeZone, at) && (shift === null || isOnDuty(shift, timeZone, at));
}
