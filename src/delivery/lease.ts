/** The right to say what waits in a chat: taken, kept, given back. Every step is checked. */

import type { CoreDeps } from "../deps.ts";
import { askFor, type Lease, LEASE_TIME } from "../store/drain_token.ts";
import { keys } from "../store/keys.ts";
import type { Change, Check } from "../store/kv.ts";
import { readOne } from "../store/read.ts";
import { type DrainToken, FREE_TOKEN } from "../store/records.ts";
import { LOST_RACE, retry } from "../store/retry.ts";
import { set } from "../store/write.ts";

/** Takes the chat's token; `null` when somebody else has it (who is told to look again). */
export async function takeLease(deps: CoreDeps, chatId: number): Promise<Lease | null> {
  return await retry(deps, async () => {
    const now = deps.now();
    const entry = await readOne(deps.kv, keys.drain(chatId));
    const token = entry.value ?? FREE_TOKEN;
    if (token.holdUntil > now) return null;
    const request = askFor(token, now, deps.newId());
    const versionstamp = await deps.kv.commit([entry], [set(entry, request.token)]);
    if (versionstamp === null) return LOST_RACE;
    return request.taken ? { chatId, token: request.token, versionstamp } : null;
  });
}

/** Commits `changes` and goes on; `null` when somebody asked meanwhile, and nothing was changed. */
export async function keepLease(
  deps: CoreDeps,
  lease: Lease,
  changes: readonly Change[],
): Promise<Lease | null> {
  const token = { ...lease.token, until: deps.now() + LEASE_TIME, failures: 0 };
  return await commitToken(deps, lease, { token, changes });
}

/** Goes on without having said anything; `null` when somebody asked meanwhile. */
export async function renewLease(deps: CoreDeps, lease: Lease): Promise<Lease | null> {
  const token = { ...lease.token, until: deps.now() + LEASE_TIME };
  return await commitToken(deps, lease, { token, changes: [] });
}

/** How a token is given back. */
export interface Return {
  /** What was said meanwhile. */
  changes: readonly Change[];
  /** What else must not have changed meanwhile. */
  checks?: readonly Check[];
  /** Rows still wait. */
  rowsLeft: boolean;
  /** Nothing may be said before; epoch milliseconds. */
  holdUntil?: number;
  /** Failures in a row until now. */
  failures?: number;
  /** No new message may be sent before; epoch milliseconds. */
  sendsAfter?: number;
}

/** Gives the token back; `false` when something was changed meanwhile, and nothing was written. */
export async function giveBack(deps: CoreDeps, lease: Lease, back: Return): Promise<boolean> {
  const { changes, checks = [], rowsLeft, holdUntil = 0, failures = 0 } = back;
  const { sendsAfter = lease.token.sendsAfter } = back;
  const given = { holder: null, until: 0, rowsLeft, holdUntil, failures, sendsAfter };
  const token = { ...lease.token, ...given };
  return await commitToken(deps, lease, { token, changes, checks }) !== null;
}

/** The lease as it is after others moved the count; `null` when it has been taken over. */
export async function refreshLease(deps: CoreDeps, lease: Lease): Promise<Lease | null> {
  const { value, versionstamp } = await readOne(deps.kv, keys.drain(lease.chatId));
  if (!value || versionstamp === null || value.holder !== lease.token.holder) return null;
  return { ...lease, token: value, versionstamp };
}

/** Whether the lease lasts long enough for another call. */
export function isLasting(lease: Lease, now: number): boolean {
  return now < lease.token.until - LEASE_TIME / 2;
}

async function commitToken(
  deps: CoreDeps,
  lease: Lease,
  { token, changes, checks = [] }: {
    token: DrainToken;
    changes: readonly Change[];
    checks?: readonly Check[];
  },
): Promise<Lease | null> {
  const key = keys.drain(lease.chatId);
  const check = { key: key.key, versionstamp: lease.versionstamp };
  return await retry(deps, async () => {
    const versionstamp = await deps.kv.commit([check, ...checks], [...changes, set(key, token)]);
    return versionstamp === null ? null : { ...lease, token, versionstamp };
  });
}
