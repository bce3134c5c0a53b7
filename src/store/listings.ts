/** Listings of indexes. */

import type { Company } from "../domain/company.ts";
import type { IncidentId } from "../domain/ids.ts";
import { COMPANY_ROLES, type CompanyRole, highestRole, type Person } from "../domain/person.ts";
import { keptSince } from "../domain/retention.ts";
import type { AttachedGroup } from "../domain/group.ts";
import { Chore } from "./chore.ts";
import { keys } from "./keys.ts";
import type { Kv } from "./kv.ts";
import { parseEntry, readAll } from "./read.ts";

/** The open incidents of a group, by number; at most `limit`, or all. */
export function openIncidents(kv: Kv, chatId: number, limit?: number): Promise<IncidentId[]> {
  return incidentsUnder(kv, ["open", chatId], limit);
}

/** The open incidents that a person owns; at most `limit`, or all. */
export function ownedIncidents(kv: Kv, personId: number, limit?: number): Promise<IncidentId[]> {
  return incidentsUnder(kv, ["owned", personId], limit);
}

/** What a person is in which company, by the company's id; at most `limit`. */
export async function companyRoles(
  kv: Kv,
  personId: number,
  limit = 1_000,
): Promise<{ company: string; role: CompanyRole }[]> {
  const roles = [];
  for await (const { key } of kv.list({ prefix: ["works", personId] }, { limit })) {
    const role = COMPANY_ROLES.find((one) => one === key[3]);
    if (role) roles.push({ company: String(key[2]), role });
  }
  return roles;
}

/** A company's own managers; at most `limit`. */
export async function companyManagers(kv: Kv, company: string, limit: number): Promise<number[]> {
  const ids: number[] = [];
  for await (const { key } of kv.list({ prefix: ["manager", company] }, { limit })) {
    ids.push(Number(key.at(-1)));
  }
  return ids;
}

/** Whoever has a role in a company, by id; at most `limit` records are looked at. */
export async function companyPeople(kv: Kv, company: string, limit = 1_000): Promise<Person[]> {
  const people: Person[] = [];
  for await (const entry of kv.list({ prefix: ["person", company] }, { limit })) {
    const { value } = parseEntry(keys.person(company, Number(entry.key[2])), entry);
    if (value && highestRole(value)) people.push(value);
  }
  return people;
}

/** How many people have a role in a company. */
export async function countPeople(kv: Kv, company: string): Promise<number> {
  let count = 0;
  for await (const entry of kv.list({ prefix: ["person", company] })) {
    const { value } = parseEntry(keys.person(company, Number(entry.key[2])), entry);
    if (value && highestRole(value)) count++;
  }
  return count;
}

/** Work that is not finished, of all companies. */
export async function* listChores(kv: Kv): AsyncGenerator<Chore> {
  for await (const entry of kv.list({ prefix: ["chore"] })) {
    const { value } = parseEntry({ key: [...entry.key], schema: Chore }, entry);
    if (value) yield value;
  }
}

/** The ids of all companies. */
export async function companyIds(kv: Kv): Promise<Set<string>> {
  const ids = new Set<string>();
  for await (const { key } of kv.list({ prefix: ["company"] })) ids.add(String(key[1]));
  return ids;
}

/** A company's open incidents, by number; at most `limit`, or all. */
export function currentIncidents(kv: Kv, company: string, limit?: number): Promise<IncidentId[]> {
  return incidentsUnder(kv, ["current", company], limit);
}

/**
 * A group's incidents that are over, of whatever company it belonged to then, the newest end first; at
 * most `limit`.
 */
export function endedIncidents(kv: Kv, chatId: number, limit = 1_000): Promise<IncidentId[]> {
  return incidentsUnder(kv, ["ended", chatId], limit, { reverse: true });
}

/** Those of one company alone: a group keeps none of another company's when it has moved. */
export async function endedHere(
  kv: Kv,
  { chatId, company }: { chatId: number; company: string },
  limit = 1_000,
): Promise<IncidentId[]> {
  const ids: IncidentId[] = [];
  for await (const { key } of kv.list({ prefix: ["ended", chatId] }, { reverse: true })) {
    if (key[3] === company) ids.push({ company, number: Number(key[4]) });
    if (ids.length >= limit) break;
  }
  return ids;
}

/** The groups of a company, whatever their status, by chat id. */
export async function groupsOf(kv: Kv, company: string): Promise<AttachedGroup[]> {
  const ids: number[] = [];
  for await (const { key } of kv.list({ prefix: ["groups", company] })) ids.push(Number(key[2]));
  const entries = await readAll(kv, ids.map((id) => keys.group(id)));
  return entries.flatMap(({ value }) =>
    value && "company" in value && value.company === company ? [value] : []
  );
}

