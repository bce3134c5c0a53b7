/** One thing after the other is tried on a program, and whatever it did is undone. */

import { assert } from "@std/assert";
import { incidentIn } from "../property/writes.ts";
import { keyText } from "../faults/stored_record.ts";
import { type Program, startProgram } from "../program.ts";
import type { Call } from "../simulator/simulator.ts";
import { assertInOrder } from "../stories/stored.ts";
import { restorable } from "./restorable.ts";

/** What came of something. */
export interface Tried {
  /** What the log says came of the last update: `done`, a refusal's reason, … */
  outcome: string | undefined;
  /** The log has a line about it. */
  isLogged: boolean;
  /** What was written, but for what is noted of whoever acts whatever they do. */
  written: string[];
  /** Incidents that something was written about. */
  incidents: Set<string>;
  /** What the bot has said to anybody. */
  said: readonly Call[];
}

/** A program on which things are tried. */
export interface Bench {
  program: Program;
  /** Does it, looks at what has come of it, and takes it back. */
  trial(act: () => Promise<unknown>): Promise<Tried>;
}

/** What is noted of whoever acts, and of the place, whether it is granted or not. */
const NOTED = ["commands", "profile", "handle", "administrators", "answer", "bot", "refusals"];

/** The clock stands still: nobody may have to wait for the next hour. */
const AT_ANY_PACE = {
  REPORTS_PER_PERSON_PER_HOUR: "1000",
  REPORTS_PER_GROUP_PER_HOUR: "1000",
};

/** Starts a program, lets `prepare` fill it, and then everything starts from there. */
export async function onBench<T>(
  prepare: (program: Program) => Promise<T>,
  test: (bench: Bench, prepared: T) => Promise<void>,
): Promise<void> {
  const kv = restorable();
  const program = await startProgram({
    wrapKv: kv.watch,
    environment: AT_ANY_PACE,
    shortCut: true,
  });
  try {
    const prepared = await prepare(program);
    await program.telegram.settled();
    await kv.remember(program.store);
    await test({ program, trial: (act) => trial(program, kv, act) }, prepared);
    await assertInOrder(program.store);
  } finally {
    await program.close();
  }
}

async function trial(
  program: Program,
  kv: ReturnType<typeof restorable>,
  act: () => Promise<unknown>,
): Promise<Tried> {
  const { telegram, log, store } = program;
  const [calls, lines] = [telegram.calls.length, log.length];
  await act();
  await telegram.settled();
  const keys = kv.written().filter(([kind]) => !NOTED.includes(String(kind)));
  await kv.restore(store);
  assert(telegram.pending.length === 0, `an update failed: ${log.slice(lines).join("\n")}`);
  return {
    outcome: linesOf(log.slice(lines)).at(-1)?.outcome,
    isLogged: linesOf(log.slice(lines)).length > 0,
    written: keys.map(keyText),
    incidents: new Set(keys.flatMap((key) => incidentIn(key) ?? [])),
    said: telegram.calls.slice(calls),
  };
}

/** What is logged of updates that wanted something. */
function linesOf(lines: readonly string[]): { outcome?: string }[] {
  return lines.map((line) => JSON.parse(line)).filter(({ message }) => message === "update");
}
