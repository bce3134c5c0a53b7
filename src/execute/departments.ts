/** What departments are called, their order, and which is called when nobody chooses; one write path. */

import type { CoreDeps } from "../deps.ts";
import { type Company, type Department, findDepartment } from "../domain/company.ts";
import type { DeskAnswer } from "../domain/desk.ts";
import type { Committed } from "./commit.ts";
import { changeCompany, type DeskOrigin } from "./companies.ts";
import { unknownDepartment } from "./grants.ts";

/** A department's name of today, and the one it gets. */
export interface Renaming {
  /** Its id or name. */
  from: string;
  /** The new name, 1 to 40 characters. */
  to: string;
}

/**
 * Gives a department another name. `readings`: what the request can mean; the first one counts that
 * names a department there is. The company's managers and platform admins.
 */
export function renameDepartment(
  deps: CoreDeps,
  origin: DeskOrigin,
  { companyId, readings }: { companyId: string; readings: readonly Renaming[] },
): Promise<Committed> {
  return changeCompany(deps, origin, companyId, (company) => {
    for (const { from, to } of readings) {
      const department = findDepartment(company, from);
      if (department) return renamed(company, department, to);
    }
    return { answer: unknownDepartment(company) };
  });
}

function renamed(
  company: Company,
  { id, name }: Department,
  to: string,
): { answer: DeskAnswer; company?: Company } {
  const isTaken = company.departments.some((other) =>
    other.id !== id && other.name.toLowerCase() === to.toLowerCase()
  );
  if (isTaken) return { answer: { key: "department_exists", company: company.id, name: to } };
  const departments = company.departments.map((one) => one.id === id ? { ...one, name: to } : one);
  return {
    answer: { key: "department_renamed", company: company.id, name, to },
    company: { ...company, departments },
  };
}

/** The department that is called when nobody chooses one. The company's managers and platform admins. */
export function setDefaultDepartment(
  deps: CoreDeps,
  origin: DeskOrigin,
  { companyId, department: wanted }: { companyId: string; department: string },
): Promise<Committed> {
  return changeCompany(deps, origin, companyId, (company) => {
    const department = findDepartment(company, wanted);
    if (!department) return { answer: unknownDepartment(company) };
    return {
      answer: { key: "default_department_set", company: companyId, name: department.name },
      company: { ...company, defaultDepartment: department.id },
    };
  });
}
