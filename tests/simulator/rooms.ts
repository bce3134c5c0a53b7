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
    keyboard: [],
    botSentAt: [],
    mayWrite: true,
    // A forum's first message is the General topic.
    lastMessageId: "is_forum" in chat && chat.is_forum ? 1 : 0,
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

/** A bot knows people it shares a group with and people who wrote to it. */
export function hasMet(world: World, userId: number): boolean {
  const account = world.accounts.get(userId);
  if (!account || account.started || account.deactivated) return !!account;
  return [...world.rooms.values()].some(({ members }) =>
    isPresent(members.get(userId)) && isPresent(members.get(world.bot.id))
  );
}

/** Whether somebody holds an administrator right in the room. */
export function hasRight(
  room: Room,
  userId: number,
  right: "can_pin_messages" | "can_delete_messages" | "can_manage_topics",
): boolean {
  const member = room.members.get(userId);
  return member?.status === "creator" || (member?.status === "administrator" && !!member[right]);
}

/** What one person sees in the room: ephemeral messages for them, in place of what they replace. */
export function visibleTo(room: Room, userId: number): Message[] {
  return room.entries
    .filter((entry) => !entry.replaces || !room.entries.includes(entry.replaces))
    .flatMap((entry) => shownTo(room, { entry, userId })?.message ?? []);
}

/** What one person sees where a message stands: it, what replaces it for them, or nothing. */
export function shownTo(
  room: Room,
  { entry, userId }: { entry: Entry; userId: number },
): Entry | undefined {
  if (entry.audience !== undefined && entry.audience !== userId) return undefined;
  const standIn = room.entries.findLast(({ replaces, audience }) =>
    replaces === entry && audience === userId
  );
  return standIn ? shownTo(room, { entry: standIn, userId }) : entry;
}
