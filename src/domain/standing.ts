/** Who somebody is, seen from one incident: the roles that every permission is decided by. */

import type { Company } from "./company.ts";
import { type AttachedGroup, grantsInGroup, peopleOfGroup } from "./group.ts";
import type { Person } from "./person.ts";

/** The Telegram administrators of a group, as last asked. */
export interface Administrators {
  /** The version of this record's shape. */
  schema: 1;
  /** Telegram's numeric ids. */
  ids: number[];
  /** Epoch milliseconds of the answer. */
  fetchedAt: number;
}

/** How long an answer about a group's administrators counts, in milliseconds. */
export const ADMINISTRATORS_COUNT_FOR = 10 * 60_000;

/** What the company, the group and the platform let a person be. */
export interface Standing {
  /** Runs the whole platform. */
  platformAdmin: boolean;
  /** Of the company, of the group, or as a Telegram administrator of the group. */
  manager: boolean;
  /** Of the company or of the group. */
  dispatcher: boolean;
  /** Departments the person is a member of, in the company or in the group. */
  departments: string[];
}

/** What {@linkcode standingOf} looks at. */
export interface StandingFacts {
  /** Telegram's numeric id. */
  personId: number;
  /** Epoch milliseconds. */
  now: number;
  /** From `PLATFORM_ADMIN_IDS`. */
  platformAdmins: readonly number[];
  /** The person's roles in the company. */
  person: Person | null;
  /** The group it happens in; `null` in private. */
  group: AttachedGroup | null;
  /** The group's Telegram administrators. */
  administrators: Administrators | null;
}

/** Works out somebody's roles. Group-scope roles count only when that group is given. */
export function standingOf(facts: StandingFacts): Standing {
  const { personId, person, group, administrators } = facts;
  const inGroup = group ? grantsInGroup(group, personId) : null;
  const platformAdmin = facts.platformAdmins.includes(personId);
  const administrates = group !== null && isFresh(administrators, facts.now) &&
    administrators.ids.includes(personId);
  const manager = platformAdmin || administrates || !!person?.manager || !!inGroup?.manager;
  return {
    platformAdmin,
    manager,
    dispatcher: manager || !!person?.dispatcher || !!inGroup?.dispatcher,
    departments: [...new Set([...person?.departments ?? [], ...inGroup?.departments ?? []])],
  };
}

/** Whether an answer about administrators still counts. */
export function isFresh(
  administrators: Administrators | null,
  now: number,
): administrators is Administrators {
  return administrators !== null && now - administrators.fetchedAt <= ADMINISTRATORS_COUNT_FOR;
}

/**
 * Whether nobody could be expected to claim: the department has no members, and neither company nor
 * group a dispatcher. Then anyone in the group may.
 */
export function nobodyTakesCalls(
  company: Company,
  group: AttachedGroup,
  departmentId: string,
): boolean {
  const department = company.departments.find(({ id }) => id === departmentId);
  return (department?.members ?? 0) === 0 && company.dispatchers === 0 &&
    peopleOfGroup(group, (grants) => grants.dispatcher || grants.departments.includes(departmentId))
        .length === 0;
}
