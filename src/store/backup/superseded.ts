/** Which lines of a backup still hold: those that no later line takes the place of. */

import { keyText } from "./encoding.ts";
import type { BodyLine } from "./format.ts";
import { compareKeys } from "./key_order.ts";

/** What the later lines say. Grows with what moved while the backup was written, not with the rest. */
export interface Superseded {
  /** Takes note of the line with that number; lines come in order. */
  note(line: BodyLine, number: number): void;
  /** Whether the record in the line with that number is the last word about its key. */
  holds(key: Deno.KvKey, number: number): boolean;
}

/** Nothing noted yet. */
export function newSuperseded(): Superseded {
  let look = 1;
  const lastLines = new Map<string, number>();
  const forgotten: { from: Deno.KvKey; before: Deno.KvKey; number: number }[] = [];
  return {
    note(line, number) {
      if ("look" in line) look = line.look;
      else if ("from" in line) forgotten.push({ ...line, number });
      else if (look > 1) lastLines.set(keyText(line.key), number);
    },
    holds(key, number) {
      if (lastLines.size === 0 && forgotten.length === 0) return true;
      return (lastLines.get(keyText(key)) ?? 0) <= number &&
        !forgotten.some((piece) =>
          piece.number > number && compareKeys(piece.from, key) <= 0 &&
          compareKeys(key, piece.before) < 0
        );
    },
  };
}
