/** Roles: who may do what in a company or in one group, through the one write path. */

import type { CoreDeps } from "../deps.ts";
import { type Company, findDepartment } from "../domain/company.ts";
import type { DeskAnswer } from "../domain/desk.ts";
import {
  type AttachedGroup,
  grantsInGroup,
  MOST_PEOPLE_OF_A_GROUP,
  MOST_WAITING_TO_TAKE_CALLS,
} from "../domain/group.ts";
import {
  type Grant,
  type Grants,
  highestRole,
  NO_GRANTS,
  type Person,
  type PersonRef,
  withGrant,
  withoutGrant,
} from "../domain/person.ts";
import { MOST_PEOPLE } from "../domain/quota.ts";
import { keys } from "../store/keys.ts";
import { countPeople } from "../store/listings.ts";
import { readOne } from "../store/read.ts";
import {
  type GroupCommitted,
  type GroupDeskOrigin,
  type GroupMatter,
  inGroup,
} from "./group_matter.ts";
import { set, setGroup, setPerson } from "../store/write.ts";
import { callTakingRequest, takesCallsMessage } from "../view/desk_messages.ts";
import { type Attempt, commitAction, type Committed } from "./commit.ts";
import { administers, answered, type DeskOrigin } from "./companies.ts";
import { textsForGroup } from "../view/texts/language.ts";

/** A role that is given, or taken away. */
export interface RoleChange {
  /** Which role. */
  grant: Grant;
  /** It is taken away. */
  take?: boolean;
}

/** Nothing new is noted of them; what they have can still be taken. */
const IS_BEING_FORGOTTEN = { key: "person_being_forgotten" } as const;

/** Gives or takes a role in the whole company. The company's managers and platform admins. */
export function grantInCompany(
  deps: CoreDeps,
  origin: DeskOrigin,
  { companyId, grant, take = false, personId }: RoleChange & {
    companyId: string;
    personId: number;
  },
): Promise<Committed> {
  const wanted = {
    company: keys.company(companyId),
    actor: keys.person(companyId, origin.actorId),
    person: keys.person(companyId, personId),
    profile: keys.profile(personId),
  };
  return commitAction(deps, origin, wanted, async (read) => {
    if (!administers(deps, origin.actorId, read.actor.value)) {
      return answered({ key: "not_allowed" });
    }
    const company = read.company.value;
    if (!company) return answered({ key: "unknown_company", company: companyId });
    if (company.archivedAt !== null) {
      return answered({ key: "company_is_archived", company: companyId });
    }
    const exact = exactGrant(company, grant);
    if (!exact) return answered(unknownDepartment(company));
    if (!take && read.profile.value?.forgetting) return answered(IS_BEING_FORGOTTEN);
    const before: Person = read.person.value ??
      { ...NO_GRANTS, schema: 1, company: companyId, id: personId, shifts: {} };
    const changed = (take ? withoutGrant : withGrant)(before, exact.grant);
    const after = { ...before, ...changed, shifts: shiftsOf(before, changed) };
    const isNew = changed !== before;
    // Every new role writes the company, which is checked: two at once collide, and count again.
    if (isNew && !highestRole(before) && await hasMostPeople(deps, companyId)) {
      return answered({ key: "too_many_of_company", company: companyId, most: MOST_PEOPLE });
    }
    // Names are told only of people whom the company has, or gets.
    const isTheirs = !take || read.person.value !== null;
    const person = { id: personId, name: isTheirs ? read.profile.value?.name ?? "" : "" };
    const key = take ? "revoked" : "granted";
    return answered({ key, person, grant: exact.shown, scope: company.name, isNew }, {
      changes: [
        ...(isNew
          ? [
            ...setPerson(read.person, after),
            set(read.company, withCount(company, exact.grant, take ? -1 : 1)),
          ]
          : []),
        ...(origin.settles ? [{ type: "delete" as const, key: origin.settles }] : []),
      ],
    });
  });
}

async function hasMostPeople({ kv }: CoreDeps, company: string): Promise<boolean> {
  return await countPeople(kv, company) >= MOST_PEOPLE;
}

/** Whoever is a member of a department no longer is not on duty there. */
function shiftsOf({ shifts }: Person, { departments }: Grants): Person["shifts"] {
  return Object.fromEntries(Object.entries(shifts).filter(([id]) => departments.includes(id)));
}

/** Gives or takes a role in one group. The group's managers. */
export async function grantInGroup(
  deps: CoreDeps,
  origin: GroupDeskOrigin,
  { grant, take = false, person }: RoleChange & { person: PersonRef },
): Promise<GroupCommitted> {
  return await inGroup(deps, origin, async ({ read, group, company, standing }) => {
    if (!standing.manager) return answered({ key: "not_allowed" });
    const exact = exactGrant(company, grant);
    if (!exact) return answered(unknownDepartment(company));
    const profile = await readOne(deps.kv, keys.profile(person.id));
    if (!take && profile.value?.forgetting) return answered(IS_BEING_FORGOTTEN);
    const after = withGroupGrant(group, person.id, { grant: exact.grant, take });
    if (after === "full") return answered({ key: "too_many_people", most: MOST_PEOPLE_OF_A_GROUP });
    return answered(
      {
        key: take ? "revoked" : "granted",
        person,
        grant: exact.shown,
        scope: "",
        isNew: after !== group,
      },
      { changes: after === group ? [] : setGroup(read.group, after), checks: [profile] },
    );
  });
}

