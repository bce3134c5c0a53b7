/** Incidents that a person reported or has worked on: in years there may be any number of them. */

import type { IncidentId } from "../domain/ids.ts";
import type { Kv } from "./kv.ts";
import { pagesOf } from "./listings.ts";

/** Entries that are listed together. */
const PAGE = 500;

/** All of them, company by company, a page at a time. */
export async function* myIncidents(kv: Kv, personId: number): AsyncGenerator<IncidentId[]> {
  const range = { start: ["mine", personId], end: ["mine", personId, true] };
  for await (const page of pagesOf(kv, range, PAGE)) yield page.map(({ key }) => idIn(key));
}

/** Those of one company, the newest first; at most `limit`, or all. */
export async function mineIn(
  kv: Kv,
  { personId, company }: { personId: number; company: string },
  limit?: number,
): Promise<IncidentId[]> {
  const prefix = ["mine", personId, company];
  const options = { reverse: true, ...limit === undefined ? { batchSize: PAGE } : { limit } };
  return await Array.fromAsync(kv.list({ prefix }, options), ({ key }) => idIn(key));
}

/** Their companies. From one company's entries straight to the next company's, however many there are. */
export async function companiesOfMine(kv: Kv, personId: number): Promise<string[]> {
  const prefix = ["mine", personId];
  const found: string[] = [];
  for (let start: Deno.KvKey | null = [...prefix, ""]; start;) {
    const page = kv.list({ prefix, start }, { limit: 1 });
    const [entry]: Deno.KvEntry<unknown>[] = await Array.fromAsync(page);
    if (entry) found.push(String(entry.key[2]));
    start = entry ? [...prefix, entry.key[2]!, Infinity] : null;
  }
  return found;
}

function idIn(key: Deno.KvKey): IncidentId {
  return { company: String(key.at(-2)), number: Number(key.at(-1)) };
}
