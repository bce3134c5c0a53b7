/** Who can be written to in private. */

import type { Profile } from "../domain/person.ts";
import { keys } from "./keys.ts";
import type { Kv } from "./kv.ts";
import { companyManagers } from "./listings.ts";
import { readAll } from "./read.ts";

/** People with what is known of them; `null`: nothing. */
export async function profilesOf(
  kv: Kv,
  ids: readonly number[],
): Promise<{ id: number; profile: Profile | null }[]> {
  const entries = await readAll(kv, ids.map((id) => keys.profile(id)));
  return ids.map((id, i) => ({ id, profile: entries[i]?.value ?? null }));
}

/** Those who have started the bot and have not blocked it. */
export async function reachable(kv: Kv, ids: readonly number[]): Promise<Profile[]> {
  const people = await profilesOf(kv, ids);
  return people.flatMap(({ profile }) => profile?.reachable ? [profile] : []);
}

/** Most managers of one company who are told something. */
const MOST_TOLD = 50;

/** The company's own managers who have started the bot. */
export async function reachableManagers(kv: Kv, company: string): Promise<Profile[]> {
  return await reachable(kv, await companyManagers(kv, company, MOST_TOLD));
}
