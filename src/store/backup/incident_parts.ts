/** Everything that belongs to one incident, as it was at one moment. */

import type { IncidentId } from "../../domain/ids.ts";
import { keys } from "../keys.ts";
import type { Kv } from "../kv.ts";
import { keyText } from "./encoding.ts";
import { KEPT_KINDS, kindOf } from "./kinds.ts";

const PARTS = KEPT_KINDS.filter((kind) => isOfIncident([kind]));

function isOfIncident(key: Deno.KvKey): boolean {
  const kind = kindOf(key);
  return kind?.fate === "kept" && kind.isOfIncident;
}

/** The incidents that keys belong to, each once. */
export function incidentsOf(found: readonly Deno.KvKey[]): IncidentId[] {
  const ids = new Map<string, IncidentId>();
  for (const key of found) {
    const [, company, number] = key;
    if (!isOfIncident(key)) continue;
    ids.set(keyText([company!, number!]), { company: String(company), number: Number(number) });
  }
  return [...ids.values()];
}

/** Tries until an incident keeps still. */
const MOST_TRIES = 100;

/**
 * Reads an incident and all its parts. No read of the store spans them, so the incident's own record is
 * read before and after: with it unchanged, its history is the one that it comes from.
 *
 * @throws {Error} when it never kept still.
 */
export async function readIncidentParts(
  kv: Kv,
  id: IncidentId,
): Promise<Deno.KvEntry<unknown>[]> {
  const { key } = keys.incident(id);
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const [before] = await kv.getMany([key]);
    const parts: Deno.KvEntry<unknown>[] = [];
    for (const kind of PARTS) {
      const start = [kind, id.company, id.number];
      const range = { start, end: [...start, true] };
      parts.push(...await Array.fromAsync(kv.list(range, { batchSize: 500 })));
    }
    const [after] = await kv.getMany([key]);
    if (before?.versionstamp === after?.versionstamp) return parts;
  }
  throw new Error(`Cannot read ${keyText(key)}: it never kept still`);
}
