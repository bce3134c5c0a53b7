/** Whom a call is for. */

import type { IncidentEvent } from "../domain/event.ts";
import { type AttachedGroup, peopleOfGroup } from "../domain/group.ts";
import { departmentOf, type Incident } from "../domain/incident.ts";
import type { PersonRef } from "../domain/person.ts";
import { keys } from "../store/keys.ts";
import type { Kv } from "../store/kv.ts";
import { reachable } from "../store/reachable.ts";
import { readAll } from "../store/read.ts";

/** Most people of one call. */
const MOST_CALLED = 50;

/** Whom an event calls. */
export interface Called {
  /** In the group. */
  audience: PersonRef[];
  /** In private, because they have started the bot and may act there. */
  inPrivate: number[];
}

const NOBODY: Called = { audience: [], inPrivate: [] };

/** Whom an event calls: the department, the managers, or whoever was given the incident. */
export async function calledBy(
  kv: Kv,
  event: IncidentEvent,
  incident: Incident,
  { group, administrators }: { group: AttachedGroup; administrators: readonly number[] },
): Promise<Called> {
  const department = departmentOf(incident);
  if (isForManagers(event)) return await managers(kv, group, administrators);
  switch (event.type) {
    case "assigned":
      return { audience: [event.to], inPrivate: await reachable(kv, [event.to.id]) };
    case "claim_ended":
    case "department_chosen":
    case "department_changed":
    case "unclaimed":
    case "de_escalated":
    case "reopened":
    case "nudged":
      if (incident.status !== "awaiting_claim" || department === null) return NOBODY;
      return incident.escalation
        ? await managers(kv, group, administrators)
        : { audience: await audienceOf(kv, group, department), inPrivate: [] };
    default:
      return NOBODY;
  }
}

/** Managers are wanted even while somebody works on it. */
function isForManagers(event: IncidentEvent): boolean {
  return event.type === "escalated" || (event.type === "nudged" && event.about === "escalated");
}

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

/** Most people of one kind that are offered. */
const MOST_OFFERED = 400;

/**
 * Ids of whoever can be given an incident of the department: its members first, then dispatchers, then
 * managers, each once.
 */
export async function eligiblePeople(
  kv: Kv,
  group: AttachedGroup,
  department: string,
  administrators: readonly number[],
): Promise<number[]> {
  const { company } = group;
  const ids = [
    ...await listPeople(kv, ["member", company, department], MOST_OFFERED),
    ...peopleOfGroup(group, (grants) => grants.departments.includes(department)),
    ...await listPeople(kv, ["dispatcher", company], MOST_OFFERED),
    ...peopleOfGroup(group, (grants) => grants.dispatcher),
    ...await listPeople(kv, ["manager", company], MOST_OFFERED),
    ...peopleOfGroup(group, (grants) => grants.manager),
    ...administrators,
  ];
  return [...new Set(ids)];
}

/** The company's managers and the group's; those of the company in private, too. */
async function managers(
  kv: Kv,
  group: AttachedGroup,
  administrators: readonly number[],
): Promise<Called> {
  const own = await listPeople(kv, ["manager", group.company]);
  const here = peopleOfGroup(group, (grants) => grants.manager);
  const audience = await named(kv, [...own, ...here, ...administrators]);
  return { audience, inPrivate: await reachable(kv, own) };
}

async function listPeople(
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

/** People by their names of today, each once, as many as a call is for. */
export async function named(kv: Kv, ids: readonly number[]): Promise<PersonRef[]> {
  const unique = [...new Set(ids)].slice(0, MOST_CALLED);
  const profiles = await readAll(kv, unique.map((id) => keys.profile(id)));
  return unique.map((id, i) => ({ id, name: profiles[i]?.value?.name ?? "" }));
}
