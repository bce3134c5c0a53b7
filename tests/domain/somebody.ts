/** All that somebody can be: to one incident, in the company, in the group, on the platform. */

import type { Status } from "../../src/domain/incident.ts";
import { type Grants, NO_GRANTS, type Person, type PersonRef } from "../../src/domain/person.ts";
import type { Part } from "../../src/domain/rules.ts";
import { ADMINISTRATORS_COUNT_FOR, type StandingFacts } from "../../src/domain/standing.ts";
import { hana, hugo, MINUTE, NOON, otto, rita, sami, stella, yard } from "./cast.ts";

/** Somebody, and what the design says they are. */
export interface Somebody {
  /** What they are, in words. */
  is: string;
  person: PersonRef;
  /** The parts they have, whatever the status. */
  parts: readonly Part[];
  /** Where their roles are written. */
  facts: StandingFacts;
}

/** When everybody acts. */
export const NOW = NOON + 60 * MINUTE;
const ADMIN_OF_THE_PLATFORM = 900;

const grants = (some: Partial<Grants>): Grants => ({ ...NO_GRANTS, ...some });

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

function inCompany(is: string, some: Partial<Grants>, parts: readonly Part[]): Somebody {
  const person: Person = { schema: 1, company: "ACME", id: stella.id, ...grants(some) };
  return { is, person: stella, parts, facts: standingFacts(stella.id, { person }) };
}

function inGroup(is: string, some: Partial<Grants>, parts: readonly Part[]): Somebody {
  const group = yard({ [String(stella.id)]: grants(some) });
  return { is, person: stella, parts, facts: standingFacts(stella.id, { group }) };
}

function inAnotherGroup(is: string, some: Partial<Grants>): Somebody {
  const group = yard({ "777": grants(some) });
  return { is, person: stella, parts: [], facts: standingFacts(stella.id, { group }) };
}

function administrator(is: string, asked: number, parts: readonly Part[]): Somebody {
  const administrators = { schema: 1 as const, ids: [stella.id], fetchedAt: asked };
  return { is, person: stella, parts, facts: standingFacts(stella.id, { administrators }) };
}

function to(incident: string, person: PersonRef, part: Part): Somebody {
  return { is: incident, person, parts: [part], facts: standingFacts(person.id) };
}

const BOSS: readonly Part[] = ["dispatcher", "manager"];

export const EVERYBODY: readonly Somebody[] = [
  { is: "a stranger", person: stella, parts: [], facts: standingFacts(stella.id) },
  to("the reporter", rita, "reporter"),
  to("the owner", otto, "owner"),
  to("the first helper", hana, "helper"),
  to("the second helper", hugo, "helper"),
  to("whoever pressed Resolve", sami, "summarizer"),
  inCompany("a member of the department", { departments: ["1"] }, ["member"]),
  inCompany("a member of another department", { departments: ["2"] }, []),
  inCompany("a dispatcher of the company", { dispatcher: true }, ["dispatcher"]),
  inCompany("a manager of the company", { manager: true }, BOSS),
  inGroup("a member by the group", { departments: ["1"] }, ["member"]),
  inGroup("a dispatcher of the group", { dispatcher: true }, ["dispatcher"]),
  inGroup("a manager of the group", { manager: true }, BOSS),
  inAnotherGroup("somebody in a group that has a dispatcher", { dispatcher: true }),
  inAnotherGroup("somebody in a group that has a manager", { manager: true }),
  administrator("an administrator of the group", NOW - ADMINISTRATORS_COUNT_FOR, BOSS),
  administrator("an administrator as last heard too long ago", NOW - 11 * MINUTE, []),
  {
    is: "a platform admin",
    person: { id: ADMIN_OF_THE_PLATFORM, name: "Petra" },
    parts: BOSS,
    facts: standingFacts(ADMIN_OF_THE_PLATFORM),
  },
];

const WITH_CREW: readonly Status[] = ["in_progress", "awaiting_summary", "resolved", "closed"];
const AFTER_RESOLVE: readonly Status[] = ["awaiting_summary", "resolved", "closed"];

/** The parts that somebody has while the incident is in that status. */
export function partsWhile({ parts }: Somebody, status: Status): Part[] {
  return parts.filter((part) => {
    switch (part) {
      case "owner":
      case "helper":
        return WITH_CREW.includes(status);
      case "summarizer":
        return AFTER_RESOLVE.includes(status);
      case "member":
        return status !== "awaiting_department";
      case "reporter":
      case "dispatcher":
      case "manager":
        return true;
      default:
        return part satisfies never;
    }
  });
}
