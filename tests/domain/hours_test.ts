import { assertEquals } from "@std/assert";
import {
  DAY,
  formatHours,
  Hours,
  parseHours,
  type Span,
  WEEKDAYS,
} from "../../src/domain/hours.ts";
import { chanceFrom, seedFor } from "./random.ts";

const SEED = seedFor("hours");

Deno.test("hours are read as people write them", () => {
  const read = (text: string) => {
    const hours = parseHours(text);
    return hours && formatHours(hours);
  };
  assertEquals(
    [
      "mon-fri 08:00-17:00",
      "Mon – Fri  8-12, 13:00 - 17:00 ; SAT 9-13",
      "daily 22:00-06:00",
      "mon,wed,fri 07:30-15:00\nsun 10-11",
      "fri-mon 8-16",
      "mon 13-17; mon 8-12",
      "daily 0-24",
      "sat, sun 9-9",
      "tue 23:59-00:00",
    ].map(read),
    [
      "mon-fri 08:00-17:00",
      "mon-fri 08:00-12:00 13:00-17:00; sat 09:00-13:00",
      "daily 22:00-06:00",
      "mon,wed,fri 07:30-15:00; sun 10:00-11:00",
      "mon,fri-sun 08:00-16:00",
      "mon 08:00-12:00 13:00-17:00",
      "daily 00:00-24:00",
      "sat,sun 09:00-09:00",
      "tue 23:59-24:00",
    ],
  );
});

Deno.test("what is no hours is not guessed at", () => {
  const wrong = [
    "",
    ";",
    "mon",
    "08:00-17:00",
    "monday 8-17",
    "mon-fri-sat 8-17",
    "mon- 8-17",
    "mon 8",
    "mon 8-17-18",
    "mon 25-26",
    "mon 24-8",
    "mon 8:60-17",
    "mon 8-24:01",
    "mon 8:5-9",
    "mon 8-12 11-13",
    "mon 8-12; daily 9-10",
    "mon 1-2 3-4 5-6 7-8 9-10",
    "daily,mon 8-17",
    "always",
  ];
  assertEquals(wrong.filter((text) => parseHours(text) !== null), []);
});

Deno.test("a night belongs to the day on which it begins", () => {
  assertEquals(parseHours("fri 22:00-06:00")?.fri, [{ from: 1320, to: 1800 }]);
  assertEquals(parseHours("fri 22:00-06:00")?.sat, []);
});

Deno.test("what is written is read as the same again, whatever the week", () => {
  const { below } = chanceFrom(SEED);
  const randomDay = (): Span[] => {
    const spans: Span[] = [];
    for (
      let from = below(DAY);
      from < DAY && spans.length < 4;
      from = spans.at(-1)!.to + below(200)
    ) {
      const last = spans.length === 3 || below(3) === 0;
      const to = from + 1 + below(last ? DAY : Math.max(1, DAY - from - 1));
      spans.push({ from, to });
      if (last || to >= DAY) break;
    }
    return below(4) === 0 ? [] : spans;
  };
  for (let i = 0; i < 2_000; i++) {
    const days = WEEKDAYS.map((day): [string, Span[]] => [day, randomDay()]);
    // Weeks with equal days are written shorter.
    if (below(2)) days.forEach((entry) => entry[1] = days[below(3)]![1]);
    const hours = Hours.parse(Object.fromEntries(days));
    const text = formatHours(hours);
    assertEquals(parseHours(text), days.some(([, spans]) => spans.length) ? hours : null, text);
  }
});

Deno.test("a record's hours fit a day each", () => {
  const week = Object.fromEntries(WEEKDAYS.map((day) => [day, [] as Span[]]));
  const ok = (mon: unknown) => Hours.safeParse({ ...week, mon }).success;
  assertEquals(ok([{ from: 0, to: DAY }]), true);
  assertEquals(ok([{ from: 0, to: 0 }]), false);
  assertEquals(ok([{ from: 10, to: 5 }]), false);
  assertEquals(ok([{ from: 10, to: 11 + DAY }]), false);
  assertEquals(ok([{ from: -1, to: 5 }]), false);
  assertEquals(ok([{ from: 5, to: 9 }, { from: 8, to: 10 }]), false);
});
