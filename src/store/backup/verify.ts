/** Looks at everything that is kept and tells what does not fit together; mends indexes, if it may. */

import type { Company } from "../../domain/company.ts";
import { formatIncidentId } from "../../domain/ids.ts";
import type { Person } from "../../domain/person.ts";
import {
  addIndexes,
  mayBelongTo,
  missingIndexes,
  removeIndex,
  strayIndex,
} from "../index_repair.ts";
import { INDEXED_KINDS, indexedRecord, ownerOf } from "../indexed_records.ts";
import { INDEX_PREFIXES } from "../indexes.ts";
import { keys } from "../keys.ts";
import type { Kv } from "../kv.ts";
import { keyText } from "./encoding.ts";
import { type Findings, note } from "./findings.ts";
import { incidentsOf } from "./incident_parts.ts";
import { KEPT_KINDS, kindOf } from "./kinds.ts";
import { parseRecord } from "./migrations.ts";
import { firstParts, piecesOf } from "./survey.ts";
import {
  newTallies,
  type Tallies,
  tallyCompany,
  tallyCounter,
  tallyIncident,
  tallyPerson,
  wrongTallies,
} from "./verify_tallies.ts";
import { wholeIncident } from "./verify_incident.ts";

/** Options of {@linkcode verify}. */
export interface VerifyOptions {
  /** Adds index keys that are missing and deletes those that are stray; changes nothing else. */
  repair: boolean;
  /** Told after each page: how many keys were looked at. */
  report?(looked: number): void;
}

/** A verification that is under way. */
interface Verification {
  kv: Kv;
  repair: boolean;
  findings: Findings;
  tallies: Tallies;
}

type Check = (
  verification: Verification,
  page: readonly Deno.KvEntry<unknown>[],
) => Promise<void>;

/** Entries that are looked at together. */
const PAGE = 200;

/**
 * Verifies a store. It may be at work: what is in doubt is read again as of one moment, and only a sum
 * may be called wrong because it changed meanwhile.
 */
export async function verify(
  kv: Kv,
  { repair, report = () => {} }: VerifyOptions,
): Promise<Findings> {
  const verification: Verification = {
    kv,
    repair,
    findings: new Map(),
    tallies: newTallies(),
  };
  const { findings } = verification;
  for await (const part of firstParts(kv)) {
    if (!kindOf([part])) note(findings, "unknown_key", { example: String(part) });
  }
  let looked = 0;
  // Stray index keys go first: one with a wrong value is in the place of the right one.
  const steps: [prefix: string, check: Check][] = [
    ...INDEX_PREFIXES.map((prefix): [string, Check] => [prefix, checkIndexes]),
    ...KEPT_KINDS.map((kind): [string, Check] => [kind, checkRecords]),
  ];
  for (const [prefix, check] of steps) {
    for await (const { entries } of piecesOf(kv, prefix, PAGE)) {
      await check(verification, entries);
      report(looked += entries.length);
    }
  }
  for (const { name, stored, wanted } of wrongTallies(verification.tallies)) {
    note(findings, "tally", { example: `${name}: ${stored}, should be ${wanted}` });
  }
  return findings;
}

async function checkIndexes(
  { kv, repair, findings }: Verification,
  page: readonly Deno.KvEntry<unknown>[],
): Promise<void> {
  const owners = await kv.getMany(page.map(ownerOf));
  const inDoubt = page.filter((entry, i) => !mayBelongTo(owners[i]!, entry));
  await Promise.all(inDoubt.map(async (entry) => {
    const stray = await strayIndex(kv, entry);
    if (!stray) return;
    const mended = repair && await removeIndex(kv, stray);
    note(findings, "stray_index", { example: keyText(entry.key), mended });
  }));
}

async function checkRecords(
  verification: Verification,
  page: readonly Deno.KvEntry<unknown>[],
): Promise<void> {
  await Promise.all(page.map((entry) => checkRecord(verification, entry)));
  if (page[0]?.key[0] === "history") await checkOwners(verification, page);
}

async function checkRecord(
  verification: Verification,
  entry: Deno.KvEntry<unknown>,
): Promise<void> {
  const { findings, tallies } = verification;
  const parsed = parseRecord(entry.key, entry.value);
  if ("where" in parsed) {
    note(findings, "unreadable", { example: `${keyText(entry.key)} at ${parsed.where}` });
    return;
  }
  const { value } = parsed;
  const [kind] = entry.key;
  if (kind === "incident") await checkIncident(verification, entry);
  if (kind === "company") tallyCompany(tallies, value as Company);
  if (kind === "person") tallyPerson(tallies, value as Person);
  if (kind === "counter" || kind === "tally" || kind === "removed") {
    tallyCounter(tallies, entry.key, value);
  }
  if (INDEXED_KINDS.some((indexed) => indexed === kind)) {
    await checkIndexesOf(verification, entry);
  }
}

async function checkIndexesOf(
  { kv, repair, findings }: Verification,
  entry: Deno.KvEntry<unknown>,
): Promise<void> {
  let missing = await missingIndexes(kv, indexedRecord(entry)!);
  if (missing.length === 0) return;
  // Read again: since the listing it may have changed, and its indexes with it.
  const [record] = await kv.getMany([entry.key]);
  if (record?.versionstamp !== entry.versionstamp) return;
  missing = await missingIndexes(kv, indexedRecord(entry)!);
  const mended = repair && await addIndexes(kv, entry, missing);
  for (const { key } of missing) note(findings, "missing_index", { example: keyText(key), mended });
}

async function checkIncident(
  { kv, findings, tallies }: Verification,
  entry: Deno.KvEntry<unknown>,
): Promise<void> {
  for (const id of incidentsOf([entry.key])) {
    const { stored, events, wrong } = await wholeIncident(kv, id, entry);
    if (stored) tallyIncident(tallies, stored.state, events);
    if (wrong) note(findings, "history", { example: `${formatIncidentId(id)}: ${wrong}` });
  }
}

/** Events belong to an incident. */
async function checkOwners(
  { kv, findings }: Verification,
  page: readonly Deno.KvEntry<unknown>[],
): Promise<void> {
  const ids = incidentsOf(page.map(({ key }) => key));
  const found = await kv.getMany(ids.map((id) => keys.incident(id).key));
  const removing = await kv.getMany(ids.map((id) => keys.removing(id).key));
  ids.forEach((id, i) => {
    if (found[i]?.versionstamp || removing[i]?.versionstamp) return;
    note(findings, "lone_history", { example: formatIncidentId(id) });
  });
}
