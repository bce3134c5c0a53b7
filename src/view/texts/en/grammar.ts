/** How English counts and lists. */

import { grammarOf } from "../grammar.ts";

const { plural, number, list, percent, duration } = grammarOf<"one" | "other">("en");

export { duration, list, number, percent };

/** `1 minute`, `2 minutes`. */
export function count(n: number, one: string, other: string): string {
  return `${number(n)} ${plural(n, { one, other })}`;
}

/** A time in milliseconds, as whole minutes. */
export function minutesOf(ms: number): string {
  return count(Math.round(ms / 60_000), "minute", "minutes");
}
