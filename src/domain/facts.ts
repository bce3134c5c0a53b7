/** What a decision on an incident is made from. */

import type { Company } from "./company.ts";
import type { Incident } from "./incident.ts";
import type { PersonRef } from "./person.ts";
import type { Policy } from "./policy.ts";
import type { Standing } from "./standing.ts";

/** What a decision looks at, besides the incident and the action. */
export interface Facts {
  /** Epoch milliseconds. */
  now: number;
  /** Who acts; `null` when the clock does. */
  actor: PersonRef | null;
  /** What the actor is in this company and group. */
  standing: Standing;
  /** The company. */
  company: Company;
  /** The policy in force. */
  policy: Policy;
  /** The group pins the cards of its open incidents. */
  pins: boolean;
  /** Neither members nor dispatchers: see `nobodyTakesCalls`. */
  nobodyTakesCalls: boolean;
  /** What the person is that an action is about; `null` when it is about nobody else. */
  otherStanding: Standing | null;
  /** The incident that an action names besides its own; `null` when there is none, or not here. */
  otherIncident: Incident | null;
}
