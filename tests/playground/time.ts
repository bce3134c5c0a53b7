/** The program's time: it stands, runs with the machine's or sixty times as fast, and can jump. */

import { type ManualClock, manualClock } from "../simulator/simulator.ts";

const MINUTE = 60_000;
/** How often running time moves, in the machine's milliseconds. */
const TICK = 250;

/** How fast time runs. */
export type Speed = 0 | 1 | 60;

/** The time of a playground. */
export interface Time {
  clock: ManualClock;
  readonly speed: Speed;
  run(speed: Speed): void;
  /** Moves on; resolves when the last minute's work is done. */
  pass(ms: number): Promise<void>;
  stop(): void;
}

/** What time does besides passing. */
export interface TimeOptions {
  /** Epoch milliseconds. */
  start: number;
  /** The work of each minute, at its beginning. */
  everyMinute(at: number): Promise<void>;
  /** Time has moved. */
  moved(): void;
}

/** Makes a time that stands. */
export function createTime({ start, everyMinute, moved }: TimeOptions): Time {
  const clock = manualClock(start);
  let speed: Speed = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let seen = 0;
  let last = Promise.resolve();
  let isPassing = false;

  async function move(ms: number): Promise<void> {
    const end = clock.now() + ms;
    while (clock.now() < end) {
      const minute = (Math.floor(clock.now() / MINUTE) + 1) * MINUTE;
      await clock.advance(Math.min(end, minute) - clock.now());
      if (clock.now() === minute) await everyMinute(minute);
      moved();
    }
  }

  /** One after the other, so that no minute is left out. */
  function pass(ms: number): Promise<void> {
    const passed = last.then(() => move(ms));
    last = passed.catch(() => {});
    return passed;
  }

  async function tick(): Promise<void> {
    const now = performance.now();
    const ms = Math.round((now - seen) * speed);
    // The machine was too slow: time waits for it.
    if (isPassing) return;
    seen = now;
    isPassing = true;
    try {
      await pass(Math.min(ms, TICK * 2 * speed));
    } finally {
      isPassing = false;
    }
  }

  function stop(): void {
    clearInterval(timer);
    timer = undefined;
    speed = 0;
  }

  return {
    clock,
    get speed() {
      return speed;
    },
    run(next) {
      stop();
      speed = next;
      seen = performance.now();
      if (next > 0) timer = setInterval(() => void tick(), TICK);
      moved();
    },
    pass,
    stop,
  };
}
