/** Puts a backup into an empty store. */

import type { Kv } from "../kv.ts";
import { batchesOf, setEntry, type WithIndexes } from "./batch.ts";
import { type BackupSource, checkBackup, recordsOf } from "./check.ts";
import type { Header } from "./format.ts";
import { kindOf } from "./kinds.ts";
import { type Merged, mergeRecords } from "./merge.ts";
import { BackupError } from "./refused.ts";
import { firstParts } from "./survey.ts";

/** How far an import is. */
export type ImportProgress = { step: "checked" | "written"; records: number };

/** Options of {@linkcode importBackup}. */
export interface ImportOptions {
  /** Add what is missing to a store that is not empty. */
  merge: boolean;
  /** Records that are written at once. */
  mostRecords?: number;
  /** Told after each record that was checked, and each commit. */
  report?(progress: ImportProgress): void;
}

/** What an import did. */
export interface Imported extends Merged {
  /** The backup's first line. */
  header: Header;
}

/**
 * Checks all of a backup, then writes its records and makes their indexes. Older records are written as
 * they are; reading lifts them. A store that something else writes to meanwhile is not protected.
 *
 * @throws {BackupError} when the backup or the store is refused; nothing is written then.
 */
export async function importBackup(
  kv: Kv,
  source: BackupSource,
  { merge, mostRecords = MOST_RECORDS, report = () => {} }: ImportOptions,
): Promise<Imported> {
  if (!merge) await refuseFull(kv);
  const checked = await checkBackup(source, (records) => report({ step: "checked", records }));
  const records = recordsOf(source, checked);
  const tell = (written: number) => report({ step: "written", records: written });
  const { header } = checked;
  if (merge) return { header, ...await mergeRecords(kv, records, tell) };
  return { header, ...await writeRecords(kv, batchesOf(records, mostRecords), tell) };
}

async function refuseFull(kv: Kv): Promise<void> {
  for await (const part of firstParts(kv)) {
    if (kindOf([part])?.fate === "short-lived") continue;
    throw new BackupError(
      `Cannot import: the store is not empty, it has keys of the kind "${String(part)}". ` +
        "If an import was interrupted, repeat it with --merge; else choose another store.",
    );
  }
}

/** Index keys count too: few commits get there. */
const MOST_RECORDS = 500;

async function writeRecords(
  kv: Kv,
  batches: AsyncIterable<WithIndexes[]>,
  tell: (written: number) => void,
): Promise<Merged> {
  let added = 0;
  for await (const batch of batches) {
    const entries = batch.flatMap((record) => [record, ...record.indexes]);
    await kv.commit([], entries.map(setEntry));
    added += batch.length;
    tell(added);
  }
  return { added, alreadyThere: 0, conflicts: 0, examples: [] };
}
