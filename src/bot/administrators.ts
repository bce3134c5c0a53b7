/** Group administrators count as managers: Telegram is asked when that could matter, and seldom. */

import type { Deps } from "../deps.ts";
import { knownAdministrators, noteAdministrators } from "../execute/group_members.ts";
import { unlessRefused } from "./answer.ts";

/** How often an answer that was overtaken by a change is asked for again. */
const MOST_TRIES = 3;

/** Asks Telegram who administers the group; `false` when it can't be told. */
export async function refreshAdministrators(deps: Deps, chatId: number): Promise<boolean> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const before = await knownAdministrators(deps, chatId);
    const members = await unlessRefused(deps, () => deps.telegram.getChatAdministrators(chatId));
    if (!members) return false;
    const ids = members.filter(({ user }) => !user.is_bot).map(({ user }) => user.id);
    if (await noteAdministrators(deps, before, ids)) return true;
  }
  return false;
}

/**
 * Does something that may depend on who administers the group. `act` is told whether Telegram can
 * still be asked; when it says that this is needed, it is done again with the answer, if there is one.
 */
export async function withAdministrators<T extends { askAdministrators: boolean }>(
  deps: Deps,
  chatId: number,
  act: (mayAsk: boolean) => Promise<T>,
): Promise<T> {
  const first = await act(true);
  if (!first.askAdministrators) return first;
  await refreshAdministrators(deps, chatId);
  return await act(false);
}
