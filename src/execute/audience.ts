/** Whom a call is for. */

import type { Company } from "../domain/company.ts";
import type { IncidentEvent } from "../domain/event.ts";
import { isOnDuty } from "../domain/shift.ts";
import { type AttachedGroup, peopleOfGroup } from "../domain/group.ts";
import type { Incident } from "../domain/incident.ts";
import type { PersonRef, Profile } from "../domain/person.ts";
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
  inPrivate: Profile[];
}

const NOBODY: Called = { audience: [], inPrivate: [] };

/** Where and when somebody is called. */
export interface Surroundings {
  /** The incident's group. */
  group: AttachedGroup;
  /** Its company. */
  company: Company;
  /** The group's Telegram administrators, as far as they are known. */
  administrators: readonly number[];
}

/** Whom an event calls: the department, the managers, or whoever was given the incident. */
export async function calledBy(
  kv: Kv,
  event: IncidentEvent,
  incident: Incident,
  surroundings: Surroundings,
): Promise<Called> {
  switch (event.type) {
    case "escalated":
      return await managers(kv, surroundings);
    case "assigned":
      return { audience: [event.to], inPrivate: await reachable(kv, [event.to.id]) };
    case "nudged":
      return await reminded(kv, event, incident, surroundings);
    case "woken":
      return event.actor ? NOBODY : await waitedFor(kv, incident, event.at, surroundings);
    case "claim_ended":
    case "department_chosen":
    case "department_changed":
    case "unclaimed":
    case "de_escalated":
    case "reopened":
      return incident.status === "awaiting_claim"
        ? await waitedFor(kv, incident, event.at, surroundings)
        : NOBODY;
    default:
      return NOBODY;
  }
}

/** From which reminder on the company's managers are written to in private, too. */
const PRIVATE_FROM = 2;

/** Whom a reminder calls; the one person who is asked something is named by the text itself. */
async function reminded(
  kv: Kv,
  event: IncidentEvent & { type: "nudged" },
  incident: Incident,
  surroundings: Surroundings,
): Promise<Called> {
  switch (event.about) {
    case "unclaimed":
      return await waitedFor(kv, incident, event.at, surroundings);
    case "escalated": {
      const called = await managers(kv, surroundings);
      const isFirst = (incident.escalation?.nudges ?? 0) < PRIVATE_FROM;
      return isFirst ? { ...called, inPrivate: [] } : called;
    }
    case "department":
    case "silent":
    case "summary":
      return NOBODY;
    default:
      return event.about satisfies never;
  }
}

/** Who has to do something now. */
async function waitedFor(
  kv: Kv,
  incident: Incident,
  at: number,
  surroundings: Surroundings,
): Promise<Called> {
  const isForManagers = incident.escalation !== null && incident.escalation.takenBy === null;
  switch (incident.status) {
    case "awaiting_department":
      return { audience: [incident.reporter], inPrivate: [] };
    case "awaiting_claim": {
      if (isForManagers) return await managers(kv, surroundings);
      const audience = await audienceOf(kv, surroundings, incident.department, at);
      return { audience, inPrivate: [] };
    }
    case "in_progress":
      return isForManagers
        ? await managers(kv, surroundings)
        : { audience: [incident.owner], inPrivate: [] };
    case "awaiting_summary":
      return { audience: [incident.summarizer], inPrivate: [] };
    case "resolved":
    case "closed":
      return NOBODY;
    default:
      return incident satisfies never;
  }
}

/**
 * The department's members, of the company and of the group, those on duty at that moment before all;
 * without any members, the dispatchers.
 */
export async function audienceOf(
  kv: Kv,
  { group, company: { timeZone } }: Pick<Surroundings, "group" | "company">,
  department: string,
  at: number,
): Promise<PersonRef[]> {
  const { company } = group;
  const listed = await listMembers(kv, company, department);
  const onDuty = listed.filter(({ shift }) => isOnDuty(shift, timeZone, at));
  if (onDuty.length > 0) return await named(kv, onDuty.map(({ id }) => id));
  const members = [
    ...listed.map(({ id }) => id),
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
  { group, administrators }: Surroundings,
): Promise<Called> {
  const own = await listPeople(kv, ["manager", group.company]);
  const here = peopleOfGroup(group, (grants) => grants.manager);
  const audience = await named(kv, [...own, ...here, ...administrators]);
  return { audience, inPrivate: await reachable(kv, own) };
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
