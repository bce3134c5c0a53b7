/** What was learned of a group from Telegram, and counts no longer. */

import type { CoreDeps } from "../deps.ts";
import { type Administrators, ADMINISTRATORS_COUNT_FOR } from "../domain/standing.ts";
import type { Delivery } from "../store/drain_token.ts";
import { keys, NOTICES } from "../store/keys.ts";
import type { Change } from "../store/kv.ts";
import { readMany } from "../store/read.ts";
import { LOST_RACE, retry } from "../store/retry.ts";
import { set } from "../store/write.ts";

/**
 * Somebody's place in the group has changed: the next decision that depends on it asks again. An
 * answer that is under way meanwhile finds that this was written, and is not kept.
 */
export async function forgetAdministrators(deps: CoreDeps, chatId: number): Promise<void> {
  const nothing: Administrators = { schema: 1, ids: [], fetchedAt: 0 };
  await deps.kv.commit([], [set(keys.administrators(chatId), nothing, ADMINISTRATORS_COUNT_FOR)]);
}

/**
 * The bot's own rights have changed: whoever was told about a missing one may be told again, and a chat
 * that waited for the right to post is tried at once. Where that is comes back.
 */
export async function forgetNotices(deps: CoreDeps, chatId: number): Promise<Delivery[]> {
  const forgotten = NOTICES.map((about): Change => ({
    type: "delete",
    key: keys.notice(chatId, about).key,
  }));
  return await retry(deps, async () => {
    const { post, drain } = await readMany(deps.kv, {
      post: keys.notice(chatId, "post"),
      drain: keys.drain(chatId),
    });
    const isHeld = post.value !== null && drain.value !== null;
    const lifted = isHeld ? [set(drain, { ...drain.value, holdUntil: 0, failures: 0 })] : [];
    const checks = isHeld ? [drain] : [];
    if (await deps.kv.commit(checks, [...forgotten, ...lifted]) === null) return LOST_RACE;
    return isHeld ? [{ chatId, lease: null, rows: null, known: [] }] : [];
  });
}
