/** What Telegram says about who administers a group, kept for ten minutes. */

import type { CoreDeps } from "../deps.ts";
import { type Administrators, ADMINISTRATORS_COUNT_FOR } from "../domain/standing.ts";
import { keys } from "../store/keys.ts";
import { type Entry, readOne } from "../store/read.ts";
import { set } from "../store/write.ts";

/** What was known before Telegram is asked, for {@linkcode noteAdministrators}. */
export function knownAdministrators(
  { kv }: CoreDeps,
  chatId: number,
): Promise<Entry<Administrators>> {
  return readOne(kv, keys.administrators(chatId));
}

/**
 * Notes the answer to `getChatAdministrators`; `false` when something has changed since `before` was
 * read, and the answer may be older than that.
 */
export async function noteAdministrators(
  deps: CoreDeps,
  before: Entry<Administrators>,
  ids: readonly number[],
): Promise<boolean> {
  const value: Administrators = { schema: 1, ids: [...ids], fetchedAt: deps.now() };
  return await deps.kv.commit([before], [set(before, value, ADMINISTRATORS_COUNT_FOR)]) !== null;
}

/**
 * Somebody's place in the group has changed: the next decision that depends on it asks again. An
 * answer that is under way meanwhile finds that this was written, and is not kept.
 */
export async function forgetAdministrators(deps: CoreDeps, chatId: number): Promise<void> {
  const nothing: Administrators = { schema: 1, ids: [], fetchedAt: 0 };
  await deps.kv.commit([], [set(keys.administrators(chatId), nothing, ADMINISTRATORS_COUNT_FOR)]);
}

/** The bot's own rights have changed: a group that was told about a missing one may be told again. */
export async function forgetNotices(deps: CoreDeps, chatId: number): Promise<void> {
  const { key } = keys.notice(chatId, "pin");
  await deps.kv.commit([], [{ type: "delete", key }]);
}
