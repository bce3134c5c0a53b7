/** When somebody is on duty: weekly hours in the time zone of their company. */

import { type Hours, parseHours } from "./hours.ts";
import { openingsFrom } from "./openings.ts";

/** Whether somebody with these hours, as `formatHours` writes them, is on duty at that moment. */
export function isOnDuty(shift: string | null, timeZone: string, at: number): boolean {
  const hours = hoursOf(shift);
  for (const { start } of hours ? openingsFrom(hours, timeZone, at) : []) return start <= at;
  return false;
}

/** Whether a shift is under way at `at` that began after `since`; epoch milliseconds. */
export function hasBegun(
  shift: string | null,
  timeZone: string,
  { since, at }: { since: number; at: number },
): boolean {
  const hours = hoursOf(shift);
  for (const { start, continues } of hours ? openingsFrom(hours, timeZone, at) : []) {
    return !continues && start <= at && start > since;
  }
  return false;
}

/** A week has every shift once; a day more for the clocks. */
const MOST_WAIT = 8 * 24 * 3_600_000;

/** When the next shift begins after `after`, epoch milliseconds; `null`: none does. */
export function nextShift(shift: string | null, timeZone: string, after: number): number | null {
  const hours = hoursOf(shift);
  for (const { start, continues } of hours ? openingsFrom(hours, timeZone, after) : []) {
    if (!continues && start > after) return start;
    if (start > after + MOST_WAIT) return null;
  }
  return null;
}

function hoursOf(shift: string | null): Hours | null {
  return shift === null ? null : parseHours(shift);
}
