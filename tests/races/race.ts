/** Four programs on one store inside this process, shaken by chance that can be repeated. */

import type { Deps } from "../../src/deps.ts";
import { sweep } from "../../src/sweep/sweep.ts";
import { chanceFrom, seedOfToday } from "../faults/chance.ts";
import { assertShown } from "../faults/cards.ts";
import { assertSound } from "../faults/invariants.ts";
import { type Program, type ProgramOptions, startProgram } from "../program.ts";
import type { Group } from "../simulator/simulator.ts";
import { shaken } from "./shaken_store.ts";
import { ungoverned } from "./ungoverned.ts";

const PROCESSES = 4;

/** A race about to start. */
export interface Race {
  program: Program;
  random: () => number;
  /** All four programs sweep at the same moment: nothing keeps them from it here. */
  everybodySweeps(): Promise<void>;
  /** Fails unless the store is sound and these groups show it; then ends the race. */
  isOver(groups?: readonly Group[]): Promise<void>;
}

/** Starts four programs; prints the seed, which `SEED` repeats. */
export async function startRace(options: ProgramOptions = {}): Promise<Race> {
  const seed = seedOfToday();
  console.log(`SEED=${seed}`);
  const random = chanceFrom(seed);
  const programs: Deps[] = [];
  const program = await startProgram({
    processes: PROCESSES,
    ...options,
    wrapKv: (kv) => ungoverned(shaken(kv, random)),
    wrap(deps) {
      programs.push(deps);
      return deps;
    },
  });
  return {
    program,
    random,
    async everybodySweeps() {
      await Promise.all(programs.map((deps) => sweep(deps)));
      await program.telegram.settled();
    },
    async isOver(groups = []) {
      await program.telegram.settled();
      await assertSound(program.store, { now: program.clock.now() });
      await assertShown(program.store, groups);
      await program.close();
    },
  };
}
