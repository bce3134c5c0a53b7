import type { Message, MessageEntity, User } from "grammy/types";
import { commandsIn, foundEntities } from "./found_entities.ts";
import { inOrder } from "./html.ts";
import { commandsOffered } from "./menus.ts";
import { edit } from "./methods_messages.ts";
import { post } from "./posting.ts";
import { isCommandFor, reachesBot } from "./privacy.ts";
import { entryOf, isPresent, privateRoom } from "./rooms.ts";
import { aMessage, anEdit, type Telegram } from "./telegram.ts";
import type { Entry, Room } from "./world.ts";

/** What a person is about to send. */
export interface Saying {
  readonly by: User;
  readonly content: Partial<Message>;
  readonly replyTo?: Message | undefined;
  readonly topic?: number | undefined;
}

/** Entities a client puts into what a person types. */
export function typed(text: string, mentions: readonly User[] = []): Partial<Message> {
  const named = mentions.flatMap((user): MessageEntity[] => {
    const offset = text.indexOf(user.first_name);
    if (offset < 0) throw new RangeError(`Cannot mention: "${user.first_name}" is not in the text`);
    return [{ type: "text_mention", offset, length: user.first_name.length, user }];
  });
  const entities = inOrder([...named, ...foundEntities(text, named)]);
  return { text, ...(entities.length ? { entities } : {}) };
}

/** Posts what a person sends and lets the bot know if it is to know. */
export function say(
  telegram: Telegram,
  room: Room,
  { by, content, replyTo, topic }: Saying,
): { message: Message; handled: Promise<void> } {
  const { world, updates } = telegram;
  const account = world.accounts.get(by.id);
  if (room.chat.type !== "private" && !isPresent(room.members.get(by.id))) {
    throw new RangeError(`Cannot speak: ${by.first_name} is not in "${room.chat.title}"`);
  }
  if (room.chat.type === "private" && account) account.started = true;
  const original = replyTo && entryOf(room, replyTo);
  const draft = { ...content } as Message;
  const entry = post(telegram, room, {
    from: by,
    content,
    replyTo: original,
    topic: topic ?? original?.message.message_thread_id,
    audience: isWhispered(telegram, room, { by, draft }) ? by.id : undefined,
    forBot: isCommandFor(world, draft),
  });
  const { message, audience } = entry;
  const handled = reachesBot(world, room, { message, replyTo: original, audience })
    ? updates.push(aMessage(message))
    : Promise.resolve();
  return { message, handled };
}

/** Replaces the text of a person's own message. */
export function reword(
  telegram: Telegram,
  room: Room,
  { entry, text }: { entry: Entry; text: string },
): { message: Message; handled: Promise<void> } {
  const message = edit(telegram, { entry, changes: typed(text) });
  const replyTo = message.reply_to_message && entryOf(room, message.reply_to_message);
  const handled = reachesBot(telegram.world, room, { message, replyTo })
    ? telegram.updates.push(anEdit(message))
    : Promise.resolve();
  return { message, handled };
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
