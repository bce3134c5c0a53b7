/** The rules that are broken, one at a time. */

/** One rule, broken. */
export interface Mutant {
  /** The invariant or rule that is lost. */
  name: string;
  /** The source file. */
  file: string;
  /** The text that keeps the rule; it stands once in the file. */
  rule: string;
  /** What stands there instead. */
  broken: string;
  /** The test that guards it: its file, and (a part of) its name. */
  test: readonly [file: string, name: string];
}

/** The table. */
export const MUTANTS: readonly Mutant[] = [];
