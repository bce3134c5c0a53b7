/** Departments that get another place, or go; through the one write path. */

import type { CoreDeps } from "../deps.ts";
import { defaultDepartment, findDepartment } from "../domain/company.ts";
import { withDepartmentAt, withoutDepartment } from "../domain/departments.ts";
import type { PersonRef } from "../domain/person.ts";
import { keys } from "../store/keys.ts";
import { set } from "../store/write.ts";
import type { Committed } from "./commit.ts";
import { changeCompany, type DeskOrigin } from "./companies.ts";
import { unknownDepartment } from "./grants.ts";

/** A department of a company, as somebody names it. */
export interface NamedDepartment {
  /** The company's id. */
  companyId: string;
  /** The department's id or name. */
  department: string;
}

/** Puts a department at another place among the buttons, from 1. The company's managers and platform admins. */
export function placeDepartment(
  deps: CoreDeps,
  origin: DeskOrigin,
  { companyId, department: wanted, place }: NamedDepartment & { place: number },
): Promise<Committed> {
  return changeCompany(deps, origin, companyId, (company) => {
    const department = findDepartment(company, wanted);
    if (!department) return { answer: unknownDepartment(company) };
    const { id, name } = department;
    const after = withDepartmentAt(company, id, place);
    const at = after.departments.findIndex((one) => one.id === id) + 1;
    return {
      answer: { key: "department_placed", company: companyId, name, place: at },
      company: after,
    };
  });
}

/**
 * Removes a department. From this commit on nothing comes into it; what is in it goes out one by one, as
 * a chore. The default's place is taken by the first one that is left: there has to be a default, and the
 * answer says which. The company's managers and platform admins.
 */
export function removeDepartment(
  deps: CoreDeps,
  origin: DeskOrigin,
  { companyId, department: wanted, by }: NamedDepartment & { by: PersonRef },
): Promise<Committed> {
  return changeCompany(deps, origin, companyId, (company, now) => {
    const department = findDepartment(company, wanted);
    if (!department) return { answer: unknownDepartment(company) };
    const { id, name } = department;
    const after = withoutDepartment(company, department, now);
    const heir = defaultDepartment(after);
    if (!heir) return { answer: { key: "last_department", company: companyId, name } };
    const chore = keys.chore(companyId, "department", id);
    return {
      answer: { key: "department_removed", company: companyId, name, to: heir.name },
      company: after,
      changes: [
        set(chore, { schema: 1, company: companyId, kind: "department", department: id, by }),
      ],
    };
  });
}
