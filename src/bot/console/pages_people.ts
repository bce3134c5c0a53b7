/** Pages about people. */

import type { Company } from "../../domain/company.ts";
import { COMPANY_ROLES, highestRole, type Person } from "../../domain/person.ts";
import { named } from "../../execute/audience.ts";
import { listMembers } from "../../execute/callees.ts";
import { keys } from "../../store/keys.ts";
import { companyPeople } from "../../store/listings.ts";
import { readMany } from "../../store/read.ts";
import { memberPage, membersPage } from "../../view/console/departments.ts";
import {
  type Listed,
  membershipsPage,
  type OnePerson,
  peoplePage,
  personPage,
} from "../../view/console/people.ts";
import type { BotDeps } from "../incoming.ts";
import type { PageName } from "../../view/console/address.ts";
import { type ConsolePage, page } from "./entry.ts";
import { companyOf, consolePageOf, departmentOf } from "./pages_company.ts";

/** Somebody whom the company knows; to everybody else's name it gives no way. */
export async function personOf(
  { kv }: BotDeps,
  about: { company: string; person: number },
): Promise<OnePerson & { record: Person } | null> {
  const { company, record, profile } = await readMany(kv, {
    company: keys.company(about.company),
    record: keys.person(about.company, about.person),
    profile: keys.profile(about.person),
  });
  if (!company.value || !record.value) return null;
  return {
    company: company.value,
    record: record.value,
    person: { id: about.person, name: profile.value?.name ?? "", grants: record.value },
    isReachable: profile.value?.reachable ?? false,
  };
}

function departmentIn(company: Company | null, id: string) {
  return company?.departments.find((one) => one.id === id) ?? null;
}

/** Managers come first, members last. */
function rankOf(person: Person): number {
  const role = highestRole(person);
  return role ? COMPANY_ROLES.indexOf(role) : COMPANY_ROLES.length;
}

/** The pages. */
export const PEOPLE_PAGES = {
  /** Everybody with a role in a company, the highest first. */
  people: page({
    who: "company",
    takes: ["company"],
    commands: ["people"],
    async load(deps, _asker, { company: id, n }) {
      const company = await companyOf(deps, id);
      if (!company) return null;
      const everybody = (await companyPeople(deps.kv, id))
        .toSorted((a, b) => rankOf(a) - rankOf(b));
      const shown = consolePageOf(everybody, n);
      const names = await named(deps.kv, shown.items.map((person) => person.id));
      const items = names.map((ref, i): Listed => ({ ...ref, grants: shown.items[i]! }));
      return { company, shown: { ...shown, items } };
    },
    render: peoplePage,
  }),
  /** One of them. */
  person: page({
    who: "company",
    takes: ["company", "person"],
    commands: [],
    load: (deps, _asker, about) => personOf(deps, about),
    render: personPage,
  }),
  /** The departments that somebody is in, and the others. */
  memberships: page({
    who: "company",
    takes: ["company", "person"],
    commands: [],
    async load(deps, _asker, about) {
      const found = await personOf(deps, about);
      return found && { ...found, shown: consolePageOf(found.company.departments, about.n) };
    },
    render: membershipsPage,
  }),
  /** Who is in a department. */
  members: page({
    who: "company",
    takes: ["company", "department"],
    commands: ["shifts"],
    async load(deps, _asker, about) {
      const found = await departmentOf(deps, about);
      if (!found) return null;
      const all = await listMembers(deps.kv, about.company, about.department);
      const shown = consolePageOf(all, about.n);
      const items = await named(deps.kv, shown.items.map(({ id }) => id));
      return { ...found, shown: { ...shown, items } };
    },
    render: membersPage,
  }),
  /** One of them. */
  member: page({
    who: "company",
    takes: ["company", "department", "person"],
    commands: [],
    async load(deps, _asker, about) {
      const found = await personOf(deps, about);
      const department = departmentIn(found?.company ?? null, about.department);
      if (!found?.record.departments.includes(about.department) || !department) return null;
      const hours = found.record.shifts[about.department] ?? null;
      return { company: found.company, department, person: found.person, hours };
    },
    render: memberPage,
  }),
} satisfies Partial<Record<PageName, ConsolePage>>;
