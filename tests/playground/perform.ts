/** What people do, done in their names. */

import { isAdministrator } from "../simulator/rooms.ts";
import type { Group, Person, Toast } from "../simulator/simulator.ts";
import type { ParsedAct } from "./acts.ts";
import type { ActAnswer } from "./contract.ts";
import type { Desk } from "./desk.ts";
import {
  buttonAt,
  defined,
  entryIn,
  groupOf,
  messageIn,
  mustAdminister,
  personOf,
  roomFor,
} from "./named.ts";

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
