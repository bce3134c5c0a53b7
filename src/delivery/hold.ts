/** A chat that has to wait: its token is given back until then, and the row says why. */

import type { Deps } from "../deps.ts";
import { redact } from "../log.ts";
import type { Lease, WaitingRow } from "../store/drain_token.ts";
import { keys } from "../store/keys.ts";
import type { Change } from "../store/kv.ts";
import { readOne } from "../store/read.ts";
import { set } from "../store/write.ts";
import { giveBack, refreshLease } from "./lease.ts";
import { backoff, type Holding, patience, WRONG_TOKEN } from "./verdict.ts";

/**
 * Holds the chat after a failure, with what else is to be recorded, and notes it on the row as that
 * is now: a commit may have put a newer one in its place meanwhile.
 */
export async function hold(
  deps: Deps,
  lease: Lease,
  { key }: WaitingRow,
  { verdict, changes }: { verdict: Holding; changes: readonly Change[] },
): Promise<void> {
  const lastError = redact(verdict.reason, deps.settings.secrets);
  // A wrong token concerns all chats, and is said once for all of them.
  if (verdict.reason !== WRONG_TOKEN) {
    deps.log.warn("delivery on hold", { chat: lease.chatId, error: lastError });
  }
  for (let current: Lease | null = lease; current;) {
    const entry = await readOne(deps.kv, keys.outbox(key));
    const { failures } = current.token;
    const holdUntil = deps.now() + pauseOf(verdict, failures);
    const attempts = (entry.value?.attempts ?? 0) + 1;
    const failed = entry.value && { ...entry.value, attempts, notBefore: holdUntil, lastError };
    const back = {
      changes: failed ? [...changes, set(entry, failed)] : changes,
      checks: [entry],
      rowsLeft: true,
      holdUntil,
      failures: failures + 1,
    };
    if (await giveBack(deps, current, back)) return;
    current = await refreshLease(deps, current);
  }
}

/** After so many failures in a row; milliseconds. */
function pauseOf(verdict: Holding, failures: number): number {
  return verdict.kind === "no_right" ? patience(failures) : verdict.ms ?? backoff(failures);
}

/**
 * No new message may go to the chat before then (epoch milliseconds), whoever holds it; which is no
 * failure, and cards that are there are still brought up to date.
 */
export async function waitUntil(deps: Deps, lease: Lease, sendsAfter: number): Promise<void> {
  for (let current: Lease | null = lease; current;) {
    const { failures } = current.token;
    const back = { changes: [], rowsLeft: true, failures, sendsAfter };
    if (await giveBack(deps, current, back)) return;
    current = await refreshLease(deps, current);
  }
}
