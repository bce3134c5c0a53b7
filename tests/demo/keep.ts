/** After the story: the program and its Telegram go on, with the machine's time. */

import { realClock } from "../simulator/simulator.ts";
import type { Stage } from "./stage.ts";

/** Windows knows no SIGTERM. */
const SIGNALS: Deno.Signal[] = Deno.build.os === "windows" ? ["SIGINT"] : ["SIGINT", "SIGTERM"];

/** Lets time pass, a sweep each minute, until the process is told to end. */
export async function keepRunning({ clock, app }: Pick<Stage, "clock" | "app">): Promise<void> {
  const ending = new AbortController();
  const end = () => ending.abort();
  // They stay: a terminal and `deno task` may both pass one Ctrl-C on.
  for (const signal of SIGNALS) Deno.addSignalListener(signal, end);
  try {
    for (let second = 1;; second++) {
      await realClock.sleep(1_000, ending.signal);
      await clock.advance(1_000);
      if (second % 60 === 0) await app.sweep();
    }
  } catch (error) {
    if (!ending.signal.aborted) throw error;
  }
}
