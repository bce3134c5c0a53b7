/** Every page of the console under the longest names and ids, in the middle of the longest lists. */

import { ALWAYS_OPEN } from "../../src/domain/calendar.ts";
import { type Company, type Department, newCompany } from "../../src/domain/company.ts";
import { formerGroup, suspendedFor } from "../../src/domain/group.ts";
import { LOCALES } from "../../src/domain/locale.ts";
import { parseHours } from "../../src/domain/hours.ts";
import { SETTING_NAMES } from "../../src/domain/policy_setting.ts";
import { calendarPage, holidaysPage } from "../../src/view/console/calendar.ts";
import { companyPage, deletePage, exportPage, homePage } from "../../src/view/console/companies.ts";
import {
  departmentPage,
  departmentsPage,
  memberPage,
  membersPage,
} from "../../src/view/console/departments.ts";
import type { PageName } from "../../src/view/console/address.ts";
import { CONSOLE_PAGE, type Frame, framed } from "../../src/view/console/frame.ts";
import { groupPage, groupsPage, movePage } from "../../src/view/console/groups.ts";
import { retentionPage, shortenPage } from "../../src/view/console/keeping.ts";
import { languagePage } from "../../src/view/console/language.ts";
import { membershipsPage, peoplePage, personPage } from "../../src/view/console/people.ts";
import { POLICY_PAGE, policyListPage, settingPage } from "../../src/view/console/policy.ts";
import { surePanel } from "../../src/view/console/sure.ts";
import { attachPage, requestPage, waitingPage } from "../../src/view/console/waiting.ts";
import { deletionPanel } from "../../src/view/deletion_page.ts";
import type { Panel } from "../../src/view/menu.ts";
import type { Texts } from "../../src/view/texts/texts.ts";
import { policy } from "../domain/cast.ts";
import { DEPARTMENT, GROUP_ID, MOMENT, PAGE, PERSON_ID } from "./longest.ts";

const LONG = '👩‍🚒<&"'.repeat(20);

/** A page in the middle of a list, as full as it gets. */
function full<T>(item: T) {
  return {
    items: Array.from({ length: CONSOLE_PAGE }, () => item),
    page: PAGE - 1,
    pages: PAGE + 1,
  };
}

const department: Department = {
  id: DEPARTMENT,
  name: LONG.slice(0, 40),
  members: 1_000_000,
  restricted: true,
};
const hours = parseHours(
  "mon 0-1 2-3 4-5 6-7; tue 1-2 3-4 5-6 7-8; wed 2-3 4-5 6-7 8-9; thu 3-4 5-6 7-8 9-10; fri 4-5 6-7",
);
const company: Company = {
  ...newCompany("ABCDEFGH", LONG.slice(0, 80), 1),
  departments: [department, department, department],
  timeZone: "America/Argentina/ComodRivadavia",
  calendar: { ...ALWAYS_OPEN, hours },
  policy: { escalatesByItself: true, reportsPerDispatcherPerHour: 999 },
};
const grants = { manager: true, dispatcher: true, departments: [DEPARTMENT] };
const person = { id: PERSON_ID, name: LONG, grants };
const nobody = { ...person, grants: { manager: false, dispatcher: false, departments: [] } };
const group = {
  schema: 1 as const,
  status: "pending" as const,
  chatId: GROUP_ID,
  title: LONG.slice(0, 128),
  addedBy: person,
  request: { name: LONG.slice(0, 80), by: person, at: 1 },
};

const archived = { ...company, archivedAt: 1 };
const attached = { ...formerGroup(GROUP_ID, "ABCDEFGH"), title: LONG.slice(0, 128) };
const detached = suspendedFor(attached, "detached");
const sums = { incidents: 999_999_999, open: 2_000, groups: 200, people: 1_000 };

/** Each page in each of its shapes. */
function shapes(texts: Texts): Record<PageName, Frame[]> {
  const about = { company, department };
  return {
    home: [
      homePage(texts, { companies: full(company), waiting: 500 }),
      homePage(texts, { companies: { items: [], page: 0, pages: 1 }, waiting: null }),
    ],
    company: [
      companyPage(texts, { company, isPlatformAdmin: true }),
      companyPage(texts, { company: archived, isPlatformAdmin: true }),
      companyPage(texts, { company, isPlatformAdmin: false }),
    ],
    delete: [deletePage(texts, { company, panel: deletionPanel(texts, company, sums) })],
    groups: [groupsPage(texts, { company, shown: full(attached) })],
    group: [attached, detached].flatMap((group) =>
      [true, false].map((isPlatformAdmin) =>
        groupPage(texts, { company, group, open: 2_000, isPlatformAdmin })
      )
    ),
    move: [movePage(texts, { company, group: attached, shown: full(company) })],
    departments: [
      departmentsPage(texts, { company, shown: full(department), defaultId: DEPARTMENT }),
    ],
    department: [
      departmentPage(texts, { ...about, isDefault: false, place: 2 }),
      departmentPage(texts, {
        company,
        department: { ...department, restricted: false },
        isDefault: true,
        place: 1,
      }),
    ],
    members: [membersPage(texts, { ...about, shown: full(person) })],
    member: [
      memberPage(texts, { ...about, person, hours: "x".repeat(500) }),
      memberPage(texts, { ...about, person, hours: null }),
    ],
    people: [peoplePage(texts, { company, shown: full(person) })],
    person: [
      personPage(texts, { company, person, isReachable: true }),
      personPage(texts, { company, person: nobody, isReachable: false }),
    ],
    memberships: [
      membershipsPage(texts, { company, person, shown: full(department) }),
      membershipsPage(texts, { company, person: nobody, shown: full(department) }),
    ],
    policy: [
      ...SETTING_NAMES.map((name) => {
        const shown = { ...full(name), items: Array.from({ length: POLICY_PAGE }, () => name) };
        return policyListPage(texts, { company, policy, shown });
      }),
    ],
    setting: SETTING_NAMES.map((name) => settingPage(texts, { company, policy, name })),
    calendar: [calendarPage(texts, company)],
    holidays: [holidaysPage(texts, { company, shown: full("2026-12-25") })],
    language: LOCALES.map((locale) => languagePage(texts, { ...company, locale })),
    retention: [null, 180, 3_650].map((retentionDays) =>
      retentionPage(texts, { ...company, retentionDays })
    ),
    shorten: [
      shortenPage(texts, { company, days: 3_649, at: MOMENT, would: { go: 10_000, isMore: true } }),
    ],
    waiting: [waitingPage(texts, full(group))],
    request: [
      requestPage(texts, { group, similar: [company, company, company] }),
      requestPage(texts, { group: { ...group, request: null }, similar: [] }),
    ],
    attach: [attachPage(texts, { group, shown: full(company) })],
    export: [exportPage(texts)],
  };
}

/** All of them, each with its name. */
export function consolePanels(texts: Texts): [name: string, panel: Panel][] {
  const pages = Object.entries(shapes(texts)).flatMap(([name, frames]) =>
    frames.map((frame): [string, Panel] => [name, framed(texts, frame)])
  );
  const { sureMember } = texts.admin.people;
  const sure = surePanel(texts, {
    act: "end_membership",
    args: ["ABCDEFGH", DEPARTMENT, PERSON_ID],
    n: PAGE,
    question: sureMember(LONG, LONG),
    hint: "/remove_member",
    back: { page: "member", args: ["ABCDEFGH", DEPARTMENT, PERSON_ID], n: 0 },
  });
  return [...pages, ["sure", sure]];
}
