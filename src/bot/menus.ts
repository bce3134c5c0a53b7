/** The command menus that Telegram's clients show, per scope, from the command table. */

import { type Api, GrammyError } from "grammy";
import type { BotCommand, BotCommandScope } from "grammy/types";
import { LOCALES } from "../domain/locale.ts";
import { textsOf } from "../view/texts/language.ts";
import type { Texts } from "../view/texts/texts.ts";
import type { Role } from "./command.ts";
import { COMMANDS, includesRole } from "./command_table.ts";

/**
 * Sets the menus: everybody's in private and in groups, group administrators', platform admins'; each in
 * every language, and for clients in any other in the first.
 *
 * @returns The platform admins that Telegram knows no chat of: they have to press Start first.
 */
export async function setMenus(
  telegram: Api,
  platformAdmins: readonly number[],
): Promise<number[]> {
  await setMenu(telegram, { type: "all_private_chats" }, ["private", "reporter"]);
  await setMenu(telegram, { type: "all_group_chats" }, ["group", "reporter"]);
  await setMenu(telegram, { type: "all_chat_administrators" }, ["group", "manager"]);
  const strangers: number[] = [];
  for (const chat_id of platformAdmins) {
    try {
      await setMenu(telegram, { type: "chat", chat_id }, ["private", "platform_admin"]);
    } catch (error) {
      if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
      strangers.push(chat_id);
    }
  }
  return strangers;
}

/**
 * One menu in every language.
 *
 * @see https://core.telegram.org/bots/api#setmycommands
 */
async function setMenu(
  telegram: Api,
  scope: BotCommandScope,
  [place, role]: [place: "group" | "private", role: Role],
): Promise<void> {
  const [first, ...others] = LOCALES;
  await telegram.setMyCommands(menu(textsOf(first), place, role), { scope });
  for (const locale of others) {
    const commands = menu(textsOf(locale), place, role);
    await telegram.setMyCommands(commands, { scope, language_code: locale });
  }
}

/** The menu of a role in a kind of chat. */
export function menu(texts: Texts, place: "group" | "private", role: Role): BotCommand[] {
  return COMMANDS.flatMap(({ name, ephemeral, ...command }) => {
    const here = command[place];
    if (!here || !includesRole(role, here.who)) return [];
    const quiet = place === "group" && ephemeral;
    const description = texts.commands[name];
    return [{ command: name, description, ...(quiet ? { is_ephemeral: true } : {}) }];
  });
}
