/** How Russian counts and lists. */

import { type Grammar, grammarOf } from "../grammar.ts";

/** What Russian has of it. */
export type Russian = Grammar<"one" | "few" | "many" | "other">;

const russian: Russian = grammarOf("ru");

/** A number as it is written: `1 000`. */
export const number: Russian["number"] = russian.number;

/** `a, b или c`. */
export const list: Russian["list"] = russian.list;

/** A share as a percentage: `40 %`. */
export const percent: Russian["percent"] = russian.percent;

/** A length of time in the nominative, `21 минута`: for brackets, or after a colon. */
export const duration: Russian["duration"] = russian.duration;

/** `1 минута`, `2 минуты`, `5 минут`; a fraction takes the form of 2: `1,5 минуты`. */
export function count(n: number, one: string, few: string, many: string): string {
  return `${number(n)} ${russian.plural(n, { one, few, many, other: few })}`;
}

/** Minutes in the accusative, as after «через» or «уже»: `1 минуту`. */
export function minutes(n: number): string {
  return count(n, "минуту", "минуты", "минут");
}

/** Seconds in the accusative: `1 секунду`. */
export function seconds(n: number): string {
  return count(n, "секунду", "секунды", "секунд");
}

/** A time in milliseconds, as whole minutes in the accusative. */
export function minutesOf(ms: number): string {
  return minutes(Math.round(ms / 60_000));
}
