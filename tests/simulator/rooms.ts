import type { ChatMember, Message, User } from "grammy/types";
import { present } from "./present.ts";
import type { Entry, Room, World } from "./world.ts";

export const MAX_SUPERGROUP_ID = -1_000_000_000_000;

/** A room with nobody in it and nothing said. */
export function emptyRoom(chat: Room["chat"]): Room {
  return {
    chat,
    members: new Map(),
    entries: [],
    pinned: [],
    topics: new Map(),
    botSentAt: [],
    mayWrite: true,
    lastMessageId: 0,
  };
}

/** The person's private chat with the bot, made when it is first needed. */
export function privateRoom(world: World, user: User): Room {
  const known = world.rooms.get(user.id);
  if (known) return known;
  const room = emptyRoom(present({
    id: user.id,
    type: "private",
    first_name: user.first_name,
    last_name: user.last_name,
    username: user.username,
  }));
  world.rooms.set(user.id, room);
  return room;
}

/** Supergroups count their own messages; all other chats of the bot share one counter. */
export function nextMessageId(world: World, room: Room): number {
  if (room.chat.type === "supergroup") return ++room.lastMessageId;
  return room.lastMessageId = ++world.last.sharedMessage;
}

export function unixTime(world: World): number {
  return Math.floor(world.clock.now() / 1000);
}

/** An ordinary message by its id, or an ephemeral one by its own. */
export function findEntry(
  room: Room,
  id: { message?: number; ephemeral?: number },
): Entry | undefined {
  return room.entries.find(({ message }) =>
    id.ephemeral !== undefined
      ? message.ephemeral_message_id === id.ephemeral
      : message.message_id === id.message && message.message_id !== 0
  );
}

/** The entry a message object, however old, came from. */
export function entryOf(room: Room, message: Message): Entry | undefined {
  return message.ephemeral_message_id === undefined
    ? findEntry(room, { message: message.message_id })
    : findEntry(room, { ephemeral: message.ephemeral_message_id });
}

/** Takes a message out of the room and off the pins. */
export function removeEntry(room: Room, entry: Entry): void {
  room.entries.splice(room.entries.indexOf(entry), 1);
  room.pinned = room.pinned.filter((id) => id !== entry.message.message_id);
}

export function isAdministrator(member: ChatMember | undefined): boolean {
  return member?.status === "administrator" || member?.status === "creator";
}

export function isPresent(member: ChatMember | undefined): boolean {
  if (!member || member.status === "left" || member.status === "kicked") return false;
  return member.status !== "restricted" || member.is_member;
}

/** Whether the bot holds an administrator right in the room. */
export function botHasRight(
  world: World,
  room: Room,
  right: "can_pin_messages" | "can_delete_messages" | "can_manage_topics",
): boolean {
  const member = room.members.get(world.bot.id);
  return member?.status === "creator" || (member?.status === "administrator" && !!member[right]);
}

/** What one person sees in the room: ephemeral messages for them, in place of what they replace. */
export function visibleTo(room: Room, userId: number): Message[] {
  const forThem = room.entries.filter(({ audience }) => audience === userId);
  const standIns = new Map(
    forThem.flatMap((entry) => entry.replaces ? [[entry.replaces, entry] as const] : []),
  );
  return room.entries
    .filter((entry) => entry.audience === undefined || entry.audience === userId)
    .filter((entry) => !entry.replaces || !room.entries.includes(entry.replaces))
    .map((entry) => newestStandIn(standIns, entry).message);
}

function newestStandIn(standIns: Map<Entry, Entry>, entry: Entry): Entry {
  const standIn = standIns.get(entry);
  return standIn ? newestStandIn(standIns, standIn) : entry;
}
