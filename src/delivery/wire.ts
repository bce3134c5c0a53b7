/** Content as the Bot API takes it. */

import type { ForceReply, InlineKeyboardMarkup, ReplyKeyboardMarkup } from "grammy/types";
import type { Keyboard, MessageContent } from "../view/message.ts";

/** Inline buttons. */
export function inlineKeyboard(keyboard: Keyboard): InlineKeyboardMarkup {
  return {
    inline_keyboard: keyboard.map((row) =>
      row.map(({ text, data, style }) => ({
        text,
        callback_data: data,
        ...(style ? { style } : {}),
      }))
    ),
  };
}

/** Everything that can stand under a message. */
export type Markup = InlineKeyboardMarkup | ForceReply | ReplyKeyboardMarkup;

/** Most people that can be chosen at once; Telegram takes 1 to 10. */
export const MOST_CHOSEN = 10;

/**
 * A keyboard whose one button opens the list of people.
 *
 * @see https://core.telegram.org/bots/api#keyboardbuttonrequestusers
 */
function userPicker(
  { requestId, choose, leave }: NonNullable<MessageContent["picker"]>,
): ReplyKeyboardMarkup {
  const request_users = {
    request_id: requestId,
    user_is_bot: false,
    max_quantity: MOST_CHOSEN,
    request_name: true,
    request_username: true,
  };
  return {
    keyboard: [[{ text: choose, request_users }], [{ text: leave }]],
    resize_keyboard: true,
    one_time_keyboard: true,
  };
}

/** What stands under a message; `undefined` for nothing. */
export function replyMarkup(
  content: Pick<MessageContent, "keyboard" | "forceReply" | "picker">,
): Markup | undefined {
  if (content.picker) return userPicker(content.picker);
  if (content.forceReply !== null) {
    return {
      force_reply: true,
      selective: true,
      input_field_placeholder: content.forceReply,
    };
  }
  return content.keyboard.length > 0 ? inlineKeyboard(content.keyboard) : undefined;
}

/** Previews would bury the card. */
export const NO_PREVIEW = { link_preview_options: { is_disabled: true } } as const;

/** Options of a text that is HTML. */
export const TEXT_OPTIONS = { parse_mode: "HTML", ...NO_PREVIEW } as const;

/** How a message is sent. */
export interface MessageOptions {
  /** Previews would bury the card. */
  link_preview_options: { is_disabled: boolean };
  /** What stands under it. */
  reply_markup?: Markup;
  /** What it replies to. */
  reply_parameters?: { message_id: number; allow_sending_without_reply: boolean };
  /** It makes no sound. */
  disable_notification?: true;
  /** The forum topic it is sent to. */
  message_thread_id?: number;
}

/** Where a message is sent: a topic or General (`null`), and what it replies to. */
export interface Spot {
  /** The forum topic. */
  topicId: number | null;
  /** The message; `null`: none. */
  replyTo: number | null;
}

/** Options that put a message somewhere; a message to reply to that has gone does not matter. */
export function spotOptions(
  { topicId, replyTo }: Spot,
): Pick<MessageOptions, "message_thread_id" | "reply_parameters"> {
  return {
    ...(topicId === null ? {} : { message_thread_id: topicId }),
    ...(replyTo === null
      ? {}
      : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
  };
}

/** Options of a message with what stands under it, in its place. */
export function messageOptions(
  content: Pick<MessageContent, "keyboard" | "forceReply" | "picker" | "isSilent">,
  spot: Spot,
): MessageOptions {
  const markup = replyMarkup(content);
  return {
    ...NO_PREVIEW,
    ...(markup ? { reply_markup: markup } : {}),
    ...(content.isSilent ? { disable_notification: true as const } : {}),
    ...spotOptions(spot),
  };
}
