/** Where the simulator and the code under test get their time from. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Resolves after `ms`; rejects with the signal's reason when it aborts first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** A clock that moves only when a test says so. */
export interface ManualClock extends Clock {
  /** Moves on by `ms`, waking each sleeper at its own moment and in order. */
  advance(ms: number): Promise<void>;
  /** Registers work that `advance` lets come to rest before time moves on. */
  beforeMoving(rest: () => Promise<void>): void;
}

/** The machine's clock. */
export const realClock: Clock = {
  now: () => Date.now(),
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
      }, ms);
      signal?.addEventListener("abort", stop, { once: true });
    }),
};

// Work that itself sleeps on this clock never comes to rest, so waiting for it is bounded in real time.
const PATIENCE_MS = 50;

/**
 * A clock that starts at `start` (epoch milliseconds) and stands still until it is advanced.
 *
 * ```ts
 * const clock = manualClock(Date.UTC(2026, 0, 5, 9));
 * await clock.advance(60_000);
 * ```
 */
export function manualClock(start: number): ManualClock {
  let now = start;
  const sleepers = new Set<{ at: number; wake: () => void }>();
  const rests: (() => Promise<void>)[] = [];

  async function rest(): Promise<void> {
    await macrotask();
    for (const each of rests) await atMost(PATIENCE_MS, each());
  }

  return {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const sleeper = { at: now + ms, wake: resolve };
        sleepers.add(sleeper);
        signal?.addEventListener("abort", () => {
          if (sleepers.delete(sleeper)) reject(signal.reason);
        }, { once: true });
      }),
    async advance(ms) {
      const end = now + ms;
      await rest();
      for (let next = earliest(sleepers, end); next; next = earliest(sleepers, end)) {
        now = Math.max(now, next.at);
        sleepers.delete(next);
        next.wake();
        await rest();
      }
      now = end;
    },
    beforeMoving: (each) => void rests.push(each),
  };
}

function earliest<S extends { at: number }>(sleepers: Set<S>, end: number): S | undefined {
  let first: S | undefined;
  for (const sleeper of sleepers) {
    if (sleeper.at <= end && (!first || sleeper.at < first.at)) first = sleeper;
  }
  return first;
}

function macrotask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

async function atMost(ms: number, work: Promise<void>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  await Promise.race([work, promise]);
  clearTimeout(timer);
}
