/** Where somebody may have something to do. */

import { keys } from "./keys.ts";
import type { Kv } from "./kv.ts";
import { companyRoles } from "./listings.ts";
import { companiesOfMine } from "./mine.ts";
import { parseEntry, readOne } from "./read.ts";

/**
 * Companies in which somebody has a role, has reported or worked, or administers a group in Telegram, as
 * far as that was asked.
 */
export async function companiesAround(kv: Kv, personId: number): Promise<Set<string>> {
  const roles = await companyRoles(kv, personId);
  return new Set([
    ...roles.map(({ company }) => company),
    ...await companiesOfMine(kv, personId),
    ...await administeredBy(kv, personId),
  ]);
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
