/** Where somebody may have something to do. */

import { keys } from "./keys.ts";
import type { Kv } from "./kv.ts";
import { companyRoles } from "./listings.ts";
import { parseEntry, readOne } from "./read.ts";

/**
 * Companies in which somebody has a role, has reported or worked, or administers a group in Telegram, as
 * far as that was asked.
 */
export async function companiesAround(kv: Kv, personId: number): Promise<Set<string>> {
  const roles = await companyRoles(kv, personId);
  return new Set([
    ...roles.map(({ company }) => company),
    ...await workedFor(kv, personId),
    ...await administeredBy(kv, personId),
  ]);
}

/** From one company's entries straight to the next company's, however many there are. */
async function workedFor(kv: Kv, personId: number): Promise<string[]> {
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

async function administeredBy(kv: Kv, personId: number): Promise<string[]> {
  const found: string[] = [];
  for await (const entry of kv.list({ prefix: ["administrators"] })) {
    const chatId = Number(entry.key[1]);
    const { value } = parseEntry(keys.administrators(chatId), entry);
    if (!value?.ids.includes(personId)) continue;
    const group = await readOne(kv, keys.group(chatId));
    if (group.value && "company" in group.value) found.push(group.value.company);
  }
  return found;
}
