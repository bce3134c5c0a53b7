/** What was tried, what came of it, and by which way. */

/** Counts by name. */
interface Counts {
  done: number;
  refused: number;
}

/** A count of everything that was tried. */
export interface Tally {
  /** Counts one more. */
  count(what: { action: string; way: string; done: boolean }): void;
  /** How many there were. */
  total(): number;
  /** Names of actions that were never done, or never refused. */
  missing(actions: readonly string[]): string[];
  /** How often it was done, or refused. */
  times(action: string, done: boolean): number;
  /** A table for people. */
  table(): string;
}

/** Starts counting. */
export function startTally(): Tally {
  const byAction = new Map<string, Counts>();
  const byWay = new Map<string, Counts>();
  const add = (counts: Map<string, Counts>, name: string, done: boolean) => {
    const own = counts.get(name) ?? { done: 0, refused: 0 };
    own[done ? "done" : "refused"]++;
    counts.set(name, own);
  };
  const countOf = (action: string) => byAction.get(action) ?? { done: 0, refused: 0 };
  return {
    count({ action, way, done }) {
      add(byAction, action, done);
      add(byWay, way, done);
    },
    total: () => [...byAction.values()].reduce((sum, it) => sum + it.done + it.refused, 0),
    missing: (actions) =>
      actions.flatMap((action) => {
        const { done, refused } = countOf(action);
        return [
          ...(done === 0 ? [`${action} was never done`] : []),
          ...(refused === 0 ? [`${action} was never refused`] : []),
        ];
      }),
    times: (action, done) => countOf(action)[done ? "done" : "refused"],
    table: () =>
      [
        "                     done  refused",
        ...rows(byAction),
        "",
        ...rows(byWay),
      ].join("\n"),
  };
}

function rows(counts: Map<string, Counts>): string[] {
  return [...counts].sort(([a], [b]) => a < b ? -1 : 1).map(([name, { done, refused }]) =>
    `${name.padEnd(18)}${String(done).padStart(7)}${String(refused).padStart(9)}`
  );
}
