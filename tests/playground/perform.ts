/** What people do, done in their names. */

import type { InlineKeyboardButton, Message } from "grammy/types";
import { isAdministrator, isPresent } from "../simulator/rooms.ts";
import { type Group, keyboard, type Person, type Toast } from "../simulator/simulator.ts";
import type { Entry, Room } from "../simulator/world.ts";
import type { ParsedAct } from "./acts.ts";
import { keyOf, seenBy } from "./bubbles.ts";
import type { ActAnswer } from "./contract.ts";
import type { Desk } from "./desk.ts";

/** An act that changes the world: not the story, the recording or the pace of time. */
export type Deed = Exclude<
  ParsedAct,
  { do: "story" | "step" | "end_story" | "record" | "save" | "clock" }
>;

const DONE: ActAnswer = { ok: true };

/**
 * Does it. What a client would not let anybody do is a problem in words. Resolves when the bot has
 * dealt with it, or has had the time to.
 */
export async function perform(desk: Desk, deed: Deed): Promise<ActAnswer> {
  try {
    return await done(desk, deed);
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, problem: error.message };
    throw error;
  }
}

async function done(desk: Desk, deed: Deed): Promise<ActAnswer> {
  switch (deed.do) {
    case "jump":
      await desk.time.pass(deed.minutes * 60_000);
      await desk.settled();
      return DONE;
    case "trouble":
      await desk.troubles.set(defined(deed.set), deed.chat);
      return DONE;
    case "kill":
      desk.lives.kill();
      return DONE;
    case "restart":
      desk.lives.start();
      return DONE;
    case "new_person":
      desk.cast.push({ person: desk.telegram.person(deed.name), part: "Newcomer" });
      return DONE;
    case "press":
      return await pressed(desk, deed);
    default:
      await desk.patiently(doneBy(desk, personOf(desk, deed.as), deed));
      await desk.settled();
      return DONE;
  }
}

type InPerson = Extract<Deed, { as: number }>;

async function doneBy(
  desk: Desk,
  person: Person,
  deed: Exclude<InPerson, { do: "press" }>,
): Promise<unknown> {
  switch (deed.do) {
    case "start":
      return await person.starts();
    case "new_group":
      return newGroup(desk, person, deed);
    case "join":
      return await groupOf(desk, deed.chat, (group) => person.joins(group));
    case "add_bot":
      return await groupOf(desk, deed.chat, (group) => addBot(desk, person, group));
    case "open_topic":
      mustAdminister(roomFor(desk, person, deed.chat), person);
      return await groupOf(desk, deed.chat, (group) => group.opensTopic(deed.name, person));
    case "remove_bot":
      return await groupOf(desk, deed.chat, (group) => removeBot(desk, person, group));
    case "leave":
      roomFor(desk, person, deed.chat);
      return await groupOf(desk, deed.chat, (group) => person.leaves(group));
    default:
      break;
  }
  const room = roomFor(desk, person, deed.chat);
  const place = { id: room.chat.id };
  switch (deed.do) {
    case "read":
      return desk.reads.read(person.id, room);
    case "say": {
      const { text, replyTo, topic } = deed;
      const original = replyTo === undefined ? {} : { replyTo: messageIn(room, replyTo) };
      const where = topic === undefined ? {} : { topic };
      return await person.says(place, text, { ...original, ...where });
    }
    case "send_file": {
      const { kind, name, caption = "" } = deed;
      const facts = kind === "photo" ? {} : { file_name: name };
      const media = kind === "photo" ? { photo: facts } : { document: facts };
      return await person.sends(place, { ...media, caption });
    }
    case "edit":
      return await person.edits(messageIn(room, deed.messageId), deed.text);
    case "pick_users": {
      const chosen = deed.users.map((id) => personOf(desk, id));
      return await person.chooses(chosen);
    }
    default:
      return deed satisfies never;
  }
}

/** What somebody sees of it at once. */
async function pressed(
  desk: Desk,
  deed: Extract<Deed, { do: "press" }>,
): Promise<ActAnswer> {
  const person = personOf(desk, deed.as);
  const { message } = entryIn(roomFor(desk, person, deed.chat), person, deed.key);
  const button = buttonAt(message, deed);
  if ("url" in button) return { ok: true, toast: { text: "", alert: false, url: button.url } };
  if (!("callback_data" in button)) throw new RangeError("This button does nothing here.");
  // By its data: two labels may begin alike.
  const toast = await desk.patiently(
    person.presses(message, button.text, { data: button.callback_data }),
  );
  return { ok: true, ...shown(toast ?? { missing: true }) };
}

/**
 * The button where it was, or where the one with that label is now. One that is gone still tells the
 * bot what it would have: a client knows no better until it has the new keyboard.
 */
export function buttonAt(
  message: Message,
  { row, column, text, data }: Extract<Deed, { do: "press" }>,
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

function shown({ text, alert = false, url, missing }: Toast): Pick<ActAnswer, "toast"> {
  if (missing) return { toast: { missing: true } };
  if (!text && !url) return {};
  return { toast: { text: text ?? "", alert, ...(url ? { url } : {}) } };
}

function newGroup(
  { telegram, cast }: Desk,
  owner: Person,
  { title, members, forum = false }: Extract<Deed, { do: "new_group" }>,
): Group {
  const others = cast
    .filter(({ person, part }) =>
      members ? members.includes(person.id) : part !== "Platform admin" && part !== "Stranger"
    )
    .map(({ person }) => person)
    .filter((person) => person !== owner);
  return telegram.group(title, { owner, members: others, forum, withBot: false });
}

/** A client offers an administrator to make the bot one too. */
async function addBot(desk: Desk, person: Person, group: Group): Promise<void> {
  const { members } = roomFor(desk, person, group.id);
  await person.adds(group);
  if (isAdministrator(members.get(person.id))) await group.botRights("administrator");
}

async function removeBot(desk: Desk, person: Person, group: Group): Promise<void> {
  mustAdminister(roomFor(desk, person, group.id), person);
  await person.removesBot(group);
}

function mustAdminister({ members }: Room, { id, name }: Person): void {
  if (isAdministrator(members.get(id))) return;
  throw new RangeError(`${name} is no administrator of this group.`);
}

async function groupOf<T>(
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

function messageIn(room: Room, id: number): Message {
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
