/** The command menus that Telegram's clients show, per scope, from the command table. */

import { type Api, GrammyError } from "grammy";
import type { BotCommand } from "grammy/types";
import type { Role } from "./command.ts";
import { COMMANDS, includesRole } from "./command_table.ts";

/**
 * Sets the menus: everybody's in private and in groups, group administrators', platform admins'.
 *
 * @returns The platform admins that Telegram knows no chat of: they have to press Start first.
 */
export async function setMenus(
  telegram: Api,
  platformAdmins: readonly number[],
): Promise<number[]> {
  await telegram.setMyCommands(menu("private", "reporter"), {
    scope: { type: "all_private_chats" },
  });
  await telegram.setMyCommands(menu("group", "reporter"), { scope: { type: "all_group_chats" } });
  await telegram.setMyCommands(menu("group", "manager"), {
    scope: { type: "all_chat_administrators" },
  });
  const strangers: number[] = [];
  for (const chat_id of platformAdmins) {
    try {
      const scope = { type: "chat" as const, chat_id };
      await telegram.setMyCommands(menu("private", "platform_admin"), { scope });
    } catch (error) {
      if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
      strangers.push(chat_id);
    }
  }
  return strangers;
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
