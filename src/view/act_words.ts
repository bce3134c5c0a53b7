/** The values that an act has changed, as people read them. */

import type { ActChange } from "../domain/act.ts";
import type { Company } from "../domain/company.ts";
import { LOCALE_NAMES, LOCALES } from "../domain/locale.ts";
import { settingKeptAt } from "../domain/policy_setting.ts";
import { signedNamed } from "../domain/sign.ts";
import { displayName } from "./clip.ts";
import { datedIn } from "./moment.ts";
import { policyValue } from "./policy_value.ts";
import { settingValue, signedName, usualSign } from "./setting_words.ts";
import type { Texts } from "./texts/texts.ts";

/** Who and what the acts are about, as it is called today. */
export interface Called {
  /** The company. */
  company: Company;
  /** Names of people, by id. */
  people: ReadonlyMap<string, string>;
  /** Titles of groups, by chat id. */
  groups: ReadonlyMap<string, string>;
}

/** What one value of a record is, and how it reads; `null`: there was none. */
interface Reading {
  label: string;
  value(text: string | null): string;
}

/** What it takes to read a value. */
interface Reader {
  texts: Texts;
  called: Called;
  record: ActChange["record"];
}

/** What a change is, in words: its label, and the value before and after. */
export function changeInWords(
  texts: Texts,
  { record, path, before, after }: ActChange,
  called: Called,
): { label: string; before: string; after: string } {
  const { label, value } = readingOf({ texts, called, record }, path);
  return { label, before: value(before), after: value(after) };
}

/** What a person is called. */
export function personCalled(texts: Texts, id: string, { people }: Called): string {
  return displayName(people.get(id) ?? "", texts.nameless(Number(id)));
}

function readingOf(reader: Reader, path: string): Reading {
  const [first = "", id = "", ...rest] = path.split(".");
  switch (first) {
    case "people":
      return behind(
        personCalled(reader.texts, id, reader.called),
        readingOf(reader, rest.join(".")),
      );
    case "departments":
      return id === "" || id === "order"
        ? listReading(reader, id)
        : departmentReading(reader, id, rest);
    case "shifts":
      return behind(inDepartment(reader, id), plain(reader, reader.texts.acts.paths.shift));
    case "policy":
      return policyReading(reader, path);
    case "settings":
      return settingReading(reader, path);
    default:
      return simpleReading(reader, path);
  }
}

function behind(owner: string, { label, value }: Reading): Reading {
  return { label: `${owner} · ${label}`, value };
}

/** A text as it stands. */
function plain({ texts }: Reader, label: string): Reading {
  const { nothing, yes, no } = texts.acts;
  return {
    label,
    value: (text) =>
      text === null
        ? nothing
        : text === "true"
        ? yes
        : text === "false"
        ? no
        : displayName(text, "?", 120),
  };
}

/** `null` is what it usually is. */
function known(label: string, usual: string, value: (text: string) => string): Reading {
  return { label, value: (text) => text === null ? usual : value(text) };
}

/** What is, or is not. */
function switched({ texts: { acts } }: Reader, label: string): Reading {
  return known(label, acts.no, (text) => text === "true" ? acts.yes : acts.no);
}

function departmentCalled({ called: { company } }: Reader, id: string): string {
  const department = [...company.departments, ...company.removed].find((one) => one.id === id);
  return displayName(department?.name ?? id, id);
}

function inDepartment(reader: Reader, id: string): string {
  return reader.texts.acts.department(departmentCalled(reader, id));
}

/** The departments that somebody is a member of, or the order of all of them. */
function listReading(reader: Reader, id: string): Reading {
  const { paths, nothing } = reader.texts.acts;
  const names = (text: string) =>
    text.split(", ").map((one) => departmentCalled(reader, one)).join(", ");
  return known(id === "order" ? paths.order : paths.member, nothing, names);
}

