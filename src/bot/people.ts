/** The people of a company or a group, for whoever manages it. */

import type { Company } from "../domain/company.ts";
import type { AttachedGroup } from "../domain/group.ts";
import { type HeldRole, rankOf, rolesHeld } from "../domain/held_role.ts";
import { type Administrators, isFresh } from "../domain/standing.ts";
import { administers } from "../execute/companies.ts";
import { keys } from "../store/keys.ts";
import { companyPeople } from "../store/listings.ts";
import { readAll, readMany } from "../store/read.ts";
import type { Panel } from "../view/menu.ts";
import { pageOf } from "../view/paging.ts";
import { PEOPLE_PAGE, peoplePanel } from "../view/people_page.ts";
import { companyIdIn, words } from "./arguments.ts";
import type { BotDeps } from "./incoming.ts";
import { refusedPage } from "./refused_page.ts";
import { standingInGroup } from "./role.ts";
import type { Texts } from "../view/texts/texts.ts";

/** Whose people are listed. */
interface Scope {
  /** The company. */
  company: Company;
  /** The group; `null`: it is about the company as a whole. */
  group: AttachedGroup | null;
  /** The group's Telegram administrators. */
  administrators: Administrators | null;
}

/** One page of them; whether they are the asker's to see is decided anew for each page. */
export async function peopleFor(
  deps: BotDeps,
  outlook: { personId: number; group: AttachedGroup | null; texts: Texts },
  args: string,
  page: number,
): Promise<Panel> {
  const { texts } = outlook;
  const scope = await scopeFor(deps, outlook, args);
  if (!scope) return refusedPage(deps, texts);
  const everybody = await holders(deps, scope);
  const shown = pageOf(everybody, { page, size: PEOPLE_PAGE });
  const profiles = await readAll(deps.kv, shown.items.map(({ id }) => keys.profile(id)));
  return peoplePanel(texts, {
    company: scope.company,
    inGroup: scope.group !== null,
    items: shown.items.map((item, i) => ({ ...item, profile: profiles[i]?.value ?? null })),
    total: everybody.length,
    page: shown.page,
    now: deps.now(),
  });
}

async function scopeFor(
  deps: BotDeps,
  { personId, group }: { personId: number; group: AttachedGroup | null },
  args: string,
): Promise<Scope | null> {
  if (group) {
    if (!(await standingInGroup(deps, group, personId)).manager) return null;
    const { company, administrators } = await readMany(deps.kv, {
      company: keys.company(group.company),
      administrators: keys.administrators(group.chatId),
    });
    return company.value && { company: company.value, group, administrators: administrators.value };
  }
  const companyId = companyIdIn(words(args)[0]);
  if (companyId === null) return null;
  const { company, person } = await readMany(deps.kv, {
    company: keys.company(companyId),
    person: keys.person(companyId, personId),
  });
  if (!company.value || !administers(deps, personId, person.value)) return null;
  return { company: company.value, group: null, administrators: null };
}

/** Everybody with a role there, the highest first. */
async function holders(
  deps: BotDeps,
  { company, group, administrators }: Scope,
): Promise<{ id: number; roles: HeldRole[] }[]> {
  const now = deps.now();
  const people = new Map((await companyPeople(deps.kv, company.id)).map((it) => [it.id, it]));
  const ids = new Set([
    ...people.keys(),
    ...Object.keys(group?.people ?? {}).map(Number),
    ...(isFresh(administrators, now) ? administrators.ids : []),
  ]);
  return [...ids].map((id) => ({
    id,
    roles: rolesHeld({
      personId: id,
      now,
      platformAdmins: [],
      person: people.get(id) ?? null,
      group,
      administrators,
    }),
  })).toSorted((a, b) => rankOf(a.roles) - rankOf(b.roles));
}
