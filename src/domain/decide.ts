/** The only place with rules: what an action leads to, or why it may not happen. */

import type { LaterAction, ReportAction } from "./action.ts";
import { type Company, findDepartment } from "./company.ts";
import { deadlineOf } from "./deadlines.ts";
import type { Happening } from "./event.ts";
import type { IncidentId } from "./ids.ts";
import { crewOf, type Incident } from "./incident.ts";
import type { PersonRef } from "./person.ts";
import type { Policy } from "./policy.ts";
import type { Refusal } from "./refusal.ts";
import { partsOf, type PersonalAction, RULES } from "./rules.ts";
import type { Standing } from "./standing.ts";
import { DESCRIPTION, fits, isVisible, SUMMARY, withoutControls } from "./text.ts";

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
  /** Neither members nor dispatchers: see `nobodyTakesCalls`. */
  nobodyTakesCalls: boolean;
}

/** What a report looks at. */
export interface ReportFacts {
  /** The company, whose only department is chosen by itself. */
  company: Company;
  /** The group. */
  chatId: number;
  /** The number the incident would get. */
  number: number;
  /** The incident that was already made of this message. */
  existing: IncidentId | null;
  /** Until when, and why, no more reports are taken; see `rate.ts`. */
  limit: { scope: "person" | "group"; retryAt: number } | null;
}

/** What happens: the events, or the refusal. */
export type Decision = { events: Happening[] } | { refusal: Refusal };

const yes = (...events: Happening[]): Decision => ({ events });
const no = (refusal: Refusal): Decision => ({ refusal });

/** Decides on a report. */
export function decideReport(action: ReportAction, facts: ReportFacts): Decision {
  const { company, chatId, number, existing, limit } = facts;
  if (existing) return no({ reason: "already_reported", incident: existing });
  const wrong = lengthRefusal("description", action.description, DESCRIPTION);
  if (wrong) return no(wrong);
  if (limit) return no({ reason: "too_many_reports", ...limit });
  const reported: Happening = {
    type: "reported",
    company: company.id,
    number,
    chatId,
    sourceMessageId: action.sourceMessageId,
    description: action.description,
  };
  const [only, ...others] = company.departments;
  if (!only || others.length > 0) return yes(reported);
  return yes(reported, { type: "department_chosen", department: only.id });
}

/** Decides on anything that happens to an incident after its report. */
export function decide(
  incident: Incident,
  action: LaterAction,
  facts: Facts,
): Decision {
  if (action.type === "time_out") return decideTimeOut(incident, facts);
  const { actor } = facts;
  if (!actor) return no({ reason: "not_allowed", allowed: RULES[action.type].who });
  const refusal = crewRefusal(incident, action.type, actor) ??
    chosenRefusal(incident, action.type, facts.company) ??
    statusRefusal(incident, action.type) ??
    permissionRefusal(incident, action.type, actor, facts);
  if (refusal) return no(refusal);
  switch (action.type) {
    case "choose_department": {
      const department = findDepartment(facts.company, action.department);
      return department
        ? yes({ type: "department_chosen", department: department.id })
        : no({ reason: "unknown_department" });
    }
    case "claim":
      return yes({ type: "claimed" });
    case "join":
      return yes({ type: "joined" });
    case "leave":
      return decideLeave(incident, actor);
    case "resolve":
      return yes({ type: "resolve_pressed" });
    case "back_to_work":
      return yes({ type: "back_to_work" });
    case "summarize": {
      const wrong = lengthRefusal("summary", action.summary, SUMMARY);
      return wrong ? no(wrong) : yes({ type: "summarized", summary: action.summary });
    }
    default:
      return action satisfies never;
  }
}

/** Who works on it already needs no other reason, whatever their roles. */
function crewRefusal(incident: Incident, type: PersonalAction, actor: PersonRef): Refusal | null {
  if (incident.status !== "in_progress" || (type !== "claim" && type !== "join")) return null;
  if (incident.owner.id === actor.id) return { reason: "already_owner" };
  const isHelping = incident.helpers.some(({ id }) => id === actor.id);
  return type === "join" && isHelping ? { reason: "already_helping" } : null;
}

/** Whoever chooses too late hears which department was chosen. */
function chosenRefusal(
  incident: Incident,
  type: PersonalAction,
  company: Company,
): Refusal | null {
  if (type !== "choose_department" || !("department" in incident)) return null;
  const name = findDepartment(company, incident.department)?.name ?? incident.department;
  return { reason: "department_chosen_already", department: name };
}

/** The state the actor sees may be old: the refusal carries the truth. */
function statusRefusal(incident: Incident, type: PersonalAction): Refusal | null {
  if (RULES[type].from.includes(incident.status)) return null;
  return { reason: "wrong_status", status: incident.status, person: inChargeOf(incident) };
}

/** The person the current status is about: who owns it, or whose summary is awaited or given. */
function inChargeOf(incident: Incident): PersonRef | null {
  if ("summarizer" in incident) return incident.summarizer;
  return "owner" in incident ? incident.owner : null;
}

function permissionRefusal(
  incident: Incident,
  type: PersonalAction,
  actor: PersonRef,
  facts: Facts,
): Refusal | null {
  const rule = RULES[type];
  if (rule.orAnyoneWhenNobodyTakesCalls && facts.nobodyTakesCalls) return null;
  const parts = partsOf(actor.id, incident, facts.standing);
  if (rule.who.some((part) => parts.has(part))) return null;
  return { reason: "not_allowed", allowed: rule.who };
}

function decideLeave(incident: Incident, actor: PersonRef): Decision {
  const [owner, longestServing] = crewOf(incident);
  if (owner?.id !== actor.id) return yes({ type: "left" });
  return yes(longestServing ? { type: "handed_over", to: longestServing } : { type: "unclaimed" });
}

function decideTimeOut(incident: Incident, facts: Facts): Decision {
  const deadline = deadlineOf(incident, facts.policy);
  if (!deadline || deadline.at > facts.now) return no({ reason: "not_due" });
  switch (deadline.kind) {
    case "unclaimed":
      return yes({ type: "nudged", about: "unclaimed" });
    case "no_summary":
      return yes({ type: "closed", reason: "no_summary" });
    default:
      return deadline.kind satisfies never;
  }
}

function lengthRefusal(
  what: "description" | "summary",
  text: string,
  limits: { least: number; most: number },
): Refusal | null {
  // What nobody could see is no text, however long.
  const { length } = isVisible(withoutControls(text)) ? text : "";
  if (length > 0 && fits(text, limits)) return null;
  return { reason: length < limits.least ? "too_short" : "too_long", what, length };
}
