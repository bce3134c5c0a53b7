/** What waits to be said. */

import type { WaitingRow } from "../store/drain_token.ts";
import { keys } from "../store/keys.ts";
import type { Kv } from "../store/kv.ts";
import { parseEntry } from "../store/read.ts";

/** Most rows that one listing brings. */
const MOST_ROWS = 100;

/** What a listing brought. */
export interface Listing {
  /** In the order in which they are to be said. */
  rows: WaitingRow[];
  /** Nothing waits beyond them. */
  isComplete: boolean;
}

/** What waits in one chat. */
export async function listRows(kv: Kv, chatId: number): Promise<Listing> {
  const rows: WaitingRow[] = [];
  for await (const entry of kv.list({ prefix: ["outbox", chatId] }, { limit: MOST_ROWS })) {
    const row = parseEntry(keys.outbox(entry.key), entry).value;
    if (row) rows.push({ key: entry.key, row });
  }
  return { rows, isComplete: rows.length < MOST_ROWS };
}

/** The chats in which something waits. Costs one short listing per such chat, however many rows. */
export async function* chatsWithRows(kv: Kv): AsyncGenerator<number> {
  let start: Deno.KvKey = ["outbox"];
  const end: Deno.KvKey = ["outbox\u0000"];
  for (;;) {
    let chatId: number | null = null;
    for await (const { key } of kv.list({ start, end }, { limit: 1 })) chatId = Number(key[1]);
    if (chatId === null) return;
    yield chatId;
    start = ["outbox", chatId, Infinity];
  }
}
