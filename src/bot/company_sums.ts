/** How much of a company there is. */

import { keys } from "../store/keys.ts";
import { countPeople, groupsOf } from "../store/listings.ts";
import { readOne } from "../store/read.ts";
import { readTallies } from "../store/tallies.ts";
import type { CompanySums } from "../view/deletion_page.ts";
import type { BotDeps } from "./incoming.ts";

/** Counts it. */
export async function sumsOf({ kv }: BotDeps, companyId: string): Promise<CompanySums> {
  const last = await readOne(kv, keys.lastNumber(companyId));
  return {
    incidents: last.value?.last ?? 0,
    open: (await readTallies(kv, companyId)).tallies.open,
    groups: (await groupsOf(kv, companyId)).length,
    people: await countPeople(kv, companyId),
  };
}
