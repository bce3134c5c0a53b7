/** An incident as the design sees it: who is what to it, and where it stands. */

import type { Closed, Status } from "../../src/domain/incident.ts";
import type { Grants, PersonRef } from "../../src/domain/person.ts";
import type { Part } from "../../src/domain/rules.ts";

/** Where an incident stands. */
export interface Situation {
  status: Status;
  /** Why it closed. */
  reason: Closed["reason"] | null;
  tier: 1 | 2;
  /** A manager answered the escalation; it means something only where there is an owner. */
  takenOver: boolean;
  department: string | null;
  reporter: PersonRef;
  /** Who answers for it; after a cancellation nobody. */
  owner: PersonRef | null;
  /** The longest-serving first. */
  helpers: readonly PersonRef[];
  /** Ids of everybody who ever owned it or helped. */
  workers: readonly number[];
  /** Who pressed Resolve, or wrote the summary. */
  summarizer: PersonRef | null;
  /** Until when nobody is reminded, epoch milliseconds; `null`: people are. */
  quietUntil: number | null;
  /** Who cancelled it. */
  endedBy: PersonRef | null;
}

/** Somebody, with the roles that the design gives them in company and group together. */
export interface Acting {
  person: PersonRef;
  roles: Grants;
}

/** What somebody is to the incident. */
export function partsIn({ person, roles }: Acting, situation: Situation): Part[] {
  const { reporter, owner, helpers, workers, summarizer, department } = situation;
  const is: Record<Part, boolean> = {
    anybody: true,
    reporter: reporter.id === person.id,
    owner: owner?.id === person.id,
    helper: helpers.some(({ id }) => id === person.id),
    worker: workers.includes(person.id),
    summarizer: summarizer?.id === person.id,
    member: department !== null && roles.departments.includes(department),
    dispatcher: roles.dispatcher,
    manager: roles.manager,
  };
  return (Object.keys(is) as Part[]).filter((part) => is[part]);
}

/** Whom the truth about a status names. */
export function inCharge({ status, owner, summarizer, endedBy }: Situation): PersonRef | null {
  switch (status) {
    case "awaiting_department":
    case "awaiting_claim":
      return null;
    case "in_progress":
      return owner;
    case "awaiting_summary":
    case "resolved":
      return summarizer;
    case "closed":
      return endedBy ?? summarizer;
    default:
      return status satisfies never;
  }
}
