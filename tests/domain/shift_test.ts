import { assertEquals } from "@std/assert";
import { hasBegun, isOnDuty, nextShift } from "../../src/domain/shift.ts";

const CHICAGO = "America/Chicago";
const at = Date.parse;
const NIGHTS = "mon-fri 22:00-06:00";

Deno.test("somebody is on duty through the night, and not after it", () => {
  const duty = (moment: string) => isOnDuty(NIGHTS, CHICAGO, at(moment));
  assertEquals(
    ["23T21:59", "23T22:00", "24T05:59", "24T06:00", "28T05:00", "28T22:30"]
      .map((moment) => duty(`2026-11-${moment}-06:00`)),
    [false, true, true, false, true, false],
  );
});

Deno.test("who has no hours is on duty at none", () => {
  assertEquals(isOnDuty(null, CHICAGO, at("2026-11-23T23:00Z")), false);
  assertEquals(nextShift(null, CHICAGO, at("2026-11-23T23:00Z")), null);
  const moments = { since: 0, at: at("2026-11-23T23:00Z") };
  assertEquals(hasBegun(null, CHICAGO, moments), false);
});

Deno.test("the next shift is the one after this", () => {
  const begin = at("2026-11-23T22:00-06:00");
  assertEquals(nextShift(NIGHTS, CHICAGO, begin - 1), begin);
  assertEquals(nextShift(NIGHTS, CHICAGO, begin), at("2026-11-24T22:00-06:00"));
  const saturday = at("2026-11-28T12:00-06:00");
  assertEquals(nextShift(NIGHTS, CHICAGO, saturday), at("2026-11-30T22:00-06:00"));
});

Deno.test("a shift has begun when it is under way and began since", () => {
  const begin = at("2026-11-23T22:00-06:00");
  const now = begin + 60_000;
  assertEquals(hasBegun(NIGHTS, CHICAGO, { since: begin - 1, at: begin }), true);
  assertEquals(hasBegun(NIGHTS, CHICAGO, { since: begin, at: now }), false);
  assertEquals(hasBegun(NIGHTS, CHICAGO, { since: begin - 60_000, at: begin - 1 }), false);
  const morning = at("2026-11-24T07:00-06:00");
  assertEquals(hasBegun(NIGHTS, CHICAGO, { since: begin - 1, at: morning }), false);
});

Deno.test("who is on duty round the clock never begins", () => {
  const always = "daily 00:00-24:00";
  const now = at("2026-11-23T22:00-06:00");
  assertEquals(isOnDuty(always, CHICAGO, now), true);
  assertEquals(hasBegun(always, CHICAGO, { since: 0, at: now }), false);
  assertEquals(nextShift(always, CHICAGO, now), null);
});

Deno.test("a shift that goes on from another is one with it", () => {
  const two = "mon 14:00-22:00 22:00-06:00";
  const begin = at("2026-11-23T14:00-06:00");
  assertEquals(nextShift(two, CHICAGO, begin - 1), begin);
  assertEquals(nextShift(two, CHICAGO, begin), at("2026-11-30T14:00-06:00"));
});

Deno.test("on the nights on which clocks are moved shifts begin when clocks show it", () => {
  const zone = "America/New_York";
  const nights = "sat 22:00-06:00; sun 02:30-03:00";
  assertEquals(
    nextShift("sun 02:30-06:00", zone, at("2026-03-08T00:00-05:00")),
    at("2026-03-08T03:30-04:00"),
  );
  assertEquals(isOnDuty(nights, zone, at("2026-11-01T05:59-05:00")), true);
  assertEquals(isOnDuty(nights, zone, at("2026-11-01T06:00-05:00")), false);
});
