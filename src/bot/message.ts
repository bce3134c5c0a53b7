/** A message: a command, a reply to the bot, something private, or chatter that costs nothing. */

import type { Message } from "grammy/types";
import type { AttachedGroup, Group } from "../domain/group.ts";
import { inactive } from "../execute/refused.ts";
import { isKnown, noteContact } from "../execute/contact.ts";
import { keys } from "../store/keys.ts";
import { readMany } from "../store/read.ts";
import { en } from "../view/en.ts";
import { answer, unlessRefused } from "./answer.ts";
import { finish } from "./command.ts";
import { findCommand } from "./command_table.ts";
import {
  type BotDeps,
  type IncomingMessage,
  isGroup,
  repliedTo,
  seen,
  textOf,
} from "./incoming.ts";
import { meetGroup } from "./membership.ts";
import { handlePrivateMessage } from "./private_message.ts";
import { handleReply } from "./reply.ts";

/** A command as it is written. */
export interface WrittenCommand {
  /** Without the slash and the bot's name. */
  name: string;
  /** The bot it is meant for; `null` when it names none. */
  bot: string | null;
  /** What follows it, trimmed. */
  args: string;
}

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
  if (!from || from.is_bot || message.sender_chat) return;
  const incoming: IncomingMessage = { updateId, message, from };
  const written = writtenCommand(message);
  if (written) {
    if (await isForThisBot(deps, written)) await handleCommand(deps, incoming, written);
    return;
  }
  if (isGroup(chat)) {
    if (repliedTo(message)?.from?.id === deps.settings.botId) await handleReply(deps, incoming);
    return;
  }
  if (chat.type === "private") {
    await noteContact(deps, { ...seen(from), reachable: true });
    await handlePrivateMessage(deps, incoming);
  }
}

/** A post in a channel: commands are told where they work, anything else is ignored. */
export async function handleChannelPost(deps: BotDeps, post: Message): Promise<void> {
  const written = writtenCommand(post);
  if (!written || !findCommand(written.name) || !await isForThisBot(deps, written)) return;
  await unlessRefused(deps, () => deps.telegram.sendMessage(post.chat.id, en.where.group));
}

/** The command at the very beginning of a message; `null` without one. */
export function writtenCommand(
  message: Pick<Message, "text" | "entities" | "caption" | "caption_entities">,
): WrittenCommand | null {
  const text = textOf(message);
  const entities = message.entities ?? message.caption_entities;
  const entity = entities?.find(({ type, offset }) => type === "bot_command" && offset === 0);
  if (!text || !entity) return null;
  const [name = "", bot] = text.slice(1, entity.length).split("@");
  return { name, bot: bot ?? null, args: text.slice(entity.length).trim() };
}

async function isForThisBot(deps: BotDeps, { bot }: WrittenCommand): Promise<boolean> {
  if (bot === null) return true;
  const own = await deps.identity.username();
  return own === null || own.toLowerCase() === bot.toLowerCase();
}

/** Runs a command of the table that its sender may use here. */
export async function handleCommand(
  deps: BotDeps,
  incoming: IncomingMessage,
  { name, args, settles }: Pick<WrittenCommand, "name" | "args"> & { settles?: Deno.KvKey },
): Promise<void> {
  const { message, from } = incoming;
  const isPrivate = message.chat.type === "private";
  const command = findCommand(name);
  if (!command) {
    if (isPrivate) await answer(deps, incoming, en.help.unknownCommand);
    return;
  }
  Object.assign(deps.trace, { chat: message.chat.id, person: from.id, action: command.name });
  const { profile, group } = await readMany(deps.kv, {
    profile: keys.profile(from.id),
    group: keys.group(message.chat.id),
  });
  const contact = { ...seen(from), ...(isPrivate ? { reachable: true } : {}) };
  if (!isKnown(profile.value, contact)) await noteContact(deps, contact);
  const active = isActive(group.value) ? group.value : null;
  if (isGroup(message.chat) && !active) return await refuseInactive(deps, incoming, group.value);
  const here = isPrivate ? command.private : command.group;
  if (!here) {
    return await answer(deps, incoming, isPrivate ? en.where.group : en.where.private);
  }
  if (here.who === "platform_admin" && !deps.settings.platformAdmins.includes(from.id)) {
    deps.trace.outcome = "not_allowed";
    return await answer(deps, incoming, en.desk.not_allowed);
  }
  await here.run(deps, { ...incoming, args, group: active, ...(settles ? { settles } : {}) });
}

function isActive(group: Group | null): group is AttachedGroup {
  return group?.status === "active";
}

async function refuseInactive(
  deps: BotDeps,
  incoming: IncomingMessage,
  group: Group | null,
): Promise<void> {
  if (!group) return await meetGroup(deps, incoming);
  const outcome = { kind: "refused" as const, refusal: inactive(group) };
  await finish(deps, incoming, { outcome, deliveries: [] });
}

/** Telegram tells the group of every pin; the card is enough. Needs a right the bot may not have. */
async function removePinNotice(deps: BotDeps, { chat, message_id }: Message): Promise<void> {
  await unlessRefused(deps, () => deps.telegram.deleteMessage(chat.id, message_id));
}
