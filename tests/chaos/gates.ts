/** Where a program meets the world: every operation takes its time, and a dead program gets no further. */

import type { Kv } from "../../src/store/kv.ts";
import type { Chance } from "../domain/random.ts";
import type { Moments } from "./moments.ts";

/** The life of one program. */
export interface Life {
  isOver: boolean;
}

/** What a gate needs. */
export interface GateKeeper {
  moments: Moments;
  chance: Chance;
  life: Life;
}

/** How long operations of the store take, in milliseconds. */
const STORE_TAKES = { least: 2, most: 40 };
/** Every so often one takes that long. */
const SLOW_STORE_TAKES = { least: 20, most: 400 };

/** Nobody is there to hear of it any more. */
export function never<T>(): Promise<T> {
  return new Promise(() => {});
}

/** Some milliseconds, both ends included. */
export function between(
  chance: Chance,
  { least, most }: { least: number; most: number },
): number {
  return least + chance.below(most - least + 1);
}

/**
 * An operation that takes a while and then happens. Whoever dies meanwhile may have sent it already:
 * it happens or not, and nobody learns of it.
 */
export function pass<T>(
  { moments, chance, life }: GateKeeper,
  ms: number,
  operation: () => Promise<T>,
): Promise<T> {
  if (life.isOver) return never();
  const isSent = chance.below(2) === 0;
  return new Promise((resolve, reject) => {
    moments.after(ms, async () => {
      if (life.isOver && !isSent) return;
      try {
        const result = await operation();
        if (!life.isOver) resolve(result);
      } catch (error) {
        if (!life.isOver) reject(error);
      }
    });
  });
}

/** The store behind a gate. */
export function gatedStore(keeper: GateKeeper, kv: Kv): Kv {
  const { chance } = keeper;
  const time = () => between(chance, chance.below(30) === 0 ? SLOW_STORE_TAKES : STORE_TAKES);
  return {
    getMany: (keys) => pass(keeper, time(), () => kv.getMany(keys)),
    async *list(selector, options) {
      yield* await pass(keeper, time(), () => Array.fromAsync(kv.list(selector, options)));
    },
    commit: (checks, changes) => pass(keeper, time(), () => kv.commit(checks, changes)),
  };
}
