/** Companies with groups and people, for a store that is to be full. */

import type { PersonRef } from "../../src/domain/person.ts";
import { keys } from "../../src/store/keys.ts";
import { denoKv } from "../../src/store/kv.ts";
import { set } from "../../src/store/write.ts";
import { seedCompany } from "../faults/seed.ts";

/** How many there are. */
export const COMPANIES = 10;
/** Groups of each. */
const GROUPS = 5;
/** Members of each company's department. */
const MEMBERS = 5;
/** People who report, of each company. */
const REPORTERS = 50;

/** A company's id. */
export function companyId(company: number): string {
  return `FULL${company}`;
}

/** The group of a company that its `nth` incident is in. */
export function chatOf(company: number, nth: number): number {
  return -1_000_000_000_000 - company * GROUPS - nth % GROUPS;
}

/** Whoever reports a company's `nth` incident. */
export function reporterOf(company: number, nth: number): PersonRef {
  return { id: 1_000_000 * (company + 1) + nth % REPORTERS, name: `Reporter ${nth % REPORTERS}` };
}

/** Puts a company, its groups and its people into the store. */
export async function addCompany(
  store: Deno.Kv,
  company: number,
  { now, incidents }: { now: number; incidents: number },
): Promise<void> {
  const id = companyId(company);
  const members = Array.from(
    { length: MEMBERS },
    (_, n) => ({ id: 1_000_000 * (company + 1) + 500_000 + n, name: `Member ${n}` }),
  );
  const groups = Array.from(
    { length: GROUPS },
    (_, nth) => ({ id: chatOf(company, nth), title: `Yard ${nth} of ${id}` }),
  );
  await seedCompany(store, { id, groups, members, now });
  await denoKv(store).commit([], [
    set(keys.lastNumber(id), { schema: 1, last: incidents }),
    ...members.map((person) =>
      set(keys.profile(person.id), { schema: 1, ...person, handle: null, reachable: false })
    ),
  ]);
}
