/** What a remote store holds: entries in the order of their keys, each with the commit that wrote it. */

/** How a value is written. @see https://github.com/denoland/denokv/blob/main/proto/schema/datapath.proto */
export const ENCODING = { v8: 1, le64: 2, bytes: 3 } as const;

/** A value as it came over the wire. */
export interface Value {
  data: Uint8Array;
  encoding: number;
}

/** A stored value. */
export interface Stored extends Value {
  key: Uint8Array;
  versionstamp: Uint8Array;
}

/** Keys from `start` up to, and without, `end`. */
export interface Range {
  start: Uint8Array;
  end: Uint8Array;
  limit: number;
  reverse: boolean;
}

/** What a key must have: no bytes for one that must not exist. */
export interface Check {
  key: Uint8Array;
  versionstamp: Uint8Array;
}

/** One change of a commit. */
export type Mutation =
  & { key: Uint8Array }
  & ({ kind: "set" | "sum"; value: Value } | { kind: "delete" });

/** The entries. Bytes become the characters 0 to 255, whose order is that of the bytes. */
export class Table {
  #entries = new Map<string, Stored>();
  #order: string[] | null = null;
  #commits = 0n;

  /** The entries of a range. */
  read({ start, end, limit, reverse }: Range): Stored[] {
    this.#order ??= [...this.#entries.keys()].sort();
    const [from, before] = [textOf(start), textOf(end)];
    const found = this.#order.slice(placeOf(this.#order, from), placeOf(this.#order, before));
    if (reverse) found.reverse();
    return found.slice(0, limit).map((key) => this.#entries.get(key)!);
  }

  /** Commits all or nothing: the new versionstamp, or the places of the checks that failed. */
  commit(checks: Check[], mutations: Mutation[]): { versionstamp: Uint8Array } | number[] {
    const failed = checks.flatMap(({ key, versionstamp }, place) => {
      const now = this.#entries.get(textOf(key))?.versionstamp ?? new Uint8Array();
      return textOf(now) === textOf(versionstamp) ? [] : [place];
    });
    if (failed.length > 0) return failed;
    const versionstamp = new Uint8Array(10);
    new DataView(versionstamp.buffer).setBigUint64(0, ++this.#commits);
    for (const mutation of mutations) this.#apply(mutation, versionstamp);
    this.#order = null;
    return { versionstamp };
  }

  #apply(mutation: Mutation, versionstamp: Uint8Array): void {
    const { key } = mutation;
    const name = textOf(key);
    if (mutation.kind === "delete") {
      this.#entries.delete(name);
      return;
    }
    const { value } = mutation;
    const data = mutation.kind === "set"
      ? value.data
      : sumOf(this.#entries.get(name)?.data, value.data);
    this.#entries.set(name, { key, versionstamp, data, encoding: value.encoding });
  }
}

function textOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}

/** How many of the ordered keys come before one. */
function placeOf(order: readonly string[], key: string): number {
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (order[middle]! < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sumOf(before: Uint8Array | undefined, by: Uint8Array): Uint8Array {
  const sum = new Uint8Array(8);
  const number = (bytes: Uint8Array) =>
    new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true);
  new DataView(sum.buffer).setBigUint64(0, (before ? number(before) : 0n) + number(by), true);
  return sum;
}
