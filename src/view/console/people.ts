/** The people of a company, and what each of them is. */

import type { Company, Department } from "../../domain/company.ts";
import type { Grants, PersonRef } from "../../domain/person.ts";
import { inPairs } from "../buttons.ts";
import { displayName } from "../clip.ts";
import { html } from "../html.ts";
import type { Page } from "../paging.ts";
import { personName } from "../person_link.ts";
import type { Texts } from "../texts/texts.ts";
import { addressOf, consoleButton, sureButton } from "./address.ts";
import { companyStep } from "./companies.ts";
import { nameOf } from "./departments.ts";
import type { Frame } from "./frame.ts";

/** A person with what they are. */
export interface Listed extends PersonRef {
  /** Their roles in the company. */
  grants: Grants;
}

/** A list of people. */
export interface People {
  /** Their company. */
  company: Company;
  /** Those on this page. */
  shown: Page<Listed>;
}

/** Everybody with a role in a company. */
export function peoplePage(texts: Texts, { company, shown }: People): Frame {
  const { people: words, title } = texts.admin;
  const { id } = company;
  return {
    trail: [title, companyStep(company), words.title],
    body: [shown.items.length === 0 ? words.none : words.signs],
    hint: `/add_dispatcher ${id} …`,
    rows: [
      ...inPairs(
        shown.items.map((person) =>
          consoleButton(`${signsOf(person.grants)} ${nameOf(texts, person)}`, "person", [
            id,
            person.id,
          ])
        ),
      ),
      [
        consoleButton(words.addDispatchers, "add_people", [id, "dispatcher"]),
        consoleButton(words.addManagers, "add_people", [id, "manager"]),
      ],
    ],
    turn: { at: addressOf("people", [id], shown.page), pages: shown.pages },
    back: addressOf("company", [id]),
  };
}

function signsOf({ manager, dispatcher, departments }: Grants): string {
  return [manager ? "👑" : "", dispatcher ? "🎧" : "", departments.length > 0 ? "👤" : ""].join("");
}

/** One person of a company. */
export interface OnePerson {
  /** The company. */
  company: Company;
  /** The person. */
  person: Listed;
  /** The bot can write to them in private. */
  isReachable: boolean;
}

/** What somebody is in a company, and what they could be. */
export function personPage(texts: Texts, { company, person, isReachable }: OnePerson): Frame {
  const { people: words, title } = texts.admin;
  const { manager, dispatcher, departments } = person.grants;
  const about = [company.id, person.id];
  return {
    trail: [title, companyStep(company), words.title, nameOf(texts, person)],
    body: [
      html`${personName(texts, person)} · <code>${person.id}</code>`,
      manager ? words.isManager : null,
      dispatcher ? words.isDispatcher : null,
      departments.length > 0 ? words.isMember(departments.length) : null,
      manager || dispatcher || departments.length > 0 ? null : words.noRole,
      isReachable ? words.isReachable : words.isUnreachable,
    ],
    hint: null,
    rows: [
      [
        manager
          ? sureButton(words.endManager, "take", [...about, "manager"])
          : consoleButton(words.makeManager, "give", [...about, "manager"]),
      ],
      [
        dispatcher
          ? sureButton(words.endDispatcher, "take", [...about, "dispatcher"])
          : consoleButton(words.makeDispatcher, "give", [...about, "dispatcher"]),
      ],
      [consoleButton(words.toDepartments, "memberships", about)],
    ],
    turn: null,
    back: addressOf("people", [company.id]),
  };
}

/** What somebody is in which department. */
export interface Memberships {
  /** The company. */
  company: Company;
  /** The person. */
  person: Listed;
  /** The departments on this page. */
  shown: Page<Department>;
}

/** All departments, and whether somebody is a member of them. */
export function membershipsPage(texts: Texts, { company, person, shown }: Memberships): Frame {
  const { people: words, departments, title } = texts.admin;
  const { id } = company;
  return {
    trail: [title, companyStep(company), nameOf(texts, person), departments.title],
    body: [words.memberships],
    hint: `/add_member ${id} … ${person.id}`,
    rows: inPairs(shown.items.map((department) => {
      const about = [id, department.id, person.id];
      const name = displayName(department.name, department.id, 40);
      return person.grants.departments.includes(department.id)
        ? consoleButton(`✅ ${name}`, "member", about)
        : consoleButton(`➕ ${name}`, "join", about, shown.page);
    })),
    turn: { at: addressOf("memberships", [id, person.id], shown.page), pages: shown.pages },
    back: addressOf("person", [id, person.id]),
  };
}
