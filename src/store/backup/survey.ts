/**
 * Looking at everything that is kept, piece by piece, and once more later: what has changed meanwhile,
 * what has come, what has gone. Only the bounds and the sum of each piece are remembered.
 */

import type { Kv } from "../kv.ts";
import { keyText } from "./encoding.ts";
import { KEPT_KINDS } from "./kinds.ts";

/** Keys from one on and before another, and what they summed to when they were looked at. */
export interface Piece {
  /** The first key that may be in it. */
  from: Deno.KvKey;
  /** The first key that is after it. */
  before: Deno.KvKey;
  /** A sum of its keys, whatever they hold. */
  sum: number;
}

/** What a second look at a piece found. */
export interface SecondLook {
  /** The piece as it is now. */
  piece: Piece;
  /** Its entries. */
  entries: Deno.KvEntry<unknown>[];
  /** Those written since. */
  moved: Deno.KvEntry<unknown>[];
  /** Keys have come or gone. */
  hasOtherKeys: boolean;
}

/** Sorts before every other part of a key. */
const SMALLEST = new Uint8Array();
/** Sorts after every other part of a key. */
const LARGEST = true;

/** Everything whose key begins with that part, a piece at a time. */
export async function* piecesOf(
  kv: Kv,
  first: string,
  pieceSize: number,
): AsyncGenerator<Omit<Piece, "sum"> & { entries: Deno.KvEntry<unknown>[] }> {
  const end = [first, LARGEST];
  for (let from: Deno.KvKey = [first];;) {
    const entries = await listed(kv, { from, before: end }, pieceSize);
    const isLast = entries.length < pieceSize;
    const before = isLast ? end : [...entries.at(-1)!.key, SMALLEST];
    yield { from, before, entries };
    if (isLast) return;
    from = before;
  }
}

/** The pieces of everything that is kept, with their entries, in the order they are written. */
export async function* firstLook(
  kv: Kv,
  pieceSize: number,
): AsyncGenerator<{ piece: Piece; entries: Deno.KvEntry<unknown>[] }> {
  for (const kind of KEPT_KINDS) {
    for await (const { entries, ...bounds } of piecesOf(kv, kind, pieceSize)) {
      yield { piece: { ...bounds, sum: sumOf(entries) }, entries };
    }
  }
}

/** Looks at a piece again; `since`: the versionstamp after which an entry has moved. */
export async function secondLook(kv: Kv, piece: Piece, since: string): Promise<SecondLook> {
  const entries = await listed(kv, piece);
  const sum = sumOf(entries);
  return {
    piece: { ...piece, sum },
    entries,
    moved: entries.filter(({ versionstamp }) => versionstamp > since),
    hasOtherKeys: sum !== piece.sum,
  };
}

/** Most entries that Deno KV reads in one go. */
const MOST_AT_ONCE = 500;

async function listed(
  kv: Kv,
  { from, before }: Omit<Piece, "sum">,
  limit: number = Infinity,
): Promise<Deno.KvEntry<unknown>[]> {
  const batchSize = Math.min(limit, MOST_AT_ONCE);
  const options = limit === Infinity ? { batchSize } : { batchSize, limit };
  return await Array.fromAsync(kv.list({ start: from, end: before }, options));
}

/** FNV-1a of each key, added up: in whatever order they were read. */
function sumOf(entries: readonly Deno.KvEntry<unknown>[]): number {
  let sum = 0;
  for (const { key } of entries) {
    const text = keyText(key);
    let hash = 0x811c9dc5;
    for (let i = 0; i < text.length; i++) {
      hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    }
    sum = (sum + (hash >>> 0) + 1) % 2 ** 48;
  }
  return sum;
}

/**
 * The first parts of all keys in the store that are texts, in order; one short listing for each. Other
 * first parts are given as they are, and end it.
 */
export async function* firstParts(kv: Kv): AsyncGenerator<Deno.KvKeyPart> {
  for (let start: Deno.KvKey = [SMALLEST];;) {
    const [entry] = await Array.fromAsync(kv.list({ start, end: [LARGEST] }, { limit: 1 }));
    if (!entry) return;
    const [part] = entry.key;
    yield part!;
    if (typeof part !== "string") return;
    start = [`${part}\0`];
  }
}
