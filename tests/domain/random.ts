/** Chance that a seed repeats. */
export interface Chance {
  /** 0 to 1, without 1. */
  next(): number;
  /** 0 to `most`, without `most`. */
  below(most: number): number;
  /** One of them. */
  pick<T>(from: readonly T[]): T;
}

/** The mulberry32 generator. */
export function chanceFrom(seed: number): Chance {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (most: number) => Math.floor(next() * most);
  return { next, below, pick: (from) => from[below(from.length)]! };
}

/** From the environment's `SEED`, else a new one; printed, so that a failure can be repeated. */
export function seedFor(what: string): number {
  const seed = Number(Deno.env.get("SEED") ?? Date.now() % 1_000_000);
  console.log(`${what}: SEED=${seed}`);
  return seed;
}
