/** How a company's list of departments changes. Ids are never given twice: history names them. */

import {
  type Company,
  defaultDepartment,
  type Department,
  MOST_REMOVED,
  type RemovedDepartment,
} from "./company.ts";

/** A company with one more department, at the end. */
export function withDepartment(company: Company, name: string): Company {
  const { departments, lastRemoved } = company;
  const last = Math.max(lastRemoved, ...departments.map(({ id }) => Number(id)));
  const added: Department = { id: String(last + 1), name, members: 0, restricted: false };
  return { ...company, departments: [...departments, added] };
}

/** A company with a department at another place among the buttons; `place` counts from 1. */
export function withDepartmentAt(company: Company, id: string, place: number): Company {
  const moved = company.departments.filter((one) => one.id === id);
  const others = company.departments.filter((one) => one.id !== id);
  const at = Math.min(Math.max(place, 1), company.departments.length) - 1;
  // Without a choice the first one is the default: that must not change by the way.
  const chosen = company.defaultDepartment ?? defaultDepartment(company)?.id ?? null;
  return { ...company, departments: others.toSpliced(at, 0, ...moved), defaultDepartment: chosen };
}

/**
 * A company without a department; its name stays on record. When it was the default, the first one that
 * is left is.
 */
export function withoutDepartment(
  company: Company,
  { id, name }: Department,
  now: number,
): Company {
  const removed = [...company.removed, { id, name, removedAt: now }].slice(-MOST_REMOVED);
  return {
    ...company,
    departments: company.departments.filter((one) => one.id !== id),
    removed,
    lastRemoved: Math.max(company.lastRemoved, Number(id)),
    defaultDepartment: company.defaultDepartment === id ? null : company.defaultDepartment,
  };
}

/** The department that has that id; `null` when there is none now. */
export function departmentWithId(company: Company, id: string): Department | null {
  return company.departments.find((one) => one.id === id) ?? null;
}

/** The department that has that id or had it; `null` when nobody knows. */
export function departmentEver(
  company: Company,
  id: string,
): Department | RemovedDepartment | null {
  return departmentWithId(company, id) ?? company.removed.find((one) => one.id === id) ?? null;
}
