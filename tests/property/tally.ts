/** What was tried, what came of it, and by which way. */

/** Something that was tried. */
export interface Tried {
  action: string;
  way: string;
  done: boolean;
}

/** A count of everything that was tried. */
export interface Tally {
  readonly tried: readonly Tried[];
  /** Counts one more. */
  count(tried: Tried): void;
  /** How many there were. */
  total(): number;
  /** How often an action was done, or refused. */
  times(action: string, done: boolean): number;
  /** Names of actions that were never done, or never refused. */
  missing(actions: readonly string[]): string[];
  /** A table for people. */
  table(): string;
}

/** Starts counting. */
export function startTally(): Tally {
  return sumOf([]);
}

/** What several have counted. */
export function sumOf(tallies: readonly Tally[]): Tally {
  const tried: Tried[] = [];
  const times = new Map<string, number>();
  const timesOf = (name: string, done: boolean) => times.get(`${name} ${done}`) ?? 0;
  const count = (it: Tried) => {
    tried.push(it);
    for (const name of [it.action, it.way]) {
      times.set(`${name} ${it.done}`, timesOf(name, it.done) + 1);
    }
  };
  const rows = (names: string[]) =>
    [...new Set(names)].toSorted().map((name) =>
      `${name.padEnd(18)}${
        [true, false].map((done) => String(timesOf(name, done)).padStart(9)).join("")
      }`
    );
  tallies.flatMap((tally) => tally.tried).forEach(count);
  return {
    tried,
    count,
    total: () => tried.length,
    times: timesOf,
    missing: (actions) =>
      actions.flatMap((action) => [
        ...(timesOf(action, true) === 0 ? [`${action} was never done`] : []),
        ...(timesOf(action, false) === 0 ? [`${action} was never refused`] : []),
      ]),
    table: () =>
      [
        "                       done  refused",
        ...rows(tried.map(({ action }) => action)),
        "",
        ...rows(tried.map(({ way }) => way)),
      ].join("\n"),
  };
}
