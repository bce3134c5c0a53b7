import type { Message, User } from "grammy/types";
import { commandsIn } from "./found_entities.ts";
import { commandsOffered } from "./menus.ts";
import { captioned } from "./media.ts";
import { edit } from "./methods_messages.ts";
import { post } from "./posting.ts";
import { isCommandFor, reachesBot } from "./privacy.ts";
import { entryOf, isPresent, privateRoom } from "./rooms.ts";
import { aMessage, anEdit, type Telegram } from "./telegram.ts";
import { externalReply, topicFor } from "./threads.ts";
import { isClosedTo } from "./topics.ts";
import { typed } from "./typed.ts";
import { type Channel, voiceOf } from "./voices.ts";
import type { Entry, Room } from "./world.ts";

/** What a person is about to send. */
export interface Saying {
  readonly by: User;
  readonly content: Partial<Message>;
  readonly replyTo?: Message | undefined;
  readonly topic?: number | undefined;
  /** A channel of theirs to speak as. */
  readonly as?: Channel | undefined;
}

/** Posts what a person sends and lets the bot know if it is to know. */
export function say(
  telegram: Telegram,
  room: Room,
  { by, content, replyTo, topic, as }: Saying,
): { message: Message; handled: Promise<void> } {
  const { world, updates } = telegram;
  const account = world.accounts.get(by.id);
  if (room.chat.type !== "private" && !isPresent(room.members.get(by.id))) {
    throw new RangeError(`Cannot speak: ${by.first_name} is not in "${room.chat.title}"`);
  }
  if (room.upgradedTo) {
    throw new RangeError(`Cannot speak: "${room.chat.title}" became a supergroup`);
  }
  if (room.chat.type === "private" && account) account.started = true;
  const here = replyTo?.chat.id === room.chat.id;
  const original = replyTo && here ? entryOf(room, replyTo) : undefined;
  const into = topicFor({ topic, replyTo: original });
  if (into !== undefined && !room.topics.has(into)) {
    throw new RangeError(`Cannot speak: there is no topic ${into} in "${room.chat.title}"`);
  }
  if (isClosedTo(room, into, by.id)) throw new RangeError("Cannot speak: the topic is closed");
  const draft = { ...content } as Message;
  const { from, senderChat } = voiceOf(room, { by, as });
  const whispers = from === by && isWhispered(telegram, room, { by, draft });
  const entry = post(telegram, room, {
    from,
    author: by,
    content: { ...senderChat, ...(replyTo && !here ? externalReply(replyTo) : {}), ...content },
    replyTo: original,
    topic,
    audience: whispers ? by.id : undefined,
    forBot: isCommandFor(world, draft),
  });
  const { message, audience } = entry;
  const handled = reachesBot(world, room, { message, replyTo: original, audience })
    ? updates.push(aMessage(message))
    : Promise.resolve();
  return { message, handled };
}

/** Replaces the text of a person's own message, or its caption. */
export function reword(
  telegram: Telegram,
  room: Room,
  { entry, text }: { entry: Entry; text: string },
): { message: Message; handled: Promise<void> } {
  const message = edit(telegram, { entry, changes: rewritten(entry, text) });
  const replyTo = message.reply_to_message && entryOf(room, message.reply_to_message);
  const handled = reachesBot(telegram.world, room, { message, replyTo })
    ? telegram.updates.push(anEdit(message))
    : Promise.resolve();
  return { message, handled };
}

function rewritten(entry: Entry, text: string): Partial<Message> {
  if (entry.message.text !== undefined) return typed(text);
  const { caption: _old, caption_entities: _theirs, ...kept } = entry.message;
  entry.message = kept as Message;
  return captioned(text);
}

/** Clients send a command as an ephemeral message where the bot's menu says so. */
function isWhispered(
  { world }: Telegram,
  room: Room,
  { by, draft }: { by: User; draft: Message },
): boolean {
  if (!world.knowsEphemeral || room.chat.type === "private") return false;
  const [command] = commandsIn(draft.text ?? "", draft.entities ?? []);
  if (command?.offset !== 0 || !isCommandFor(world, draft)) return false;
  return commandsOffered(world, room, by)
    .some((offered) => offered.is_ephemeral && offered.command === command.name);
}

/** The room somebody speaks in; a person's own id stands for their chat with the bot. */
export function roomAt(
  { world }: Telegram,
  { place, by }: { place: { id: number }; by: User },
): Room {
  const room = place.id === by.id ? privateRoom(world, by) : world.rooms.get(place.id);
  if (!room) throw new RangeError(`Cannot speak: there is no chat ${place.id}`);
  return room;
}
