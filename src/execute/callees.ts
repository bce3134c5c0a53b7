/** People who can be called, and as what. */

import type { RoleSource } from "../domain/held_role.ts";
import { type AttachedGroup, peopleOfGroup } from "../domain/group.ts";
import type { NotifySetting } from "../domain/notify_setting.ts";
import type { CompanyRole, PersonRef, Profile } from "../domain/person.ts";
import { keys } from "../store/keys.ts";
import type { Kv } from "../store/kv.ts";
import { readAll } from "../store/read.ts";

/** Most people of one call. */
export const MOST_CALLED = 50;

/** Most people of one kind that are looked at. */
export const MOST_OFFERED = 400;

/** Somebody who can be called. */
export interface Callee {
  /** Telegram's numeric id. */
  id: number;
  /** The name that an incident remembers. */
  name?: string;
  /** The role that they are called for; `null`: the incident is theirs. */
  as: CompanyRole | null;
  /** Who has given the role. */
  from: RoleSource;
  /** When they are on duty in the department, as `formatHours` writes it; `null`: at no set hours. */
  shift: string | null;
}

/** Somebody who is called, as they are known today. */
export interface CalledPerson extends Callee, PersonRef {
  /** Their name of today. */
  name: string;
  /** They have started the bot and have not blocked it. */
  reachable: boolean;
  /** What else is known of them. */
  profile: Profile | null;
  /** What they have set about private messages. */
  notify: NotifySetting | null;
}

/** Whoever an incident is about, whatever their role. */
export function itself({ id, name }: PersonRef): Callee {
  return { id, name, as: null, from: "company", shift: null };
}

/** The department's members, of the company and of the group. */
export async function membersOf(
  kv: Kv,
  group: AttachedGroup,
  department: string,
): Promise<Callee[]> {
  const own = await listMembers(kv, group.company, department);
  return [
    ...own.map(({ id, shift }) => ({ id, as: "member" as const, from: "company" as const, shift })),
    ...ofGroup(peopleOfGroup(group, (grants) => grants.departments.includes(department)), "member"),
  ];
}

/** The dispatchers, of the company and of the group. */
export async function dispatchersOf(kv: Kv, group: AttachedGroup): Promise<Callee[]> {
  return [
    ...ofCompany(await listPeople(kv, ["dispatcher", group.company]), "dispatcher"),
    ...ofGroup(peopleOfGroup(group, (grants) => grants.dispatcher), "dispatcher"),
  ];
}

/** The managers, of the company and of the group; its administrators are that, too. */
export async function managersOf(
  kv: Kv,
  group: AttachedGroup,
  administrators: readonly number[],
): Promise<Callee[]> {
  const here = [...peopleOfGroup(group, (grants) => grants.manager), ...administrators];
  return [
    ...ofCompany(await listPeople(kv, ["manager", group.company]), "manager"),
    ...ofGroup(here, "manager"),
  ];
}

function ofCompany(ids: readonly number[], as: CompanyRole): Callee[] {
  return ids.map((id) => ({ id, as, from: "company", shift: null }));
}

function ofGroup(ids: readonly number[], as: CompanyRole): Callee[] {
  return ids.map((id) => ({ id, as, from: "group", shift: null }));
}

/** Each once, as the first that they are listed as; what the company says goes before the group. */
export function unique(callees: readonly Callee[]): Callee[] {
  const known = new Map<number, Callee>();
  for (const callee of callees) {
    const before = known.get(callee.id);
    if (!before || (before.from === "group" && callee.from === "company")) {
      known.set(callee.id, callee);
    }
  }
  return [...known.values()];
}

/** As they are known today, with one read for all of them. */
export async function asKnown(kv: Kv, callees: readonly Callee[]): Promise<CalledPerson[]> {
  const profiles = await readAll(kv, callees.map(({ id }) => keys.profile(id)));
  return callees.map((callee, i) => {
    const profile = profiles[i]?.value ?? null;
    const { name = callee.name ?? "", reachable = false, notify = null } = profile ?? {};
    return { ...callee, profile, name, reachable, notify };
  });
}

/** The company's own members of a department, each with the hours in which they are on duty. */
export async function listMembers(
  kv: Kv,
  company: string,
  department: string,
): Promise<{ id: number; shift: string | null }[]> {
  const members = [];
  const selector = { prefix: ["member", company, department] };
  for await (const { key, value } of kv.list(selector, { limit: MOST_OFFERED })) {
    members.push({ id: Number(key.at(-1)), shift: typeof value === "string" ? value : null });
  }
  return members;
}

/** Ids at the end of the keys under a prefix. */
export async function listPeople(
  kv: Kv,
  prefix: Deno.KvKey,
  limit = MOST_CALLED,
): Promise<number[]> {
  const ids: number[] = [];
  for await (const { key } of kv.list({ prefix }, { limit })) {
    ids.push(Number(key.at(-1)));
  }
  return ids;
}
