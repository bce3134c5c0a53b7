/** Companies and their departments, through the one write path. */

import type { CoreDeps } from "../deps.ts";
import { type Company, newCompany } from "../domain/company.ts";
import { withDepartment } from "../domain/departments.ts";
import type { DeskAnswer } from "../domain/desk.ts";
import { deriveCompanyId } from "../domain/ids.ts";
import type { Person } from "../domain/person.ts";
import { MOST_DEPARTMENTS } from "../domain/quota.ts";
import { keys } from "../store/keys.ts";
import type { Change, Kv } from "../store/kv.ts";
import { companyIds, listChores } from "../store/listings.ts";
import { type Entry, parseEntry, readOne } from "../store/read.ts";
import { set } from "../store/write.ts";
import { type Attempt, commitAction, type Committed } from "./commit.ts";

/** Who administers, and from where. */
export interface DeskOrigin {
  /** The person's numeric id. */
  actorId: number;
  /** The chat it happens in. */
  chatId: number;
  /** Telegram's `update_id`; `null`: another step of the same update has the mark. */
  updateId: number | null;
  /** The bot's question that this answers is settled with it. */
  settles?: Deno.KvKey;
}

/** Whether somebody runs the whole platform. */
export function isPlatformAdmin({ settings }: CoreDeps, personId: number): boolean {
  return settings.platformAdmins.includes(personId);
}

/** Whether somebody administers a company: its managers do, and platform admins. */
export function administers(
  deps: CoreDeps,
  actorId: number,
  person: Person | null,
): boolean {
  return isPlatformAdmin(deps, actorId) || person?.manager === true;
}

/** An attempt that only answers, or answers after changes. */
export function answered(answer: DeskAnswer, rest: Omit<Attempt, "outcome"> = {}): Attempt {
  return { outcome: { kind: "desk", answer }, ...rest };
}

/** All companies, by id. */
export async function listCompanies(kv: Kv): Promise<Company[]> {
  const companies: Company[] = [];
  for await (const entry of kv.list({ prefix: ["company"] })) {
    const company = parseEntry(keys.company(String(entry.key[1])), entry).value;
    if (company) companies.push(company);
  }
  return companies;
}

/** A key for a company that has no id yet; it does not exist, and nothing of an older one does. */
export async function freeCompanyKey(kv: Kv, name: string): Promise<Entry<Company>> {
  const taken = await companyIds(kv);
  for await (const { company } of listChores(kv)) taken.add(company);
  const id = deriveCompanyId(name, (candidate) => taken.has(candidate));
  return await readOne(kv, keys.company(id));
}

/** Adds a company; without an `id` one is derived from the name. Platform admins only. */
export function addCompany(
  deps: CoreDeps,
  origin: DeskOrigin,
  { id, name }: { id: string | null; name: string },
): Promise<Committed> {
  return commitAction(deps, origin, {}, async (_read, { now }) => {
    if (!isPlatformAdmin(deps, origin.actorId)) {
      return answered({ key: "not_allowed" });
    }
    const entry = id === null
      ? await freeCompanyKey(deps.kv, name)
      : await readOne(deps.kv, keys.company(id));
    const companyId = String(entry.key[1]);
    if (entry.value) return answered({ key: "company_exists", company: companyId });
    const going = await readOne(deps.kv, keys.chore(companyId, "deletion"));
    if (going.value) return answered({ key: "company_going", company: companyId });
    return answered({ key: "company_added", company: companyId, name }, {
      changes: [set(entry, newCompany(companyId, name, now))],
      checks: [entry, going],
    });
  });
}

/** Adds a department. The company's managers and platform admins. */
export function addDepartment(
  deps: CoreDeps,
  origin: DeskOrigin,
  { companyId, name }: { companyId: string; name: string },
): Promise<Committed> {
  return changeCompany(deps, origin, companyId, (company) => {
    const { departments } = company;
    if (departments.some((it) => it.name.toLowerCase() === name.toLowerCase())) {
      return { answer: { key: "department_exists", company: companyId, name } };
    }
    if (departments.length >= MOST_DEPARTMENTS) {
      return { answer: { key: "too_many_departments", most: MOST_DEPARTMENTS } };
    }
    return {
      answer: { key: "department_added", company: companyId, name },
      company: withDepartment(company, name),
    };
  });
}

/** Changes a company; `change` says what to answer. The company's managers and platform admins. */
export function changeCompany(
  deps: CoreDeps,
  origin: DeskOrigin,
  companyId: string,
  change: (
    company: Company,
    now: number,
  ) => { answer: DeskAnswer; company?: Company; changes?: Change[] },
): Promise<Committed> {
  const wanted = {
    company: keys.company(companyId),
    person: keys.person(companyId, origin.actorId),
  };
  return commitAction(deps, origin, wanted, (read, { now }) => {
    if (!administers(deps, origin.actorId, read.person.value)) {
      return answered({ key: "not_allowed" });
    }
    if (!read.company.value) return answered({ key: "unknown_company", company: companyId });
    if (read.company.value.archivedAt !== null) {
      return answered({ key: "company_is_archived", company: companyId });
    }
    const { answer, company, changes = [] } = change(read.company.value, now);
    return answered(answer, {
      changes: [...(company ? [set(read.company, company)] : []), ...changes],
    });
  });
}
