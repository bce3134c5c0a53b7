import { assert, assertEquals } from "@std/assert";
import {
  afterWorking,
  ALWAYS_OPEN,
  Calendar,
  isDate,
  isWorking,
  nextOpening,
  tomorrowsOpening,
} from "../../src/domain/calendar.ts";
import { parseHours } from "../../src/domain/hours.ts";
import { MINUTE } from "./cast.ts";
import { clockDays, workingMinutes } from "./minute_walk.ts";
import { randomWeek } from "./random_hours.ts";
import { chanceFrom, seedFor } from "./random.ts";

const SEED = seedFor("calendar");
const HOUR = 60 * MINUTE;

function working(hours: string, holidays: string[] = []): Calendar {
  return Calendar.parse({ hours: parseHours(hours), holidays });
}

/** A moment, written with its offset. */
const at = Date.parse;
const iso = (moment: number) => new Date(moment).toISOString().slice(0, 16);

const OFFICE = working("mon-fri 08:00-17:00");
const CHICAGO = "America/Chicago";
const NEW_YORK = "America/New_York";

Deno.test("round the clock, the clock never stops", () => {
  const now = at("2026-11-25T23:00Z");
  assertEquals(isWorking(ALWAYS_OPEN, CHICAGO, now), true);
  assertEquals(nextOpening(ALWAYS_OPEN, CHICAGO, now), now);
  assertEquals(afterWorking(ALWAYS_OPEN, CHICAGO, now, 90 * HOUR), now + 90 * HOUR);
});

Deno.test("in the evening the clock stops, and in the morning it goes on", () => {
  const evening = at("2026-11-25T16:50-06:00");
  assertEquals(iso(afterWorking(OFFICE, CHICAGO, evening, 30 * MINUTE)), "2026-11-26T14:20");
  assertEquals(iso(afterWorking(OFFICE, CHICAGO, evening, 10 * MINUTE)), "2026-11-25T23:00");
  assertEquals(isWorking(OFFICE, CHICAGO, at("2026-11-25T16:59:59-06:00")), true);
  assertEquals(isWorking(OFFICE, CHICAGO, at("2026-11-25T17:00-06:00")), false);
  assertEquals(iso(nextOpening(OFFICE, CHICAGO, at("2026-11-25T17:00-06:00"))), "2026-11-26T14:00");
});

Deno.test("over a weekend and a holiday nothing passes", () => {
  const office = working("mon-fri 08:00-17:00", ["2026-11-26"]);
  const wednesday = at("2026-11-25T16:00-06:00");
  assertEquals(iso(afterWorking(office, CHICAGO, wednesday, 2 * HOUR)), "2026-11-27T15:00");
  const friday = at("2026-11-27T16:30-06:00");
  assertEquals(iso(afterWorking(office, CHICAGO, friday, HOUR)), "2026-11-30T14:30");
});

Deno.test("a holiday without hours is a closed day, too", () => {
  const calendar: Calendar = { hours: null, holidays: ["2026-12-25"] };
  const before = at("2026-12-24T23:30-06:00");
  assertEquals(iso(afterWorking(calendar, CHICAGO, before, HOUR)), "2026-12-26T06:30");
  assertEquals(isWorking(calendar, CHICAGO, at("2026-12-25T12:00-06:00")), false);
});

Deno.test("a night that began before a holiday runs on into it", () => {
  const nights = working("daily 22:00-06:00", ["2026-12-25"]);
  assertEquals(isWorking(nights, CHICAGO, at("2026-12-25T03:00-06:00")), true);
  assertEquals(isWorking(nights, CHICAGO, at("2026-12-25T23:00-06:00")), false);
  assertEquals(isWorking(nights, CHICAGO, at("2026-12-26T03:00-06:00")), false);
});

Deno.test("the year's end is a day like others", () => {
  const nights = working("thu 22:00-06:00");
  assertEquals(isWorking(nights, CHICAGO, at("2027-01-01T05:59-06:00")), true);
  assertEquals(isWorking(nights, CHICAGO, at("2027-01-01T06:00-06:00")), false);
});

