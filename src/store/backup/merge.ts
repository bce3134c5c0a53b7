/**
 * Adds to a store what a backup has and the store lacks. Nothing that is there is changed: an import
 * that was interrupted is finished this way, and what differs is said.
 */

import { formatIncidentId, type IncidentId } from "../../domain/ids.ts";
import { keys } from "../keys.ts";
import type { Change, Check, Kv } from "../kv.ts";
import { readOne } from "../read.ts";
import { MessageLink } from "../records.ts";
import { batchesOf, setEntry, type WithIndexes } from "./batch.ts";
import type { BackupRecord } from "./check.ts";
import { keyText, valueText } from "./encoding.ts";
import { incidentsOf } from "./incident_parts.ts";
import { BackupError } from "./refused.ts";

/** What came of the records of a backup. */
export interface Merged {
  /** Written. */
  added: number;
  /** The store has the same. */
  alreadyThere: number;
  /** The store has something else, or an incident that this would be a part of. */
  conflicts: number;
  /** The keys of the first conflicts. */
  examples: string[];
}

/** A merge that is under way. */
interface Merging {
  kv: Kv;
  merged: Merged;
  /** Incidents that the store has otherwise, or has yet to give the number to. */
  others: Set<string>;
  /** By company: the last number that the store has given; `null`: it does not know the company. */
  lastNumbers: Map<string, number | null>;
}

/** Older engines take that many checks in a commit. */
const MOST_CHECKS = 10;
const MOST_EXAMPLES = 10;

/** Merges records, which come in the order of an export; an incident comes before its parts. */
export async function mergeRecords(
  kv: Kv,
  records: AsyncIterable<BackupRecord>,
  tell: (done: number) => void,
): Promise<Merged> {
  const merged: Merged = { added: 0, alreadyThere: 0, conflicts: 0, examples: [] };
  const merging: Merging = { kv, merged, others: new Set(), lastNumbers: new Map() };
  for await (const batch of batchesOf(records, MOST_CHECKS)) {
    await mergeBatch(merging, batch);
    tell(merged.added + merged.alreadyThere + merged.conflicts);
  }
  return merged;
}

/** One after the other: a record's fate may hang on that of the one before. */
async function mergeBatch(merging: Merging, batch: readonly WithIndexes[]): Promise<void> {
  const { kv, merged } = merging;
  const found = await kv.getMany(batch.map(({ key }) => key));
  const missing: WithIndexes[] = [];
  for (const [i, record] of batch.entries()) {
    const { versionstamp, value } = found[i]!;
    const isSame = versionstamp !== null && valueText(value) === valueText(record.value);
    if (isSame) merged.alreadyThere++;
    else if (await isInTheWay(merging, record, versionstamp !== null)) conflict(merged, record);
    else missing.push(record);
  }
  await add(merging, missing);
}

/** Whether the store has something that speaks against a record. */
async function isInTheWay(
  merging: Merging,
  record: BackupRecord,
  isThere: boolean,
): Promise<boolean> {
  const [id] = incidentsOf([record.key]);
  if (id && record.key[0] === "incident") {
    const isOther = isThere || await isYetToCome(merging, id);
    if (isOther) merging.others.add(formatIncidentId(id));
    return isOther;
  }
  const whole = id ?? linked(record);
  return isThere || (whole !== null && merging.others.has(formatIncidentId(whole)));
}

/** The incident that a message leads to. */
function linked({ key, value }: BackupRecord): IncidentId | null {
  return key[0] === "message" ? MessageLink.parse(value).incident : null;
}

/** Another incident is going to get that number from the store. */
async function isYetToCome(
  { kv, lastNumbers }: Merging,
  { company, number }: IncidentId,
): Promise<boolean> {
  if (!lastNumbers.has(company)) {
    const { value } = await readOne(kv, keys.lastNumber(company));
    lastNumbers.set(company, value?.last ?? null);
  }
  const last = lastNumbers.get(company) ?? null;
  return last !== null && number > last;
}

async function add({ kv, merged }: Merging, records: readonly WithIndexes[]): Promise<void> {
  if (records.length === 0) return;
  const checks: Check[] = records.map(({ key }) => ({ key, versionstamp: null }));
  const indexes = records.flatMap((record) => record.indexes);
  const found = await kv.getMany(indexes.map(({ key }) => key));
  const changes: Change[] = [
    ...records.map(setEntry),
    ...indexes.filter((_, i) => found[i]!.versionstamp === null).map(setEntry),
  ];
  if (await kv.commit(checks, changes) === null) {
    throw new BackupError("Something else writes to the store: stop it, then repeat with --merge");
  }
  merged.added += records.length;
}

function conflict(merged: Merged, { key }: BackupRecord): void {
  merged.conflicts++;
  if (merged.examples.length < MOST_EXAMPLES) merged.examples.push(keyText(key));
}
