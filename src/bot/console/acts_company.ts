/** What is done to companies and their departments. */

import { DepartmentName } from "../../domain/company.ts";
import { addCompany, addDepartment } from "../../execute/companies.ts";
import { renameDepartment, setDefaultDepartment } from "../../execute/departments.ts";
import { restrictDepartment } from "../../execute/settings.ts";
import { type ActName, addressOf } from "../../view/console/address.ts";
import { newCompanyIn } from "../command_companies.ts";
import { showDepartment } from "../command_departments.ts";
import { act, type ConsoleAct } from "./entry.ts";

/** What is done to them. */
export const COMPANY_ACTS = {
  /** Adds a company. */
  add_company: act({
    kind: "text",
    who: "platform_admin",
    takes: [],
    commands: ["add_company"],
    hint: () => "[ID] <name>",
    next: () => addressOf("home"),
    question: (texts) => texts.admin.ask.companyName,
    async run(deps, origin, _args, { text, texts }) {
      const company = newCompanyIn(text);
      if (!company) return { problem: texts.admin.ask.nameLength(2, 80) };
      return await addCompany(deps, origin, company);
    },
  }),
  /** Adds a department. */
  add_department: act({
    kind: "text",
    who: "company",
    takes: ["company"],
    commands: ["add_department"],
    hint: ({ company }) => `${company} <name>`,
    next: ({ company }) => addressOf("departments", [company]),
    question: (texts) => texts.admin.ask.departmentName,
    async run(deps, origin, { company: companyId }, { text, texts }) {
      const name = DepartmentName.safeParse(text);
      if (!name.success) return { problem: texts.admin.ask.nameLength(1, 40) };
      return await addDepartment(deps, origin, { companyId, name: name.data });
    },
  }),
  /** Gives a department another name. */
  rename_department: act({
    kind: "text",
    who: "company",
    takes: ["company", "department"],
    commands: ["rename_department"],
    hint: ({ company }) => `${company} <department> to <new name>`,
    next: ({ company, department }) => addressOf("department", [company, department]),
    question: (texts) => texts.admin.ask.newName,
    async run(deps, origin, { company: companyId, department }, { text, texts }) {
      const to = DepartmentName.safeParse(text);
      if (!to.success) return { problem: texts.admin.ask.nameLength(1, 40) };
      const readings = [{ from: department, to: to.data }];
      return await renameDepartment(deps, origin, { companyId, readings });
    },
    after: (deps, committed, { company }) => showDepartment(deps, company, committed),
  }),
  /** Says which department is called when nobody chooses one. */
  default_department: act({
    kind: "press",
    who: "company",
    takes: ["company", "department"],
    commands: ["default_department"],
    hint: ({ company }) => `${company} <department>`,
    next: ({ company, department }) => addressOf("department", [company, department]),
    run: (deps, origin, { company: companyId, department }) =>
      setDefaultDepartment(deps, origin, { companyId, department }),
  }),
  /** Says who may choose a department. */
  restrict: act({
    kind: "press",
    who: "company",
    takes: ["company", "department", "state"],
    commands: ["restrict_department"],
    hint: ({ company }) => `${company} <department> [off]`,
    next: ({ company, department }) => addressOf("department", [company, department]),
    run(deps, origin, { company: companyId, department, state }) {
      return restrictDepartment(deps, origin, {
        companyId,
        department,
        restricted: state === "on",
      });
    },
  }),
} satisfies Partial<Record<ActName, ConsoleAct>>;
