/** A company with its groups and people, put into a store without onboarding. */

import { type Company, newCompany } from "../../src/domain/company.ts";
import { type AttachedGroup } from "../../src/domain/group.ts";
import { USUAL_SETTINGS } from "../../src/domain/group_settings.ts";
import { NO_GRANTS, type Person as Roles } from "../../src/domain/person.ts";
import { keys } from "../../src/store/keys.ts";
import { denoKv } from "../../src/store/kv.ts";
import { set, setGroup, setPerson } from "../../src/store/write.ts";
import type { Group, Person } from "../simulator/simulator.ts";

/** What is there from the start. */
export interface Seed {
  /** The company's id. */
  id: string;
  groups: readonly Pick<Group, "id" | "title">[];
  /** More departments than `Dispatch`; the first has the id 2. */
  departments?: readonly string[];
  /** Members of `Dispatch`. */
  members?: readonly Pick<Person, "id">[];
  /** Epoch milliseconds. */
  now: number;
}

/** Puts it there. */
export async function seedCompany(
  store: Deno.Kv,
  { id, groups, departments = [], members = [], now }: Seed,
): Promise<void> {
  const fresh = newCompany(id, `${id} Logistics`, now);
  const more = departments.map((name, i) => ({
    id: String(i + 2),
    name,
    members: 0,
    restricted: false,
  }));
  const dispatch = fresh.departments.map((each) => ({ ...each, members: members.length }));
  const company: Company = { ...fresh, departments: [...dispatch, ...more] };
  await denoKv(store).commit([], [
    set(keys.company(id), company),
    ...groups.flatMap((group) => setGroup(absent(keys.group(group.id)), attached(id, group))),
    ...members.flatMap((person) => {
      const roles: Roles = {
        ...NO_GRANTS,
        schema: 1,
        company: id,
        id: person.id,
        departments: ["1"],
        shifts: {},
      };
      return setPerson(absent(keys.person(id, person.id)), roles);
    }),
  ]);
}

function attached(company: string, { id, title }: Pick<Group, "id" | "title">): AttachedGroup {
  return {
    schema: 1,
    status: "active",
    chatId: id,
    title,
    company,
    people: {},
    cardTopicId: null,
    language: null,
    policy: {},
    settings: USUAL_SETTINGS,
    askedToTakeCalls: [],
  };
}

function absent({ key }: { key: Deno.KvKey }) {
  return { key, value: null, versionstamp: null };
}
