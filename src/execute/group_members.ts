/** What Telegram says about who administers a group, kept for ten minutes. */

import type { CoreDeps } from "../deps.ts";
import { type Administrators, ADMINISTRATORS_COUNT_FOR } from "../domain/standing.ts";
import { keys } from "../store/keys.ts";
import { retry } from "../store/retry.ts";
import { set } from "../store/write.ts";

/** Notes the answer to `getChatAdministrators`. */
export async function noteAdministrators(
  deps: CoreDeps,
  chatId: number,
  ids: readonly number[],
): Promise<void> {
  const key = keys.administrators(chatId);
  const value: Administrators = { schema: 1, ids: [...ids], fetchedAt: deps.now() };
  await retry(deps, () => deps.kv.commit([], [set(key, value, ADMINISTRATORS_COUNT_FOR)]));
}

/** Somebody's place in the group has changed: the next decision that depends on it asks again. */
export async function forgetAdministrators(deps: CoreDeps, chatId: number): Promise<void> {
  const { key } = keys.administrators(chatId);
  await retry(deps, () => deps.kv.commit([], [{ type: "delete", key }]));
}

/** The bot's own rights have changed: a group that was told about a missing one may be told again. */
export async function forgetNotices(deps: CoreDeps, chatId: number): Promise<void> {
  const { key } = keys.notice(chatId, "pin");
  await retry(deps, () => deps.kv.commit([], [{ type: "delete", key }]));
}
