import { assertEquals } from "@std/assert";
import { blockedUntil, counted, Rate, RATE_WINDOW } from "../../src/domain/rate.ts";
import { MINUTE, NOON } from "./cast.ts";

/** Reported at each of these minutes after noon. */
function reportedAt(...minutes: number[]): Rate {
  return minutes.reduce<Rate | null>((rate, m) => counted(rate, NOON + m * MINUTE), null)!;
}

Deno.test("blockedUntil() lets the first one through", () => {
  assertEquals(blockedUntil(null, NOON, 1), null);
});

Deno.test("blockedUntil() lets as many through within the hour as are allowed", () => {
  const rate = reportedAt(0, 1, 2, 3);
  assertEquals(blockedUntil(rate, NOON + 4 * MINUTE, 5), null);
  const full = counted(rate, NOON + 4 * MINUTE);
  assertEquals(blockedUntil(full, NOON + 5 * MINUTE, 5), NOON + RATE_WINDOW);
});

Deno.test("blockedUntil() ends an hour after the oldest one that counts", () => {
  const rate = reportedAt(0, 10, 20);
  assertEquals(blockedUntil(rate, NOON + RATE_WINDOW - 1, 3), NOON + RATE_WINDOW);
  assertEquals(blockedUntil(rate, NOON + RATE_WINDOW, 3), null);
});

Deno.test("blockedUntil() waits longer when the limit was lowered meanwhile", () => {
  assertEquals(blockedUntil(reportedAt(0, 10, 20), NOON + 30 * MINUTE, 1), NOON + 80 * MINUTE);
});

Deno.test("counted() forgets what is older than an hour", () => {
  const later = NOON + RATE_WINDOW + MINUTE;
  const rate = counted(reportedAt(0, 1, 2), later);
  assertEquals(rate.times, [NOON + 2 * MINUTE, later]);
  assertEquals(rate.expiresAt, later + RATE_WINDOW);
  assertEquals(Rate.parse(rate), rate);
});
