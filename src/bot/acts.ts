/** A page of what administrators did, for whoever administers the company or the group. */

import { type Act, peopleIn } from "../domain/act.ts";
import type { Company } from "../domain/company.ts";
import type { AttachedGroup } from "../domain/group.ts";
import { isPseudonym, pseudonymName } from "../domain/pseudonym.ts";
import { administers } from "../execute/companies.ts";
import { idsOfGroup, newestActs } from "../store/acts.ts";
import { keys } from "../store/keys.ts";
import type { Kv } from "../store/kv.ts";
import { readAll, readMany, readOne } from "../store/read.ts";
import { type ActPage, actPanel, actPieces } from "../view/act_page.ts";
import type { Called } from "../view/act_words.ts";
import type { Html } from "../view/html.ts";
import type { Panel } from "../view/menu.ts";
import { pagesOf } from "../view/pages.ts";
import type { Texts } from "../view/texts/texts.ts";
import { companyIdIn, words } from "./arguments.ts";
import type { BotDeps } from "./incoming.ts";
import { refusedPage } from "./refused_page.ts";
import { standingInGroup } from "./role.ts";

/** Whose acts are listed. */
interface Scope {
  company: Company;
  /** `null`: all of the company's. */
  group: AttachedGroup | null;
}

/** One page of them; whether they are the asker's to see is decided anew for each page. */
export async function actsFor(
  deps: BotDeps,
  { personId, group, texts }: { personId: number; group: AttachedGroup | null; texts: Texts },
  args: string,
  page: number,
): Promise<Panel> {
  const scope = await scopeFor(deps, { personId, group }, args);
  if (scope) return actPanel(texts, await pageFor(deps, texts, { scope, page }));
  return refusedPage(deps, texts);
}

async function scopeFor(
  deps: BotDeps,
  { personId, group }: { personId: number; group: AttachedGroup | null },
  args: string,
): Promise<Scope | null> {
  if (group) {
    if (!(await standingInGroup(deps, group, personId)).manager) return null;
    const { value } = await readOne(deps.kv, keys.company(group.company));
    return value && { company: value, group };
  }
  const companyId = companyIdIn(words(args)[0]);
  if (companyId === null) return null;
  const { company, person } = await readMany(deps.kv, {
    company: keys.company(companyId),
    person: keys.person(companyId, personId),
  });
  const isTheirs = administers(deps, personId, person.value);
  return isTheirs && company.value ? { company: company.value, group: null } : null;
}

/** How many acts are read before it is asked whether they fill the page. */
const BATCH = 50;

/** Reads no more than it takes to know that there is a page after this one. */
async function pageFor(
  deps: BotDeps,
  texts: Texts,
  { scope, page }: { scope: Scope; page: number },
): Promise<ActPage> {
  const pieces: Html[] = [];
  let pages: Html[] = [];
  for await (const batch of batchesOf(actsIn(deps, scope))) {
    const called = await calledIn(deps, scope.company, batch);
    pieces.push(...batch.flatMap((act) => actPieces(texts, act, called)));
    pages = pagesOf(pieces);
    if (pages.length > page + 1) break;
  }
  const shown = Math.min(page, Math.max(0, pages.length - 1));
  return {
    company: scope.group ? null : scope.company,
    body: pages[shown] ?? null,
    page: shown,
    pages: pages.length,
  };
}

/** Of a group only what was changed in it: nothing of the company, or of another group. */
async function* actsIn({ kv }: BotDeps, { company, group }: Scope): AsyncGenerator<Act> {
  const ids = group && await idsOfGroup(kv, group.chatId);
  for await (const act of newestActs(kv, company.id)) {
    if (!ids) {
      yield act;
      continue;
    }
    const own = act.changes.filter(({ record, id }) => record === "group" && ids.has(id));
    const changes = own.map((change) => ({ ...change, id: String(group!.chatId) }));
    const isWhole = changes.length === act.changes.length;
    if (changes.length > 0) yield { ...act, changes, left: isWhole ? act.left : 0 };
  }
}

async function* batchesOf<T>(items: AsyncIterable<T>): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** What people and groups are called today. */
async function calledIn({ kv }: BotDeps, company: Company, acts: readonly Act[]): Promise<Called> {
  const people = new Set<number>(acts.map(({ by }) => by));
  const groups = new Set<number>();
  for (const change of acts.flatMap(({ changes }) => changes)) {
    if (change.record === "group") groups.add(Number(change.id));
    for (const id of peopleIn(change)) people.add(id);
  }
  const [profiles, titles] = await Promise.all([
    readAll(kv, [...people].map((id) => keys.profile(id))),
    titlesOf(kv, [...groups]),
  ]);
  const named = [...people].flatMap((id, i): [string, string][] => {
    const name = isPseudonym(id) ? pseudonymName(id) : profiles[i]?.value?.name;
    return name === undefined ? [] : [[String(id), name]];
  });
  return { company, people: new Map(named), groups: titles };
}

/** Titles by chat id; a group that has moved is called what it is called where it is now. */
async function titlesOf(kv: Kv, chatIds: readonly number[]): Promise<Map<string, string>> {
  const moved = await readAll(kv, chatIds.map((id) => keys.moved(id)));
  const homes = chatIds.map((id, i) => moved[i]?.value?.to ?? id);
  const groups = await readAll(kv, homes.map((id) => keys.group(id)));
  return new Map(chatIds.flatMap((id, i): [string, string][] => {
    const title = groups[i]?.value?.title;
    return title === undefined ? [] : [[String(id), title]];
  }));
}
