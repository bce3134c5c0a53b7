/** What a verification finds. */

/** Something that does not fit together. */
export type Finding =
  /** Nothing in the program writes such a key. */
  | "unknown_key"
  /** A record does not fit its schema. */
  | "unreadable"
  /** A record lacks an index key. */
  | "missing_index"
  /** An index key belongs to no record, or has another value than it should. */
  | "stray_index"
  /** An incident is not what its history comes to. */
  | "history"
  /** Events of an incident that does not exist. */
  | "lone_history"
  /** A sum is not the sum of what it counts. */
  | "tally";

/** How much of one kind was found. */
export interface Found {
  /** How often. */
  count: number;
  /** How many of them were mended. */
  mended: number;
  /** The first few, as people can look them up. */
  examples: string[];
}

/** Everything that was found; empty: all is well. */
export type Findings = Map<Finding, Found>;

const MOST_EXAMPLES = 5;

/** Writes something down. */
export function note(
  findings: Findings,
  finding: Finding,
  { example, mended = false }: { example: string; mended?: boolean },
): void {
  const found = findings.get(finding) ?? { count: 0, mended: 0, examples: [] };
  found.count++;
  if (mended) found.mended++;
  if (found.examples.length < MOST_EXAMPLES) found.examples.push(example);
  findings.set(finding, found);
}
