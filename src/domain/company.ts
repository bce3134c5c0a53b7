/** A company (a tenant) and its departments. */

import { z } from "zod";
import { ALWAYS_OPEN, Calendar } from "./calendar.ts";
import { CompanyId } from "./ids.ts";
import { Locale, LOCALES } from "./locale.ts";
import { PolicyChanges } from "./policy.ts";
import { MOST_DEPARTMENTS } from "./quota.ts";
import { isVisible, oneLine } from "./text.ts";

/** A named team of a company. */
export interface Department {
  /** Short and stable, unique within the company; part of callback data. */
  id: string;
  /** What people read on the buttons, 1 to 40 characters. */
  name: string;
  /** How many people of the company are members (those that only a group added are not counted). */
  members: number;
  /** Only its members and managers may choose it. */
  restricted: boolean;
}

/** A department's id: 1 to 8 of a-z 0-9. */
export const DepartmentId: z.ZodType<string> = z.string().regex(/^[a-z0-9]{1,8}$/);

/** Schema of {@linkcode Department}. */
export const Department: z.ZodType<Department> = z.object({
  id: DepartmentId,
  name: z.string().min(1).max(40),
  members: z.int().min(0),
  restricted: z.boolean().default(false),
});

/** A department that there is no more: history and old incidents still name it. */
export interface RemovedDepartment {
  /** Its id; never given again. */
  id: string;
  /** What it was called at the end. */
  name: string;
  /** Epoch milliseconds. */
  removedAt: number;
}

/** Schema of {@linkcode RemovedDepartment}. */
export const RemovedDepartment: z.ZodType<RemovedDepartment> = z.object({
  id: DepartmentId,
  name: z.string().min(1).max(40),
  removedAt: z.int(),
});

/** Of how many removed departments a company remembers the names. */
export const MOST_REMOVED = 100;

/** A company, with its departments in the order in which their buttons appear. */
export interface Company {
  /** The version of this record's shape. */
  schema: 1;
  /** 2 to 8 of A-Z 0-9. */
  id: string;
  /** 2 to 80 characters. */
  name: string;
  /** Never empty. */
  departments: Department[];
  /** Departments of the past, the newest last. */
  removed: RemovedDepartment[];
  /** The highest id that a removed department had; 0 without any. */
  lastRemoved: number;
  /** The id of the department that is called when nobody has chosen one; `null`: the first. */
  defaultDepartment: string | null;
  /** How many people are dispatchers of the whole company. */
  dispatchers: number;
  /** The time zone that its people read times in (IANA name). */
  timeZone: string;
  /** The language of its groups, and of people of whom no other is known. */
  locale: Locale;
  /** When its people work. */
  calendar: Calendar;
  /** How patient it is, where that differs from the usual. */
  policy: PolicyChanges;
  /** How many days incidents are kept after their end; `null`: for ever. */
  retentionDays: number | null;
  /** Epoch milliseconds. */
  createdAt: number;
  /** Since when nothing happens in it, epoch milliseconds; `null`: it is at work. */
  archivedAt: number | null;
}

/** For how many days a company may keep incidents after their end. */
export const RETENTION_DAYS = { least: 30, most: 3650 } as const;

/** Schema of {@linkcode Company}. */
export const Company: z.ZodType<Company> = z.object({
  schema: z.literal(1),
  id: CompanyId,
  name: z.string().min(2).max(80),
  departments: z.array(Department).min(1).max(MOST_DEPARTMENTS),
  removed: z.array(RemovedDepartment).max(MOST_REMOVED).default([]),
  lastRemoved: z.int().min(0).default(0),
  defaultDepartment: DepartmentId.nullable().default(null),
  dispatchers: z.int().min(0),
  timeZone: z.string().default("UTC"),
  locale: Locale.default(LOCALES[0]),
  calendar: Calendar.default(ALWAYS_OPEN),
  policy: PolicyChanges.default({}),
  retentionDays: z.int().min(RETENTION_DAYS.least).max(RETENTION_DAYS.most).nullable().default(
    null,
  ),
  createdAt: z.int(),
  archivedAt: z.int().nullable().default(null),
});

function nameOf(least: number, most: number): z.ZodType<string, string> {
  return z.string().transform(oneLine).pipe(z.string().min(least).max(most).refine(isVisible));
}

/** A company name: 2 to 80 characters on one line. */
export const CompanyName: z.ZodType<string, string> = nameOf(2, 80);

/** A department name: 1 to 40 characters on one line. */
export const DepartmentName: z.ZodType<string, string> = nameOf(1, 40);

/** A company on its first day: one department, `Dispatch`. */
export function newCompany(id: string, name: string, now: number): Company {
  return {
    schema: 1,
    id,
    name,
    departments: [{ id: "1", name: "Dispatch", members: 0, restricted: false }],
    removed: [],
    lastRemoved: 0,
    defaultDepartment: null,
    dispatchers: 0,
    timeZone: "UTC",
    locale: LOCALES[0],
    calendar: ALWAYS_OPEN,
    policy: {},
    retentionDays: null,
    createdAt: now,
    archivedAt: null,
  };
}

/** The department that is called when nobody has chosen one. */
export function defaultDepartment(company: Company): Department | null {
  const { departments, defaultDepartment: chosen } = company;
  return departments.find(({ id }) => id === chosen) ?? departments[0] ?? null;
}

/** The department with that id, or with that name in any case; `null` when there is none. */
export function findDepartment(company: Company, idOrName: string): Department | null {
  const wanted = idOrName.trim().toLowerCase();
  return company.departments.find((d) => d.id === idOrName) ??
    company.departments.find((d) => d.name.toLowerCase() === wanted) ?? null;
}
