/** One time for a simulated Telegram and for programs in other processes. */

import type { Clock } from "../simulator/simulator.ts";

/** How a time runs. Programs are told through their environment. */
export interface Pace {
  /** Epoch milliseconds, of this clock and of the machine's, at which both were the same. */
  origin: number;
  /** How many times faster than the machine's it runs. */
  speed: number;
  /** Added to it, in milliseconds. */
  ahead: number;
}

/** Epoch milliseconds at that pace. */
export function timeAt({ origin, speed, ahead }: Pace): number {
  return Math.round(origin + (Date.now() - origin) * speed + ahead);
}

/** The pace as the environment carries it. */
export function paceToText({ origin, speed, ahead }: Pace): string {
  return [origin, speed, ahead].join(" ");
}

/** The pace that the environment carries. */
export function paceFromText(text: string): Pace {
  const [origin = NaN, speed = NaN, ahead = NaN] = text.split(" ").map(Number);
  return { origin, speed, ahead };
}

/** A clock at that pace; its waits take `haste` times less than they say. */
export function sharedClock(pace: () => Pace, haste: number): Clock {
  return {
    now: () => timeAt(pace()),
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const stop = () => {
          clearTimeout(timer);
          reject(signal?.reason);
        };
        const timer = setTimeout(() => {
          signal?.removeEventListener("abort", stop);
          resolve();
        }, ms / haste);
        signal?.addEventListener("abort", stop, { once: true });
      }),
  };
}
