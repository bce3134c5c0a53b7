import type { User } from "grammy/types";
import { gone } from "./members.ts";
import { botUser, post } from "./posting.ts";
import { emptyRoom, isPresent, MAX_SUPERGROUP_ID, unixTime } from "./rooms.ts";
import { GROUP_BOT } from "./service_accounts.ts";
import { aMessage, type Telegram } from "./telegram.ts";
import type { Room } from "./world.ts";

/**
 * Makes a basic group a supergroup: a new chat with the same people in it and none of the messages.
 * The bot learns that it joined the new chat, never that it left the old one
 * (https://github.com/tdlib/telegram-bot-api/issues/266), and of a service message in each.
 */
export function upgrade(
  telegram: Telegram,
  room: Room,
  by: User,
): { next: Room; handled: Promise<unknown> } {
  const { world, updates } = telegram;
  if (room.chat.type !== "group" || room.upgradedTo) {
    throw new RangeError(`Cannot upgrade: "${room.chat.title}" is no basic group`);
  }
  const id = MAX_SUPERGROUP_ID - ++world.last.group;
  const next: Room = {
    ...emptyRoom({ id, type: "supergroup", title: room.chat.title }),
    members: new Map(room.members),
    mayWrite: room.mayWrite,
  };
  world.rooms.set(id, next);
  room.upgradedTo = id;
  const left = post(telegram, room, { from: by, content: { migrate_to_chat_id: id } });
  const arrived = post(telegram, next, {
    from: GROUP_BOT,
    content: { sender_chat: next.chat, migrate_from_chat_id: room.chat.id },
  });
  const bot = next.members.get(world.bot.id);
  if (!bot || !isPresent(bot)) return { next, handled: Promise.resolve() };
  const handled = Promise.all([
    updates.push({
      my_chat_member: {
        chat: next.chat,
        from: by,
        date: unixTime(world),
        old_chat_member: gone(botUser(world.bot), "left"),
        new_chat_member: bot,
      },
    }),
    updates.push(aMessage(left.message)),
    updates.push(aMessage(arrived.message)),
  ]);
  return { next, handled };
}
