/** Listings of indexes. */

import type { IncidentId } from "../domain/ids.ts";
import { COMPANY_ROLES, type CompanyRole } from "../domain/person.ts";
import type { Kv } from "./kv.ts";

/** The open incidents of a group, by number; at most `limit`. */
export function openIncidents(kv: Kv, chatId: number, limit = 1_000): Promise<IncidentId[]> {
  return incidentsUnder(kv, ["open", chatId], limit);
}

/** The open incidents that a person owns; at most `limit`. */
export function ownedIncidents(kv: Kv, personId: number, limit = 1_000): Promise<IncidentId[]> {
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

/** The ids of all companies. */
export async function companyIds(kv: Kv): Promise<Set<string>> {
  const ids = new Set<string>();
  for await (const { key } of kv.list({ prefix: ["company"] })) ids.add(String(key[1]));
  return ids;
}

/** A company's open incidents, by number; at most `limit`. */
export function currentIncidents(kv: Kv, company: string, limit = 1_000): Promise<IncidentId[]> {
  return incidentsUnder(kv, ["current", company], limit);
}

/** A group's incidents that are over, the newest end first; at most `limit`. */
export function endedIncidents(kv: Kv, chatId: number, limit = 1_000): Promise<IncidentId[]> {
  return incidentsUnder(kv, ["ended", chatId], limit, { reverse: true });
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

/** Incidents that a person reported or has worked on; at most `limit`. */
export function myIncidents(kv: Kv, personId: number, limit = 1_000): Promise<IncidentId[]> {
  return incidentsUnder(kv, ["mine", personId], limit);
}

/** Entries of one page of {@linkcode pagesUnder}. */
const PAGE = 20;
/** Sorts before every other part of a key, so that a key with it comes right after the one without. */
const SMALLEST = new Uint8Array();

/**
 * Everything under a prefix, a page at a time: however much it is, no more than a page is in memory.
 * `start`: the key to go on from. What is written meanwhile behind it is listed, too.
 */
export async function* pagesUnder(
  kv: Kv,
  prefix: Deno.KvKey,
  start: Deno.KvKey = [...prefix, SMALLEST],
): AsyncGenerator<Deno.KvEntry<unknown>[]> {
  for (let next = start;;) {
    const page = await Array.fromAsync(kv.list({ prefix, start: next }, { limit: PAGE }));
    if (page.length > 0) yield page;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    next = [...last.key, SMALLEST];
  }
}

async function incidentsUnder(
  kv: Kv,
  prefix: Deno.KvKey,
  limit: number,
  options: Deno.KvListOptions = {},
): Promise<IncidentId[]> {
  const ids: IncidentId[] = [];
  for await (const { key } of kv.list({ prefix }, { ...options, limit })) {
    ids.push({ company: String(key.at(-2)), number: Number(key.at(-1)) });
  }
  return ids;
}
