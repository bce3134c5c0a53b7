/** A message: a command, a reply to the bot, something private, or chatter that costs nothing. */

import type { Message } from "grammy/types";
import { deliver } from "../delivery/deliver.ts";
import { unlessRefused } from "../delivery/unless_refused.ts";
import { noteContact } from "../execute/contact.ts";
import { renameGroup } from "../execute/groups.ts";
import { moveGroup } from "../execute/move_group.ts";
import { keys } from "../store/keys.ts";
import { readOne } from "../store/read.ts";
import { answer } from "./answer.ts";
import { findCommand } from "./command_table.ts";
import {
  type BotDeps,
  type IncomingMessage,
  isAnothersChat,
  isGroup,
  repliedTo,
  seen,
} from "./incoming.ts";
import { handleDeparture } from "./membership.ts";
import { handlePrivateMessage } from "./private_message.ts";
import { handleAlbum, handleReply } from "./reply.ts";
import { runCommand } from "./run_command.ts";
import { isForThisBot, writtenCommand } from "./written_command.ts";
import { DEFAULT_TEXTS } from "../view/texts/language.ts";
import { readGroupTexts, textsFor } from "./language.ts";

/** Handles a message. */
export async function handleMessage(
  deps: BotDeps,
  updateId: number,
  message: Message,
): Promise<void> {
  const { from, chat } = message;
  if (message.pinned_message && from?.id === deps.settings.botId) {
    return await removePinNotice(deps, message);
  }
  const move = moveIn(message);
  if (move) return await follow(deps, move);
  if (message.new_chat_title !== undefined) {
    return await renameGroup(deps, chat.id, message.new_chat_title);
  }
  if (message.left_chat_member) {
    return await handleDeparture(deps, chat.id, message.left_chat_member);
  }
  if (!from) return;
  const incoming: IncomingMessage = { updateId, message, from, texts: textsFor(from, null) };
  if (message.sender_chat) return await refuseAnonymous(deps, incoming);
  if (from.is_bot) return;
  if (isAnothersChat(chat, from)) {
    Object.assign(deps.trace, { person: from.id, action: "message", outcome: "unknown" });
    return;
  }
  const written = writtenCommand(message);
  if (written) {
    if (await isForThisBot(deps, written)) await runCommand(deps, incoming, written);
    return;
  }
  if (isGroup(chat)) {
    if (await handleAlbum(deps, incoming)) return;
    if (repliedTo(message)?.from?.id === deps.settings.botId) await handleReply(deps, incoming);
    return;
  }
  if (chat.type === "private") {
    const profile = await noteContact(deps, { ...seen(from), reachable: true });
    await handlePrivateMessage(deps, { ...incoming, texts: textsFor(from, profile) });
  }
}

/** What a group has goes along, and nobody needs to say again which company it is for. */
async function follow(deps: BotDeps, { from, to }: { from: number; to: number }): Promise<void> {
  await deliver(deps, await moveGroup(deps, from, to));
  const welcome = await readOne(deps.kv, keys.welcome(to));
  const group = await readOne(deps.kv, keys.group(to));
  if (!welcome.value || group.value?.status === "pending") return;
  const { messageId } = welcome.value;
  await unlessRefused(deps, () => deps.telegram.deleteMessage(to, messageId));
  await deps.kv.commit([welcome], [{ type: "delete", key: welcome.key }]);
}

/** A group that has become a supergroup says so on both sides. */
function moveIn(message: Message): { from: number; to: number } | null {
  const { chat, migrate_to_chat_id: to, migrate_from_chat_id: from } = message;
  if (to !== undefined) return { from: chat.id, to };
  return from === undefined ? null : { from, to: chat.id };
}

/** A post in a channel: commands are told where they work, anything else is ignored. */
export async function handleChannelPost(deps: BotDeps, post: Message): Promise<void> {
  if (await isOwnCommand(deps, post)) {
    await unlessRefused(
      deps,
      () => deps.telegram.sendMessage(post.chat.id, DEFAULT_TEXTS.where.group),
    );
  }
}

/** Whoever posts as the group itself can't be told apart, and can't be given anything to do. */
async function refuseAnonymous(deps: BotDeps, incoming: IncomingMessage): Promise<void> {
  const { message } = incoming;
  if (message.sender_chat?.id !== message.chat.id) return;
  const isAnswer = repliedTo(message)?.from?.id === deps.settings.botId;
  if (!isAnswer && !await isOwnCommand(deps, message)) return;
  Object.assign(deps.trace, { chat: message.chat.id, action: "anonymous", outcome: "refused" });
  // Everybody sees this answer.
  const texts = await readGroupTexts(deps, message.chat.id);
  await answer(deps, { ...incoming, texts }, texts.where.asYourself);
}

async function isOwnCommand(deps: BotDeps, message: Message): Promise<boolean> {
  const written = writtenCommand(message);
  return written !== null && findCommand(written.name) !== null &&
    await isForThisBot(deps, written);
}

/** Telegram tells the group of every pin; the card is enough. Needs a right the bot may not have. */
async function removePinNotice(deps: BotDeps, { chat, message_id }: Message): Promise<void> {
  await unlessRefused(deps, () => deps.telegram.deleteMessage(chat.id, message_id));
}
