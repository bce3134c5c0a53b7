/** Index keys that are missing or stray. What a record should have comes from `indexesOf` alone. */

import { hasIndex, indexedRecord, ownerOf } from "./indexed_records.ts";
import { type IndexedRecord, type IndexEntry, indexesOf } from "./indexes.ts";
import type { Kv } from "./kv.ts";

/** The index keys that a record should have and the store has not. */
export async function missingIndexes(kv: Kv, record: IndexedRecord): Promise<IndexEntry[]> {
  const wanted = indexesOf(record);
  const found = await kv.getMany(wanted.map(({ key }) => key));
  return wanted.filter((_, i) => found[i]?.versionstamp === null);
}

/** Sets index keys that are missing; `false`: the record has changed, or somebody was faster. */
export async function addIndexes(
  kv: Kv,
  record: Deno.KvEntry<unknown>,
  missing: readonly IndexEntry[],
): Promise<boolean> {
  const [first] = missing;
  if (!first) return true;
  // Another repair would have added all of them at once: one check tells.
  const checks = [record, { key: first.key, versionstamp: null }];
  const changes = missing.map(({ key, value }) => ({ type: "set" as const, key, value }));
  return await kv.commit(checks, changes) !== null;
}

/** An index key that its record does not have, or has with another value. */
export interface StrayIndex {
  /** The index key. */
  index: Deno.KvEntryMaybe<unknown>;
  /** The record that it would belong to, or that there is none. */
  owner: Deno.KvEntryMaybe<unknown>;
}

/** Judges an index key that was listed; `null`: it is where it belongs, or has changed since. */
export async function strayIndex(
  kv: Kv,
  listed: Deno.KvEntry<unknown>,
): Promise<StrayIndex | null> {
  // Read again with its record: since the listing both may have changed together.
  const [index, owner] = await kv.getMany([listed.key, ownerOf(listed)]);
  if (!index || !owner || index.versionstamp !== listed.versionstamp) return null;
  return mayBelongTo(owner, index) ? null : { index, owner };
}

/** Deletes a stray index key; `false`: it or its record has changed. */
export async function removeIndex(kv: Kv, { index, owner }: StrayIndex): Promise<boolean> {
  return await kv.commit([index, owner], [{ type: "delete", key: index.key }]) !== null;
}

/**
 * Whether an index key belongs to that record, as far as anybody can tell: one that can't be read, which
 * its own check reports, may have any index.
 */
export function mayBelongTo(owner: Deno.KvEntryMaybe<unknown>, index: IndexEntry): boolean {
  try {
    return hasIndex(indexedRecord(owner), index);
  } catch {
    return true;
  }
}
