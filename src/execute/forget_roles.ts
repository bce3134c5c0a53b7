/** The roles of somebody who is being forgotten end, in companies and in groups. */

import type { CoreDeps } from "../deps.ts";
import type { Company } from "../domain/company.ts";
import type { Group } from "../domain/group.ts";
import type { Grants, PersonRef } from "../domain/person.ts";
import { replacePerson } from "../domain/pseudonym.ts";
import { keys } from "../store/keys.ts";
import { companyIds } from "../store/listings.ts";
import { readOne } from "../store/read.ts";
import { LOST_RACE, retry } from "../store/retry.ts";
import { deletePerson, set, setGroup } from "../store/write.ts";
import { commitAction } from "./commit.ts";
import { answered } from "./companies.ts";

/** Takes their roles in every company. */
export async function endRoles(deps: CoreDeps, personId: number): Promise<void> {
  for (const id of await companyIds(deps.kv)) {
    const wanted = { company: keys.company(id), person: keys.person(id, personId) };
    if (!(await readOne(deps.kv, wanted.person)).value) continue;
    const origin = { chatId: 0, updateId: null };
    await commitAction(deps, origin, wanted, ({ company, person }) => {
      if (!person.value) return answered({ key: "noted" });
      return answered({ key: "noted" }, {
        changes: [
          ...deletePerson(person),
          ...(company.value ? [set(company, withoutCounts(company.value, person.value))] : []),
        ],
      });
    });
  }
}

function withoutCounts(company: Company, { dispatcher, departments }: Grants): Company {
  return {
    ...company,
    dispatchers: company.dispatchers - (dispatcher ? 1 : 0),
    departments: company.departments.map((department) =>
      departments.includes(department.id)
        ? { ...department, members: department.members - 1 }
        : department
    ),
  };
}

/** Takes their roles in one group; who let the bot in, or asked for it, has the pseudonym. */
export async function forgetInGroup(
  deps: CoreDeps,
  chatId: number,
  { personId, pseudonym }: { personId: number; pseudonym: PersonRef },
): Promise<void> {
  await retry(deps, async () => {
    const entry = await readOne(deps.kv, keys.group(chatId));
    const after = entry.value && groupWithout(entry.value, personId, pseudonym);
    if (after === entry.value) return;
    if (await deps.kv.commit([entry], setGroup(entry, after)) === null) return LOST_RACE;
  });
}

function groupWithout(group: Group, personId: number, pseudonym: PersonRef): Group {
  if (!("people" in group)) return replacePerson(group, personId, pseudonym);
  const { [String(personId)]: own, ...people } = group.people;
  const askedToTakeCalls = group.askedToTakeCalls.filter((id) => id !== personId);
  if (!own && askedToTakeCalls.length === group.askedToTakeCalls.length) return group;
  return { ...group, people, askedToTakeCalls };
}
