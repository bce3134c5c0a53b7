/**
 * Who may do what, when: the one table from which `decide` checks, the menus and `/help` speak and
 * the refusal matrix of the tests is made.
 */

import type { LaterAction } from "./action.ts";
import {
  departmentOf,
  type Incident,
  OPEN_STATUSES,
  type Status,
  STATUSES,
  tierOf,
} from "./incident.ts";
import type { Standing } from "./standing.ts";

/** All that somebody can be to an incident. */
export const PARTS = [
  "anybody",
  "reporter",
  "owner",
  "helper",
  "worker",
  "summarizer",
  "member",
  "dispatcher",
  "manager",
] as const;

/** What somebody is to an incident; a `worker` owned it or helped at some time. */
export type Part = typeof PARTS[number];

/** An action that only the clock takes. */
export type ClockAction = "time_out" | "release";

/** An action that a person does to an incident that exists. */
export type PersonalAction = Exclude<LaterAction["type"], ClockAction>;

/** When an action is possible and for whom. */
export interface Rule {
  /** The statuses it can happen in. */
  from: readonly Status[];
  /** What somebody has to be. */
  who: readonly Part[];
  /** Who may as well, until somebody claims. */
  untilClaim?: readonly Part[];
  /** The only tier it can happen in. */
  tier?: 1 | 2;
  /** What holds instead once it has escalated. */
  atTier2?: { from: readonly Status[]; who: readonly Part[] };
  /** Also anyone, while nobody could be expected to come. */
  orAnyoneWhenNobodyTakesCalls?: true;
}

const TAKES_CALLS = ["member", "dispatcher", "manager"] as const;
const INVOLVED = ["reporter", "owner", "helper", "member", "dispatcher", "manager"] as const;
const UNTIL_RESOLVE = ["awaiting_claim", "in_progress"] as const;

/** The table. */
export const RULES: Record<PersonalAction, Rule> = {
  choose_department: {
    from: ["awaiting_department"],
    who: ["reporter", "dispatcher", "manager"],
  },
  claim: {
    from: ["awaiting_claim"],
    who: TAKES_CALLS,
    atTier2: { from: UNTIL_RESOLVE, who: ["manager"] },
    orAnyoneWhenNobodyTakesCalls: true,
  },
  join: {
    from: ["in_progress"],
    who: TAKES_CALLS,
    atTier2: { from: ["in_progress"], who: ["manager"] },
    orAnyoneWhenNobodyTakesCalls: true,
  },
  leave: { from: ["in_progress"], who: ["owner", "helper"] },
  assign: { from: UNTIL_RESOLVE, who: ["dispatcher", "manager"] },
  change_department: { from: UNTIL_RESOLVE, who: TAKES_CALLS, untilClaim: ["reporter"] },
  escalate: {
    from: UNTIL_RESOLVE,
    tier: 1,
    who: ["reporter", "owner", "helper", "dispatcher", "manager"],
  },
  de_escalate: { from: UNTIL_RESOLVE, tier: 2, who: ["manager"] },
  resolve: { from: ["in_progress"], who: ["owner", "helper", "manager"] },
  back_to_work: { from: ["awaiting_summary"], who: ["owner", "helper", "manager"] },
  summarize: { from: ["awaiting_summary", "closed"], who: ["summarizer", "manager"] },
  cancel: { from: OPEN_STATUSES, who: ["dispatcher", "manager"], untilClaim: ["reporter"] },
  reopen: { from: ["resolved", "closed"], who: ["reporter", "worker", "dispatcher", "manager"] },
  comment: { from: STATUSES, who: ["anybody"] },
  edit_comment: { from: STATUSES, who: ["anybody"] },
  attach: { from: STATUSES, who: ["anybody"] },
  // Only its author can edit a message: Telegram sees to that.
  edit_source: { from: OPEN_STATUSES, who: ["anybody"] },
  edit_description: { from: OPEN_STATUSES, who: ["reporter", "manager"] },
  set_priority: { from: OPEN_STATUSES, who: INVOLVED },
  tag: { from: STATUSES, who: INVOLVED },
  untag: { from: STATUSES, who: INVOLVED },
  check_in: { from: ["in_progress"], who: ["owner", "helper"] },
  snooze: { from: OPEN_STATUSES, who: ["owner", "manager"] },
  wake: { from: OPEN_STATUSES, who: ["owner", "manager"] },
  repin: { from: OPEN_STATUSES, who: ["manager"] },
  revoke_claim: { from: ["in_progress"], who: ["manager"] },
};

/** The statuses in which an action can happen to this incident, and for whom: its tier counted in. */
export function ruleFor(
  action: PersonalAction,
  incident: Incident,
): { from: readonly Status[]; who: readonly Part[] } {
  const { from, who, untilClaim = [], atTier2 } = RULES[action];
  if (atTier2 && tierOf(incident) === 2) return atTier2;
  return { from, who: "owner" in incident ? who : [...untilClaim, ...who] };
}

/** All that somebody is to this incident. */
export function partsOf(personId: number, incident: Incident, standing: Standing): Set<Part> {
  const parts = new Set<Part>(["anybody"]);
  if (incident.reporter.id === personId) parts.add("reporter");
  if ("owner" in incident) {
    if (incident.owner.id === personId) parts.add("owner");
    if (incident.helpers.some(({ id }) => id === personId)) parts.add("helper");
  }
  if (incident.workers.includes(personId)) parts.add("worker");
  if ("summarizer" in incident && incident.summarizer.id === personId) parts.add("summarizer");
  const department = departmentOf(incident);
  if (department !== null && standing.departments.includes(department)) parts.add("member");
  if (standing.dispatcher) parts.add("dispatcher");
  if (standing.manager) parts.add("manager");
  return parts;
}
