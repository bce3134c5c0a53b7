import type { Message } from "grammy/types";
import { CONTENT_KEYS } from "./media.ts";
import { keyboardOf, sendAsBot, textContent } from "./outgoing.ts";
import { flagIn, integerIn, roomIn, stringIn } from "./params.ts";
import { originOf } from "./origin.ts";
import { botUser, post } from "./posting.ts";
import { findEntry, removeEntry, unixTime } from "./rooms.ts";
import { aMessage, type Telegram } from "./telegram.ts";
import { topicFor, withoutReply } from "./threads.ts";
import type { Asked, Entry, Room } from "./world.ts";

/** Methods that send, change, pin and delete messages. The rules have been checked before. */
export const messageMethods = {
  sendMessage: (asked: Asked, telegram: Telegram) =>
    sendAsBot(asked, telegram, textContent(asked, { world: telegram.world, key: "text" })),
  forwardMessage(asked: Asked, telegram: Telegram) {
    const { message } = source(asked, telegram);
    const content = { ...contentOf(message), forward_origin: originOf(message) };
    return sendAsBot(asked, telegram, content);
  },
  copyMessage(asked: Asked, telegram: Telegram) {
    const caption = asked.params.caption === undefined
      ? {}
      : textContent(asked, { world: telegram.world, key: "caption" });
    const { message_id } = sendAsBot(asked, telegram, {
      ...contentOf(source(asked, telegram).message),
      ...caption,
    });
    return { message_id };
  },
  editMessageText(asked: Asked, telegram: Telegram) {
    const { entry } = target(asked, telegram);
    const content = textContent(asked, { world: telegram.world, key: "text" });
    return edit(telegram, { entry, changes: { ...content, ...keyboardOf(asked.params) } });
  },
  editMessageReplyMarkup(asked: Asked, telegram: Telegram) {
    const { entry } = target(asked, telegram);
    const { text, entities } = entry.message;
    const kept = { ...(text ? { text } : {}), ...(entities ? { entities } : {}) };
    return edit(telegram, { entry, changes: { ...kept, ...keyboardOf(asked.params) } });
  },
  deleteMessage(asked: Asked, telegram: Telegram) {
    const { entry, room } = target(asked, telegram);
    return erase(telegram, room, entry);
  },
  deleteMessages(asked: Asked, telegram: Telegram) {
    const room = theRoom(asked, telegram);
    for (const id of asked.params.message_ids as number[]) {
      const entry = findEntry(room, { message: id });
      if (entry) erase(telegram, room, entry);
    }
    return true;
  },
  pinChatMessage(asked: Asked, telegram: Telegram) {
    const { entry, room } = target(asked, telegram);
    const id = entry.message.message_id;
    if (room.pinned.includes(id)) return true;
    room.pinned = [id, ...room.pinned];
    telegram.notices.tell({
      kind: "pinned",
      message: entry.message,
      silent: flagIn(asked.params, "disable_notification"),
    });
    if (room.chat.type === "private") return true;
    const service = post(telegram, room, {
      from: botUser(telegram.world.bot),
      content: { pinned_message: withoutReply(entry.message) },
      topic: topicFor({ replyTo: entry }),
    });
    // Service messages reach every bot in the group, the one that caused them too.
    void telegram.updates.push(aMessage(service.message));
    return true;
  },
  unpinChatMessage(asked: Asked, telegram: Telegram) {
    const room = theRoom(asked, telegram);
    const id = integerIn(asked.params, "message_id") ?? room.pinned[0] ?? 0;
    return unpin(telegram, room, [id]);
  },
  unpinAllChatMessages(asked: Asked, telegram: Telegram) {
    const room = theRoom(asked, telegram);
    return unpin(telegram, room, room.pinned);
  },
};

/** Replaces what a message says: text and keyboard that aren't given again are gone. */
export function edit(
  { world, notices }: Telegram,
  { entry, changes }: { entry: Entry; changes: Partial<Message> },
): Message {
  const { entities: _entities, reply_markup: _keyboard, ...kept } = entry.message;
  entry.message = { ...kept, ...changes, edit_date: unixTime(world) };
  const audience = entry.audience === undefined ? undefined : world.accounts.get(entry.audience);
  notices.tell({
    kind: "edited",
    message: entry.message,
    ...(audience ? { audience: audience.user } : {}),
  });
  return entry.message;
}

/** Deletes a message for everybody. */
export function erase({ world, notices }: Telegram, room: Room, entry: Entry): true {
  removeEntry(room, entry);
  const audience = entry.audience === undefined ? undefined : world.accounts.get(entry.audience);
  notices.tell({
    kind: "deleted",
    message: entry.message,
    ...(audience ? { audience: audience.user } : {}),
  });
  return true;
}

function unpin({ notices }: Telegram, room: Room, ids: number[]): true {
  for (const id of ids) {
    const entry = findEntry(room, { message: id });
    if (entry && room.pinned.includes(id)) {
      notices.tell({ kind: "unpinned", message: entry.message });
    }
  }
  room.pinned = room.pinned.filter((id) => !ids.includes(id));
  return true;
}

function theRoom(asked: Asked, { world }: Telegram): Room {
  const room = roomIn(asked, world);
  if (!room) throw new Error("A rule should have refused this chat");
  return room;
}

function target(asked: Asked, telegram: Telegram): { entry: Entry; room: Room } {
  const room = theRoom(asked, telegram);
  const entry = findEntry(room, { message: integerIn(asked.params, "message_id") ?? 0 });
  if (!entry) throw new Error("A rule should have refused this message");
  return { entry, room };
}

function source({ params }: Asked, { world }: Telegram): Entry {
  const room = world.rooms.get(Number(stringIn(params, "from_chat_id")));
  const entry = room && findEntry(room, { message: integerIn(params, "message_id") ?? 0 });
  if (!entry) throw new Error("A rule should have refused this message");
  return entry;
}

/** What a copy or forward of a message takes along. */
export function contentOf(message: Message): Partial<Message> {
  return Object.fromEntries(
    CONTENT_KEYS.flatMap((key) => message[key] === undefined ? [] : [[key, message[key]]]),
  );
}
