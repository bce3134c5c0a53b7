import type { BotCommand, BotCommandScope, User } from "grammy/types";
import { isAdministrator } from "./rooms.ts";
import type { Menu, Room, World } from "./world.ts";

/** The menu set for exactly this scope and language, if any. */
export function menuFor(
  world: World,
  { scope, language }: { scope: BotCommandScope; language: string },
): Menu | undefined {
  return world.menus.find((menu) => sameScope(menu.scope, scope) && menu.language === language);
}

export function setMenu(world: World, menu: Menu): void {
  removeMenu(world, menu);
  world.menus.push(menu);
}

export function removeMenu(world: World, { scope, language }: Omit<Menu, "commands">): void {
  const old = menuFor(world, { scope, language });
  if (old) world.menus.splice(world.menus.indexOf(old), 1);
}

/**
 * The commands a client offers a person in a chat: the first menu that is set, from the narrowest
 * scope to the widest (https://core.telegram.org/bots/api#determining-list-of-commands).
 */
export function commandsOffered(world: World, room: Room, user: User): BotCommand[] {
  for (const scope of scopesFor(room, user)) {
    for (const language of [user.language_code ?? "", ""]) {
      const menu = menuFor(world, { scope, language });
      if (menu) return menu.commands;
    }
  }
  return [];
}

function scopesFor(room: Room, user: User): BotCommandScope[] {
  const chat_id = room.chat.id;
  const widest: BotCommandScope = { type: "default" };
  if (room.chat.type === "private") {
    return [{ type: "chat", chat_id }, { type: "all_private_chats" }, widest];
  }
  const administrator = isAdministrator(room.members.get(user.id));
  return [
    { type: "chat_member", chat_id, user_id: user.id },
    ...(administrator ? [{ type: "chat_administrators" as const, chat_id }] : []),
    { type: "chat", chat_id },
    ...(administrator ? [{ type: "all_chat_administrators" as const }] : []),
    { type: "all_group_chats" },
    widest,
  ];
}

function sameScope(a: BotCommandScope, b: BotCommandScope): boolean {
  const key = (scope: BotCommandScope) =>
    [
      scope.type,
      "chat_id" in scope ? scope.chat_id : 0,
      "user_id" in scope ? scope.user_id : 0,
    ].join();
  return key(a) === key(b);
}
