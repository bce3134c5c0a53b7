/** Records of a backup with their indexes, in commits that every engine takes. */

import { INDEXED_KINDS, indexedRecord } from "../indexed_records.ts";
import { type IndexedRecord, type IndexEntry, indexesOf } from "../indexes.ts";
import type { Change } from "../kv.ts";
import type { BackupRecord } from "./check.ts";
import { keyText } from "./encoding.ts";

/** A record and the index keys that it has. */
export interface WithIndexes extends BackupRecord {
  /** Made from the record. */
  indexes: IndexEntry[];
}

/** Bounds of one commit: below Deno KV's 1,000 changes, 80 KB of keys and 800 KB altogether. */
const MOST_CHANGES = 500;
/** A character is at most 3 bytes. */
const MOST_KEY_CHARACTERS = 25_000;
const MOST_BYTES = 400_000;

/** Gathers records for one commit each; one record with its indexes always fits. */
export async function* batchesOf(
  records: AsyncIterable<BackupRecord>,
  mostRecords: number,
): AsyncGenerator<WithIndexes[]> {
  let batch: WithIndexes[] = [];
  let [changes, characters, bytes] = [0, 0, 0];
  for await (const record of records) {
    const indexes = indexesOfRecord(record);
    const ownChanges = 1 + indexes.length;
    const ownCharacters = [record, ...indexes]
      .reduce((sum, { key }) => sum + keyText(key).length, 0);
    const isFull = batch.length === mostRecords || changes + ownChanges > MOST_CHANGES ||
      characters + ownCharacters > MOST_KEY_CHARACTERS || bytes + record.size > MOST_BYTES;
    if (isFull && batch.length > 0) {
      yield batch;
      batch = [];
      [changes, characters, bytes] = [0, 0, 0];
    }
    batch.push({ ...record, indexes });
    changes += ownChanges;
    characters += ownCharacters;
    bytes += record.size;
  }
  if (batch.length > 0) yield batch;
}

/** Sets what stands under a key. */
export function setEntry({ key, value }: IndexEntry): Change {
  return { type: "set", key, value };
}

function indexesOfRecord({ key, value }: BackupRecord): IndexEntry[] {
  if (!INDEXED_KINDS.includes(key[0] as IndexedRecord["kind"])) return [];
  const record = indexedRecord({ key, value, versionstamp: "" });
  return record ? indexesOf(record) : [];
}
