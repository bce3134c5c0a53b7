/** Which incidents somebody asks for, among those that they may see. */

import { type Company, findDepartment } from "../domain/company.ts";
import type { Deadline } from "../domain/deadlines.ts";
import { lastNudge } from "../domain/nudge.ts";
import type { IncidentId } from "../domain/ids.ts";
import { departmentOf, type Incident, isOpen } from "../domain/incident.ts";
import { wordsOf } from "../domain/words.ts";
import { keys } from "../store/keys.ts";
import {
  companyIds,
  companyRoles,
  currentIncidents,
  endedHere,
  openIncidents,
  overIncidents,
} from "../store/listings.ts";
import { companiesOfMine, mineIn } from "../store/mine.ts";
import { readAll, readOne } from "../store/read.ts";
import { findNumbers } from "../store/search.ts";
import type { BotDeps } from "./incoming.ts";
import { pageOf } from "../view/paging.ts";
import type { Filter, Query } from "./query.ts";

/** Where somebody looks from: a group, or in private the companies whose dispatcher or manager they are. */
export interface Outlook {
  /** Telegram's numeric id. */
  personId: number;
  /** The group; `null` in private. */
  group: { chatId: number; company: string } | null;
}

/** Most incidents of one list, of each company. */
const MOST_LISTED = 1_000;

/** An incident with its company. */
export interface Found {
  /** The incident. */
  incident: Incident;
  /** When it wants attention next. */
  deadline: Deadline | null;
  /** Its company. */
  company: Company;
}

/** One page of what was found, newest first. */
export interface FoundPage {
  /** The incidents of this page. */
  items: readonly Found[];
  /** How many there are in all. */
  total: number;
  /** Which page it is, from 0: the last one when there are not so many. */
  page: number;
}

/** A page of a list. Only what the page shows is read, unless the query asks for more than an index knows. */
export async function listIncidents(
  deps: BotDeps,
  outlook: Outlook,
  query: Query,
  where: { page: number; size: number },
): Promise<FoundPage> {
  const ids = await candidates(deps, outlook, query.filter);
  if (isIndexed(query, outlook)) return await pageOfIds(deps, ids, where);
  const found = (await incidentsOf(deps, ids)).filter((it) =>
    isWanted(deps, it, query.filter) &&
    it.incident.chatId === (outlook.group?.chatId ?? it.incident.chatId) &&
    (query.tag === null || it.incident.tags.includes(query.tag)) &&
    (query.department === null || isOf(it, query.department))
  );
  return { ...pageOf(found, where), total: found.length };
}

/** The ids that an index lists are the answer. */
function isIndexed({ filter, tag, department }: Query, { group }: Outlook): boolean {
  const isExact = group ? filter === "open" || filter === "closed" : filter === "mine";
  return isExact && tag === null && department === null;
}

async function pageOfIds(
  deps: BotDeps,
  ids: readonly IncidentId[],
  where: { page: number; size: number },
): Promise<FoundPage> {
  const { items, page } = pageOf(ids, where);
  return { items: await incidentsOf(deps, items), total: ids.length, page };
}

/** A page of the incidents in which all these words stand, newest first. */
export async function searchIncidents(
  deps: BotDeps,
  outlook: Outlook,
  text: string,
  where: { page: number; size: number },
): Promise<FoundPage> {
  return await pageOfIds(deps, await matches(deps, outlook, wordsOf(text)), where);
}

async function matches(
  deps: BotDeps,
  { personId, group }: Outlook,
  words: readonly string[],
): Promise<IncidentId[]> {
  if (words.length === 0) return [];
  if (group) {
    const numbers = await findNumbers(deps.kv, group.company, words, group.chatId);
    return idsOf(group.company, numbers);
  }
  const whole = await wholeCompanies(deps, personId);
  const ids: IncidentId[] = [];
  for (const company of new Set([...whole, ...await companiesOfMine(deps.kv, personId)])) {
    const numbers = await findNumbers(deps.kv, company, words, null);
    if (whole.includes(company)) {
      ids.push(...idsOf(company, numbers));
    } else if (numbers.length > 0) {
      const mine = await mineIn(deps.kv, { personId, company });
      const own = new Set(mine.map(({ number }) => number));
      ids.push(...idsOf(company, numbers.filter((number) => own.has(number))));
    }
  }
  return ids;
}

