/** What `Intl` knows of a language: plural forms, numbers, lists and lengths of time. */

/** The grammar of one language; `Rule`: the plural forms that it has. */
export interface Grammar<Rule extends Intl.LDMLPluralRule> {
  /** The form that goes with a number. */
  plural(n: number, forms: Readonly<Record<Rule, string>>): string;
  /** A number as it is written. */
  number(n: number): string;
  /** `a, b or c`. */
  list(items: readonly string[]): string;
  /** A share from 0 to 1 as a percentage. */
  percent(share: number): string;
  /** A length of time, in the largest unit in which it is at least two; minutes, from 0. */
  duration(minutes: number): string;
}

/** Makes the grammar of a language (BCP 47) from what `Intl` knows. */
export function grammarOf<Rule extends Intl.LDMLPluralRule>(language: string): Grammar<Rule> {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  const alternatives = new Intl.ListFormat(language, { type: "disjunction" });
  const unit = (unit: "minute" | "hour" | "day") => {
    const format = new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" });
    return (n: number) => format.format(Math.floor(n));
  };
  const [minutes, hours, days] = [unit("minute"), unit("hour"), unit("day")];
  return {
    plural: (n, forms) => forms[rules.select(n) as Rule],
    number: (n) => numbers.format(n),
    list: (items) => alternatives.format(items),
    percent: (share) => `${Math.round(share * 100)} %`,
    duration(n) {
      if (n < 120) return minutes(n);
      return n < 48 * 60 ? hours(n / 60) : days(n / (24 * 60));
    },
  };
}
