/** The order of keys in the store, as its engine has it. */

/** By type first: bytes, texts, bigints, numbers, booleans. */
const TYPES = ["object", "string", "bigint", "number", "boolean"];

/** Less than 0 when `a` comes before `b`; 0 when they are the same key. */
export function compareKeys(a: Deno.KvKey, b: Deno.KvKey): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const order = compareParts(a[i]!, b[i]!);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function compareParts(a: Deno.KvKeyPart, b: Deno.KvKeyPart): number {
  if (typeof a !== typeof b) return TYPES.indexOf(typeof a) - TYPES.indexOf(typeof b);
  if (typeof a === "string" || a instanceof Uint8Array) return compareBytes(bytesOf(a), bytesOf(b));
  if (Object.is(a, b)) return 0;
  if (a === b) return Object.is(a, -0) ? -1 : 1;
  return (a as number) < (b as number) ? -1 : 1;
}

function bytesOf(part: Deno.KvKeyPart): Uint8Array {
  return part instanceof Uint8Array ? part : new TextEncoder().encode(String(part));
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < a.length && i < b.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}
