/** How far updates have come, by the way they were made. */

/** Ways to make an update. */
export const WAYS = ["mutated", "damaged", "from the reference"] as const;
/** One of them. */
export type Way = typeof WAYS[number];

/** What has become of one. */
export interface Fate {
  way: Way;
  /** What happened in it: `message`, … */
  kind: string;
  /** It is an update to the program. */
  parsed: boolean;
  /** It came as far as the domain's decision. */
  decided: boolean;
}

/** Counts. */
export interface Tally {
  count(fate: Fate): void;
  /** How many of them, of 1. */
  share(which: "parsed" | "decided", isCounted?: (way: Way) => boolean): number;
  total(): number;
  /** The shares, by way and by kind. */
  table(): string;
}

/** Counts nothing yet. */
export function newTally(): Tally {
  const fates: Fate[] = [];
  const shareIn = (among: readonly Fate[], which: "parsed" | "decided") =>
    among.length === 0 ? 0 : among.filter((fate) => fate[which]).length / among.length;
  const line = (name: string, among: readonly Fate[]) =>
    [
      name.padEnd(22),
      String(among.length).padStart(8),
      percent(shareIn(among, "parsed")),
      percent(shareIn(among, "decided")),
    ].join("");
  return {
    count: (fate) => void fates.push(fate),
    share: (which, isCounted = () => true) =>
      shareIn(fates.filter(({ way }) => isCounted(way)), which),
    total: () => fates.length,
    table() {
      const byKind = Object.entries(Object.groupBy(fates, ({ kind }) => kind))
        .toSorted(([, a = []], [, b = []]) => b.length - a.length).slice(0, MOST_KINDS);
      return [
        `${"updates".padEnd(22)}${"made".padStart(8)}${"parsed".padStart(10)}${
          "decided".padStart(10)
        }`,
        ...WAYS.map((way) => line(way, fates.filter((fate) => fate.way === way))),
        ...byKind.map(([kind, among = []]) => line(`  ${kind}`, among)),
        line("all", fates),
      ].join("\n");
    },
  };
}

const MOST_KINDS = 8;

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`.padStart(10);
}
