/** Pages about companies and what each of them has set. */

import { type Company, defaultDepartment, type Department } from "../../domain/company.ts";
import { policyFor } from "../../domain/policy.ts";
import { SETTING_NAMES } from "../../domain/policy_setting.ts";
import { isPlatformAdmin, listCompanies } from "../../execute/companies.ts";
import { keys } from "../../store/keys.ts";
import { companyRoles } from "../../store/listings.ts";
import { readAll, readOne } from "../../store/read.ts";
import { calendarPage, holidaysPage } from "../../view/console/calendar.ts";
import { companyPage, deletePage, exportPage, homePage } from "../../view/console/companies.ts";
import { departmentPage, departmentsPage } from "../../view/console/departments.ts";
import { languagePage } from "../../view/console/language.ts";
import { retentionPage, shortenPage } from "../../view/console/keeping.ts";
import { CONSOLE_PAGE } from "../../view/console/frame.ts";
import { deletionPanel } from "../../view/deletion_page.ts";
import { POLICY_PAGE, policyListPage, settingPage } from "../../view/console/policy.ts";
import { type Page, pageOf } from "../../view/paging.ts";
import { wouldGo } from "../command_retention.ts";
import { sumsOf } from "../company_sums.ts";
import type { BotDeps } from "../incoming.ts";
import type { PageName } from "../../view/console/address.ts";
import { type ConsolePage, page } from "./entry.ts";
import { countWaiting } from "./waiting_groups.ts";

/** A page of a list of the console. */
export function consolePageOf<T>(items: readonly T[], n: number): Page<T> {
  return pageOf(items, { page: n, size: CONSOLE_PAGE });
}

/** The company; `null`: there is none. */
export async function companyOf({ kv }: BotDeps, id: string): Promise<Company | null> {
  return (await readOne(kv, keys.company(id))).value;
}

/** The company with one of its departments; `null`: there is none. */
export async function departmentOf(
  deps: BotDeps,
  about: { company: string; department: string },
): Promise<{ company: Company; department: Department } | null> {
  const company = await companyOf(deps, about.company);
  const department = company?.departments.find(({ id }) => id === about.department);
  return company && department ? { company, department } : null;
}

/** The companies that somebody administers, by id. */
async function companiesOf(deps: BotDeps, personId: number): Promise<Company[]> {
  if (isPlatformAdmin(deps, personId)) return await listCompanies(deps.kv);
  const managed = (await companyRoles(deps.kv, personId)).filter(({ role }) => role === "manager");
  const read = await readAll(deps.kv, managed.map(({ company }) => keys.company(company)));
  return read.flatMap(({ value }) => value ? [value] : []);
}

/** The pages. */
export const COMPANY_PAGES = {
  /** The first page: one's companies. */
  home: page({
    who: "anyone",
    takes: [],
    commands: ["companies"],
    async load(deps, { personId }, { n }) {
      const companies = consolePageOf(await companiesOf(deps, personId), n);
      const waiting = isPlatformAdmin(deps, personId) ? await countWaiting(deps) : null;
      return { companies, waiting };
    },
    render: homePage,
  }),
  /** A company. */
  company: page({
    who: "company",
    takes: ["company"],
    commands: [],
    async load(deps, { personId }, { company: id }) {
      const company = await companyOf(deps, id);
      return company && { company, isPlatformAdmin: isPlatformAdmin(deps, personId) };
    },
    render: companyPage,
  }),
  /** Its departments. */
  departments: page({
    who: "company",
    takes: ["company"],
    commands: [],
    async load(deps, _asker, { company: id, n }) {
      const company = await companyOf(deps, id);
      return company && {
        company,
        shown: consolePageOf(company.departments, n),
        defaultId: defaultDepartment(company)?.id ?? null,
      };
    },
    render: departmentsPage,
  }),
  /** One of them. */
  department: page({
    who: "company",
    takes: ["company", "department"],
    commands: [],
    async load(deps, _asker, about) {
      const found = await departmentOf(deps, about);
      return found && {
        ...found,
        isDefault: defaultDepartment(found.company)?.id === found.department.id,
        place: found.company.departments.indexOf(found.department) + 1,
      };
    },
    render: departmentPage,
  }),
  /** How patient a company is. */
  policy: page({
    who: "company",
    takes: ["company"],
    commands: ["policy"],
    async load(deps, _asker, { company: id, n }) {
      const company = await companyOf(deps, id);
      const shown = pageOf(SETTING_NAMES, { page: n, size: POLICY_PAGE });
      return company && { company, policy: policyFor(deps.settings.policy, company), shown };
    },
    render: policyListPage,
  }),
  /** One setting of that. */
  setting: page({
    who: "company",
    takes: ["company", "setting"],
    commands: [],
    async load(deps, _asker, { company: id, setting: name }) {
      const company = await companyOf(deps, id);
      return company && { company, policy: policyFor(deps.settings.policy, company), name };
    },
    render: settingPage,
  }),
  /** When a company works. */
  calendar: page({
    who: "company",
    takes: ["company"],
    commands: [],
    load: (deps, _asker, { company }) => companyOf(deps, company),
    render: calendarPage,
  }),
  /** When it does not. */
  holidays: page({
    who: "company",
    takes: ["company"],
    commands: [],
    async load(deps, _asker, { company: id, n }) {
      const company = await companyOf(deps, id);
      return company && { company, shown: consolePageOf(company.calendar.holidays, n) };
    },
    render: holidaysPage,
  }),
  /** Which language its groups read. */
  language: page({
    who: "company",
    takes: ["company"],
    commands: [],
    load: (deps, _asker, { company }) => companyOf(deps, company),
    render: languagePage,
  }),
  /** How long it keeps incidents that are over. */
  retention: page({
    who: "company",
    takes: ["company"],
    commands: [],
    load: (deps, _asker, { company }) => companyOf(deps, company),
    render: retentionPage,
  }),
  /** What would go at once if it kept less. */
  shorten: page({
    who: "company",
    takes: ["company", "days"],
    commands: [],
    async load(deps, _asker, { company: id, days }) {
      const company = await companyOf(deps, id);
      if (!company) return null;
      const at = deps.now();
      return { company, days, at, would: await wouldGo(deps, company, { days, at }) };
    },
    render: shortenPage,
  }),
  /** What would go with a company. */
  delete: page({
    who: "platform_admin",
    takes: ["company"],
    commands: ["delete_company"],
    async load(deps, { texts }, { company: id }) {
      const company = await companyOf(deps, id);
      if (!company || company.archivedAt === null) return null;
      return { company, panel: deletionPanel(texts, company, await sumsOf(deps, id)) };
    },
    render: deletePage,
  }),
  /** Where copies of everything come from. */
  export: page({
    who: "platform_admin",
    takes: [],
    commands: [],
    load: () => Promise.resolve({}),
    render: (texts) => exportPage(texts),
  }),
} satisfies Partial<Record<PageName, ConsolePage>>;
