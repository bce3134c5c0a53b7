/** How often something may be done within an hour. */

import { z } from "zod";

/** The times of what was done within the last hour. */
export interface Rate {
  /** The version of this record's shape. */
  schema: 1;
  /** Epoch milliseconds, oldest first. */
  times: number[];
  /** When the last of them no longer counts, epoch milliseconds. */
  expiresAt: number;
  /** A person knows that they have to wait until then, epoch milliseconds. */
  toldUntil?: number;
}

/** Schema of {@linkcode Rate}. */
export const Rate: z.ZodType<Rate> = z.object({
  schema: z.literal(1),
  times: z.array(z.int()).max(1000),
  expiresAt: z.int(),
  toldUntil: z.int().exactOptional(),
});

/** How far back it counts, in milliseconds. */
export const RATE_WINDOW = 60 * 60_000;

/** When the next one is allowed, epoch milliseconds; `null`: now. */
export function blockedUntil(rate: Rate | null, now: number, most: number): number | null {
  const recent = recentTimes(rate, now);
  const oldestThatCounts = recent[recent.length - most];
  return oldestThatCounts === undefined ? null : oldestThatCounts + RATE_WINDOW;
}

/** The rate with one more time in it. */
export function counted(rate: Rate | null, now: number): Rate {
  return { schema: 1, times: [...recentTimes(rate, now), now], expiresAt: now + RATE_WINDOW };
}

/** Whether the person has been told already that they have to wait. */
export function isTold(rate: Rate | null, now: number): boolean {
  return rate?.toldUntil !== undefined && rate.toldUntil > now;
}

/** The rate of somebody who has just been told how long to wait. */
export function told(rate: Rate | null, now: number, until: number): Rate {
  const times = recentTimes(rate, now);
  return { schema: 1, times, expiresAt: now + RATE_WINDOW, toldUntil: until };
}

function recentTimes(rate: Rate | null, now: number): number[] {
  return (rate?.times ?? []).filter((time) => time > now - RATE_WINDOW);
}
