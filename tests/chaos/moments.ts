/**
 * Time as a list of what is to happen, one thing after the other: between two of them everything comes
 * to rest. Who asks for what at which moment follows from a seed alone, never from how fast a machine is.
 */

import { setImmediate } from "node:timers";
import type { Clock } from "../simulator/simulator.ts";

/** A clock on which things happen. */
export interface Moments extends Clock {
  /** Does something in that many milliseconds; whatever it waits for must not need the time to move. */
  after(ms: number, happen: () => unknown): void;
  /** Lets happen what is to happen until then (epoch milliseconds). */
  until(end: number): Promise<void>;
  /** Lets things happen until this is over. */
  finish<T>(work: Promise<T>): Promise<T>;
  /** How much has happened. */
  readonly happened: number;
}

interface Moment {
  at: number;
  /** Things of one moment happen in the order in which they were asked for. */
  place: number;
  happen: () => unknown;
}

/** Starts time at `start` (epoch milliseconds); `idle` waits for what works outside of this thread. */
export function startMoments(start: number, idle: () => Promise<void>): Moments {
  let now = start;
  let places = 0;
  let happened = 0;
  const waiting: Moment[] = [];

  function after(ms: number, happen: () => unknown): void {
    const moment = { at: now + Math.max(0, Math.ceil(ms)), place: places++, happen };
    let low = 0;
    for (let high = waiting.length; low < high;) {
      const middle = (low + high) >> 1;
      // The earliest comes last, where it is taken from.
      if (waiting[middle]!.at > moment.at) low = middle + 1;
      else high = middle;
    }
    waiting.splice(low, 0, moment);
  }

  /** Whoever was woken goes on until they all wait for another moment. */
  async function rest(): Promise<void> {
    await turn();
    await idle();
    await turn();
  }

  async function next(): Promise<void> {
    const moment = waiting.pop()!;
    now = moment.at;
    happened++;
    await moment.happen();
    await rest();
  }

  return {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
        after(ms, resolve);
      }),
    after,
    async until(end) {
      await rest();
      while (waiting.length > 0 && waiting.at(-1)!.at <= end) await next();
      now = Math.max(now, end);
    },
    async finish(work) {
      let isOver = false;
      const over = work.finally(() => isOver = true);
      over.catch(() => {});
      await rest();
      while (!isOver) {
        if (waiting.length === 0) throw new Error("Cannot go on: nothing is to happen any more");
        await next();
      }
      return await over;
    },
    get happened() {
      return happened;
    },
  };
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(() => resolve()));
}
