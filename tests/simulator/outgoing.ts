import type { InlineKeyboardMarkup, Message } from "grammy/types";
import { finished, isUnreadable, readText } from "./formatted.ts";
import { flagIn, integerIn, objectIn, roomIn, stringIn } from "./params.ts";
import { botUser, post } from "./posting.ts";
import { changeKeyboard } from "./reply_keyboard.ts";
import { findEntry } from "./rooms.ts";
import type { Telegram } from "./telegram.ts";
import type { Asked, Entry, Params, Question, Room, World } from "./world.ts";

/** The text of a call as a message carries it. The rules have refused what can't be read. */
export function textContent(
  { params }: Asked,
  { world, key }: { world: World; key: "text" | "caption" },
): Partial<Message> {
  const read = readText(params, key);
  if (isUnreadable(read)) throw new Error("A rule should have refused this text");
  const { text, entities } = finished(world, read);
  if (!text) return {};
  if (key === "caption") {
    return { caption: text, ...(entities.length ? { caption_entities: entities } : {}) };
  }
  return { text, ...(entities.length ? { entities } : {}) };
}

/** Whether a call wants an answer to its message, and how. */
function questionOf(params: Params): Question | undefined {
  const markup = objectIn(params, "reply_markup");
  if (!markup || !flagIn(markup, "force_reply")) return undefined;
  const placeholder = stringIn(markup, "input_field_placeholder") ?? "";
  return { placeholder, selective: flagIn(markup, "selective") };
}

/** The inline keyboard a call asks for; other markups leave no trace on the message. */
export function keyboardOf(params: Params): Pick<Message, "reply_markup"> {
  const rows = objectIn(params, "reply_markup")?.inline_keyboard;
  if (!Array.isArray(rows) || rows.flat().length === 0) return {};
  return { reply_markup: { inline_keyboard: rows } as InlineKeyboardMarkup };
}

/** The message that a call's reply_parameters point at, if it is still there. */
export function repliedTo({ params }: Asked, room: Room): Entry | undefined {
  const reply = objectIn(params, "reply_parameters");
  if (!reply) return undefined;
  const ephemeral = integerIn(reply, "ephemeral_message_id");
  if (ephemeral !== undefined) return findEntry(room, { ephemeral });
  return findEntry(room, { message: integerIn(reply, "message_id") ?? 0 });
}

/** Sends what a call asks for as a message of the bot, ephemeral if it says so. */
export function sendAsBot(asked: Asked, telegram: Telegram, content: Partial<Message>): Message {
  const { world } = telegram;
  const { params } = asked;
  const room = roomIn(asked, world);
  if (!room) throw new Error("A rule should have refused this chat");
  const ephemeral = objectIn(params, "ephemeral_message_parameters");
  const press = ephemeral && world.presses.get(stringIn(ephemeral, "callback_query_id") ?? "");
  const replaces = ephemeral && flagIn(ephemeral, "replace_callback_query_message");
  const replyTo = repliedTo(asked, room);
  const { message } = post(telegram, room, {
    from: botUser(world.bot),
    content: {
      ...content,
      ...keyboardOf(params),
      ...(flagIn(params, "protect_content") ? { has_protected_content: true as const } : {}),
    },
    replyTo,
    topic: integerIn(params, "message_thread_id"),
    audience: ephemeral && integerIn(ephemeral, "receiver_user_id"),
    replaces: replaces ? press?.entry : undefined,
    asks: questionOf(params),
  });
  changeKeyboard(room, params);
  if (!ephemeral) room.botSentAt.push(world.clock.now());
  return message;
}
