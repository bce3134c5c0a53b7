/** The first page of the console, a company's own, and where exports come from. */

import type { Company } from "../../domain/company.ts";
import { formatHours } from "../../domain/hours.ts";
import { inPairs } from "../buttons.ts";
import { displayName } from "../clip.ts";
import type { Page } from "../paging.ts";
import type { Texts } from "../texts/texts.ts";
import type { Panel } from "../menu.ts";
import type { Button } from "../message.ts";
import { addressOf, consoleButton, sureButton } from "./address.ts";
import type { Frame } from "./frame.ts";

/** What the first page shows. */
export interface Home {
  /** The asker's companies. */
  companies: Page<Pick<Company, "id" | "name">>;
  /** How many groups wait, as far as they are counted; `null`: that is not for this asker. */
  waiting: number | null;
}

/** The companies that somebody administers. */
export function homePage(texts: Texts, { companies, waiting }: Home): Frame {
  const { home } = texts.admin;
  const { items, page, pages } = companies;
  return {
    trail: [texts.admin.title],
    body: items.length === 0 ? [home.none] : [],
    hint: waiting === null ? null : "/add_company ACME Acme Logistics",
    rows: [
      ...inPairs(
        items.map(({ id, name }) =>
          consoleButton(`${id} · ${displayName(name, id, 30)}`, "company", [id])
        ),
      ),
      waiting === null ? [] : [
        consoleButton(home.addCompany, "add_company"),
        consoleButton(home.export, "export"),
      ],
      waiting ? [consoleButton(home.waiting(waiting), "waiting")] : [],
    ],
    turn: { at: addressOf("home", [], page), pages },
    back: null,
  };
}

/** How a company's name stands in the way to its pages. */
export function companyStep({ id, name }: Pick<Company, "id" | "name">): string {
  return `${id} · ${displayName(name, id, 30)}`;
}

/** A company, and who looks. */
export interface OneCompany {
  /** The company. */
  company: Company;
  /** Whoever runs the whole platform can do more. */
  isPlatformAdmin: boolean;
}

/** A company at a glance, and the way to everything it has. */
export function companyPage(texts: Texts, { company, isPlatformAdmin }: OneCompany): Frame {
  const { company: words } = texts.admin;
  const { id, departments, timeZone, calendar: { hours }, archivedAt } = company;
  return {
    trail: [texts.admin.title, companyStep(company)],
    body: [
      archivedAt === null ? null : words.isArchived,
      words.departments(departments.length),
      words.works(hours ? formatHours(hours) : texts.calendar.always),
      words.times(timeZone),
    ],
    hint: `/rename_company ${id} …`,
    rows: [
      [
        consoleButton(words.toDepartments, "departments", [id]),
        consoleButton(words.toPeople, "people", [id]),
      ],
      [
        consoleButton(words.toGroups, "groups", [id]),
        consoleButton(words.toPolicy, "policy", [id]),
      ],
      [
        consoleButton(words.toCalendar, "calendar", [id]),
        consoleButton(words.rename, "rename_company", [id]),
      ],
      [
        consoleButton(words.toLanguage, "language", [id]),
        consoleButton(words.toRetention, "retention", [id]),
      ],
      [consoleButton(words.export, "export_company", [id])],
      isPlatformAdmin ? endButtons(texts, company) : [],
    ],
    turn: null,
    back: addressOf("home"),
  };
}

function endButtons(texts: Texts, { id, archivedAt }: Company): Button[] {
  const { company: words } = texts.admin;
  if (archivedAt === null) return [sureButton(words.archive, "archive", [id])];
  return [
    consoleButton(words.restore, "restore", [id]),
    { ...consoleButton(words.delete, "delete", [id]), style: "danger" },
  ];
}

/** What deleting a company would take away, and the button that asks for it. */
export function deletePage(
  texts: Texts,
  { company, panel }: { company: Company; panel: Panel },
): Frame {
  return {
    trail: [texts.admin.title, companyStep(company)],
    body: [panel.html],
    hint: `/delete_company ${company.id}`,
    rows: panel.keyboard,
    turn: null,
    back: addressOf("company", [company.id]),
  };
}

/** Where a copy of everything comes from. */
export function exportPage(texts: Texts): Frame {
  const { export: words, title } = texts.admin;
  return {
    trail: [title, words.title],
    body: [words.file, words.endpoint],
    hint: null,
    rows: [],
    turn: null,
    back: addressOf("home"),
  };
}
