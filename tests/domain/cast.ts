/** The people and the company that the domain's stories are about. */

import { ALWAYS_OPEN } from "../../src/domain/calendar.ts";
import type { Company } from "../../src/domain/company.ts";
import type { AttachedGroup } from "../../src/domain/group.ts";
import { USUAL_SETTINGS } from "../../src/domain/group_settings.ts";
import type { PersonRef } from "../../src/domain/person.ts";
import type { Policy } from "../../src/domain/policy.ts";
import { PRIORITY_FACTORS } from "../../src/domain/priority.ts";

/** When every story begins, epoch milliseconds. */
export const NOON = Date.UTC(2026, 10, 23, 12, 0);
export const MINUTE = 60_000;
export const YARD = -1001;

/** Reports. */
export const rita: PersonRef = { id: 101, name: "Rita" };
/** Owns. */
export const otto: PersonRef = { id: 102, name: "Otto" };
/** Was the first to help. */
export const hana: PersonRef = { id: 103, name: "Hana" };
/** Was the second to help. */
export const hugo: PersonRef = { id: 104, name: "Hugo" };
/** Pressed *Resolve*. */
export const sami: PersonRef = { id: 105, name: "Sami" };
/** Manages. */
export const mona: PersonRef = { id: 107, name: "Mona" };
/** Helped once, and left. */
export const wanda: PersonRef = { id: 108, name: "Wanda" };
/** Is in the group, and nothing else. */
export const stella: PersonRef = { id: 106, name: "Stella" };

export const acme: Company = {
  schema: 1,
  id: "ACME",
  name: "Acme Logistics",
  departments: [
    { id: "1", name: "Dispatch", members: 2, restricted: false },
    { id: "2", name: "Workshop", members: 1, restricted: false },
  ],
  removed: [],
  lastRemoved: 0,
  defaultDepartment: null,
  dispatchers: 1,
  locale: "en",
  timeZone: "UTC",
  calendar: ALWAYS_OPEN,
  policy: {},
  retentionDays: null,
  createdAt: NOON,
  archivedAt: null,
};

/** Acme with a department that not everybody may choose. */
export const guarded: Company = {
  ...acme,
  departments: [...acme.departments, { id: "3", name: "Vault", members: 1, restricted: true }],
};

export const policy: Policy = {
  departmentNudgeMinutes: 12,
  departmentRepeatMinutes: null,
  departmentNudges: 2,
  unclaimedNudgeMinutes: 10,
  unclaimedRepeatMinutes: null,
  unclaimedNudges: 2,
  escalatesByItself: true,
  escalationNudgeMinutes: 15,
  escalationRepeatMinutes: null,
  checkInMinutes: 30,
  checkInRepeatMinutes: null,
  summaryTimeoutMinutes: 20,
  reportsPerPersonPerHour: 5,
  reportsPerDispatcherPerHour: 60,
  reportsPerGroupPerHour: 60,
  commandsPerPersonPerMinute: 30,
  priorityFactors: PRIORITY_FACTORS,
};

/** Acme's group, with roles of its own. */
export function yard(people: AttachedGroup["people"] = {}): AttachedGroup {
  return {
    schema: 1,
    status: "active",
    chatId: YARD,
    title: "Yard",
    company: "ACME",
    people,
    cardTopicId: null,
    language: null,
    policy: {},
    settings: USUAL_SETTINGS,
    askedToTakeCalls: [],
  };
}
