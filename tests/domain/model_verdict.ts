/** What the model makes of an action: why it may not happen, from the design's words alone. */

import type { CancelReason, LaterAction } from "../../src/domain/action.ts";
import { type Grants, NO_GRANTS, type PersonRef } from "../../src/domain/person.ts";
import type { Refusal } from "../../src/domain/refusal.ts";
import type { Policy } from "../../src/domain/policy.ts";
import { MINUTE, policy } from "./cast.ts";
import { departmentName, refusalByDesign } from "./design_verdict.ts";
import type { Model } from "./model.ts";

/** What the model looks at besides itself. */
export interface ModelFacts {
  now: number;
  /** Who acts; `null`: the clock. */
  actor: PersonRef | null;
  /** What everybody is, by id; nothing for those who are not named. */
  roles: ReadonlyMap<number, Grants>;
  nobodyTakesCalls: boolean;
  /** The number of the incident that the action names, if there is such a one. */
  otherNumber: number | null;
}

/** The shortest and the longest that each text may be, in UTF-16 units. */
const LENGTHS = {
  description: [5, 3000],
  summary: [5, 2000],
  comment: [1, 4096],
  reason: [1, 500],
} as const;

const DEPARTMENTS = ["1", "2", "3"];
const RESTRICTED = "3";
/** The only number that the model's incident has. */
export const OWN_NUMBER = 42;

/** Minutes until the first reminder and between the next ones, of medium priority. */
const REMINDED_AFTER = {
  department: [12, 5],
  unclaimed: [10, 7],
  escalated: [15, 20],
  silent: [30, 11],
} as const;
/** The policy in those words. */
export const MODEL_POLICY: Policy = {
  ...policy,
  departmentNudgeMinutes: 12,
  departmentRepeatMinutes: 5,
  unclaimedNudgeMinutes: 10,
  unclaimedRepeatMinutes: 7,
  escalationNudgeMinutes: 15,
  escalationRepeatMinutes: 20,
  checkInMinutes: 30,
  checkInRepeatMinutes: 11,
  summaryTimeoutMinutes: 20,
};
const STRETCHED_BY = { critical: 0.25, high: 0.5, medium: 1, low: 3 } as const;
const SUMMARY_WITHIN = 20;

/** Why not; `null`: it happens. */
export function refusalByModel(
  model: Model,
  action: LaterAction,
  facts: ModelFacts,
): Refusal | null {
  if (action.type === "time_out") return isDue(model, facts.now) ? null : { reason: "not_due" };
  if (action.type === "release") return releaseRefusal(model, action, facts);
  const person = facts.actor!;
  const roles = rolesOf(person.id, facts);
  if (action.type === "resolve" && action.summary !== null && isLate(model)) {
    return refusalByModel(
      model,
      { type: "summarize", summary: action.summary, attached: null },
      facts,
    );
  }
  return refusalByDesign(action.type, model, { person, roles }, facts.nobodyTakesCalls) ??
    ownRefusal(model, action, facts, roles);
}

/** The action with the words that it means: a late resolution is a summary. */
export function meant(model: Model, action: LaterAction): LaterAction {
  return action.type === "resolve" && action.summary !== null && isLate(model)
    ? { type: "summarize", summary: action.summary, attached: null }
    : action;
}

function ownRefusal(
  model: Model,
  action: LaterAction,
  facts: ModelFacts,
  roles: Grants,
): Refusal | null {
  switch (action.type) {
    case "choose_department":
    case "change_department":
      return departmentRefusal(model, action.department, roles);
    case "assign":
      return assignRefusal(model, action.to, facts);
    case "revoke_claim":
      return action.personId === null || isCrew(model, action.personId)
        ? null
        : { reason: "no_claim" };
    case "escalate":
    case "reopen":
      return action.reason === null ? null : wrongLength("reason", action.reason);
    case "resolve":
      return action.summary === null ? null : wrongLength("summary", action.summary);
    case "summarize":
      return wrongLength("summary", action.summary);
    case "cancel":
      return cancelRefusal(action.why, facts);
    case "comment":
    case "edit_comment":
      return wrongLength("comment", action.text);
    case "edit_description":
    case "edit_source":
      return wrongLength("description", action.description) ??
        noChange(action.description === model.description);
    case "wake":
      return noChange(model.quietUntil === null);
    case "set_priority":
      return noChange(action.priority === model.priority);
    case "tag":
    case "untag":
      return tagsRefusal(model, action);
    default:
      return null;
  }
}

