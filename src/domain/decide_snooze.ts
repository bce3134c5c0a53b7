/** No reminders for a while. */

import type { SnoozeUntil } from "./action.ts";
import { tomorrowsOpening } from "./calendar.ts";
import type { Company } from "./company.ts";
import type { Facts } from "./facts.ts";
import { type Decision, no, yes } from "./decision.ts";
import type { Incident } from "./incident.ts";

const HOUR = 3_600_000;

/** Until when nobody is reminded, epoch milliseconds. */
export function snoozedUntil(until: SnoozeUntil, company: Company, now: number): number {
  switch (until) {
    case "1h":
      return now + HOUR;
    case "4h":
      return now + 4 * HOUR;
    case "tomorrow":
      return tomorrowsOpening(company.calendar, company.timeZone, now);
    default:
      return until satisfies never;
  }
}

/** Its owner or a manager wants it quiet. */
export function decideSnooze(until: SnoozeUntil, { company, now }: Facts): Decision {
  return yes({ type: "snoozed", until: snoozedUntil(until, company, now) });
}

/** Reminders start anew at once. */
export function decideWake({ snoozed }: Incident): Decision {
  return snoozed ? yes({ type: "woken" }) : no({ reason: "no_change" });
}
