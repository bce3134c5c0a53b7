/** What waits to be said. */

import type { CoreDeps } from "../deps.ts";
import type { WaitingRow } from "../store/drain_token.ts";
import type { Kv } from "../store/kv.ts";
import { OutboxRow } from "../store/records.ts";

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
export async function listRows({ kv, log }: CoreDeps, chatId: number): Promise<Listing> {
  const rows: WaitingRow[] = [];
  let listed = 0;
  for await (const entry of kv.list({ prefix: ["outbox", chatId] }, { limit: MOST_ROWS })) {
    listed++;
    const row = OutboxRow.safeParse(entry.value);
    // One row that can't be read must not keep the others waiting; it stays, and is said each time.
    if (row.success) rows.push({ key: entry.key, row: row.data });
    else log.error("outbox row not readable", { chat: chatId });
  }
  return { rows, isComplete: listed < MOST_ROWS };
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
