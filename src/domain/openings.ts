/** Hours of a week as stretches of real time, in a time zone with all that its clocks do. */

import { DAY, type Hours, type Span, WEEKDAYS } from "./hours.ts";

/** A stretch of time, epoch milliseconds; `end` is not part of it. */
export interface Opening {
  /** When it begins. */
  start: number;
  /** When it ends. */
  end: number;
  /** It goes on from the stretch before it, or from before what was looked at. */
  continues: boolean;
}

/** After so many days without any there are no more. */
export const MOST_DAYS = 400;

/** A span lasts a day at most, and may go on from the one before. */
const DAYS_BACK = 2;
/** Without a gap for so long it is cut into pieces, so that nobody waits for its end. */
const LONGEST_PIECE = 3 * 24 * 3_600_000;

/**
 * The stretches that end after `from`, in order, without an end if there is none. Those that touch or
 * overlap are one. A span belongs to the day on which it begins, so a closed day drops those that begin
 * on it. A local time that does not exist is moved forward, of one that exists twice the first is meant.
 *
 * @param closed Local dates, `YYYY-MM-DD`.
 * @see https://tc39.es/proposal-temporal/docs/ambiguity.html
 */
export function* openingsFrom(
  hours: Hours,
  timeZone: string,
  from: number,
  closed: readonly string[] = [],
): Generator<Opening> {
  const first = localDate(timeZone, from).subtract({ days: DAYS_BACK });
  let open: Opening | null = null;
  for (let i = 0, idle = 0; idle < MOST_DAYS; i++, idle++) {
    for (const { start, end } of openingsOn(hours, timeZone, first.add({ days: i }), closed)) {
      idle = 0;
      const goesOn: boolean = open !== null && start <= open.end;
      if (open && goesOn && open.end - open.start < LONGEST_PIECE) {
        open.end = Math.max(open.end, end);
        continue;
      }
      if (open && open.end > from) yield open;
      const begin: number = open ? Math.max(start, open.end) : start;
      open = { start: begin, end: Math.max(begin, end), continues: goesOn || i === 0 };
    }
  }
  if (open && open.end > from) yield open;
}

/** The stretches that begin on one day. */
export function openingsOn(
  hours: Hours,
  timeZone: string,
  day: Temporal.PlainDate,
  closed: readonly string[] = [],
): { start: number; end: number }[] {
  if (closed.includes(day.toString())) return [];
  return hours[WEEKDAYS[day.dayOfWeek - 1]!].map(({ from, to }: Span) => ({
    start: instantAt(timeZone, day, from),
    end: instantAt(timeZone, day, to),
  })).filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start);
}

/** The date that clocks in that zone show. */
export function localDate(timeZone: string, at: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
}

/** The moment at which clocks in that zone show so many minutes from midnight of a day. */
export function instantAt(timeZone: string, day: Temporal.PlainDate, minutes: number): number {
  const date = minutes < DAY ? day : day.add({ days: 1 });
  const time = { hour: Math.floor(minutes / 60) % 24, minute: minutes % 60 };
  return date.toPlainDateTime(time).toZonedDateTime(timeZone).epochMilliseconds;
}
