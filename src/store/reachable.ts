/** Who can be written to in private. */

import { keys } from "./keys.ts";
import type { Kv } from "./kv.ts";
import { companyManagers } from "./listings.ts";
import { readAll } from "./read.ts";

/** Those who have started the bot and have not blocked it. */
export async function reachable(kv: Kv, ids: readonly number[]): Promise<number[]> {
  const profiles = await readAll(kv, ids.map((id) => keys.profile(id)));
  return ids.filter((_, i) => profiles[i]?.value?.reachable);
}

/** Most managers of one company who are told something. */
const MOST_TOLD = 50;

/** The company's own managers who have started the bot. */
export async function reachableManagers(kv: Kv, company: string): Promise<number[]> {
  return await reachable(kv, await companyManagers(kv, company, MOST_TOLD));
}
