/** Commands as people write them. */

import type { Message } from "grammy/types";
import { type BotDeps, textOf } from "./incoming.ts";

/** A command as it is written. */
export interface WrittenCommand {
  /** Without the slash and the bot's name. */
  name: string;
  /** The bot it is meant for; `null` when it names none. */
  bot: string | null;
  /** What follows it, trimmed. */
  args: string;
}

/**
 * The command at the very beginning of a message or caption; `null` without one. What is forwarded
 * was written for somebody else: it is never a command of who forwards it.
 */
export function writtenCommand(
  message: Pick<Message, "text" | "entities" | "caption" | "caption_entities" | "forward_origin">,
): WrittenCommand | null {
  if (message.forward_origin) return null;
  const text = textOf(message);
  const entities = message.entities ?? message.caption_entities;
  const entity = entities?.find(({ type, offset }) => type === "bot_command" && offset === 0);
  if (!text || !entity) return null;
  const [name = "", bot] = text.slice(1, entity.length).split("@");
  return { name, bot: bot ?? null, args: text.slice(entity.length).trim() };
}

/** Whether a command is meant for this bot. While its own name is unknown, any name will do. */
export async function isForThisBot(deps: BotDeps, { bot }: WrittenCommand): Promise<boolean> {
  if (bot === null) return true;
  const own = await deps.identity.username();
  return own === null || own.toLowerCase() === bot.toLowerCase();
}
