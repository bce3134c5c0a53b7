/**
 * The lines of a backup: a header, records and notes about them, a trailer. Each is JSON.
 *
 * The header comes first because it decides whether the rest can be read at all. How many records there
 * are, and what they sum to, is known only at the end of the stream, so that stands in the trailer; a
 * backup without one was cut off.
 */

import { z } from "zod";
import { decodeValue, encodeValue, type Json } from "./encoding.ts";
import { SCHEMA_VERSION } from "./migrations.ts";

/** The version of the lines' shape; another shape of records is another `schemaVersion`. */
export const FORMAT_VERSION = 1;

/** The first line. */
export interface Header {
  /** Says what the file is. */
  format: "tocsin-backup";
  /** {@linkcode FORMAT_VERSION} of whoever wrote it. */
  formatVersion: number;
  /** {@linkcode SCHEMA_VERSION} of whoever wrote it. */
  schemaVersion: number;
  /** When it was begun, ISO 8601. */
  createdAt: string;
}

/** The last line. */
export interface Trailer {
  /** How many lines there are of each kind of record. */
  records: Record<string, number>;
  /** How many of them were read again, because the store moved while the first were written. */
  readAgain: number;
  /** SHA-256 of all lines before this one, each with its newline; hexadecimal. */
  sha256: string;
}

/** A line between header and trailer. */
export type BodyLine =
  /** A record. A later line about the same key takes the place of an earlier one. */
  | { key: Deno.KvKey; value: unknown }
  /** The store is looked at once more; what follows has moved. The first look is number 1. */
  | { look: number }
  /** Lines above about keys from `from` on and before `before` no longer hold. */
  | { from: Deno.KvKey; before: Deno.KvKey };

/** The header of a backup that begins now; epoch milliseconds. */
export function newHeader(now: number): Header {
  return {
    format: "tocsin-backup",
    formatVersion: FORMAT_VERSION,
    schemaVersion: SCHEMA_VERSION,
    createdAt: new Date(now).toISOString(),
  };
}

/** Schema of {@linkcode Header}. */
const Header: z.ZodType<Header> = z.strictObject({
  format: z.literal("tocsin-backup"),
  formatVersion: z.int().positive(),
  schemaVersion: z.int().positive(),
  createdAt: z.iso.datetime(),
});

/** Schema of {@linkcode Trailer}. */
const Trailer: z.ZodType<Trailer> = z.strictObject({
  records: z.record(z.string(), z.int().positive()),
  readAgain: z.int().min(0),
  sha256: z.string(),
});

/** Parses the first line; `null`: that is no header. */
export function parseHeader(line: string): Header | null {
  return parseAs(Header, line);
}

/** Parses the last line; `null`: that is no trailer. */
export function parseTrailer(line: string): Trailer | null {
  return parseAs(Trailer, line);
}

function parseAs<T>(schema: z.ZodType<T>, line: string): T | null {
  try {
    return schema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

/** A body line as text, without the newline. */
export function formatLine(line: BodyLine): string {
  if ("look" in line) return JSON.stringify(line);
  const encoded = Object.entries(line).map(([name, part]) => [name, encodeValue(part)]);
  return JSON.stringify(Object.fromEntries(encoded));
}

const Key: z.ZodType<Deno.KvKey> = z.array(
  z.union([
    z.string(),
    z.number().or(z.nan()).or(z.literal([Infinity, -Infinity])),
    z.bigint(),
    z.boolean(),
    z.instanceof(Uint8Array),
  ]),
).min(1);
const Body: z.ZodType<BodyLine> = z.union([
  z.strictObject({ key: Key, value: z.unknown() }),
  z.strictObject({ look: z.int().positive() }),
  z.strictObject({ from: Key, before: Key }),
]);

/** Parses a line of the body; `null`: that is none. */
export function parseLine(line: string): BodyLine | null {
  try {
    const json = JSON.parse(line) as { [name: string]: Json };
    const decoded = Object.entries(json).map(([name, part]) => [name, decodeValue(part)]);
    return Body.parse(Object.fromEntries(decoded));
  } catch {
    return null;
  }
}
