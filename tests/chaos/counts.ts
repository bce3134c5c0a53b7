/** What a run has seen, in numbers. */

import type { DrainToken } from "../../src/store/records.ts";
import type { Simulator } from "../simulator/simulator.ts";
import type { Journal } from "./journal.ts";

/** What is counted while it happens. */
export interface Counts {
  /** Updates that reached a slot or found it empty, again and again. */
  arrivals: number;
  kills: number;
  sweeps: number;
  upheavals: Map<string, number>;
  /** A table for people. */
  table(): string;
}

/** Starts counting. */
export function startCounts(telegram: Simulator, { commits, incidents }: Journal): Counts {
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
      return rows({
        updates: updates.length,
        "arrivals, again and again": counts.arrivals,
        kills: counts.kills,
        sweeps: counts.sweeps,
        incidents: incidents.size,
        events: kinds("history").length,
        reminders: nudges.length,
        commits: commits.length,
        calls: calls.length,
        "calls refused": calls.filter(({ ok }) => !ok).length,
        holds: held.length,
        "dead letters": kinds("dead_letter").length,
        ...Object.fromEntries([...counts.upheavals].toSorted(([a], [b]) => a < b ? -1 : 1)),
      });
    },
  };
  return counts;
}

function rows(numbers: Record<string, number>): string {
  return Object.entries(numbers).map(([name, number]) =>
    `${name.padEnd(28)}${String(number).padStart(8)}`
  ).join("\n");
}
