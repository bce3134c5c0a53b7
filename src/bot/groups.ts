/** Groups, for whoever manages them. */

import type { Company } from "../domain/company.ts";
import type { AttachedGroup, PendingGroup } from "../domain/group.ts";
import { mostSimilar } from "../domain/similarity.ts";
import { administers, isPlatformAdmin, listCompanies } from "../execute/companies.ts";
import { keys } from "../store/keys.ts";
import { companyRoles, groupsOf, openIncidents } from "../store/listings.ts";
import { parseEntry, readMany } from "../store/read.ts";
import { readAllTallies } from "../store/tallies.ts";
import {
  type CountedCompany,
  GROUPS_PAGE,
  groupsPanel,
  WAITING_PAGE,
  waitingPanel,
} from "../view/groups_page.ts";
import type { Panel } from "../view/menu.ts";
import { pageOf } from "../view/paging.ts";
import type { Texts } from "../view/texts/texts.ts";
import { companyIdIn, words } from "./arguments.ts";
import type { BotDeps } from "./incoming.ts";
import { refusedPage } from "./refused_page.ts";

/** One page of them; whether they are the asker's to see is decided anew for each page. */
export async function groupsFor(
  deps: BotDeps,
  { personId, texts }: { personId: number; texts: Texts },
  args: string,
  page: number,
): Promise<Panel> {
  const [word] = words(args);
  if (word === undefined && isPlatformAdmin(deps, personId)) {
    return await overview(deps, texts, page);
  }
  const companies = word === undefined
    ? await managedBy(deps, personId)
    : await companyNamed(deps, personId, word);
  if (companies.length === 0) return refusedPage(deps, texts);
  const groups: AttachedGroup[] = [];
  for (const { id } of companies) groups.push(...await groupsOf(deps.kv, id));
  const { items, ...shown } = pageOf(groups, { page, size: GROUPS_PAGE });
  const listed = await Promise.all(items.map(async (group) => ({
    group,
    open: (await openIncidents(deps.kv, group.chatId)).length,
  })));
  const [only, ...others] = companies;
  const company = others.length === 0 && only ? only : null;
  return groupsPanel(texts, { company, items: listed, total: groups.length, ...shown });
}

async function companyNamed(deps: BotDeps, personId: number, word: string): Promise<Company[]> {
  const id = companyIdIn(word);
  if (id === null) return [];
  const { company, person } = await readMany(deps.kv, {
    company: keys.company(id),
    person: keys.person(id, personId),
  });
  return company.value && administers(deps, personId, person.value) ? [company.value] : [];
}

async function managedBy(deps: BotDeps, personId: number): Promise<Company[]> {
  const roles = await companyRoles(deps.kv, personId);
  const managed = roles.filter(({ role }) => role === "manager");
  return (await Promise.all(
    managed.map(({ company }) => companyNamed(deps, personId, company)),
  )).flat();
}

/** For platform admins: looks at every group there is. */
async function overview(deps: BotDeps, texts: Texts, page: number): Promise<Panel> {
  const companies = await listCompanies(deps.kv);
  const tallies = await readAllTallies(deps.kv);
  const waiting: PendingGroup[] = [];
  const groups = new Map<string, number>();
  for await (const entry of deps.kv.list({ prefix: ["group"] })) {
    const { value } = parseEntry(keys.group(Number(entry.key[1])), entry);
    if (value?.status === "pending") waiting.push(value);
    else if (value && "company" in value) {
      groups.set(value.company, (groups.get(value.company) ?? 0) + 1);
    }
  }
  const { items, ...shown } = pageOf(waiting, { page, size: WAITING_PAGE });
  return waitingPanel(texts, {
    companies: companies.map((company): CountedCompany => ({
      company,
      groups: groups.get(company.id) ?? 0,
      open: tallies.get(company.id)?.open ?? 0,
    })),
    items: items.map((group) => ({
      group,
      similar: mostSimilar(group.request?.name ?? group.title, companies),
    })),
    ...shown,
  });
}
