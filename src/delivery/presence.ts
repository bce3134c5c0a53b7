/** Who is in a group, as far as Telegram tells. */

import type { ChatMember } from "grammy/types";
import type { Deps } from "../deps.ts";
import { unlessRefused } from "./unless_refused.ts";

/** Whether that place in a chat is one inside of it. */
export function isInside(member: ChatMember): boolean {
  if (member.status === "restricted") return member.is_member;
  return member.status !== "left" && member.status !== "kicked";
}

/**
 * Whether somebody is in the group; `null` when Telegram does not tell, which it does for sure only
 * where the bot is an administrator. Whoever was never there is out, like everybody who has left.
 *
 * @see https://core.telegram.org/bots/api#getchatmember
 */
export async function isInGroup(
  deps: Deps,
  chatId: number,
  personId: number,
): Promise<boolean | null> {
  const member = await unlessRefused(deps, () => deps.telegram.getChatMember(chatId, personId));
  return member && isInside(member);
}

/** Whether the bot is an administrator of the group. */
export async function botAdministers(deps: Deps, chatId: number): Promise<boolean> {
  const { botId } = deps.settings;
  const self = await unlessRefused(deps, () => deps.telegram.getChatMember(chatId, botId));
  return self?.status === "administrator";
}
