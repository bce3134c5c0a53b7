/**
 * Answers that are for one person alone: a toast, else an ephemeral message, else a private one, else
 * a reply in the group that the next such answer replaces.
 */

import type { ReplyParameters } from "grammy/types";

import { unlessRefused } from "../delivery/unless_refused.ts";
import { inlineKeyboard, TEXT_OPTIONS } from "../delivery/wire.ts";
import type { Deps } from "../deps.ts";
import { keys } from "../store/keys.ts";
import { readOne } from "../store/read.ts";
import { LOST_RACE, retry } from "../store/retry.ts";
import { set } from "../store/write.ts";
import { MOST_TOAST_CHARACTERS } from "../view/answers.ts";
import { clip } from "../view/clip.ts";
import { type Html, html } from "../view/html.ts";
import type { Keyboard } from "../view/message.ts";
import { type IncomingMessage, isGroup } from "./incoming.ts";

/** Answers a press. Too late is not an error: the press itself has had its effect. */
export async function toast(deps: Deps, callbackQueryId: string, text: string): Promise<void> {
  await unlessRefused(deps, () =>
    deps.telegram.answerCallbackQuery(callbackQueryId, {
      text: clip(text, MOST_TOAST_CHARACTERS),
    }));
}

/** Answers a message in such a way that only its sender has to read it. */
export async function answer(
  deps: Deps,
  to: IncomingMessage,
  text: Html | string,
  keyboard: Keyboard = [],
): Promise<void> {
  const body = typeof text === "string" ? html`${text}`.source : text.source;
  const options = {
    ...TEXT_OPTIONS,
    ...(keyboard.length > 0 ? { reply_markup: inlineKeyboard(keyboard) } : {}),
  };
  const { chat } = to.message;
  if (!isGroup(chat)) {
    await unlessRefused(deps, () => deps.telegram.sendMessage(chat.id, body, options));
    return;
  }
  await answerInGroup(deps, to, { body, options });
}

async function answerInGroup(
  deps: Deps,
  { message, from }: IncomingMessage,
  { body, options }: { body: string; options: Record<string, unknown> },
): Promise<void> {
  const { chat, message_id, ephemeral_message_id } = message;
  const replyTo: ReplyParameters = ephemeral_message_id !== undefined
    ? { ephemeral_message_id }
    : { message_id, allow_sending_without_reply: true };
  const sent = await unlessRefused(deps, () =>
    deps.telegram.sendMessage(chat.id, body, {
      ...options,
      reply_parameters: replyTo,
      ephemeral_message_parameters: { receiver_user_id: from.id },
    })) ?? await sendPrivately(deps, from.id, body);
  if (sent && (sent.chat.id !== chat.id || sent.message_id === 0)) return;
  const shown = sent ?? await unlessRefused(deps, () =>
    deps.telegram.sendMessage(chat.id, body, {
      ...options,
      ...(message_id === 0 ? {} : { reply_parameters: replyTo }),
    }));
  if (shown) await replacePublicAnswer(deps, chat.id, shown.message_id);
}

/** Without the buttons: they are for the group, and in private they would not do the same. */
function sendPrivately(deps: Deps, personId: number, body: string) {
  return unlessRefused(deps, () => deps.telegram.sendMessage(personId, body, TEXT_OPTIONS));
}

/** From now on this is the answer that the whole group sees; the one before it goes. */
export async function replacePublicAnswer(
  deps: Deps,
  chatId: number,
  messageId: number,
): Promise<void> {
  const before = await retry(deps, async () => {
    const entry = await readOne(deps.kv, keys.publicAnswer(chatId));
    const versionstamp = await deps.kv.commit([entry], [set(entry, { schema: 1, messageId })]);
    return versionstamp === null ? LOST_RACE : entry.value;
  });
  if (before) {
    await unlessRefused(deps, () => deps.telegram.deleteMessage(chatId, before.messageId));
  }
}
