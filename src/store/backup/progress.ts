/** How far a tool is, for whoever waits for it. */

/** What a progress is shown with. */
export interface ProgressOptions {
  /** A person watches: a bar that changes in place. Otherwise a line now and then. */
  isTerminal: boolean;
  /** Writes text as it is. */
  write(text: string): void;
  /** Milliseconds. */
  now(): number;
}

/** A progress on show. */
export interface Progress {
  /** Shows it, unless it was shown a moment ago. `share`: 0 to 1; `null`: nobody knows. */
  show(step: string, state: { count: number; share: number | null }): void;
  /** Leaves what is shown behind. */
  end(): void;
}

/** Milliseconds between two pictures of a bar, and between two lines. */
const PAUSE = { bar: 100, line: 1_000 };
const BAR_WIDTH = 30;

/** Nothing is shown yet. */
export function newProgress({ isTerminal, write, now }: ProgressOptions): Progress {
  const pause = isTerminal ? PAUSE.bar : PAUSE.line;
  let [shownAt, shownCount, shownStep, isOpen] = [now(), 0, "", false];
  return {
    show(step, { count, share }) {
      const passed = now() - shownAt;
      if (passed < pause) return;
      const since = step === shownStep ? shownCount : 0;
      const speed = Math.round((count - since) * 1_000 / passed);
      const text = `${step}: ${grouped(count)}, ${grouped(speed)} a second`;
      write(isTerminal ? `\r${bar(share)} ${text}\x1b[K` : `${text}\n`);
      [shownAt, shownCount, shownStep, isOpen] = [now(), count, step, isTerminal];
    },
    end() {
      if (isOpen) write("\n");
      isOpen = false;
    },
  };
}

/** `[##########····················]  33 %` */
function bar(share: number | null): string {
  if (share === null) return "";
  const full = Math.round(share * BAR_WIDTH);
  const percent = String(Math.floor(share * 100)).padStart(3);
  return `[${"#".repeat(full)}${"·".repeat(BAR_WIDTH - full)}] ${percent} %`;
}

/** `1,234,567` */
export function grouped(count: number): string {
  return count.toLocaleString("en-US");
}
