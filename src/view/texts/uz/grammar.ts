/**
 * How Uzbek counts and lists.
 *
 * `Intl` says that it supports Uzbek, but of what is needed here Deno's ICU has only the plural
 * rules: numbers (`1,234.5`), units (`3 hours`), lists (`a or b`) and dates (`M11 29`) come out in
 * English or bare, so `grammarOf` would speak English, and the pieces are written by hand. The
 * plural rules (`one`, `other`) change nothing: after a number a noun stays as it is (`1 ta hodisa`,
 * `5 ta hodisa`), so there is one form for both.
 */

/**
 * Uzbek writes numbers as Ukrainian does: `1 234,5`, with a no-break space. Russian does, too, but has
 * words of its own for what is no number.
 */
const numbers = new Intl.NumberFormat("uk");

/** A number as it is written. */
export function number(n: number): string {
  return numbers.format(n);
}

/** `a, b yoki c`. */
export function list(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} yoki ${last}`;
}

/** A share from 0 to 1 as a percentage. */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** A length of time, in the largest unit in which it is at least two; minutes, from 0. */
export function duration(minutes: number): string {
  if (minutes < 120) return measure(Math.floor(minutes), "daqiqa");
  return minutes < 48 * 60
    ? measure(Math.floor(minutes / 60), "soat")
    : measure(Math.floor(minutes / (24 * 60)), "kun");
}

/** Things: `5 ta hodisa`. */
export function count(n: number, thing: string): string {
  return `${number(n)} ta ${thing}`;
}

/** Units, people and times, which take no `ta`: `5 daqiqa`, `5 kishi`, `5 marta`. */
export function measure(n: number, unit: string): string {
  return `${number(n)} ${unit}`;
}

/** A time in milliseconds, as whole minutes; `-dan beri` and the like can follow. */
export function minutesOf(ms: number): string {
  return measure(Math.round(ms / 60_000), "daqiqa");
}
