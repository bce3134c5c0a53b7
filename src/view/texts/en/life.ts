/** The life of companies, departments and groups: listed, moved, archived, deleted. */

import type { Suspension } from "../../../domain/group.ts";
import { count, number } from "./grammar.ts";

/** In English. */
export const life = {
  life: {
    group_detached: (id: string, title: string) =>
      `“${title}” is detached from ${id}. Its incidents stay on record; /add_group attaches it again.`,
    group_detached_already: (id: string, title: string) =>
      `“${title}” is detached from ${id} already. Nothing was changed.`,
    group_moved: (id: string, title: string) =>
      `“${title}” belongs to ${id} now. What ended there before stays with the other company.`,
    group_has_open: (id: string, title: string, open: number) =>
      `“${title}” has ${
        count(open, "open incident", "open incidents")
      } of ${id}. Close them first; then it can go to another company.`,
    no_such_group: (chatId: number) =>
      `No company has a group ${chatId}. /groups lists those there are.`,
    too_many_groups: (id: string, most: number) =>
      `${id} has ${
        number(most)
      } groups, as many as fit. Detach one first; /groups ${id} lists them.`,
    too_many_of_company: (id: string, most: number) =>
      `${id} has ${
        number(most)
      } people with roles, as many as fit. Take somebody's roles away first; /people ${id} lists them.`,
    department_placed: (id: string, name: string, place: number) =>
      `${name} is at place ${place} among the departments of ${id} now.`,
    department_removed: (id: string, name: string, to: string) =>
      `${id} has no department ${name} any more. Its open incidents go to ${to}; its members have lost that role.`,
    last_department: (id: string, name: string) =>
      `${name} is the only department of ${id}. Add another one first: /add_department ${id}.`,
    company_renamed: (id: string, name: string) => `${id} is called ${name} now.`,
    company_archived: (id: string) =>
      `${id} is archived: its groups are suspended, nothing is reported and nobody is reminded. Everything is kept; /restore_company ${id} brings it back.`,
    company_restored: (id: string) =>
      `${id} is at work again. Groups that I am still in become active.`,
    company_is_archived: (id: string) =>
      `${id} is archived. Nothing was changed; a platform admin can bring it back with /restore_company ${id}.`,
    company_not_archived: (id: string) => `${id} is not archived. Nothing was changed.`,
    archive_first: (id: string) =>
      `Only an archived company can be deleted: /archive_company ${id} first. Nothing was changed.`,
    deletion_asked: (id: string) =>
      `Are you sure? Nobody can undo it. To delete ${id} within the next 10 minutes, send: /delete_company ${id} ${id}`,
    deletion_unconfirmed: (id: string) =>
      `That took too long, or ${id} has changed. Nothing was deleted; begin anew: /delete_company ${id}`,
    deletion_begun: (id: string) =>
      `${id} is being deleted. The document above has everything that it had; keep it as long as you may need it.`,
    company_going: (id: string) => `${id} is still being deleted. Try again in some minutes.`,
  },

  groups: {
    title: (scope: string) => `Groups of ${scope}`,
    own: "your companies",
    waiting: "Groups that wait",
    nobodyWaits: "No group waits.",
    none: "No groups.",
    companies: "Companies",
    count: (n: number) => count(n, "group", "groups"),
    open: (n: number) => count(n, "open incident", "open incidents"),
    active: "active",
    removed: "suspended: I am not in it",
    suspended: {
      detached: "suspended: detached",
      archived: "suspended: its company is archived",
    } satisfies Record<Suspension["why"], string>,
    asked: (name: string, by: string) => `${by} asked for “${name}”`,
    notAsked: (by: string) => `added by ${by}; nobody has named a company yet`,
    archived: "archived",
  },

  farewell: {
    detached: "This group is no longer part of its company. I'll be silent from now on; goodbye.",
    archived: "This company is archived. Nothing is reported here until it comes back.",
    deleted: "This company has left me, and I leave this group. Goodbye.",
  },

  deletion: {
    question: (id: string, name: string) => `Delete ${id} · ${name} for good?`,
    goes: "What would go, after I have sent you all of it as a document:",
    incidents: (all: number, open: number) =>
      `${count(all, "incident", "incidents")}, ${
        number(open)
      } of them open, with all that was said`,
    groups: (n: number) => `${count(n, "group", "groups")}, which I leave`,
    people: (n: number) => `the roles of ${count(n, "person", "people")}`,
    departments: (n: number) => count(n, "department", "departments"),
    button: (id: string) => `🗑 Delete ${id} …`,
    caption: (id: string, part: number) =>
      `All of ${id}, part ${part}. Parts belong together in their order; it is a backup like any other.`,
    notTaken: "Telegram did not take the document. Nothing was deleted.",
  },
} as const;
