/** Refusals that come from the table of rules, and from what people wrote. */

import type { Company } from "./company.ts";
import { departmentEver, departmentWithId } from "./departments.ts";
import type { Facts } from "./facts.ts";
import { departmentOf, type Incident, isOpen } from "./incident.ts";
import type { PersonRef } from "./person.ts";
import type { Refusal } from "./refusal.ts";
import { partsOf, type PersonalAction, ruleFor, RULES } from "./rules.ts";
import { fits, isVisible, LENGTHS, type TextKind, withoutControls } from "./text.ts";

/** What the table of rules looks at, besides the incident and the person. */
export type TableFacts = Pick<Facts, "company" | "standing" | "nobodyTakesCalls" | "pins">;

/** Why this person can't do that to this incident now; `null`: by the table they can. */
export function generalRefusal(
  incident: Incident,
  type: PersonalAction,
  actor: PersonRef,
  facts: TableFacts,
): Refusal | null {
  return crewRefusal(incident, type, actor) ??
    chosenRefusal(incident, type, facts.company) ??
    statusRefusal(incident, type) ??
    permissionRefusal(incident, type, actor, facts) ??
    tierRefusal(incident, type) ??
    pinsRefusal(type, facts);
}

/** What this person could do to this incident now, by the table. */
export function possibleActions(
  incident: Incident,
  actor: PersonRef,
  facts: Facts,
): Set<PersonalAction> {
  const names = Object.keys(RULES) as PersonalAction[];
  return new Set(names.filter((name) => generalRefusal(incident, name, actor, facts) === null));
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
  const chosen = departmentOf(incident);
  if (type !== "choose_department" || chosen === null) return null;
  const name = departmentEver(company, chosen)?.name ?? chosen;
  return { reason: "department_chosen_already", department: name };
}

/** The state the actor sees may be old: the refusal carries the truth. */
function statusRefusal(incident: Incident, type: PersonalAction): Refusal | null {
  const { status } = incident;
  if (type === "reopen" && isOpen(incident)) return { reason: "open_already" };
  const isTaken = type === "claim" && status === "in_progress" && !!incident.escalation?.takenBy;
  const isCancelled = type === "summarize" && status === "closed" &&
    incident.reason !== "no_summary";
  if (ruleFor(type, incident).from.includes(status) && !isTaken && !isCancelled) return null;
  return { reason: "wrong_status", status, person: inChargeOf(incident) };
}

/** The person the current status is about: who owns it, whose summary it is, or who ended it. */
function inChargeOf(incident: Incident): PersonRef | null {
  if ("endedBy" in incident) return incident.endedBy;
  if ("summarizer" in incident) return incident.summarizer;
  return "owner" in incident ? incident.owner : null;
}

function permissionRefusal(
  incident: Incident,
  type: PersonalAction,
  actor: PersonRef,
  facts: TableFacts,
): Refusal | null {
  // Nobody is there to come; what somebody works on is still theirs until a manager takes over.
  const isTakeover = type === "claim" && incident.status === "in_progress";
  const isForAnyone = RULES[type].orAnyoneWhenNobodyTakesCalls && facts.nobodyTakesCalls;
  if (isForAnyone && !isTakeover) return null;
  if (isByRole(incident, type, actor, facts)) return null;
  return { reason: "not_allowed", allowed: ruleFor(type, incident).who };
}

/** Whether what somebody is to the incident lets them do that, and nothing else has to. */
export function isByRole(
  incident: Incident,
  type: PersonalAction,
  actor: PersonRef,
  { standing }: Pick<Facts, "standing">,
): boolean {
  const parts = partsOf(actor.id, incident, standing);
  return ruleFor(type, incident).who.some((part) => parts.has(part));
}

function tierRefusal(incident: Incident, type: PersonalAction): Refusal | null {
  const { tier } = RULES[type];
  if (tier === 1 && incident.escalation) return { reason: "escalated_already" };
  return tier === 2 && !incident.escalation ? { reason: "not_escalated" } : null;
}

/** Where no card is pinned, none is pinned again. */
function pinsRefusal(type: PersonalAction, { pins }: TableFacts): Refusal | null {
  return type === "repin" && !pins ? { reason: "pins_off" } : null;
}

/** A restricted department is chosen by its own people and by managers. */
export function mayChooseDepartment(id: string, { company, standing }: Facts): Refusal | null {
  const department = departmentWithId(company, id);
  if (!department) return { reason: "unknown_department" };
  const mayEnter = !department.restricted || standing.manager ||
    standing.departments.includes(department.id);
  return mayEnter ? null : { reason: "restricted_department", department: department.name };
}

/** Whether a text is too short or too long; what nobody could see is no text, however long. */
export function lengthRefusal(what: TextKind, text: string): Refusal | null {
  const limits = LENGTHS[what];
  const { length } = isVisible(withoutControls(text)) ? text : "";
  if (length > 0 && fits(text, limits)) return null;
  return { reason: length < limits.least ? "too_short" : "too_long", what, length };
}
