/** What could not be said, the newest first. */

import { keys } from "./keys.ts";
import type { Kv } from "./kv.ts";
import type { DeadLetter } from "./records.ts";

/** How long a dead letter is kept, in milliseconds. */
export const DEAD_LETTER_TIME = 30 * 24 * 3_600_000;

/** Which letter. */
export interface LetterId {
  /** When it was put aside, epoch milliseconds. */
  at: number;
  /** Tells it from others of that moment. */
  id: string;
}

/** A letter as it is kept. */
export interface KeptLetter extends LetterId {
  /** What it holds. */
  letter: DeadLetter;
}

/** Its time is over; letters from before they said so have the usual time. */
export function isExpired(letter: DeadLetter, now: number): boolean {
  return (letter.expiresAt ?? letter.at + DEAD_LETTER_TIME) <= now;
}

/** The newest letters that are still kept; at most `limit`. */
export async function newestLetters(
  kv: Kv,
  { now, limit }: { now: number; limit: number },
): Promise<KeptLetter[]> {
  const found: KeptLetter[] = [];
  const options = { reverse: true, limit };
  for await (const { key, value } of kv.list({ prefix: ["dead_letter"] }, options)) {
    const [at, id] = [Number(key[1]), String(key[2])];
    const parsed = keys.deadLetter(at, id).schema.safeParse(value);
    // One that can't be read must not hide the others.
    if (parsed.success && !isExpired(parsed.data, now)) found.push({ at, id, letter: parsed.data });
  }
  return found;
}

/** Keys of the letters put aside until then (epoch milliseconds); at most `limit`. */
export async function letterKeys(
  kv: Kv,
  { until, limit }: { until: number; limit: number },
): Promise<Deno.KvKey[]> {
  const range = { start: ["dead_letter"], end: ["dead_letter", until + 1] };
  return await Array.fromAsync(kv.list(range, { limit }), ({ key }) => key);
}
