/** A company's departments, and who is in them. */

import type { Company, Department } from "../../domain/company.ts";
import type { PersonRef } from "../../domain/person.ts";
import { inPairs } from "../buttons.ts";
import { displayName } from "../clip.ts";
import type { Page } from "../paging.ts";
import { personName } from "../person_link.ts";
import type { Texts } from "../texts/texts.ts";
import { addressOf, consoleButton, sureButton } from "./address.ts";
import { companyStep } from "./companies.ts";
import type { Frame } from "./frame.ts";

/** A list of departments. */
export interface Departments {
  /** Their company. */
  company: Company;
  /** Those on this page. */
  shown: Page<Department>;
  /** The id of the one that is called when nobody chooses. */
  defaultId: string | null;
}

/** All departments of a company. */
export function departmentsPage(texts: Texts, { company, shown, defaultId }: Departments): Frame {
  const { departments: words, title } = texts.admin;
  const { id } = company;
  return {
    trail: [title, companyStep(company), words.title],
    body: [words.isDefault],
    hint: `/add_department ${id} …`,
    rows: [
      ...inPairs(
        shown.items.map((department) =>
          consoleButton(signed(department, defaultId), "department", [id, department.id])
        ),
      ),
      [consoleButton(words.add, "add_department", [id])],
    ],
    turn: { at: addressOf("departments", [id], shown.page), pages: shown.pages },
    back: addressOf("company", [id]),
  };
}

/** A department's name behind the signs of what it is. */
function signed({ id, name, restricted }: Department, defaultId: string | null): string {
  const signs = `${id === defaultId ? "⭐️" : ""}${restricted ? "🔒" : ""}`;
  const shown = displayName(name, id, 40);
  return signs ? `${signs} ${shown}` : shown;
}

/** One department of a company. */
export interface OneDepartment {
  /** Its company. */
  company: Company;
  /** The department. */
  department: Department;
  /** It is called when nobody chooses one. */
  isDefault: boolean;
  /** Its place among them, from 1. */
  place: number;
}

/** One department, and what can be done to it. */
export function departmentPage(
  texts: Texts,
  { company, department, isDefault, place }: OneDepartment,
): Frame {
  const { departments: words, title } = texts.admin;
  const { id, restricted } = department;
  const about = [company.id, id];
  return {
    trail: [title, companyStep(company), words.title, displayName(department.name, id, 40)],
    body: [
      words.members(department.members),
      words.place(place, company.departments.length),
      isDefault ? words.isTheDefault : null,
      restricted ? words.isRestricted : words.isOpen,
    ],
    hint: `/rename_department ${company.id} ${department.name} to …`,
    rows: [
      [
        consoleButton(words.rename, "rename_department", about),
        consoleButton(words.toMembers, "members", about),
      ],
      [
        restricted
          ? consoleButton(words.openUp, "restrict", [...about, "off"])
          : consoleButton(words.restrict, "restrict", [...about, "on"]),
      ],
      isDefault ? [] : [consoleButton(words.makeDefault, "default_department", about)],
      [
        ...(place > 1 ? [consoleButton(words.up, "place_department", [...about, place - 1])] : []),
        ...(place < company.departments.length
          ? [consoleButton(words.down, "place_department", [...about, place + 1])]
          : []),
      ],
      [sureButton(words.remove, "remove_department", about)],
    ],
    turn: null,
    back: addressOf("departments", [company.id]),
  };
}

/** Who is in a department. */
export interface Members {
  /** Its company. */
  company: Company;
  /** The department. */
  department: Department;
  /** Those on this page. */
  shown: Page<PersonRef>;
}

/** The members of a department. */
export function membersPage(texts: Texts, { company, department, shown }: Members): Frame {
  const { departments: words, people } = texts.admin;
  const about = [company.id, department.id];
  const name = displayName(department.name, department.id, 40);
  return {
    trail: [texts.admin.title, companyStep(company), name, people.title],
    body: [shown.items.length === 0 ? words.noMembers : null],
    hint: `/add_member ${company.id} ${department.name} …`,
    rows: [
      ...inPairs(
        shown.items.map((person) =>
          consoleButton(nameOf(texts, person), "member", [...about, person.id])
        ),
      ),
      [consoleButton(words.addMembers, "add_members", about)],
    ],
    turn: { at: addressOf("members", about, shown.page), pages: shown.pages },
    back: addressOf("department", about),
  };
}

/** A person's name on a button. */
export function nameOf(texts: Texts, { id, name }: PersonRef): string {
  return displayName(name, texts.nameless(id), 30);
}

/** Somebody in a department. */
export interface Member {
  /** The company. */
  company: Company;
  /** The department. */
  department: Department;
  /** The member. */
  person: PersonRef;
  /** When they are on duty; `null`: at no set hours. */
  hours: string | null;
}

/** One member of a department: when they are on duty, and the end of that. */
export function memberPage(texts: Texts, { company, department, person, hours }: Member): Frame {
  const { people: words, title } = texts.admin;
  const about = [company.id, department.id, person.id];
  const name = displayName(department.name, department.id, 40);
  return {
    trail: [title, companyStep(company), name, nameOf(texts, person)],
    body: [
      personName(texts, person),
      hours === null ? words.noShift : words.onDuty(displayName(hours, "?", 200)),
    ],
    hint: `/shift ${company.id} ${department.name} ${person.id} …`,
    rows: [
      [
        consoleButton(words.setShift, "shift", about),
        ...(hours === null ? [] : [consoleButton(words.clearShift, "no_shift", about)]),
      ],
      [sureButton(words.endMembership, "end_membership", about)],
    ],
    turn: null,
    back: addressOf("members", [company.id, department.id]),
  };
}
