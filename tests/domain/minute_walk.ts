import type { Calendar } from "../../src/domain/calendar.ts";
import { WEEKDAYS } from "../../src/domain/hours.ts";
import { MINUTE } from "./cast.ts";

const DAY_MINUTES = 1440;

/** Some days of a time zone, minute by minute, as `Intl` shows its clocks. */
export interface ClockDays {
  timeZone: string;
  /** The first minute, epoch milliseconds. */
  start: number;
  minutes: number;
  /** The local dates, and which weekday (from Monday, 0 to 6) each is. */
  days: { date: string; weekday: number }[];
  /** Minutes from `start` at which clocks first show, or would have shown, a minute of the days. */
  shownAt: (dayIndex: number, minuteOfDay: number) => number | undefined;
}

/** Watches the clocks of a zone for 14 days from `start`, which is a midnight there. */
export function clockDays(timeZone: string, start: number): ClockDays {
  const minutes = 14 * DAY_MINUTES;
  const clock = new Intl.DateTimeFormat("en", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  const localMinute = (at: number): number => {
    const shown = Object.fromEntries(
      clock.formatToParts(at).map(({ type, value }) => [type, value]),
    );
    const { year, month, day, hour, minute } = shown;
    return Date.UTC(+year!, +month! - 1, +day!, +hour!, +minute!) / MINUTE;
  };
  const first = localMinute(start);
  const shown = new Map<number, number>();
  let before = first - 1;
  for (let i = 0; i < minutes; i++) {
    const now = localMinute(start + i * MINUTE);
    // What clocks skip moves forward: it counts on from the moment at which they skip it.
    for (let skipped = before + 1; skipped < now; skipped++) {
      shown.set(skipped, i + skipped - before - 1);
    }
    if (!shown.has(now)) shown.set(now, i);
    before = now;
  }
  const days = Array.from({ length: 14 }, (_, i) => {
    const date = new Date((first + i * DAY_MINUTES) * MINUTE);
    return { date: date.toISOString().slice(0, 10), weekday: (date.getUTCDay() + 6) % 7 };
  });
  return {
    timeZone,
    start,
    minutes,
    days,
    shownAt: (day, minute) => shown.get(first + day * DAY_MINUTES + minute),
  };
}

/** Which of the minutes are within working time. */
export function workingMinutes({ hours, holidays }: Calendar, clocks: ClockDays): boolean[] {
  const working = new Array<boolean>(clocks.minutes).fill(false);
  clocks.days.forEach(({ date, weekday }, day) => {
    if (holidays.includes(date)) return;
    for (const { from, to } of hours?.[WEEKDAYS[weekday]!] ?? [{ from: 0, to: DAY_MINUTES }]) {
      const opening = clocks.shownAt(day, from) ?? clocks.minutes;
      const closing = clocks.shownAt(day, to) ?? clocks.minutes;
      for (let i = opening; i < closing; i++) working[i] = true;
    }
  });
  return working;
}
