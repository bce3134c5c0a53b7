/** Typed reads: every record is parsed by its schema before anybody sees it. */

import type { TypedKey } from "./keys.ts";
import type { Kv } from "./kv.ts";

/** A key as it was read. */
export interface Entry<T> {
  /** The key. */
  key: Deno.KvKey;
  /** Its parsed value; `null` when it does not exist. */
  value: T | null;
  /** For the check of a commit. */
  versionstamp: string | null;
}

/** Typed keys by name. */
// deno-lint-ignore no-explicit-any -- each key has a type of its own
export type Wanted = Record<string, TypedKey<any>>;

/** The entries of what was wanted, under the same names. */
export type Entries<W extends Wanted> = {
  [Name in keyof W]: W[Name] extends TypedKey<infer T> ? Entry<T> : never;
};

/**
 * Reads up to 10 keys from one snapshot.
 *
 * @throws {KvError} when the store can't be reached.
 * @throws {Error} when a record does not fit its schema.
 */
export async function readMany<W extends Wanted>(kv: Kv, wanted: W): Promise<Entries<W>> {
  return (await readTogether(kv, wanted, {}))[0];
}

/** Like {@linkcode readMany} for two sets of keys, still with one read. */
export async function readTogether<A extends Wanted, B extends Wanted>(
  kv: Kv,
  a: A,
  b: B,
): Promise<[Entries<A>, Entries<B>]> {
  const [first, second] = [Object.values(a), Object.values(b)];
  const found = await kv.getMany([...first, ...second].map(({ key }) => key));
  return [
    parseEntries(a, found.slice(0, first.length)),
    parseEntries(b, found.slice(first.length)),
  ];
}

function parseEntries<W extends Wanted>(
  wanted: W,
  found: readonly Deno.KvEntryMaybe<unknown>[],
): Entries<W> {
  const entries = Object.entries(wanted).map((
    [name, key],
    i,
  ) => [name, parseEntry(key, found[i]!)]);
  return Object.fromEntries(entries);
}

/** Reads one key. */
export async function readOne<T>(kv: Kv, wanted: TypedKey<T>): Promise<Entry<T>> {
  return (await readMany(kv, { wanted })).wanted;
}

/** Reads any number of keys of one kind, in their order. */
export async function readAll<T>(kv: Kv, wanted: readonly TypedKey<T>[]): Promise<Entry<T>[]> {
  if (wanted.length === 0) return [];
  const found = await kv.getMany(wanted.map(({ key }) => key));
  return wanted.map((typedKey, i) => parseEntry(typedKey, found[i]!));
}

/** Reads a count kept as `Deno.KvU64`. */
export async function readCounts(kv: Kv, keys: readonly Deno.KvKey[]): Promise<number[]> {
  const found = await kv.getMany(keys);
  return found.map(({ value }) => value instanceof Deno.KvU64 ? Number(value.value) : 0);
}

/** Parses the value under a key. */
export function parseEntry<T>(
  { key, schema }: TypedKey<T>,
  found: Deno.KvEntryMaybe<unknown>,
): Entry<T> {
  const { value, versionstamp } = found;
  if (value === null && versionstamp === null) return { key, value: null, versionstamp: null };
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const where = parsed.error.issues.map((issue) => issue.path.join(".") || "value").join(", ");
    throw new Error(`Cannot read record ["${key.join('", "')}"]: wrong shape at ${where}`);
  }
  return { key, value: parsed.data, versionstamp };
}
