/** Whom a call is for. */

import type { IncidentEvent } from "../domain/event.ts";
import { type AttachedGroup, peopleOfGroup } from "../domain/group.ts";
import type { Incident } from "../domain/incident.ts";
import { matterOf, type Told } from "../domain/matter.ts";
import type { PersonRef } from "../domain/person.ts";
import { keys } from "../store/keys.ts";
import type { Kv } from "../store/kv.ts";
import { readAll } from "../store/read.ts";
import { asKnown, listPeople, MOST_CALLED, MOST_OFFERED, unique } from "./callees.ts";
import { concernedBy, type Surroundings } from "./concerned.ts";
import { toldInPrivate } from "./told.ts";

/** Whom an event calls. */
export interface Called {
  /** In the group. */
  audience: PersonRef[];
  /** In private, because they want that and can be reached. */
  inPrivate: Told[];
}

/** Most people who are asked whether they want to be told in private. */
const MOST_ASKED = 200;

/** Whom an event calls: the department, the managers, or whoever was given the incident. */
export async function calledBy(
  kv: Kv,
  event: IncidentEvent,
  incident: Incident,
  surroundings: Surroundings,
): Promise<Called> {
  const matter = matterOf(event, incident);
  const concerned = await concernedBy(kv, event, incident, { ...surroundings, matter });
  const called = unique(concerned.called).slice(0, MOST_CALLED);
  const all = unique([...called, ...concerned.besides]).slice(0, MOST_ASKED);
  const people = await asKnown(kv, all);
  const told = matter
    ? toldInPrivate(people, event, { matter, incident, company: surroundings.company })
    : [];
  return { audience: people.slice(0, called.length), inPrivate: told.slice(0, MOST_CALLED) };
}

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

/** People by their names of today, each once, as many as a call is for. */
export async function named(kv: Kv, ids: readonly number[]): Promise<PersonRef[]> {
  const unique = [...new Set(ids)].slice(0, MOST_CALLED);
  const profiles = await readAll(kv, unique.map((id) => keys.profile(id)));
  return unique.map((id, i) => ({ id, name: profiles[i]?.value?.name ?? "" }));
}
