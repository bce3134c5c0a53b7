/** Whom a call is for. */

import type { AttachedGroup } from "../domain/group.ts";
import { peopleOfGroup } from "../domain/group.ts";
import type { PersonRef } from "../domain/person.ts";
import { keys } from "../store/keys.ts";
import type { Kv } from "../store/kv.ts";
import { readAll } from "../store/read.ts";

/** Most people of one call. */
const MOST_CALLED = 50;

/** The department's members, of the company and of the group; without any, the dispatchers. */
export async function audienceOf(
  kv: Kv,
  group: AttachedGroup,
  department: string,
): Promise<PersonRef[]> {
  const { company } = group;
  const members = [
    ...await listPeople(kv, ["member", company, department]),
    ...peopleOfGroup(group, (grants) => grants.departments.includes(department)),
  ];
  if (members.length > 0) return await named(kv, members);
  return await named(kv, [
    ...await listPeople(kv, ["dispatcher", company]),
    ...peopleOfGroup(group, (grants) => grants.dispatcher),
  ]);
}

async function listPeople(kv: Kv, prefix: Deno.KvKey): Promise<number[]> {
  const ids: number[] = [];
  for await (const { key } of kv.list({ prefix }, { limit: MOST_CALLED })) {
    ids.push(Number(key.at(-1)));
  }
  return ids;
}

async function named(kv: Kv, ids: readonly number[]): Promise<PersonRef[]> {
  const unique = [...new Set(ids)].slice(0, MOST_CALLED);
  const profiles = await readAll(kv, unique.map((id) => keys.profile(id)));
  return unique.map((id, i) => ({ id, name: profiles[i]?.value?.name ?? "" }));
}