/** A company's incidents that are over, the newest end first; at most `limit`. */
export async function overIncidents(
  kv: Kv,
  company: string,
  limit = 1_000,
): Promise<IncidentId[]> {
  const ids: IncidentId[] = [];
  for await (const { key } of kv.list({ prefix: ["over", company] }, { limit, reverse: true })) {
    ids.push({ company, number: Number(key.at(-1)) });
  }
  return ids;
}

/** How many of a company's incidents ended more than `days` ago; at most `most` are counted. */
export async function countOver(
  kv: Kv,
  { id }: Pick<Company, "id">,
  { days, now, most }: { days: number; now: number; most: number },
): Promise<{ go: number; isMore: boolean }> {
  const since = keptSince({ retentionDays: days }, now) ?? 0;
  const range = { start: ["over", id], end: ["over", id, since] };
  let go = 0;
  for await (const _ of kv.list(range, { limit: most + 1, batchSize: 500 })) go++;
  return { go: Math.min(go, most), isMore: go > most };
}

/** The open incidents of one department in one group, the oldest first. */
export interface Queue {
  /** The group. */
  chatId: number;
  /** Its incidents; `ownerId: 0`: nobody works on it. Never empty. */
  numbers: { number: number; ownerId: number }[];
}

/** Most incidents of one queue that are listed. */
const MOST_QUEUED = 1_000;

/** A department's open incidents, group by group; `after`: only groups after this one. */
export async function* queuesOf(
  kv: Kv,
  company: string,
  department: string,
  after: number | null = null,
): AsyncGenerator<Queue> {
  let queue: Queue | null = null;
  const prefix = ["queue", company, department];
  const selector = after === null ? { prefix } : { prefix, start: [...prefix, after, Infinity] };
  for await (const { key, value } of kv.list(selector)) {
    const [chatId, number] = [Number(key[3]), Number(key[4])];
    if (queue && queue.chatId !== chatId) {
      yield queue;
      queue = null;
    }
    queue ??= { chatId, numbers: [] };
    if (queue.numbers.length < MOST_QUEUED) queue.numbers.push({ number, ownerId: Number(value) });
  }
  if (queue) yield queue;
}

/** Entries of one page of {@linkcode pagesUnder}. */
const PAGE = 20;
/** Sorts before every other part of a key, so that a key with it comes right after the one without. */
const SMALLEST = new Uint8Array();

/**
 * Everything under a prefix, a page at a time: however much it is, no more than a page is in memory.
 * `start`: the key to go on from. What is written meanwhile behind it is listed, too.
 */
export function pagesUnder(
  kv: Kv,
  prefix: Deno.KvKey,
  start: Deno.KvKey = [...prefix, SMALLEST],
): AsyncGenerator<Deno.KvEntry<unknown>[]> {
  return pages((next) => kv.list({ prefix, start: next }, { limit: PAGE }), start, PAGE);
}

/** Everything from `start` to before `end`, `size` entries at a time; see {@linkcode pagesUnder}. */
export function pagesOf(
  kv: Kv,
  { start, end }: { start: Deno.KvKey; end: Deno.KvKey },
  size: number,
): AsyncGenerator<Deno.KvEntry<unknown>[]> {
  return pages((next) => kv.list({ start: next, end }, { limit: size }), start, size);
}

async function* pages(
  listFrom: (start: Deno.KvKey) => AsyncIterable<Deno.KvEntry<unknown>>,
  start: Deno.KvKey,
  size: number,
): AsyncGenerator<Deno.KvEntry<unknown>[]> {
  for (let next = start;;) {
    const page = await Array.fromAsync(listFrom(next));
    if (page.length > 0) yield page;
    const last = page.at(-1);
    if (!last || page.length < size) return;
    next = [...last.key, SMALLEST];
  }
}

/** Without a limit all are listed: how many can be open is limited already. */
async function incidentsUnder(
  kv: Kv,
  prefix: Deno.KvKey,
  limit: number | undefined,
  options: Deno.KvListOptions = {},
): Promise<IncidentId[]> {
  const ids: IncidentId[] = [];
  const most = limit === undefined ? { batchSize: 500 } : { limit };
  for await (const { key } of kv.list({ prefix }, { ...options, ...most })) {
    ids.push({ company: String(key.at(-2)), number: Number(key.at(-1)) });
  }
  return ids;
}
