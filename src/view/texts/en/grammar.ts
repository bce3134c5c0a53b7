/** How English counts and lists. */

import { type Grammar, grammarOf } from "../grammar.ts";

/** What English has of it. */
export type English = Grammar<"one" | "other">;

const english: English = grammarOf("en");

/** A number as it is written: `1,000`. */
export const number: English["number"] = english.number;

/** `a, b or c`. */
export const list: English["list"] = english.list;

/** A share as a percentage: `40 %`. */
export const percent: English["percent"] = english.percent;

/** A length of time: `5 minutes`, `3 hours`. */
export const duration: English["duration"] = english.duration;

/** `1 minute`, `2 minutes`. */
export function count(n: number, one: string, other: string): string {
  return `${number(n)} ${english.plural(n, { one, other })}`;
}

/** A time in milliseconds, as whole minutes. */
export function minutesOf(ms: number): string {
  return count(Math.round(ms / 60_000), "minute", "minutes");
}