function departmentReading(reader: Reader, id: string, rest: readonly string[]): Reading {
  const { paths } = reader.texts.acts;
  const [field = ""] = rest;
  const reading = field === "restricted"
    ? switched(reader, paths.restricted)
    : plain(reader, field === "name" ? paths.name : rest.join("."));
  return behind(inDepartment(reader, id), reading);
}

/** By the word that sets it, as `/policy` has it. */
function policyReading(reader: Reader, path: string): Reading {
  const name = settingKeptAt(path.slice("policy.".length));
  if (name === null) return plain(reader, path);
  return known(name, reader.texts.acts.usual, (text) => policyValue(reader.texts, name, text));
}

/** A group's setting reads as in `/settings`. */
function settingReading(reader: Reader, path: string): Reading {
  const { texts } = reader;
  const { labels, noSign } = texts.settings;
  const [, field = "", signed = ""] = path.split(".");
  const onOff = (text: string) => text === "true" ? "on" : "off";
  const { nothing } = texts.acts;
  switch (field) {
    case "pins":
      return known(labels.pins, nothing, (text) => settingValue(texts, "pins", [onOff(text)]));
    case "silentCalls":
      return known(labels.silent, nothing, (text) => settingValue(texts, "silent", [onOff(text)]));
    case "reporters":
      return known(labels.reporters, nothing, (text) => settingValue(texts, "reporters", [text]));
    case "signs": {
      const of = signedNamed(signed);
      if (of === null) return plain(reader, path);
      const usual = usualSign(texts, of) || noSign;
      return behind(labels.sign, known(signedName(texts, of), usual, (text) => text));
    }
    default:
      return plain(reader, path);
  }
}

function simpleReading(reader: Reader, path: string): Reading {
  const { texts, called, record } = reader;
  const { acts, settings, languages, calendar } = texts;
  const { paths, nothing } = acts;
  const isGroup = record === "group";
  switch (path) {
    case "name":
    case "title":
    case "timeZone":
      return plain(reader, paths[path]);
    case "dispatcher":
    case "manager":
      return switched(reader, paths[path]);
    case "status":
      return known(paths.status, nothing, (text) => stateCalled(texts, text));
    case "suspension.why":
      return known(paths.why, nothing, (text) => stateCalled(texts, text));
    case "locale":
    case "language":
      return known(paths.language, isGroup ? languages.asCompany : nothing, languageCalled);
    case "calendar.hours":
      return known(paths.hours, calendar.always, (text) => text);
    case "calendar.holidays":
      return plain(reader, paths.holidays);
    case "defaultDepartment":
      return known(paths.defaultDepartment, acts.usual, (text) => departmentCalled(reader, text));
    case "retentionDays":
      return known(
        paths.retention,
        texts.admin.keeping.forEver,
        (text) => texts.admin.keeping.days(Number(text)),
      );
    case "archivedAt":
      return known(
        paths.archivedAt,
        acts.no,
        (text) => datedIn(texts, called.company.timeZone, Number(text)),
      );
    case "cardTopicId":
      return known(
        settings.labels.topic,
        settings.topic.none,
        (text) => `${settings.topic.one} (${text})`,
      );
    case "askedToTakeCalls":
      return known(paths.asked, nothing, (text) => personCalled(texts, text, called));
    default:
      return otherReading(reader, path);
  }
}

/** Another moment is a date all the same. */
function otherReading(reader: Reader, path: string): Reading {
  const { label, value } = plain(reader, path);
  const { texts, called } = reader;
  const isMoment = (text: string | null): text is string =>
    /At$/.test(path) && /^\d{12,14}$/.test(text ?? "");
  return {
    label,
    value: (text) =>
      isMoment(text) ? datedIn(texts, called.company.timeZone, Number(text)) : value(text),
  };
}

function languageCalled(text: string): string {
  const locale = LOCALES.find((one) => one === text);
  return locale ? LOCALE_NAMES[locale] : text;
}

function stateCalled({ acts: { states } }: Texts, text: string): string {
  const known: Record<string, string> = states;
  return Object.hasOwn(known, text) ? known[text]! : text;
}
