/** What a run has seen, in numbers. */

import type { DrainToken } from "../../src/store/records.ts";
import type { Simulator } from "../simulator/simulator.ts";
import type { Journal } from "./journal.ts";
import type { Weather } from "./line.ts";

/** What is counted while it happens. */
export interface Counts {
  /** How often an update was brought, whether anybody was there to take it or not. */
  arrivals: number;
  kills: number;
  sweeps: number;
  upheavals: Map<string, number>;
  /** A table for people. */
  table(): string;
}

/** Starts counting. */
export function startCounts(
  telegram: Simulator,
  { journal: { commits, lostRaces, incidents }, weather: { failures } }: {
    journal: Journal;
    weather: Weather;
  },
): Counts {
  const counts: Counts = {
    arrivals: 0,
    kills: 0,
    sweeps: 0,
    upheavals: new Map(),
    table() {
      const { calls, updates } = telegram;
      const changes = commits.flatMap((commit) => commit.changes);
      const sets = changes.filter((change) => change.type === "set");
      const kinds = (kind: string) => sets.filter(({ key }) => key[0] === kind);
      const held = kinds("drain").filter(({ value }) => (value as DrainToken).holdUntil > 0);
      const nudges = kinds("history").filter(({ value }) =>
        (value as { event: { type: string } }).event.type === "nudged"
      );
      const sorted = (map: Map<string, number>) =>
        Object.fromEntries([...map].toSorted(([a], [b]) => a < b ? -1 : 1));
      return rows({
        updates: updates.length,
        "brought again": counts.arrivals - updates.length,
        kills: counts.kills,
        sweeps: counts.sweeps,
        incidents: incidents.size,
        events: kinds("history").length,
        reminders: nudges.length,
        commits: commits.length,
        "commits that lost a race": lostRaces.length,
        calls: calls.length,
        holds: held.length,
        "dead letters": kinds("dead_letter").length,
        ...sorted(counts.upheavals),
        "calls that failed": failures.values().reduce((sum, times) => sum + times, 0),
        ...sorted(failures),
      });
    },
  };
  return counts;
}

function rows(numbers: Record<string, number>): string {
  return Object.entries(numbers).map(([name, number]) =>
    `${name.padEnd(44)}${String(number).padStart(8)}`
  ).join("\n");
}