Deno.test("the night on which clocks go forward is an hour shorter", () => {
  const nights = working("daily 00:00-04:00");
  const begin = at("2026-03-08T00:00-05:00");
  assertEquals(afterWorking(nights, NEW_YORK, begin, 3 * HOUR), at("2026-03-08T04:00-04:00"));
  assertEquals(
    afterWorking(nights, NEW_YORK, begin, 3 * HOUR + 1),
    at("2026-03-09T00:00-04:00") + 1,
  );
});

Deno.test("the night on which clocks go back is an hour longer", () => {
  const nights = working("daily 00:00-04:00");
  const begin = at("2026-11-01T00:00-04:00");
  assertEquals(afterWorking(nights, NEW_YORK, begin, 5 * HOUR), at("2026-11-01T04:00-05:00"));
});

Deno.test("an opening that does not exist is moved forward", () => {
  const early = working("daily 02:30-05:00");
  const before = at("2026-03-08T01:00-05:00");
  assertEquals(nextOpening(early, NEW_YORK, before), at("2026-03-08T03:30-04:00"));
  const gone = working("daily 02:10-02:20");
  assertEquals(nextOpening(gone, NEW_YORK, before), at("2026-03-08T03:10-04:00"));
});

Deno.test("a closing that comes twice means the first", () => {
  const late = working("daily 00:30-01:30");
  assertEquals(isWorking(late, NEW_YORK, at("2026-11-01T01:29-04:00")), true);
  assertEquals(isWorking(late, NEW_YORK, at("2026-11-01T01:30-04:00")), false);
  assertEquals(isWorking(late, NEW_YORK, at("2026-11-01T01:29-05:00")), false);
});

Deno.test("clocks that go by half an hour are no matter", () => {
  const nights = working("daily 00:00-04:00");
  const zone = "Australia/Lord_Howe";
  const begin = at("2026-10-04T00:00+10:30");
  assertEquals(afterWorking(nights, zone, begin, 3.5 * HOUR), at("2026-10-04T04:00+11:00"));
});

Deno.test("hours that touch or overlap across midnight count once", () => {
  const calendar = working("mon 22:00-06:00; tue 00:00-08:00");
  const begin = at("2026-11-23T22:00-06:00");
  assertEquals(afterWorking(calendar, CHICAGO, begin, 10 * HOUR), at("2026-11-24T08:00-06:00"));
});

Deno.test("round the clock in hours is round the clock", () => {
  const calendar = working("daily 00:00-24:00");
  const now = at("2026-11-25T16:00-06:00");
  assertEquals(afterWorking(calendar, CHICAGO, now, 40 * 24 * HOUR), now + 40 * 24 * HOUR);
  assertEquals(nextOpening(calendar, CHICAGO, now), now);
});

Deno.test("a calendar without any opening counts as open, and nothing loops for ever", () => {
  const empty = { ...OFFICE, hours: { ...OFFICE.hours!, ...NOTHING } };
  const now = at("2026-11-25T16:00-06:00");
  assertEquals(isWorking(empty, CHICAGO, now), true);
  assertEquals(afterWorking(empty, CHICAGO, now, HOUR), now + HOUR);
  assertEquals(iso(tomorrowsOpening(empty, CHICAGO, now)), "2026-11-26T14:00");
  const years = afterWorking(OFFICE, CHICAGO, now, 400 * 24 * HOUR);
  assert(years > now + 400 * 24 * HOUR);
});

Deno.test("closed for 400 days, people count as working once the last day is over", () => {
  const monday = Date.parse("2026-11-23T00:00Z");
  const week = 7 * 24 * HOUR;
  const mondays = Array.from(
    { length: 60 },
    (_, i) => new Date(monday + (i + 1) * week).toISOString().slice(0, 10),
  );
  const closing = working("mon 08:00-17:00", mondays);
  const now = at("2026-11-23T16:00-06:00");
  assertEquals(iso(afterWorking(closing, CHICAGO, now, HOUR)), "2026-11-23T23:00");
  assertEquals(iso(afterWorking(closing, CHICAGO, now, 3 * HOUR)), "2026-11-24T01:00");
});

const NOTHING = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };

