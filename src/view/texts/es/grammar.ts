/** How Spanish counts and lists. */

import { type Grammar, grammarOf } from "../grammar.ts";

/** The grammar of Spanish. */
export type Spanish = Grammar<"one" | "many" | "other">;

// As Latin America writes it: `12,345` and `1.5`, where plain "es" would give `12.345` and `1,5`.
const grammar: Spanish = grammarOf("es-419");

/** `12,345`. */
export const number: Spanish["number"] = grammar.number;

/** `a, b o c`. */
export const list: Spanish["list"] = grammar.list;

/** `34 %`. */
export const percent: Spanish["percent"] = grammar.percent;

/** `119 minutos`, `2 horas`, `2 días`. */
export const duration: Spanish["duration"] = grammar.duration;

/** `1 minuto`, `2 minutos`, `1,000,000 de minutos`. */
export function count(n: number, one: string, other: string): string {
  return `${number(n)} ${grammar.plural(n, { one, many: `de ${other}`, other })}`;
}

/** A time in milliseconds, as whole minutes. */
export function minutesOf(ms: number): string {
  return count(Math.round(ms / 60_000), "minuto", "minutos");
}
