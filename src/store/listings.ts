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

async function incidentsUnder(kv: Kv, prefix: Deno.KvKey, limit: number): Promise<IncidentId[]> {
  const ids: IncidentId[] = [];
  for await (const { key } of kv.list({ prefix }, { limit })) {
    ids.push({ company: String(key.at(-2)), number: Number(key.at(-1)) });
  }
  return ids;
}
