/** Index keys that are missing or stray, mended and noted. */

import { addIndexes, missingIndexes, removeIndex, strayIndex } from "../store/index_repair.ts";
import { ownerOf } from "../store/indexed_records.ts";
import type { IndexedRecord } from "../store/indexes.ts";
import { type AuditContext, note, placeOf } from "./audit_context.ts";

/** Sets the index keys that a record should have and has not. */
export async function addMissing(
  audit: AuditContext,
  entry: Deno.KvEntry<unknown>,
  record: IndexedRecord,
): Promise<void> {
  const { kv } = audit.deps;
  const missing = await missingIndexes(kv, record);
  if (!await addIndexes(kv, entry, missing)) return;
  missing.forEach(() => note(audit, "missing_index", placeOf(entry.key)));
}

/** Deletes an index key that its record does not have, or has with another value. */
export async function removeStray(
  audit: AuditContext,
  entry: Deno.KvEntry<unknown>,
): Promise<void> {
  const { kv } = audit.deps;
  const stray = await strayIndex(kv, entry);
  if (stray && await removeIndex(kv, stray)) {
    note(audit, "stray_index", placeOf(ownerOf(entry)));
  }
}
