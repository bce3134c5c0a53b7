/** A group in which things are done, and what each of them costs. */

import { assert, assertEquals } from "@std/assert";
import { type CompanyOptions, type Program, startProgram } from "../program.ts";
import type { Group, Person } from "../simulator/simulator.ts";
import { type Cost, createMeter } from "../web/meter.ts";
import { BUDGETS } from "./budgets.ts";

/** The group, its people, and the meter. */
export interface Scene {
  program: Program;
  yard: Group;
  ana: Person;
  bob: Person;
  cem: Person;
  /** Carries out what a row is about, and holds it to its budget. */
  costs(row: string, act: () => Promise<unknown>): Promise<void>;
}

/** The rows of the table that were measured so far. */
export const measured = new Set<string>();

/** Holds a cost to its row in the table. */
export function holds(row: string, { reads, lists, commits, calls }: Cost): void {
  measured.add(row);
  assertEquals<unknown>([reads, lists, commits, ...calls], BUDGETS[row], row);
}

/** Tells a story in an active group of three, who are all known. */
export async function inScene(
  story: (scene: Scene) => Promise<void>,
  options: CompanyOptions = {},
): Promise<void> {
  const meter = createMeter();
  const program = await startProgram({ wrap: meter.wrap });
  const { telegram } = program;
  const [ana, bob, cem] = ["Ana", "Bob", "Cem"].map((name) => telegram.person(name));
  assert(ana && bob && cem);
  const yard = await program.company("ACME", { members: [ana, bob, cem], ...options });
  for (const person of [ana, bob, cem]) await person.says(yard, "/help");
  const costs: Scene["costs"] = async (row, act) => {
    await telegram.settled();
    meter.reset();
    await act();
    await telegram.settled();
    holds(row, meter.cost());
  };
  await story({ program, yard, ana, bob, cem, costs });
  await program.close();
}
