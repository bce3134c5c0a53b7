/** What administrators did, and who tried to. */

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
    /** By the key of the answer; another one is shown as it is. */
    what: {
      company_added: "company added",
      department_added: "department added",
      department_renamed: "department renamed",
      department_restricted: "who may choose a department",
      default_department_set: "default department",
      time_zone_set: "time zone",
      policy_set: "policy",
      hours_set: "working hours",
      holidays_set: "holidays",
      shift_set: "shift",
      topic_set: "topic of the cards",
      group_attached: "group attached",
      granted: "role given",
      revoked: "role taken away",
      takes_calls: "takes calls",
      asked_to_take_calls: "asked to take calls",
    },
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
