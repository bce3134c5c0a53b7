/** Trying again when another writer was faster, within bounds. */

import { KvError } from "./kv.ts";

/** What {@linkcode retry} needs. */
export interface RetryDeps {
  /** Waits. */
  sleep(ms: number): Promise<void>;
  /** 0 to 1. */
  random(): number;
}

/** An attempt that lost a race: read again, decide again. */
export const LOST_RACE: unique symbol = Symbol("lost race");

/** Nobody could be served within the bounds. */
export class TooBusyError extends Error {
  /** Its name. */
  override name = "TooBusyError";
}

/** The longest that one update keeps trying, in milliseconds. */
const MOST_WAITING = 5_000;
const FIRST_PAUSE = 8;
const LONGEST_PAUSE = 250;

/** When an update began to try, on the clock that only goes forward. */
export function startTrying(): number {
  return performance.now();
}

/**
 * Runs an attempt until it neither loses a race nor finds the store locked. The pauses are jittered
 * so that writers that collided once don't collide in step.
 *
 * @param started When the first wait began: waiting for one's turn counts too.
 * @throws {TooBusyError} about 5 seconds after `started`.
 */
export async function retry<T>(
  deps: RetryDeps,
  attempt: () => Promise<T | typeof LOST_RACE>,
  started: number = startTrying(),
): Promise<T> {
  for (let pause = FIRST_PAUSE;; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    try {
      const result = await attempt();
      if (result !== LOST_RACE) return result;
    } catch (error) {
      if (!(error instanceof KvError && error.busy)) throw error;
    }
    const wait = pause * (0.5 + deps.random());
    if (performance.now() - started + wait > MOST_WAITING) {
      throw new TooBusyError("Cannot commit: others kept being faster for 5 seconds");
    }
    await deps.sleep(wait);
  }
}
