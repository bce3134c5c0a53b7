/** Messages as one person's client shows them. */

import type { InlineKeyboardButton, Message, User } from "grammy/types";
import { FILE_KINDS } from "../simulator/files.ts";
import { keyboard, type World } from "../simulator/simulator.ts";
import { shownTo } from "../simulator/rooms.ts";
import { eventOf, short, speakerOf } from "../simulator/told.ts";
import type { Entry, Room } from "../simulator/world.ts";
import type { Bubble, InlineButton } from "./contract.ts";
import { partsOf } from "./parts.ts";

/** What one person sees in a room, oldest first, each in the place of what it replaces. */
export function seenBy(room: Room, userId: number): Entry[] {
  return room.entries
    .filter((entry) => !entry.replaces || !room.entries.includes(entry.replaces))
    .flatMap((entry) => shownTo(room, { entry, userId }) ?? []);
}

/** Names a message within its chat. */
export function keyOf({ ephemeral_message_id: ephemeral, message_id }: Message): string {
  return ephemeral === undefined ? `m${message_id}` : `e${ephemeral}`;
}

/** First and last name. */
export function fullName({ first_name, last_name }: User): string {
  return last_name ? `${first_name} ${last_name}` : first_name;
}

/** What a message says in one line. */
export function lineOf(message: Message): string {
  return serviceLine(message) ?? (short(message, 80) || chosenOf(message) || "");
}

/** A message for one person. */
export function bubbleOf(
  entry: Entry,
  { room, world, userId }: { room: Room; world: Readonly<World>; userId: number },
): Bubble {
  const { message } = entry;
  const service = serviceLine(message);
  const chosen = chosenOf(message);
  const words = service ?? chosen;
  return {
    key: keyOf(message),
    messageId: message.message_id,
    from: senderOf(message),
    at: entry.sentAt,
    editedAt: message.edit_date ? message.edit_date * 1000 : null,
    parts: words === undefined ? partsOf(message, world) : [{ text: words, marks: [] }],
    keyboard: keyboard(message).map((row, at) =>
      row.map((button, column) => buttonOf(button, { row: at, column }))
    ),
    replyTo: replyOf(message),
    topicId: message.is_topic_message ? message.message_thread_id ?? null : null,
    isPinned: room.pinned.includes(message.message_id) && message.message_id !== 0,
    isEphemeral: entry.audience !== undefined,
    isService: service !== undefined,
    attachments: attachmentsOf(message),
    isOwn: entry.author === userId,
  };
}

function senderOf(message: Message): Bubble["from"] {
  const { from, sender_chat } = message;
  if (sender_chat) return { id: sender_chat.id, name: speakerOf(message), isBot: false };
  return from ? { id: from.id, name: fullName(from), isBot: from.is_bot } : null;
}

function buttonOf(
  button: InlineKeyboardButton,
  place: { row: number; column: number },
): InlineButton {
  const { style } = button as { style?: NonNullable<InlineButton["style"]> };
  return {
    text: button.text,
    ...place,
    ...("url" in button ? { url: button.url } : {}),
    ...("callback_data" in button ? { data: button.callback_data } : {}),
    ...(style ? { style } : {}),
  };
}

function replyOf({ reply_to_message: original }: Message): Bubble["replyTo"] {
  if (!original || original.forum_topic_created) return null;
  const message = original as Message;
  return { key: keyOf(message), name: speakerOf(message), line: lineOf(message) };
}

function serviceLine(message: Message): string | undefined {
  const { pinned_message: pinned, forum_topic_created: topic } = message;
  if (topic) return `${speakerOf(message)} opens the topic ${topic.name}`;
  if (pinned) return `${speakerOf(message)} pinned “${short(pinned as Message)}”`;
  return eventOf(message);
}

function chosenOf({ users_shared: shared }: Message): string | undefined {
  return shared && `Chose ${shared.users.map(nameOfShared).join(", ")}`;
}

function nameOfShared({ first_name, user_id }: { first_name?: string; user_id: number }): string {
  return first_name ?? String(user_id);
}

function attachmentsOf(message: Message): Bubble["attachments"] {
  // An animation is a document too.
  const kind = FILE_KINDS.findLast((each) => message[each] !== undefined);
  const { location, contact } = message;
  const others = [
    ...(location
      ? [{ kind: "location", name: `${location.latitude}, ${location.longitude}` }]
      : []),
    ...(contact ? [{ kind: "contact", name: contact.first_name }] : []),
  ];
  if (!kind) return others;
  const { file_name: name } = message[kind] as { file_name?: string };
  return [{ kind, name: name ?? kind.replace("_", " ") }];
}
