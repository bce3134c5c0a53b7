/** What administrators did, and who tried to. */

import type { ActKey } from "../../../domain/act_key.ts";
import type { GroupIs } from "../../../domain/group.ts";
import { count } from "./grammar.ts";

/** In English. */
export const acts = {
  acts: {
    ofCompany: (company: string) => `What administrators did in ${company}`,
    ofGroup: "What administrators did in this group",
    none: "Nothing yet.",
    more: (n: number) => `and ${count(n, "more change", "more changes")}, in the export`,
    /** Stands for a value that is not there. */
    nothing: "nothing",
    yes: "yes",
    no: "no",
    /** Instead of the values, where an older record has them only in parts. */
    changed: "changed",
    /** Where nothing of its own is set. */
    usual: "as usual",
    department: (name: string) => `department “${name}”`,
    paths: {
      name: "name",
      title: "title",
      status: "state",
      why: "because",
      archivedAt: "archived",
      timeZone: "time zone",
      language: "language",
      hours: "working hours",
      holidays: "holidays",
      retention: "incidents are kept",
      defaultDepartment: "default department",
      order: "order of the departments",
      restricted: "only members and managers choose it",
      member: "member of a department",
      manager: "manager",
      dispatcher: "dispatcher",
      shift: "shift",
      asked: "asked to take calls",
    },
    states: {
      active: "active",
      suspended: "suspended",
      detached: "detached",
      archived: "its company is archived",
    } satisfies Record<GroupIs, string>,
    /** By the key of the answer. */
    what: {
      company_added: "company added",
      company_renamed: "company renamed",
      company_language_set: "language of the company",
      company_archived: "company archived",
      company_restored: "company restored",
      deletion_begun: "company deleted",
      department_added: "department added",
      department_renamed: "department renamed",
      department_placed: "order of the departments",
      department_removed: "department removed",
      department_restricted: "who may choose a department",
      default_department_set: "default department",
      time_zone_set: "time zone",
      policy_set: "policy",
      hours_set: "working hours",
      holidays_set: "holidays",
      retention_set: "how long incidents are kept",
      shift_set: "shift",
      topic_set: "topic of the cards",
      setting_set: "setting of the group",
      group_language_set: "language of the group",
      group_attached: "group attached",
      group_detached: "group detached",
      group_moved: "group moved",
      granted: "role given",
      revoked: "role taken away",
      takes_calls: "takes calls",
      asked_to_take_calls: "asked to take calls",
    } satisfies Record<ActKey, string>,
  },

  refusals: {
    title: "Somebody tries what only administrators may",
    who: "Who:",
    tried: (hours: number) =>
      `Refused more often than is usual within ${count(hours, "hour", "hours")}:`,
    where: "Where:",
    inPrivate: "private chat",
    first: "Nothing was changed. You are told once an hour.",
  },
} as const;
