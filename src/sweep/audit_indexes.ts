/** Index keys that are missing or stray. What a record should have comes from `indexesOf` alone. */

import { hasIndex, indexedRecord, ownerOf } from "../store/indexed_records.ts";
import { type IndexedRecord, type IndexEntry, indexesOf } from "../store/indexes.ts";
import { type AuditContext, note, placeOf } from "./audit_context.ts";

/** Sets the index keys that a record should have and has not. */
export async function addMissing(
  audit: AuditContext,
  entry: Deno.KvEntry<unknown>,
  record: IndexedRecord,
): Promise<void> {
  const { kv } = audit.deps;
  const wanted = indexesOf(record);
  const found = await kv.getMany(wanted.map(({ key }) => key));
  const missing = wanted.filter((_, i) => found[i]?.versionstamp === null);
  const [first] = missing;
  if (!first) return;
  // Another audit would have added all of them at once: one check tells.
  const checks = [entry, { key: first.key, versionstamp: null }];
  const changes = missing.map(({ key, value }) => ({ type: "set" as const, key, value }));
  if (await kv.commit(checks, changes) === null) return;
  missing.forEach(() => note(audit, "missing_index", placeOf(entry.key)));
}

/** Deletes an index key that its record does not have, or has with another value. */
export async function removeStray(
  audit: AuditContext,
  entry: Deno.KvEntry<unknown>,
): Promise<void> {
  const { kv } = audit.deps;
  const owner = ownerOf(entry);
  // Read again with its record: since the listing both may have changed together.
  const [index, found] = await kv.getMany([entry.key, owner]);
  if (!index || !found || index.versionstamp !== entry.versionstamp) return;
  if (mayBelongTo(found, index)) return;
  const versionstamp = await kv.commit([index, found], [{ type: "delete", key: entry.key }]);
  if (versionstamp !== null) note(audit, "stray_index", placeOf(owner));
}

/** A record that can't be read, which its own check reports, may have any index. */
function mayBelongTo(found: Deno.KvEntryMaybe<unknown>, index: IndexEntry): boolean {
  try {
    return hasIndex(indexedRecord(found), index);
  } catch {
    return true;
  }
}
