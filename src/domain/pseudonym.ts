/**
 * Who somebody is after they were forgotten: an id that nobody has, and a name that says nothing. What
 * they did stays together under it, because it is the same everywhere.
 */

import type { PersonRef } from "./person.ts";

/**
 * Ids from here on are nobody's: those of Telegram have at most 52 significant bits.
 *
 * @see https://core.telegram.org/bots/api#user
 */
export const FIRST_PSEUDONYM = 2 ** 52;

/** Whether an id stands for somebody who was forgotten. */
export function isPseudonym(personId: number): boolean {
  return personId >= FIRST_PSEUDONYM;
}

/** A pseudonym; `chance`: 52 bits of it, from 0. Its name reads the same in every language. */
export function pseudonymOf(chance: number): PersonRef {
  const id = FIRST_PSEUDONYM + chance;
  return { id, name: pseudonymName(id) };
}

/** What somebody is called who is only known by a pseudonym's id. */
export function pseudonymName(id: number): string {
  return `👤 ${id.toString(16).slice(-4)}`;
}

/** Fields that hold ids of people without their names: lists of those who worked on an incident. */
const LISTS_OF_IDS: readonly string[] = ["workers", "guests"];

/**
 * A record with somebody else in a person's place, wherever an id stands with a name or in one of the
 * lists that hold ids alone; the same object when the person is not in it. What people wrote stays.
 */
export function replacePerson<T>(value: T, from: number, to: PersonRef): T {
  return replaced(value, from, to) as T;
}

/** Whether a person is in a record; see {@linkcode replacePerson}. */
export function mentions(value: unknown, personId: number): boolean {
  return replaced(value, personId, { id: 0, name: "" }) !== value;
}

function replaced(value: unknown, from: number, to: PersonRef): unknown {
  if (Array.isArray(value)) {
    const after = value.map((item) => replaced(item, from, to));
    return after.some((item, i) => item !== value[i]) ? after : value;
  }
  if (!isPlain(value)) return value;
  if (value.id === from && typeof value.name === "string") return { ...value, ...to };
  const entries = Object.entries(value);
  const after = entries.map(([name, part]) =>
    LISTS_OF_IDS.includes(name) ? inList(part, from, to.id) : replaced(part, from, to)
  );
  return after.some((part, i) => part !== entries[i]![1])
    ? Object.fromEntries(entries.map(([name], i) => [name, after[i]]))
    : value;
}

function inList(ids: unknown, from: number, to: number): unknown {
  return Array.isArray(ids) && ids.includes(from)
    ? ids.map((id: unknown) => id === from ? to : id)
    : ids;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null &&
    Object.getPrototypeOf(value) === Object.prototype;
}