/** *I take calls here*: granted at once to a manager, else the group's administrators are asked. */
export async function askToTakeCalls(
  deps: CoreDeps,
  origin: GroupDeskOrigin,
  person: PersonRef,
): Promise<GroupCommitted> {
  return await inGroup(deps, origin, ({ read, group, company, standing }) => {
    const { chatId } = group;
    const own = grantsInGroup(group, person.id);
    if (own.dispatcher || (standing.dispatcher && !standing.manager)) {
      return answered({ key: "takes_calls", person, isNew: false });
    }
    if (standing.manager) return letTakeCalls({ read, group, company }, person);
    const { askedToTakeCalls: waiting } = group;
    if (waiting.includes(person.id)) return answered({ key: "asked_to_take_calls", isNew: false });
    const most = MOST_WAITING_TO_TAKE_CALLS;
    if (waiting.length >= most) return answered({ key: "too_many_people", most });
    const content = callTakingRequest(textsForGroup(group, company), person);
    return answered({ key: "asked_to_take_calls", isNew: true }, {
      changes: setGroup(read.group, { ...group, askedToTakeCalls: [...waiting, person.id] }),
      messages: [{ chatId, order: "direct", content }],
    });
  });
}

/** An administrator lets somebody who asked take calls. */
export async function allowToTakeCalls(
  deps: CoreDeps,
  origin: GroupDeskOrigin,
  personId: number,
): Promise<GroupCommitted> {
  return await inGroup(deps, origin, async ({ read, group, company, standing }) => {
    if (!standing.manager) return answered({ key: "not_allowed" });
    const profile = await readOne(deps.kv, keys.profile(personId));
    const person = { id: personId, name: profile.value?.name ?? "" };
    if (!group.askedToTakeCalls.includes(personId)) {
      return grantsInGroup(group, personId).dispatcher
        ? answered({ key: "takes_calls", person, isNew: false })
        : answered({ key: "not_allowed" });
    }
    if (profile.value?.forgetting) return answered(IS_BEING_FORGOTTEN);
    return { ...letTakeCalls({ read, group, company }, person), checks: [profile] };
  });
}

function letTakeCalls(
  { read, group, company }: Pick<GroupMatter, "read" | "group" | "company">,
  person: PersonRef,
): Attempt {
  const after = withGroupGrant(group, person.id, { grant: { role: "dispatcher" } });
  if (after === "full") return answered({ key: "too_many_people", most: MOST_PEOPLE_OF_A_GROUP });
  const askedToTakeCalls = group.askedToTakeCalls.filter((id) => id !== person.id);
  const content = takesCallsMessage(textsForGroup(group, company), person);
  return answered({ key: "takes_calls", person, isNew: true }, {
    changes: setGroup(read.group, { ...after, askedToTakeCalls }),
    messages: [{ chatId: group.chatId, order: "direct", content }],
  });
}

/** A grant that names a department by its name becomes one by its id, and one to show. */
function exactGrant(company: Company, grant: Grant): { grant: Grant; shown: Grant } | null {
  if (grant.role !== "member") return { grant, shown: grant };
  const department = findDepartment(company, grant.department);
  return department && {
    grant: { role: "member", department: department.id },
    shown: { role: "member", department: department.name },
  };
}

/** Names the departments there are. */
export function unknownDepartment(company: Company): DeskAnswer {
  const departments = company.departments.map(({ name }) => name);
  return { key: "unknown_department", company: company.id, departments };
}

function withCount(company: Company, grant: Grant, by: 1 | -1): Company {
  switch (grant.role) {
    case "manager":
      return company;
    case "dispatcher":
      return { ...company, dispatchers: company.dispatchers + by };
    case "member":
      return {
        ...company,
        departments: company.departments.map((department) =>
          department.id === grant.department
            ? { ...department, members: department.members + by }
            : department
        ),
      };
    default:
      return grant satisfies never;
  }
}

function withGroupGrant(
  group: AttachedGroup,
  personId: number,
  { grant, take = false }: RoleChange,
): AttachedGroup | "full" {
  const before = grantsInGroup(group, personId);
  const after = (take ? withoutGrant : withGrant)(before, grant);
  if (after === before) return group;
  const { [String(personId)]: _before, ...others } = group.people;
  const people = highestRole(after) ? { ...others, [String(personId)]: after } : others;
  return Object.keys(people).length > MOST_PEOPLE_OF_A_GROUP ? "full" : { ...group, people };
}
