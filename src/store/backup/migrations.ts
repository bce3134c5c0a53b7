/**
 * Records of older versions of the program, lifted to today's shape. Every record says the version of
 * its shape; all are at version 1, in which a field that came later has a default. The lift is the same
 * whoever does it: a read of the program, or `migrate` once and for all.
 */

import { keptSchema } from "./kinds.ts";
import { valueText } from "./encoding.ts";

/** The newest version of a record's shape that this program knows. */
export const SCHEMA_VERSION = 1;

/** A record in today's shape. */
export type Lifted =
  /** It is in that shape as it is stored. */
  | { kind: "current" }
  /** It reads like this. */
  | { kind: "older"; value: unknown }
  /** It has no shape that is known; `where` names the fields. */
  | { kind: "unreadable"; where: string };

/** Lifts a record. */
export function lift(key: Deno.KvKey, value: unknown): Lifted {
  const parsed = parseRecord(key, value);
  if ("where" in parsed) return { kind: "unreadable", where: parsed.where };
  return valueText(parsed.value) === valueText(value)
    ? { kind: "current" }
    : { kind: "older", value: parsed.value };
}

/** Reads a record as today's program does; `where` names the fields that have a wrong shape. */
export function parseRecord(
  key: Deno.KvKey,
  value: unknown,
): { value: unknown } | { where: string } {
  const schema = keptSchema(key);
  if (!schema) return { where: "key" };
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: parsed.data };
  const where = parsed.error.issues.map(({ path }) => path.join(".") || "value");
  return { where: [...new Set(where)].join(", ") };
}