function departmentRefusal(model: Model, wanted: string, roles: Grants): Refusal | null {
  if (model.department === wanted) {
    return { reason: "department_chosen_already", department: departmentName(wanted) };
  }
  if (!DEPARTMENTS.includes(wanted)) return { reason: "unknown_department" };
  const isClosed = wanted === RESTRICTED && !roles.manager && !roles.departments.includes(wanted);
  return isClosed ? { reason: "restricted_department", department: departmentName(wanted) } : null;
}

function assignRefusal(model: Model, to: PersonRef, facts: ModelFacts): Refusal | null {
  if (model.owner?.id === to.id) return { reason: "owns_already", person: to };
  return takesCalls(model, to.id, facts) ? null : { reason: "not_eligible", person: to };
}

function releaseRefusal(
  model: Model,
  { personId, cause }: LaterAction & { type: "release" },
  facts: ModelFacts,
): Refusal | null {
  const holds = model.status === "in_progress" && isCrew(model, personId);
  const mayHold = model.guests.includes(personId) || takesCalls(model, personId, facts);
  const keeps = cause === "role_lost" && mayHold;
  return holds && !keeps ? null : { reason: "no_claim" };
}

function cancelRefusal(why: CancelReason, { otherNumber }: ModelFacts): Refusal | null {
  if (why.reason === "cancelled") return wrongLength("reason", why.note);
  const isNone = otherNumber === null || otherNumber === OWN_NUMBER;
  return why.reason === "duplicate" && isNone ? { reason: "unknown_incident" } : null;
}

function tagsRefusal(
  model: Model,
  { type, tags }: LaterAction & { type: "tag" | "untag" },
): Refusal | null {
  const isWord = (tag: string) => /^[a-z0-9_-]{1,24}$/.test(tag);
  if (tags.length === 0 || !tags.every(isWord)) return { reason: "bad_tag" };
  const added = tags.filter((tag) => !model.tags.includes(tag));
  if (type === "untag") return noChange(added.length === tags.length);
  if (added.length === 0) return { reason: "no_change" };
  return model.tags.length + added.length > 10 ? { reason: "too_many_tags", most: 10 } : null;
}

/** Who takes it, if only because nobody takes calls. */
export function guestOf(model: Model, action: LaterAction, facts: ModelFacts): PersonRef | null {
  if (!["claim", "join", "assign"].includes(action.type)) return null;
  const isByRole = refusalByModel(model, action, { ...facts, nobodyTakesCalls: false }) === null;
  return isByRole ? null : action.type === "assign" ? action.to : facts.actor;
}

/** Whether the person could have claimed it at tier 1. */
function takesCalls({ department }: Model, personId: number, facts: ModelFacts): boolean {
  const { dispatcher, manager, departments } = rolesOf(personId, facts);
  return facts.nobodyTakesCalls || dispatcher || manager || departments.includes(department!);
}

function rolesOf(personId: number, { roles }: ModelFacts): Grants {
  return roles.get(personId) ?? NO_GRANTS;
}

function isCrew({ owner, helpers }: Model, personId: number): boolean {
  return owner?.id === personId || helpers.some(({ id }) => id === personId);
}

function isLate({ status, reason }: Model): boolean {
  return status === "awaiting_summary" || reason === "no_summary";
}

/** Whoever is waited for is reminded, unless nobody is to be; for a summary there is half the time twice. */
function isDue(model: Model, now: number): boolean {
  const { status, tier, priority, takenOver, clock, reminders, quietUntil } = model;
  if (quietUntil !== null) return now >= quietUntil;
  if (clock === null) return false;
  if (status === "awaiting_summary") return now >= clock + SUMMARY_WITHIN / 2 * MINUTE;
  const isFor = status === "awaiting_department"
    ? "department"
    : tier === 2 && !takenOver
    ? "escalated"
    : status === "awaiting_claim"
    ? "unclaimed"
    : "silent";
  const isManagers = isFor === "escalated" && status === "in_progress";
  const since = isManagers ? model.managersCalled! : clock;
  const isAgain = isManagers ? model.managersReminded : reminders > 0;
  const [first, again] = REMINDED_AFTER[isFor];
  return now >= since + (isAgain ? again : first) * STRETCHED_BY[priority] * MINUTE;
}

function noChange(same: boolean): Refusal | null {
  return same ? { reason: "no_change" } : null;
}

/** What nobody can see is no text. */
function wrongLength(what: keyof typeof LENGTHS, text: string): Refusal | null {
  const length = /^[\s\u200b]*$/.test(text) ? 0 : text.length;
  const [least, most] = LENGTHS[what];
  if (length < least) return { reason: "too_short", what, length };
  return length > most ? { reason: "too_long", what, length } : null;
}
