/** What administrators did, the newest first. */

import type { Act } from "../domain/act.ts";
import { keys } from "./keys.ts";
import type { Kv } from "./kv.ts";
import { parseEntry } from "./read.ts";

/** A company's acts, listed as far as they are asked for. */
export async function* newestActs(kv: Kv, company: string): AsyncGenerator<Act> {
  for await (const entry of kv.list({ prefix: ["act", company] }, { reverse: true })) {
    const [, , at, id] = entry.key;
    const parsed = keys.act(company, Number(at), String(id)).schema.safeParse(entry.value);
    // One that can't be read must not hide the others.
    if (parsed.success) yield parsed.data;
  }
}

/** The ids that a group has had: those it has moved from, and its own. */
export async function idsOfGroup(kv: Kv, chatId: number): Promise<Set<string>> {
  const from = new Map<number, number>();
  for await (const entry of kv.list({ prefix: ["moved"] })) {
    const { value } = parseEntry(keys.moved(Number(entry.key[1])), entry);
    if (value) from.set(Number(entry.key[1]), value.to);
  }
  const ids = new Set([chatId]);
  for (const id of ids) for (const [old, to] of from) if (to === id) ids.add(old);
  return new Set([...ids].map(String));
}
