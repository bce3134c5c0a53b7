/**
 * Something that one person looks at and turns the pages of: an ephemeral message in place of what
 * they pressed, else a private message, else a reply in the group that the next one replaces.
 */

import type { CallbackQuery } from "grammy/types";
import { unlessRefused } from "../delivery/unless_refused.ts";
import { inlineKeyboard, spotOptions, TEXT_OPTIONS } from "../delivery/wire.ts";
import { keys } from "../store/keys.ts";
import { readOne } from "../store/read.ts";
import type { Panel } from "../view/menu.ts";
import { replacePublicAnswer, toast } from "./answer.ts";
import { type BotDeps, isGroup } from "./incoming.ts";
import type { PressContext } from "./pressed.ts";

/**
 * Shows a panel to whoever pressed, and nobody's card changes. `worksInPrivate`: whether its
 * buttons would do the same in their private chat; asked only when it has to be shown there.
 */
export async function showPanel(
  deps: BotDeps,
  pressed: PressContext,
  panel: Panel,
  { worksInPrivate }: { worksInPrivate: () => Promise<boolean> },
): Promise<void> {
  const { query, chatId, messageId, texts } = pressed;
  const options = { ...TEXT_OPTIONS, reply_markup: inlineKeyboard(panel.keyboard) };
  const text = panel.html.source;
  if (await isPanel(deps, pressed)) {
    await Promise.all([turnPanel(deps, pressed, panel), quietly(deps, query)]);
    return;
  }
  const inPlace = await unlessRefused(deps, () =>
    deps.telegram.sendMessage(chatId, text, {
      ...options,
      ephemeral_message_parameters: {
        receiver_user_id: query.from.id,
        callback_query_id: query.id,
        replace_callback_query_message: true,
      },
    }));
  if (inPlace) return await quietly(deps, query);
  const inPrivate = await worksInPrivate() &&
    await unlessRefused(deps, () => deps.telegram.sendMessage(query.from.id, text, options));
  if (inPrivate) return await toast(deps, query.id, texts.menu.writtenPrivately);
  const inGroup = await unlessRefused(deps, () =>
    deps.telegram.sendMessage(chatId, text, {
      ...options,
      ...spotOptions({ topicId: null, replyTo: messageId }),
    }));
  await quietly(deps, query);
  if (inGroup) await replacePublicAnswer(deps, chatId, inGroup.message_id);
}

/** Puts a panel in the place of the pressed one; `isPanel` has said that it is one. */
export async function turnPanel(
  deps: BotDeps,
  pressed: PressContext,
  panel: Panel,
): Promise<void> {
  const { query, chatId } = pressed;
  const whispered = ephemeralIdOf(query);
  if (whispered === null) return await editPanel(deps, pressed, panel);
  const options = { ...TEXT_OPTIONS, reply_markup: inlineKeyboard(panel.keyboard) };
  const { source } = panel.html;
  await unlessRefused(
    deps,
    () => deps.telegram.editEphemeralMessageText(chatId, query.from.id, whispered, source, options),
  );
}

/** Whether what was pressed is a panel, which only its reader cares about. */
export async function isPanel(deps: BotDeps, pressed: PressContext): Promise<boolean> {
  return ephemeralIdOf(pressed.query) !== null || await isOwnPanel(deps, pressed);
}

/** Puts a panel in the place of the pressed message, which is one that only its reader cares about. */
export async function editPanel(
  deps: BotDeps,
  { chatId, messageId }: PressContext,
  { html, keyboard }: Panel,
): Promise<void> {
  await unlessRefused(deps, () =>
    deps.telegram.editMessageText(chatId, messageId, html.source, {
      ...TEXT_OPTIONS,
      reply_markup: inlineKeyboard(keyboard),
    }));
}

/** Takes a panel away: what it stood in place of is seen again. */
export async function closePanel(deps: BotDeps, pressed: PressContext): Promise<void> {
  const { query, chatId, messageId } = pressed;
  const whispered = ephemeralIdOf(query);
  if (whispered !== null) {
    const remove = () => deps.telegram.deleteEphemeralMessage(chatId, query.from.id, whispered);
    await unlessRefused(deps, remove);
  } else if (await isOwnPanel(deps, pressed)) {
    await unlessRefused(deps, () => deps.telegram.deleteMessage(chatId, messageId));
  }
}

/** The ephemeral message that was pressed; `null`: it is one that everybody sees. */
export function ephemeralIdOf({ message }: CallbackQuery): number | null {
  return message && "ephemeral_message_id" in message ? message.ephemeral_message_id ?? null : null;
}

/** A message in private, or the reply in the group that stands for one. */
async function isOwnPanel(
  deps: BotDeps,
  { query, chatId, messageId }: PressContext,
): Promise<boolean> {
  if (query.message && !isGroup(query.message.chat)) return true;
  const shown = await readOne(deps.kv, keys.publicAnswer(chatId));
  return shown.value?.messageId === messageId;
}

/** Ends the wait of the client without a word. */
export async function quietly(deps: BotDeps, { id }: CallbackQuery): Promise<void> {
  await unlessRefused(deps, () => deps.telegram.answerCallbackQuery(id));
}
