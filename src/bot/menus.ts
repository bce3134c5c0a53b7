/** The command menus that Telegram's clients show, per scope, from the command table. */

import type { Api } from "grammy";
import type { BotCommand } from "grammy/types";
import type { Role } from "./command.ts";
import { COMMANDS, includesRole } from "./command_table.ts";

/** Sets the menus: everybody's in private and in groups, group administrators', platform admins'. */
export async function setMenus(telegram: Api, platformAdmins: readonly number[]): Promise<void> {
  await telegram.setMyCommands(menu("private", "reporter"), {
    scope: { type: "all_private_chats" },
  });
  await telegram.setMyCommands(menu("group", "reporter"), { scope: { type: "all_group_chats" } });
  await telegram.setMyCommands(menu("group", "manager"), {
    scope: { type: "all_chat_administrators" },
  });
  for (const chat_id of platformAdmins) {
    await telegram.setMyCommands(menu("private", "platform_admin"), {
      scope: { type: "chat", chat_id },
    });
  }
}

/** The menu of a role in a kind of chat. */
export function menu(place: "group" | "private", role: Role): BotCommand[] {
  return COMMANDS.flatMap(({ name, description, ephemeral, ...command }) => {
    const here = command[place];
    if (!here || !includesRole(role, here.who)) return [];
    const quiet = place === "group" && ephemeral;
    return [{ command: name, description, ...(quiet ? { is_ephemeral: true } : {}) }];
  });
}
