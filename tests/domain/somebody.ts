/** All that somebody can be: to one incident, in the company, in the group, on the platform. */

import { type Grants, NO_GRANTS, type Person, type PersonRef } from "../../src/domain/person.ts";
import { ADMINISTRATORS_COUNT_FOR, type StandingFacts } from "../../src/domain/standing.ts";
import { hana, hugo, MINUTE, mona, NOON, otto, rita, sami, stella, wanda, yard } from "./cast.ts";
import type { Acting } from "./situation.ts";

/** Somebody, and what the design says they are. */
export interface Somebody extends Acting {
  /** What they are, in words. */
  is: string;
  /** Where their roles are written. */
  facts: StandingFacts;
}

/** When everybody acts. */
export const NOW = NOON + 60 * MINUTE;
const ADMIN_OF_THE_PLATFORM = 900;

const grants = (some: Partial<Grants>): Grants => ({ ...NO_GRANTS, ...some });
const MEMBER = grants({ departments: ["1"] });
const DISPATCHER = grants({ dispatcher: true });
/** A manager may do what a dispatcher may. */
const BOSS = grants({ dispatcher: true, manager: true });

function standingFacts(personId: number, some: Partial<StandingFacts> = {}): StandingFacts {
  return {
    personId,
    now: NOW,
    platformAdmins: [ADMIN_OF_THE_PLATFORM],
    person: null,
    group: yard(),
    administrators: null,
    ...some,
  };
}

function inCompany(is: string, person: PersonRef, some: Partial<Grants>, roles: Grants): Somebody {
  const { id } = person;
  const record: Person = { schema: 1, company: "ACME", id, ...grants(some), shifts: {} };
  return { is, person, roles, facts: standingFacts(id, { person: record }) };
}

function inGroup(is: string, some: Partial<Grants>, roles: Grants): Somebody {
  const group = yard({ [String(stella.id)]: grants(some) });
  return { is, person: stella, roles, facts: standingFacts(stella.id, { group }) };
}

function besideSomebody(is: string, some: Partial<Grants>): Somebody {
  const group = yard({ "777": grants(some) });
  return { is, person: stella, roles: NO_GRANTS, facts: standingFacts(stella.id, { group }) };
}

function administrator(is: string, asked: number, roles: Grants): Somebody {
  const administrators = { schema: 1 as const, ids: [stella.id], fetchedAt: asked };
  return { is, person: stella, roles, facts: standingFacts(stella.id, { administrators }) };
}

function withoutRoles(is: string, person: PersonRef): Somebody {
  return { is, person, roles: NO_GRANTS, facts: standingFacts(person.id) };
}

const OTHER = grants({ departments: ["2"] });

export const EVERYBODY: readonly Somebody[] = [
  withoutRoles("a stranger", stella),
  withoutRoles("the reporter", rita),
  withoutRoles("Otto, who claimed it", otto),
  withoutRoles("the first helper", hana),
  withoutRoles("the second helper", hugo),
  withoutRoles("a helper of the past", wanda),
  withoutRoles("whoever pressed Resolve", sami),
  withoutRoles("Mona, when she is no manager any more", mona),
  inCompany("a member of the department", stella, { departments: ["1"] }, MEMBER),
  inCompany("a member of another department", stella, { departments: ["2"] }, OTHER),
  inCompany("a dispatcher of the company", stella, { dispatcher: true }, DISPATCHER),
  inCompany("a manager of the company", stella, { manager: true }, BOSS),
  inCompany("Mona, a manager", mona, { manager: true }, BOSS),
  inCompany("Otto, when he is a member", otto, { departments: ["1"] }, MEMBER),
  inCompany("Otto, when he is a manager", otto, { manager: true }, BOSS),
  inCompany("the first helper, a manager", hana, { manager: true }, BOSS),
  inCompany("the reporter, a member", rita, { departments: ["1"] }, MEMBER),
  inCompany("the reporter, a dispatcher", rita, { dispatcher: true }, DISPATCHER),
  inGroup("a member by the group", { departments: ["1"] }, MEMBER),
  inGroup("a dispatcher of the group", { dispatcher: true }, DISPATCHER),
  inGroup("a manager of the group", { manager: true }, BOSS),
  besideSomebody("somebody in a group that has a dispatcher", { dispatcher: true }),
  besideSomebody("somebody in a group that has a manager", { manager: true }),
  administrator("an administrator of the group", NOW - ADMINISTRATORS_COUNT_FOR, BOSS),
  administrator("an administrator as last heard too long ago", NOW - 11 * MINUTE, NO_GRANTS),
  {
    is: "a platform admin",
    person: { id: ADMIN_OF_THE_PLATFORM, name: "Petra" },
    roles: BOSS,
    facts: standingFacts(ADMIN_OF_THE_PLATFORM),
  },
];
