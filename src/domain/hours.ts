/** A week of hours, as people write it: `mon-fri 08:00-17:00; sat 09:00-13:00`. */

import { z } from "zod";

/** The days of a week, as they are written; Temporal counts them from Monday, too. */
export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** One of {@linkcode WEEKDAYS}. */
export type Weekday = typeof WEEKDAYS[number];

/** From one time of day to another, in minutes from midnight of the day on which it begins. */
export interface Span {
  /** 0 to 1439. */
  from: number;
  /** After `from`, at most a day later: beyond 1440 it is on the next day. */
  to: number;
}

/** The hours of each day, in order, without overlaps. */
export type Hours = Record<Weekday, Span[]>;

/** Minutes of a day. */
export const DAY = 1_440;
/** How many spans a day may have. */
export const MOST_SPANS = 4;

const Spans: z.ZodType<Span[]> = z.array(
  z.object({ from: z.int().min(0).max(DAY - 1), to: z.int().min(1).max(2 * DAY - 1) })
    .refine(({ from, to }) => to > from && to <= from + DAY),
).max(MOST_SPANS).refine((spans) => spans.every(({ from }, i) => from >= (spans[i - 1]?.to ?? 0)));

/** Schema of {@linkcode Hours}. */
export const Hours: z.ZodType<Hours> = z.object({
  mon: Spans,
  tue: Spans,
  wed: Spans,
  thu: Spans,
  fri: Spans,
  sat: Spans,
  sun: Spans,
});

/** The same hours on every day. */
export function daily(...spans: Span[]): Hours {
  return hoursOf(() => spans);
}

function hoursOf(spansOn: (day: Weekday) => Span[]): Hours {
  return {
    mon: spansOn("mon"),
    tue: spansOn("tue"),
    wed: spansOn("wed"),
    thu: spansOn("thu"),
    fri: spansOn("fri"),
    sat: spansOn("sat"),
    sun: spansOn("sun"),
  };
}

/**
 * Reads hours: parts separated by `;` or line breaks, each with days (`mon`, `mon-fri`, `sat,sun`,
 * `daily`) and times (`8-17`, `08:00-12:30`, `22:00-06:00` through the night). `null`: they can't be
 * read, or there are none.
 */
export function parseHours(text: string): Hours | null {
  const parts = text.toLowerCase().replace(/\s*[-–—]\s*/g, "-").replace(/\s*,\s*/g, ",")
    .split(/[;\n]/).map((part) => part.trim()).filter(Boolean);
  const spans = new Map<Weekday, Span[]>();
  for (const part of parts) {
    const [days = "", ...times] = part.split(/\s+/);
    const on = daysIn(days);
    const during = times.flatMap((word) => word.split(",")).map(spanIn);
    if (!on || during.length === 0) return null;
    for (const span of during) {
      if (!span) return null;
      for (const day of on) spans.set(day, [...spans.get(day) ?? [], span]);
    }
  }
  const hours = hoursOf((day) => (spans.get(day) ?? []).toSorted((a, b) => a.from - b.from));
  return spans.size > 0 && Hours.safeParse(hours).success ? hours : null;
}

/** Days as they are written, each once. */
function daysIn(word: string): Set<Weekday> | null {
  if (word === "daily") return new Set(WEEKDAYS);
  const days = new Set<Weekday>();
  for (const piece of word.split(",")) {
    const [first, last = first, ...rest] = piece.split("-").map((name) =>
      WEEKDAYS.findIndex((day) => day === name)
    );
    if (first === undefined || last === undefined || first < 0 || last < 0 || rest.length > 0) {
      return null;
    }
    for (let i = first;; i = (i + 1) % WEEKDAYS.length) {
      days.add(WEEKDAYS[i]!);
      if (i === last) break;
    }
  }
  return days;
}

function spanIn(word: string): Span | null {
  const found = /^(\d{1,2})(?::(\d{2}))?-(\d{1,2})(?::(\d{2}))?$/.exec(word);
  const [from, to] = [minuteOf(found?.[1], found?.[2]), minuteOf(found?.[3], found?.[4])];
  if (from === null || to === null || from === DAY) return null;
  return { from, to: to > from ? to : to + DAY };
}

/** Minutes from midnight, at most 24:00; `null`: there is no such time. */
function minuteOf(hour: string | undefined, minute = "0"): number | null {
  if (hour === undefined || Number(minute) > 59) return null;
  const minutes = Number(hour) * 60 + Number(minute);
  return minutes <= DAY ? minutes : null;
}

/** Writes hours so that {@linkcode parseHours} reads the same again, as short as they can be. */
export function formatHours(hours: Hours): string {
  const byTimes = new Map<string, number[]>();
  WEEKDAYS.forEach((day, i) => {
    const times = hours[day].map(timesOf).join(" ");
    if (times) byTimes.set(times, [...byTimes.get(times) ?? [], i]);
  });
  return [...byTimes].map(([times, days]) => `${daysText(days)} ${times}`).join("; ");
}

function daysText(days: readonly number[]): string {
  if (days.length === WEEKDAYS.length) return "daily";
  const runs: [first: number, last: number][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run && run[1] === day - 1) run[1] = day;
    else runs.push([day, day]);
  }
  return runs.map(([first, last]) => {
    if (first === last) return WEEKDAYS[first];
    return `${WEEKDAYS[first]}${last === first + 1 ? "," : "-"}${WEEKDAYS[last]}`;
  }).join(",");
}

function timesOf({ from, to }: Span): string {
  return `${timeText(from)}-${timeText(to > DAY ? to - DAY : to)}`;
}

function timeText(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
