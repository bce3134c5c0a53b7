/** Records that are indexed, and the way back from an index key to the record it belongs to. */

import { type INDEX_PREFIXES, type IndexedRecord, type IndexEntry, indexesOf } from "./indexes.ts";
import { keys, type TypedKey } from "./keys.ts";
import { parseEntry } from "./read.ts";

/** First parts of the keys of all records that are indexed. */
export const INDEXED_KINDS: readonly IndexedRecord["kind"][] = [
  "person",
  "group",
  "profile",
  "comment",
  "rota",
  "incident",
];

/**
 * The record under a key that begins with one of {@linkcode INDEXED_KINDS}; `null` when there is none.
 *
 * @throws {Error} when it does not fit its schema.
 */
export function indexedRecord(found: Deno.KvEntryMaybe<unknown>): IndexedRecord | null {
  const [kind, a, b, c] = found.key;
  const incident = { company: String(a), number: Number(b) };
  const as = <K extends IndexedRecord["kind"], T>(kind: K, key: TypedKey<T>) => {
    const { value } = parseEntry(key, found);
    return value === null ? null : { kind, value };
  };
  switch (kind) {
    case "incident":
      return as(kind, keys.incident(incident));
    case "comment":
      return as(kind, keys.comment(incident, Number(c)));
    case "person":
      return as(kind, keys.person(String(a), Number(b)));
    case "rota":
      return as(kind, keys.rota(String(a), String(b)));
    case "group":
      return as(kind, keys.group(Number(a)));
    case "profile":
      return as(kind, keys.profile(Number(a)));
    default:
      throw new Error(`Cannot read an indexed record: its key begins with ${String(kind)}`);
  }
}

/** The key of the record that an index entry belongs to, whether that record exists or not. */
export function ownerOf({ key, value }: IndexEntry): Deno.KvKey {
  const [first, a, b, c, d] = key;
  const index = first as typeof INDEX_PREFIXES[number];
  const incidentKey = (company: unknown, number: unknown) =>
    keys.incident({ company: String(company), number: Number(number) }).key;
  switch (index) {
    case "due":
    case "open":
    case "owned":
    case "mine":
      return incidentKey(b, c);
    case "current":
      return incidentKey(a, b);
    case "ended":
      return incidentKey(c, d);
    case "over":
      return incidentKey(a, c);
    case "queue":
      return incidentKey(a, d);
    case "shift_start":
      return keys.rota(String(b), String(c)).key;
    case "word":
      return d === 0
        ? incidentKey(a, c)
        : keys.comment({ company: String(a), number: Number(c) }, Number(d)).key;
    case "member":
      return keys.person(String(a), Number(c)).key;
    case "dispatcher":
    case "manager":
      return keys.person(String(a), Number(b)).key;
    case "works":
      return keys.person(String(b), Number(a)).key;
    case "groups":
    case "requested":
      return keys.group(Number(b)).key;
    case "handle":
      return keys.profile(Number(value)).key;
    default:
      return index satisfies never;
  }
}

/** Whether the record has that entry, with that value. */
export function hasIndex(record: IndexedRecord | null, { key, value }: IndexEntry): boolean {
  return record !== null &&
    indexesOf(record).some((own) =>
      own.value === value && own.key.length === key.length &&
      own.key.every((part, i) => part === key[i])
    );
}
