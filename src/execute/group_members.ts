/** What was learned of a group from Telegram, and counts no longer. */

import type { CoreDeps } from "../deps.ts";
import { type Administrators, ADMINISTRATORS_COUNT_FOR } from "../domain/standing.ts";
import { keys } from "../store/keys.ts";
import { set } from "../store/write.ts";

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
