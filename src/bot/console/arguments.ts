/** What a button of the console is about: parsed strictly, because anybody can forge it. */

import { isDate } from "../../domain/calendar.ts";
import { DepartmentId } from "../../domain/company.ts";
import { type Locale, LOCALES } from "../../domain/locale.ts";
import { SETTING_NAMES, type SettingName } from "../../domain/policy_setting.ts";
import { companyIdIn, daysIn, groupIdIn, momentIn, personIdIn } from "../arguments.ts";

/** Parses a word; `null`: it can't be one of these. */
type Parse<T> = (word: string) => T | null;

const oneOf = <const T extends string>(...words: readonly T[]): Parse<T> => (word) =>
  words.find((one) => one === word) ?? null;

/** Everything that a button can be about. */
export interface AllArguments {
  /** A company's id. */
  company: string;
  /** The id of a company that something goes to. */
  into: string;
  /** A department's id. */
  department: string;
  /** A person's numeric id. */
  person: number;
  /** A group's chat id. */
  chat: number;
  /** A number of the policy. */
  setting: SettingName;
  /** A role in a whole company. */
  role: "manager" | "dispatcher";
  /** Whether something is to be so. */
  state: "on" | "off";
  /** What a setting becomes. */
  value: "on" | "off" | "default";
  /** A place among the departments, from 1. */
  place: number;
  /** A day, `YYYY-MM-DD`. */
  date: string;
  /** A language. */
  locale: Locale;
  /** For how many days something is kept. */
  days: number;
  /** When it was asked, epoch milliseconds. */
  at: number;
}

/** The kinds of what a button can be about. */
export type ArgumentName = keyof AllArguments;

const company: Parse<string> = (word) => companyIdIn(word) === word ? word : null;

const PARSE: { [K in ArgumentName]: Parse<AllArguments[K]> } = {
  company,
  into: company,
  department: (word) => DepartmentId.safeParse(word).data ?? null,
  person: personIdIn,
  chat: groupIdIn,
  setting: oneOf(...SETTING_NAMES),
  role: oneOf("manager", "dispatcher"),
  state: oneOf("on", "off"),
  value: oneOf("on", "off", "default"),
  place: (word) => /^[1-9]\d?$/.test(word) ? Number(word) : null,
  date: (word) => isDate(word) ? word : null,
  locale: oneOf(...LOCALES),
  days: (word) => daysIn(word) ?? null,
  at: momentIn,
};

/** What one button is about, and which page of a list it stands on. */
export type Arguments<K extends ArgumentName> = Pick<AllArguments, K> & { n: number };

/** The same before it is known which it takes. */
export type SomeArguments = Partial<AllArguments> & { n: number };

/** Parses what follows a button's name; `null`: forged or out of date. */
export function parseArguments(
  takes: readonly ArgumentName[],
  words: readonly string[],
): SomeArguments | null {
  const n = words.at(-1) ?? "";
  if (words.length !== takes.length + 1 || !/^\d{1,6}$/.test(n)) return null;
  const parsed: [string, unknown][] = takes.map((name, i) => [name, PARSE[name](words[i]!)]);
  if (parsed.some(([, value]) => value === null)) return null;
  return { ...Object.fromEntries(parsed), n: Number(n) };
}
