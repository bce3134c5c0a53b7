/**
 * Who may do what, when: the one table from which `decide` checks, `/help` speaks and the refusal
 * matrix of the tests is made.
 */

import type { LaterAction } from "./action.ts";
import type { Incident, Status } from "./incident.ts";
import type { Standing } from "./standing.ts";

/** All that somebody can be to an incident. */
export const PARTS = [
  "reporter",
  "owner",
  "helper",
  "summarizer",
  "member",
  "dispatcher",
  "manager",
] as const;

/** What somebody is to an incident. */
export type Part = typeof PARTS[number];

/** An action that a person does to an incident that exists. */
export type PersonalAction = Exclude<LaterAction["type"], "time_out">;

/** When an action is possible and for whom. */
export interface Rule {
  /** The statuses it can happen in. */
  from: readonly Status[];
  /** What somebody has to be. */
  who: readonly Part[];
  /** Also anyone, while nobody could be expected to come. */
  orAnyoneWhenNobodyTakesCalls?: true;
}

/** The table. */
export const RULES: Record<PersonalAction, Rule> = {
  choose_department: {
    from: ["awaiting_department"],
    who: ["reporter", "dispatcher", "manager"],
  },
  claim: {
    from: ["awaiting_claim"],
    who: ["member", "dispatcher", "manager"],
    orAnyoneWhenNobodyTakesCalls: true,
  },
  join: {
    from: ["in_progress"],
    who: ["member", "dispatcher", "manager"],
    orAnyoneWhenNobodyTakesCalls: true,
  },
  leave: { from: ["in_progress"], who: ["owner", "helper"] },
  resolve: { from: ["in_progress"], who: ["owner", "helper", "manager"] },
  back_to_work: { from: ["awaiting_summary"], who: ["owner", "helper", "manager"] },
  summarize: { from: ["awaiting_summary", "closed"], who: ["summarizer", "manager"] },
};

/** All that somebody is to this incident. */
export function partsOf(personId: number, incident: Incident, standing: Standing): Set<Part> {
  const parts = new Set<Part>();
  if (incident.reporter.id === personId) parts.add("reporter");
  if ("owner" in incident) {
    if (incident.owner.id === personId) parts.add("owner");
    if (incident.helpers.some(({ id }) => id === personId)) parts.add("helper");
  }
  if ("summarizer" in incident && incident.summarizer.id === personId) parts.add("summarizer");
  if ("department" in incident && standing.departments.includes(incident.department)) {
    parts.add("member");
  }
  if (standing.dispatcher) parts.add("dispatcher");
  if (standing.manager) parts.add("manager");
  return parts;
}
