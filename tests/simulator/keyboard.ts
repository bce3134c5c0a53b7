import type { InlineKeyboardButton, Message } from "grammy/types";

/** The buttons under a message, row by row. */
export function keyboard(message: Message): InlineKeyboardButton[][] {
  return message.reply_markup?.inline_keyboard ?? [];
}

/** The labels of a message's buttons in reading order. */
export function buttons(message: Message): string[] {
  return keyboard(message).flat().map(({ text }) => text);
}

/** What a message says, without formatting. */
export function plain(message: Message): string {
  return message.text ?? message.caption ?? "";
}
