/** Whom an event concerns, in the group and beyond. */

import type { Company } from "../domain/company.ts";
import type { IncidentEvent } from "../domain/event.ts";
import type { AttachedGroup } from "../domain/group.ts";
import { departmentOf, type Incident } from "../domain/incident.ts";
import type { Matter } from "../domain/notify.ts";
import { isOnDuty } from "../domain/shift.ts";
import type { Kv } from "../store/kv.ts";
import { type Callee, dispatchersOf, itself, managersOf, membersOf } from "./callees.ts";

/** Where and when somebody is called. */
export interface Surroundings {
  /** The incident's group. */
  group: AttachedGroup;
  /** Its company. */
  company: Company;
  /** The group's Telegram administrators, as far as they are known. */
  administrators: readonly number[];
}

/** Whom an event concerns. */
export interface Concerned {
  /** Those who are called in the group. */
  called: readonly Callee[];
  /** Those who may be told in private all the same. */
  besides: readonly Callee[];
}

const NOBODY: Concerned = { called: [], besides: [] };

/** Whom an event concerns; `matter`: what it is to those who are told of it in private. */
export async function concernedBy(
  kv: Kv,
  event: IncidentEvent,
  incident: Incident,
  at: Surroundings & { matter: Matter | null },
): Promise<Concerned> {
  switch (event.type) {
    case "escalated":
      return onlyCalled(await managersOf(kv, at.group, at.administrators));
    case "assigned":
      return onlyCalled([itself(event.to)]);
    case "handed_over":
      return { called: [], besides: [itself(event.to)] };
    case "nudged":
      return await reminded(kv, event, incident, at);
    case "woken":
      return event.actor ? NOBODY : onlyCalled(await waitedFor(kv, incident, event.at, at));
    case "priority_set":
      return at.matter ? { called: [], besides: await everybody(kv, incident, at) } : NOBODY;
    case "claim_ended":
    case "department_chosen":
    case "department_changed":
    case "unclaimed":
    case "de_escalated":
    case "reopened": {
      const heir = event.type === "claim_ended" ? event.heir : null;
      if (heir) return { called: [], besides: [itself(heir)] };
      if (incident.status !== "awaiting_claim") return NOBODY;
      const called = await waitedFor(kv, incident, event.at, at);
      if (at.matter !== "critical") return onlyCalled(called);
      const besides = event.type === "reopened"
        ? await everybody(kv, incident, at)
        : await membersOf(kv, at.group, incident.department);
      return { called, besides };
    }
    default:
      return NOBODY;
  }
}

function onlyCalled(called: readonly Callee[]): Concerned {
  return { called, besides: [] };
}

/** Whom something critical concerns: whoever may deal with it, on duty or not. */
async function everybody(
  kv: Kv,
  incident: Incident,
  { group, administrators }: Surroundings,
): Promise<Callee[]> {
  const department = departmentOf(incident);
  return [
    ...await managersOf(kv, group, administrators),
    ...await dispatchersOf(kv, group),
    ...(department === null ? [] : await membersOf(kv, group, department)),
  ];
}

/** Whom a reminder calls; the one person who is asked something is named by the text itself. */
async function reminded(
  kv: Kv,
  event: IncidentEvent & { type: "nudged" },
  incident: Incident,
  at: Surroundings,
): Promise<Concerned> {
  switch (event.about) {
    case "unclaimed":
      return onlyCalled(await waitedFor(kv, incident, event.at, at));
    case "escalated":
      return onlyCalled(await managersOf(kv, at.group, at.administrators));
    case "department":
    case "silent":
    case "summary":
      return { called: [], besides: await waitedFor(kv, incident, event.at, at) };
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
): Promise<Callee[]> {
  const { group, administrators } = surroundings;
  const isForManagers = incident.escalation !== null && incident.escalation.takenBy === null;
  switch (incident.status) {
    case "awaiting_department":
      return [itself(incident.reporter)];
    case "awaiting_claim":
      return isForManagers
        ? await managersOf(kv, group, administrators)
        : await takersOfCalls(kv, surroundings, incident.department, at);
    case "in_progress":
      return isForManagers ? await managersOf(kv, group, administrators) : [itself(incident.owner)];
    case "awaiting_summary":
      return [itself(incident.summarizer)];
    case "resolved":
    case "closed":
      return [];
    default:
      return incident satisfies never;
  }
}

/**
 * The department's members, of the company and of the group, those on duty at that moment before all;
 * without any members, the dispatchers.
 */
async function takersOfCalls(
  kv: Kv,
  { group, company: { timeZone } }: Pick<Surroundings, "group" | "company">,
  department: string,
  at: number,
): Promise<Callee[]> {
  const members = await membersOf(kv, group, department);
  const onDuty = members.filter(({ shift }) => isOnDuty(shift, timeZone, at));
  if (onDuty.length > 0) return onDuty;
  return members.length > 0 ? members : await dispatchersOf(kv, group);
}
