/** Who administers a group: Telegram is asked, and its answer is kept for ten minutes. */

import type { CoreDeps, Deps } from "../deps.ts";
import { type Administrators, ADMINISTRATORS_COUNT_FOR, isFresh } from "../domain/standing.ts";
import { keys } from "../store/keys.ts";
import { type Entry, readOne } from "../store/read.ts";
import { set } from "../store/write.ts";
import { unlessRefused } from "./unless_refused.ts";

/** How often an answer that was overtaken by a change is asked for again. */
const MOST_TRIES = 3;

/** Asks Telegram who administers the group; `false` when it can't be told. */
export async function refreshAdministrators(deps: Deps, chatId: number): Promise<boolean> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const before = await readOne(deps.kv, keys.administrators(chatId));
    const members = await unlessRefused(deps, () => deps.telegram.getChatAdministrators(chatId));
    if (!members) return false;
    const ids = members.filter(({ user }) => !user.is_bot).map(({ user }) => user.id);
    if (await note(deps, before, ids)) return true;
  }
  return false;
}

/** Asks Telegram who administers the group, unless that is known; `false` when it can't be told. */
export async function learnAdministrators(deps: Deps, chatId: number): Promise<boolean> {
  const { value } = await readOne(deps.kv, keys.administrators(chatId));
  return isFresh(value, deps.now()) || await refreshAdministrators(deps, chatId);
}

/** Notes an answer; `false` when something has changed since `before`, and it may be older than that. */
async function note(
  deps: CoreDeps,
  before: Entry<Administrators>,
  ids: readonly number[],
): Promise<boolean> {
  const value: Administrators = { schema: 1, ids: [...ids], fetchedAt: deps.now() };
  return await deps.kv.commit([before], [set(before, value, ADMINISTRATORS_COUNT_FOR)]) !== null;
}
