/** What was learned of a group from Telegram, and counts no longer. */

import type { CoreDeps } from "../deps.ts";
import { type Administrators, ADMINISTRATORS_COUNT_FOR } from "../domain/standing.ts";
import type { Delivery } from "../store/drain_token.ts";
import { keys, NOTICES } from "../store/keys.ts";
import type { Change, Kv } from "../store/kv.ts";
import { type Entry, readMany } from "../store/read.ts";
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
  return await retry(deps, async () => {
    const { changes, checks } = await forgottenNotices(deps.kv, chatId);
    if (await deps.kv.commit(checks, changes) === null) return LOST_RACE;
    const isHeld = checks.length > 0;
    return isHeld ? [{ chatId, lease: null, rows: null, known: [] }] : [];
  });
}

/** What makes that so; `checks`: the token of a chat that waited, which must not have moved. */
export async function forgottenNotices(
  kv: Kv,
  chatId: number,
): Promise<{ changes: Change[]; checks: Entry<unknown>[] }> {
  const changes = NOTICES.map((about): Change => ({
    type: "delete",
    key: keys.notice(chatId, about).key,
  }));
  const { post, drain } = await readMany(kv, {
    post: keys.notice(chatId, "post"),
    drain: keys.drain(chatId),
  });
  if (post.value === null || drain.value === null) return { changes, checks: [] };
  const lifted = set(drain, { ...drain.value, holdUntil: 0, failures: 0 });
  return { changes: [...changes, lifted], checks: [drain] };
}
