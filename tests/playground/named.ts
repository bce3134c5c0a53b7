/** Who, where and what an act names; whatever is not there is a {@linkcode RangeError} in words. */

import type { InlineKeyboardButton, Message } from "grammy/types";
import { isAdministrator, isPresent } from "../simulator/rooms.ts";
import { type Group, keyboard, type Person } from "../simulator/simulator.ts";
import type { Entry, Room } from "../simulator/world.ts";
import { keyOf, seenBy } from "./bubbles.ts";
import type { Desk } from "./desk.ts";

/** A button as an act names it: where it was, and what it said and would have told the bot. */
interface Named {
  row: number;
  column: number;
  text?: string | undefined;
  data?: string | undefined;
}

/**
 * The button where it was, or where the one with that label is now. One that is gone still tells the
 * bot what it would have: a client knows no better until it has the new keyboard.
 */
export function buttonAt(
  message: Message,
  { row, column, text, data }: Named,
): InlineKeyboardButton {
  const rows = keyboard(message);
  const there = rows[row]?.[column];
  const button = text === undefined || there?.text === text
    ? there
    : rows.flat().find((each) => each.text === text);
  if (!button && text && data) return { text, callback_data: data };
  if (!button) throw new RangeError("This button is gone.");
  return button;
}

/** @throws {RangeError} unless they administer the group. */
export function mustAdminister({ members }: Room, { id, name }: Person): void {
  if (isAdministrator(members.get(id))) return;
  throw new RangeError(`${name} is no administrator of this group.`);
}

/** Does something with a group. */
export async function groupOf<T>(
  { telegram }: Desk,
  id: number,
  use: (group: Group) => T | Promise<T>,
): Promise<T> {
  const group = telegram.groups.get(id);
  if (!group) throw new RangeError("There is no such group.");
  return await use(group);
}

/** Somebody of the cast. */
export function personOf({ cast }: Pick<Desk, "cast">, id: number): Person {
  const found = cast.find(({ person }) => person.id === id);
  if (!found) throw new RangeError("There is no such person.");
  return found.person;
}

/** A chat of theirs. */
export function roomFor({ telegram }: Pick<Desk, "telegram">, person: Person, id: number): Room {
  const room = telegram.world.rooms.get(id);
  const isTheirs = id === person.id || isPresent(room?.members.get(person.id));
  if (!room || !isTheirs) throw new RangeError(`${person.name} is not in this chat.`);
  return room;
}

/** A message that they see, by its key. */
export function entryIn(room: Room, { id }: Person, key: string): Entry {
  const found = seenBy(room, id).find(({ message }) => keyOf(message) === key);
  if (!found) throw new RangeError("This message is gone.");
  return found;
}

/** A message for everybody, by its number. */
export function messageIn(room: Room, id: number): Message {
  const found = room.entries.find(({ message, audience }) =>
    audience === undefined && message.message_id === id
  );
  if (!found) throw new RangeError("The message is gone.");
  return found.message;
}

/** Without what is not set. */
export function defined<T extends object>(
  value: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
