import type { Message } from "grammy/types";
import { commandsIn } from "./found_entities.ts";
import { isAdministrator, isPresent } from "./rooms.ts";
import { isRealBot } from "./service_accounts.ts";
import type { Entry, Room, World } from "./world.ts";

const SERVICE_KEYS: readonly (keyof Message)[] = [
  "new_chat_members",
  "left_chat_member",
  "pinned_message",
  "new_chat_title",
  "forum_topic_created",
  "forum_topic_closed",
  "forum_topic_reopened",
  "migrate_to_chat_id",
  "migrate_from_chat_id",
  "group_chat_created",
];

/**
 * Whether the bot gets a message (https://core.telegram.org/bots/features#privacy-mode): everything
 * in private, as an administrator, or without privacy mode; else service messages, commands for it,
 * and replies to its own messages or to commands for it. A mention alone does not reach it.
 */
export function reachesBot(
  world: World,
  room: Room,
  { message, replyTo, audience }: {
    message: Message;
    replyTo?: Entry | undefined;
    audience?: number | undefined;
  },
): boolean {
  if (room.chat.type === "private") return true;
  if (!isPresent(room.members.get(world.bot.id))) return false;
  if (isRealBot(message.from) && message.from?.id !== world.bot.id) return false;
  if (audience !== undefined || SERVICE_KEYS.some((key) => message[key] !== undefined)) return true;
  if (world.bot.can_read_all_group_messages) return true;
  if (isAdministrator(room.members.get(world.bot.id))) return true;
  return isCommandFor(world, message) || replyTo?.message.from?.id === world.bot.id ||
    !!replyTo?.forBot;
}

/** A message that begins with a command which names this bot or no bot at all. */
export function isCommandFor(world: World, message: Message): boolean {
  const text = message.text ?? message.caption ?? "";
  const entities = message.entities ?? message.caption_entities ?? [];
  return commandsIn(text, entities).some(({ bot, offset }) =>
    bot?.toLowerCase() === world.bot.username.toLowerCase() || (bot === undefined && offset === 0)
  );
}
