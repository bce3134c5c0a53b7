/**
 * Values of the store as JSON, and back, without losing anything: what JSON has no word for is an
 * object with one key that begins with `$`.
 */

/** What JSON can say. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/**
 * A value, or a part of a key, as JSON.
 *
 * @throws {TypeError} for a kind of value that no record has, a `Map` or a `RegExp`.
 */
export function encodeValue(value: unknown): Json {
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "number":
      return Number.isFinite(value) && !Object.is(value, -0) ? value : { $number: numeral(value) };
    case "bigint":
      return { $bigint: String(value) };
    case "undefined":
      return { $undefined: true };
    case "object":
      return value === null ? null : encodeObject(value);
    default:
      throw new TypeError(`Cannot encode a value: it is a ${typeof value}`);
  }
}

/** `String` forgets the sign of zero. */
function numeral(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

function encodeObject(value: object): Json {
  if (Array.isArray(value)) return Array.from(value, encodeValue);
  if (value instanceof Deno.KvU64) return { $u64: String(value.value) };
  if (value instanceof Uint8Array) return { $bytes: value.toBase64() };
  if (value instanceof Date) return { $date: encodeValue(value.getTime()) };
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError(`Cannot encode a value: it is a ${value.constructor?.name ?? "stranger"}`);
  }
  const encoded = Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, encodeValue(member)]),
  );
  return tagOf(encoded) === null ? encoded : { $object: encoded };
}

/** The one key of a tagged value; `null`: it has no tag. */
function tagOf(encoded: { [name: string]: Json }): string | null {
  const names = Object.keys(encoded);
  return names.length === 1 && names[0]!.startsWith("$") ? names[0]! : null;
}

/**
 * The value that {@linkcode encodeValue} was given.
 *
 * @throws {TypeError} when nothing encodes to that.
 */
export function decodeValue(json: Json): unknown {
  if (Array.isArray(json)) return json.map(decodeValue);
  if (json === null || typeof json !== "object") return json;
  const tag = tagOf(json);
  return tag === null ? decodeMembers(json) : decodeTagged(tag, json[tag]!);
}

function decodeMembers(json: { [name: string]: Json }): object {
  return Object.fromEntries(
    Object.entries(json).map(([name, member]) => [name, decodeValue(member)]),
  );
}

function decodeTagged(tag: string, content: Json): unknown {
  if (tag === "$undefined" && content === true) return undefined;
  if (tag === "$date") return new Date(Number(decodeValue(content)));
  if (tag === "$object" && content !== null && typeof content === "object") {
    return decodeMembers(content as { [name: string]: Json });
  }
  if (typeof content === "string") {
    switch (tag) {
      case "$u64":
        return new Deno.KvU64(BigInt(content));
      case "$bigint":
        return BigInt(content);
      case "$bytes":
        return Uint8Array.fromBase64(content);
      case "$number":
        return Number(content);
    }
  }
  throw new TypeError(`Cannot decode a value: unknown tag ${tag}`);
}

/** A key as JSON text; a number differs from its digits. */
export function keyText(key: Deno.KvKey): string {
  return JSON.stringify(key.map(encodeValue));
}

/** A value as JSON text that equal values share, in whatever order their members came. */
export function valueText(value: unknown): string {
  return JSON.stringify(sorted(encodeValue(value)));
}

function sorted(json: Json): Json {
  if (Array.isArray(json)) return json.map(sorted);
  if (json === null || typeof json !== "object") return json;
  return Object.fromEntries(
    Object.entries(json).sort(([a], [b]) => a < b ? -1 : 1).map(([name, it]) => [name, sorted(it)]),
  );
}
