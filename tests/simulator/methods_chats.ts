import type { BotCommand, BotCommandScope, MenuButton } from "grammy/types";
import { gone } from "./members.ts";
import { menuFor, removeMenu, setMenu } from "./menus.ts";
import { flagIn, integerIn, roomIn, stringIn } from "./params.ts";
import { botUser } from "./posting.ts";
import { findEntry, isAdministrator, isPresent } from "./rooms.ts";
import type { Telegram } from "./telegram.ts";
import { withoutReply } from "./threads.ts";
import type { Asked, Params, Room } from "./world.ts";

/** Methods about the bot, its menus, chats and their members, and presses. */
export const chatMethods = {
  getMe: (_asked: Asked, { world }: Telegram) => world.bot,
  sendChatAction: () => true,
  getChat(asked: Asked, telegram: Telegram) {
    const room = theRoom(asked, telegram);
    const top = room.pinned[0] === undefined
      ? undefined
      : findEntry(room, { message: room.pinned[0] });
    return {
      ...room.chat,
      accent_color_id: 0,
      max_reaction_count: 11,
      accepted_gift_types: {},
      ...(room.chat.type === "private"
        ? {}
        : { permissions: { can_send_messages: room.mayWrite } }),
      ...(top ? { pinned_message: withoutReply(top.message) } : {}),
    };
  },
  getChatMember(asked: Asked, telegram: Telegram) {
    const id = integerIn(asked.params, "user_id") ?? 0;
    const member = theRoom(asked, telegram).members.get(id);
    if (member) return member;
    const user = telegram.world.accounts.get(id)?.user ?? botUser(telegram.world.bot);
    return gone(user, "left");
  },
  getChatAdministrators(asked: Asked, telegram: Telegram) {
    const withBots = flagIn(asked.params, "return_bots");
    const self = telegram.world.bot.id;
    return [...theRoom(asked, telegram).members.values()].filter((member) =>
      isAdministrator(member) && (withBots || !member.user.is_bot || member.user.id === self)
    );
  },
  getChatMemberCount: (asked: Asked, telegram: Telegram) =>
    [...theRoom(asked, telegram).members.values()].filter(isPresent).length,
  async leaveChat(asked: Asked, telegram: Telegram) {
    const { world, updates } = telegram;
    const room = theRoom(asked, telegram);
    const user = botUser(world.bot);
    const before = room.members.get(user.id) ?? gone(user, "left");
    const after = gone(user, "left");
    room.members.set(user.id, after);
    const date = Math.floor(world.clock.now() / 1000);
    void updates.push({
      my_chat_member: {
        chat: room.chat,
        from: user,
        date,
        old_chat_member: before,
        new_chat_member: after,
      },
    });
    return await Promise.resolve(true);
  },
  setMyCommands({ params }: Asked, { world }: Telegram) {
    setMenu(world, { ...scopeIn(params), commands: params.commands as BotCommand[] });
    return true;
  },
  getMyCommands: ({ params }: Asked, { world }: Telegram) =>
    menuFor(world, scopeIn(params))?.commands ?? [],
  deleteMyCommands({ params }: Asked, { world }: Telegram) {
    removeMenu(world, scopeIn(params));
    return true;
  },
  setChatMenuButton: () => true,
  getChatMenuButton: (): MenuButton => ({ type: "commands" }),
  answerCallbackQuery({ params }: Asked, { world, notices }: Telegram) {
    const press = world.presses.get(stringIn(params, "callback_query_id") ?? "");
    const account = press && world.accounts.get(press.from);
    if (!press || !account) throw new Error("A rule should have refused this query");
    const text = stringIn(params, "text");
    const url = stringIn(params, "url");
    const toast = {
      ...(text ? { text } : {}),
      ...(flagIn(params, "show_alert") ? { alert: true } : {}),
      ...(url ? { url } : {}),
    };
    press.answered(toast);
    account.toasts.push(toast);
    notices.tell({ kind: "toast", user: account.user, toast });
    return true;
  },
};

function scopeIn(params: Params): { scope: BotCommandScope; language: string } {
  const scope = params.scope as BotCommandScope | undefined;
  return {
    scope: scope ?? { type: "default" },
    language: stringIn(params, "language_code") ?? "",
  };
}

function theRoom(asked: Asked, { world }: Telegram): Room {
  const room = roomIn(asked, world);
  if (!room) throw new Error("A rule should have refused this chat");
  return room;
}
