/** What passes in the machine room: calls, updates and log lines, numbered as they come. */

import type { Update } from "grammy/types";
import type { MachineLine } from "./contract.ts";

/** That many are kept. */
const KEPT = 1_000;

// A union keeps its parts apart only when each loses the keys by itself.
type Unnumbered<Line> = Line extends unknown ? Omit<Line, "id"> : never;

/** Lets calls through and writes them down. */
export interface Watcher {
  watch<T>(method: string, params: unknown, call: () => Promise<T>): Promise<T>;
}

/** The machine room. */
export interface Machine extends Watcher {
  /** Lines with a number above `after`, oldest first. */
  since(after: number): readonly MachineLine[];
  /** The number of the newest line. */
  readonly newest: number;
  update(update: Update): void;
  /** A line of the log, as JSON. */
  log(line: string): void;
}

/** Makes an empty room; `said` hears of each line. */
export function createMachine(
  { now, said }: { now(): number; said(): void },
): Machine {
  const lines: MachineLine[] = [];
  let newest = 0;

  function add(line: Unnumbered<MachineLine>): void {
    lines.push({ ...line, id: ++newest } as MachineLine);
    if (lines.length > KEPT) lines.splice(0, lines.length - KEPT);
    said();
  }

  return {
    since: (after) => lines.filter(({ id }) => id > after),
    get newest() {
      return newest;
    },
    update(update) {
      const type = Object.keys(update).find((key) => key !== "update_id") ?? "update";
      add({ kind: "update", at: now(), ms: null, type, update });
    },
    log(line) {
      const { level, message, time: _time, ...fields } = JSON.parse(line);
      const more = Object.entries(fields).map(([key, value]) => `${key}=${value}`);
      add({ kind: "log", at: now(), ms: null, level, text: [message, ...more].join(" ") });
    },
    async watch(method, params, call) {
      const at = now();
      const started = performance.now();
      const note = (answer: unknown, ok: boolean) => {
        const ms = Math.round((performance.now() - started) * 10) / 10;
        add({ kind: "call", at, ms, method, params: plainOf(params), answer: plainOf(answer), ok });
      };
      try {
        const answer = await call();
        note(answer, (answer as { ok?: boolean }).ok !== false);
        return answer;
      } catch (error) {
        note({ error: error instanceof Error ? error.message : String(error) }, false);
        throw error;
      }
    },
  };
}

/** As JSON can say it: a file as its name. */
function plainOf(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value ?? null, (_key, each) => {
      const isFile = each?.constructor?.name === "InputFile";
      return isFile ? { file: each.filename ?? "file" } : each;
    }),
  );
}
