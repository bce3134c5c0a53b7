/** What people write, fit to be kept or not; nothing begins or ends with a blank. */

import type { Chance } from "../domain/random.ts";

const WORDS = [
  "brakes failed",
  "gate <b>stuck</b> & blocked",
  "reifen geplatzt, größer als gedacht",
  "двигатель не заводится",
  "الشاحنة معطلة",
  "🚚🔥 smoke",
  '"quoted" &amp; escaped',
  "line one\nline two\n\nline four",
];
const INVISIBLE = "\u200b".repeat(12);

/** A text of that kind: mostly a good one, now and then as long as can be, or no good at all. */
export function aText(chance: Chance, { most, least }: { most: number; least: number }): string {
  const luck = chance.below(20);
  const words = `${chance.pick(WORDS)} no ${chance.below(1_000_000)}`;
  if (luck === 0) return INVISIBLE;
  if (luck === 1 && least > 1) return "no";
  if (luck === 2) return filled(chance, words, most + 1);
  if (luck < 6) return filled(chance, words, most);
  return words.slice(0, most);
}

function filled(chance: Chance, words: string, length: number): string {
  const filler = chance.pick(["&<", "again ", "снова "]);
  return `${words} ${filler.repeat(length)}`.slice(0, length - 1) + "x";
}

/** What happened. Telegram's own limit for a message leaves room for a command before it. */
export const aDescription = (chance: Chance) => aText(chance, { least: 5, most: 3000 });
/** What was done. */
export const aSummary = (chance: Chance) => aText(chance, { least: 5, most: 2000 });
/** Why. */
export const aReason = (chance: Chance) => aText(chance, { least: 1, most: 500 });
/** What else is to be said: no message is longer than a comment may be. */
export const aComment = (chance: Chance) => aText(chance, { least: 1, most: 4000 });

/** Tags as they are kept; a few are none. */
export function someTags(chance: Chance): string[] {
  const from = chance.below(6) === 0
    ? ["not!a!tag", "x".repeat(25), "brakes"]
    : [..."abcdefghijkl", "brakes", "x".repeat(24), "i-80"];
  return [...new Set(Array.from({ length: 1 + chance.below(6) }, () => chance.pick(from)))];
}
