/** An update whose handling fails: brought again while that can help, then put on record. */

import { GrammyError, HttpError } from "grammy";
import type { CoreDeps } from "../deps.ts";
import { describeError, redact } from "../log.ts";
import { keys } from "../store/keys.ts";
import { KvError } from "../store/kv.ts";
import { readOne } from "../store/read.ts";
import { retry, TooBusyError } from "../store/retry.ts";
import { set } from "../store/write.ts";

/**
 * How long after its first failure an update is still brought again, in milliseconds. Telegram's waits
 * grow, at most doubling: a try that comes before this is followed by one within three times as long.
 */
const PATIENCE = 20_000;
const RECORD_TIME = 30 * 24 * 3_600_000;

/** Whether bringing the update again can help: the store, the network or the token was out. */
export function isOutage(error: unknown): boolean {
  if (error instanceof KvError || error instanceof TooBusyError) return true;
  if (error instanceof HttpError) return true;
  if (!(error instanceof GrammyError)) return false;
  return [401, 404, 429].includes(error.error_code) || error.error_code >= 500;
}

/**
 * Notes a failure that is not an outage.
 *
 * @returns Whether to give the update up: its chat has waited long enough.
 */
export async function noteFailure(
  deps: CoreDeps,
  updateId: number,
  error: unknown,
): Promise<boolean> {
  return await retry(deps, async () => {
    const now = deps.now();
    const entry = await readOne(deps.kv, keys.failedUpdate(deps.settings.botId, updateId));
    const firstAt = entry.value?.firstAt ?? now;
    const givenUp = now - firstAt >= PATIENCE;
    const attempts = (entry.value?.attempts ?? 0) + 1;
    const text = redact(describeError(error), deps.settings.secrets);
    const record = { schema: 1 as const, firstAt, attempts, error: text, givenUp };
    await deps.kv.commit([], [set(entry, record, RECORD_TIME)]);
    return givenUp;
  });
}