Deno.test("tomorrow begins when people begin", () => {
  const office = working("mon-fri 08:00-17:00", ["2026-11-26"]);
  assertEquals(
    iso(tomorrowsOpening(office, CHICAGO, at("2026-11-25T05:00-06:00"))),
    "2026-11-27T14:00",
  );
  assertEquals(
    iso(tomorrowsOpening(office, CHICAGO, at("2026-11-27T12:00-06:00"))),
    "2026-11-30T14:00",
  );
  assertEquals(
    iso(tomorrowsOpening(ALWAYS_OPEN, CHICAGO, at("2026-11-25T23:30-06:00"))),
    "2026-11-26T14:00",
  );
  const nights = working("daily 22:00-06:00");
  assertEquals(
    iso(tomorrowsOpening(nights, CHICAGO, at("2026-11-25T23:00-06:00"))),
    "2026-11-27T04:00",
  );
});

Deno.test("who works all day long begins at eight, too", () => {
  const now = at("2026-11-25T23:30-06:00");
  assertEquals(iso(tomorrowsOpening(working("daily 0-24"), CHICAGO, now)), "2026-11-26T14:00");
});

Deno.test("openings that clocks put out of order come in their order", () => {
  const calendar = working("daily 02:30-02:50 03:00-03:10");
  const before = at("2026-03-08T00:00-05:00");
  assertEquals(nextOpening(calendar, NEW_YORK, before), at("2026-03-08T03:00-04:00"));
});

Deno.test("holidays are kept once each, in order", () => {
  const ok = (...holidays: string[]) => Calendar.safeParse({ hours: null, holidays }).success;
  assertEquals(ok("2026-12-25", "2027-01-01"), true);
  assertEquals(ok("2026-12-25", "2026-12-25"), false);
  assertEquals(ok("2027-01-01", "2026-12-25"), false);
});

Deno.test("a date is one that exists", () => {
  assertEquals(
    ["2026-12-25", "2028-02-29", "2026-02-29", "2026-13-01", "26-12-25", "2026-12-25T00:00", "x"]
      .map(isDate),
    [true, true, false, false, false, false, false],
  );
});

/** Two weeks each, in which clocks are moved on the sixth to eighth day, or not at all. */
const FORTNIGHTS: [string, string][] = [
  [NEW_YORK, "2026-03-02T00:00-05:00"],
  [NEW_YORK, "2026-10-26T00:00-04:00"],
  ["Europe/Berlin", "2026-03-23T00:00+01:00"],
  ["Europe/Berlin", "2026-10-19T00:00+02:00"],
  ["Australia/Lord_Howe", "2026-09-28T00:00+10:30"],
  ["Australia/Lord_Howe", "2026-03-30T00:00+11:00"],
  ["America/Nuuk", "2026-03-23T00:00-02:00"],
  ["Asia/Tashkent", "2026-12-26T00:00+05:00"],
];

Deno.test("whatever the calendar, a walk through every minute finds the same", () => {
  const chance = chanceFrom(SEED);
  for (const [timeZone, start] of FORTNIGHTS) {
    const clocks = clockDays(timeZone, at(start));
    for (let i = 0; i < 30; i++) {
      const holidays = clocks.days.map(({ date }) => date).filter(() => chance.next() < 0.15);
      const calendar = { hours: chance.below(8) ? randomWeek(chance) : null, holidays };
      const working = workingMinutes(calendar, clocks);
      // The first two days lack what began before them.
      for (let question = 0; question < 6; question++) {
        const from = 2880 + chance.below(8 * 1440);
        const now = clocks.start + from * MINUTE;
        const name = `${timeZone} ${iso(now)} ${JSON.stringify(calendar)}`;
        assertEquals(isWorking(calendar, timeZone, now), working[from], name);
        const opening = working.indexOf(true, from);
        if (opening === -1) continue;
        const wait = nextOpening(calendar, timeZone, now) - clocks.start;
        assertEquals(wait / MINUTE, opening, name);
        const length = working.slice(from, -2880).filter(Boolean).length;
        const minutes = 1 + chance.below(length);
        if (minutes > length) continue;
        let end = from;
        for (let left = minutes; left > 0; end++) if (working[end]) left--;
        const after = afterWorking(calendar, timeZone, now, minutes * MINUTE) - clocks.start;
        assertEquals(after / MINUTE, end, `${name} ${minutes}`);
      }
    }
  }
});
