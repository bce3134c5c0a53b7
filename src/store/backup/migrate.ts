/** Brings all records into today's shape, once and for all. */

import type { Kv } from "../kv.ts";
import { keyText } from "./encoding.ts";
import { KEPT_KINDS } from "./kinds.ts";
import { lift } from "./migrations.ts";
import { piecesOf } from "./survey.ts";

/** What became of the records. */
export interface Migrated {
  /** Records in today's shape from the start. */
  current: number;
  /** Records that were lifted, by kind. */
  lifted: Record<string, number>;
  /** Keys of the first records that have no known shape; they stay as they are. */
  unreadable: string[];
}

/** Records that are looked at together. */
const PAGE = 200;
const MOST_EXAMPLES = 10;

/**
 * Lifts every record that is kept. The store may be at work: a record that changes meanwhile is left to
 * whoever changed it, who wrote today's shape. Doing it again changes nothing.
 */
export async function migrate(
  kv: Kv,
  report: (looked: number) => void = () => {},
): Promise<Migrated> {
  const migrated: Migrated = { current: 0, lifted: {}, unreadable: [] };
  let looked = 0;
  for (const kind of KEPT_KINDS) {
    for await (const { entries } of piecesOf(kv, kind, PAGE)) {
      for (const entry of entries) await migrateRecord(kv, entry, migrated);
      report(looked += entries.length);
    }
  }
  return migrated;
}

async function migrateRecord(
  kv: Kv,
  entry: Deno.KvEntry<unknown>,
  migrated: Migrated,
): Promise<void> {
  const lifted = lift(entry.key, entry.value);
  switch (lifted.kind) {
    case "current":
      migrated.current++;
      break;
    case "older": {
      const change = { type: "set" as const, key: entry.key, value: lifted.value };
      if (await kv.commit([entry], [change]) === null) migrated.current++;
      else {
        const kind = String(entry.key[0]);
        migrated.lifted[kind] = (migrated.lifted[kind] ?? 0) + 1;
      }
      break;
    }
    case "unreadable":
      if (migrated.unreadable.length < MOST_EXAMPLES) migrated.unreadable.push(keyText(entry.key));
      break;
    default:
      lifted satisfies never;
  }
}
