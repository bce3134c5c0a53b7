/** One look at everything that tells whether the program does its work. */

import { webhookState } from "../delivery/webhook_state.ts";
import type { Deps } from "../deps.ts";
import { MOST_LISTED, type Observation, type OutboxSeen } from "../domain/observation.ts";
import { keys } from "../store/keys.ts";
import type { Kv } from "../store/kv.ts";
import { readAll, readOne } from "../store/read.ts";
import { OutboxRow } from "../store/records.ts";
import { readAllTallies } from "../store/tallies.ts";

/** How far back dead letters count, in milliseconds. */
const LETTERS_OF = 24 * 3_600_000;

/**
 * Looks. Costs a call of Telegram, a read and three listings; more only while something is stuck.
 *
 * @throws {KvError} when the store can't be reached.
 */
export async function observe(deps: Deps): Promise<Observation> {
  const { kv } = deps;
  const telegram = await webhookState(deps);
  const asked = deps.now();
  const heartbeat = await readOne(kv, keys.heartbeat());
  const at = deps.now();
  return {
    at,
    telegram,
    sweptAt: heartbeat.value?.at ?? null,
    outbox: await lookAtOutbox(kv, at),
    deadLetters: await countLetters(kv, at - LETTERS_OF),
    storeTook: at - asked,
    tallies: await talliesAtWork(kv),
  };
}

/** An archived company is not expected to do anything about what is open in it. */
async function talliesAtWork(kv: Kv): Promise<Observation["tallies"]> {
  const tallies = await readAllTallies(kv);
  const ids = [...tallies.keys()];
  const companies = await readAll(kv, ids.map((id) => keys.company(id)));
  const isAtWork = (i: number) => (companies[i]?.value?.archivedAt ?? null) === null;
  return new Map([...tallies].filter((_, i) => isAtWork(i)));
}

/** How long something has waited before it is worth asking whether its chat is on hold. */
const YOUNG = 60_000;

async function lookAtOutbox(kv: Kv, now: number): Promise<OutboxSeen> {
  let rows = 0;
  /** When the oldest row of each chat was written. */
  const oldest = new Map<number, number>();
  for await (const { key, value } of kv.list({ prefix: ["outbox"] }, { limit: MOST_LISTED })) {
    rows++;
    const row = OutboxRow.safeParse(value);
    const chatId = Number(key[1]);
    if (row.success) {
      oldest.set(chatId, Math.min(row.data.createdAt, oldest.get(chatId) ?? now));
    }
  }
  const old = [...oldest].filter(([, since]) => now - since >= YOUNG);
  const tokens = await readAll(kv, old.map(([chatId]) => keys.drain(chatId)));
  const free = old.map(([, since], i) => Math.max(since, tokens[i]?.value?.holdUntil ?? 0));
  return {
    rows,
    oldest: longest([...oldest.values()], now),
    stuck: longest(free, now),
  };
}

/** How long ago the earliest of these moments was, in milliseconds; 0 without any. */
function longest(moments: readonly number[], now: number): number {
  return now - Math.min(now, ...moments);
}

async function countLetters(kv: Kv, since: number): Promise<number> {
  const range = { start: ["dead_letter", since], end: ["dead_letter", Infinity] };
  return (await Array.fromAsync(kv.list(range, { limit: MOST_LISTED }))).length;
}
