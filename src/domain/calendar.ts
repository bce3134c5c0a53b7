/** When a company's people work; and its clock, which stops while they do not. */

import { z } from "zod";
import { daily, DAY, Hours, WEEKDAYS } from "./hours.ts";
import {
  instantAt,
  localDate,
  MOST_DAYS,
  type Opening,
  openingsFrom,
  openingsOn,
} from "./openings.ts";

/** Working hours and the days without any. */
export interface Calendar {
  /** `null`: round the clock. */
  hours: Hours | null;
  /** Local dates, `YYYY-MM-DD`, each once, in order. */
  holidays: string[];
}

/** How many holidays a company may have. */
export const MOST_HOLIDAYS = 100;

/** Whether it is a date that exists, as `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" }).toString() === text;
  } catch {
    return false;
  }
}

/** Schema of {@linkcode Calendar}. */
export const Calendar: z.ZodType<Calendar> = z.object({
  hours: Hours.nullable(),
  holidays: z.array(z.string().refine(isDate)).max(MOST_HOLIDAYS)
    .refine((dates) => dates.every((date, i) => date > (dates[i - 1] ?? ""))),
});

/** Round the clock, every day. */
export const ALWAYS_OPEN: Calendar = { hours: null, holidays: [] };

const ALL_DAY = daily({ from: 0, to: DAY });

function isAlwaysOpen({ hours, holidays }: Calendar): boolean {
  return hours === null && holidays.length === 0;
}

function openings(calendar: Calendar, timeZone: string, from: number): Generator<Opening> {
  return openingsFrom(calendar.hours ?? ALL_DAY, timeZone, from, calendar.holidays);
}

/** Whether people work at that moment. Without any hours within 400 days they count as working. */
export function isWorking(calendar: Calendar, timeZone: string, at: number): boolean {
  return nextOpening(calendar, timeZone, at) === at;
}

/** The next moment at which people work, epoch milliseconds: `at` itself when they do then. */
export function nextOpening(calendar: Calendar, timeZone: string, at: number): number {
  if (isAlwaysOpen(calendar)) return at;
  for (const { start } of openings(calendar, timeZone, at)) return Math.max(at, start);
  return at;
}

/**
 * The moment at which people have worked for `ms` milliseconds since `from`. When that is the end of a
 * day's work, it is that end. After 400 days without any hours they count as working.
 */
export function afterWorking(
  calendar: Calendar,
  timeZone: string,
  from: number,
  ms: number,
): number {
  if (isAlwaysOpen(calendar)) return from + ms;
  let [left, last] = [ms, from];
  for (const { start, end } of openings(calendar, timeZone, from)) {
    const begin = Math.max(start, from);
    if (left <= end - begin) return begin + left;
    left -= end - begin;
    last = end;
  }
  return last + left;
}

/** In the morning, when nothing says when people begin. */
const MORNING = 8 * 60;

/** When people begin to work on the next day on which they do; at eight, when they do all day long. */
export function tomorrowsOpening(calendar: Calendar, timeZone: string, now: number): number {
  const { hours, holidays } = calendar;
  const today = localDate(timeZone, now);
  const morning = [{ from: MORNING, to: MORNING + 1 }];
  for (let i = 1; i <= MOST_DAYS; i++) {
    const day = today.add({ days: i });
    const isLong = !hours ||
      hours[WEEKDAYS[day.dayOfWeek - 1]!].some(({ from, to }) => to - from >= DAY);
    const [first] = openingsOn(isLong ? daily(...morning) : hours, timeZone, day, holidays);
    if (first) return first.start;
  }
  return instantAt(timeZone, today.add({ days: 1 }), MORNING);
}