function idsOf(company: string, numbers: readonly number[]): IncidentId[] {
  return numbers.slice(0, MOST_LISTED).map((number) => ({ company, number }));
}

async function candidates(
  deps: BotDeps,
  { personId, group }: Outlook,
  filter: Filter,
): Promise<IncidentId[]> {
  if (filter === "mine") {
    const { kv } = deps;
    return group
      ? await mineIn(kv, { personId, company: group.company }, MOST_LISTED)
      : await newestOfMine(deps, personId, await companiesOfMine(kv, personId));
  }
  const isOver = filter === "closed";
  if (group) {
    return isOver
      ? await endedHere(deps.kv, group, MOST_LISTED)
      : (await openIncidents(deps.kv, group.chatId, MOST_LISTED))
        .filter(({ company }) => company === group.company).toReversed();
  }
  const ids: IncidentId[] = [];
  for (const company of await wholeCompanies(deps, personId)) {
    ids.push(
      ...isOver
        ? await overIncidents(deps.kv, company, MOST_LISTED)
        : (await currentIncidents(deps.kv, company, MOST_LISTED)).toReversed(),
    );
  }
  const whole = new Set(ids.map(({ company }) => company));
  const others = (await companiesOfMine(deps.kv, personId)).filter((id) => !whole.has(id));
  return [...ids, ...await newestOfMine(deps, personId, others)];
}

/** The newest of each company: many of one leave those of another in the list. */
async function newestOfMine(
  { kv }: BotDeps,
  personId: number,
  companies: readonly string[],
): Promise<IncidentId[]> {
  const ids: IncidentId[] = [];
  for (const company of companies.toReversed()) {
    ids.push(...await mineIn(kv, { personId, company }, MOST_LISTED));
  }
  return ids;
}

/** The companies whose every incident somebody may see in private. */
async function wholeCompanies(deps: BotDeps, personId: number): Promise<string[]> {
  if (deps.settings.platformAdmins.includes(personId)) return [...await companyIds(deps.kv)];
  const roles = await companyRoles(deps.kv, personId);
  return roles.filter(({ role }) => role !== "member").map(({ company }) => company);
}

async function incidentsOf(
  deps: BotDeps,
  ids: readonly IncidentId[],
): Promise<Found[]> {
  const companies = new Map<string, Company | null>();
  for (const id of new Set(ids.map(({ company }) => company))) {
    companies.set(id, (await readOne(deps.kv, keys.company(id))).value);
  }
  const entries = await readAll(deps.kv, ids.map((id) => keys.incident(id)));
  return entries.flatMap(({ value }) => {
    const company = value && companies.get(value.state.company);
    return company ? [{ incident: value.state, deadline: value.deadline, company }] : [];
  });
}

function isWanted(
  deps: BotDeps,
  { incident, deadline }: Found,
  filter: Filter,
): boolean {
  switch (filter) {
    case "open":
      return isOpen(incident);
    case "closed":
      return !isOpen(incident);
    case "unclaimed":
      return incident.status === "awaiting_claim" || incident.status === "awaiting_department";
    case "overdue":
      return isOverdue(deps, incident, deadline);
    case "mine":
      return true;
    default:
      return filter satisfies never;
  }
}

/** Somebody was reminded of it already, or is about to be. */
function isOverdue(deps: BotDeps, incident: Incident, deadline: Deadline | null): boolean {
  return incident.snoozed === null &&
    (lastNudge(incident) !== null || (deadline !== null && deadline.at <= deps.now()));
}

function isOf({ incident, company }: Found, wanted: string): boolean {
  const department = findDepartment(company, wanted);
  return department !== null && departmentOf(incident) === department.id;
}
