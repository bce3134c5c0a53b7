/** Whether the design lets somebody do something, from its table alone. */

import type { Refusal } from "../../src/domain/refusal.ts";
import type { PersonalAction } from "../../src/domain/rules.ts";
import { guarded } from "./cast.ts";
import {
  ANYONE_WHILE_NOBODY_TAKES_CALLS,
  DESIGN,
  type DesignAction,
  type DesignRow,
} from "./design_table.ts";
import { type Acting, inCharge, partsIn, type Situation } from "./situation.ts";

/** Why not; `null`: they may. */
export function refusalByDesign(
  action: PersonalAction,
  situation: Situation,
  who: Acting,
  nobodyTakesCalls: boolean,
): Refusal | null {
  const { status, tier, owner, department } = situation;
  const parts = partsIn(who, situation);
  if (status === "in_progress" && (action === "claim" || action === "join")) {
    if (parts.includes("owner")) return { reason: "already_owner" };
    if (action === "join" && parts.includes("helper")) return { reason: "already_helping" };
  }
  if (action === "choose_department" && department !== null) {
    return { reason: "department_chosen_already", department: departmentName(department) };
  }
  const name = rowName(action, situation);
  const row = DESIGN[name];
  if (action === "reopen" && !["resolved", "closed"].includes(status)) {
    return { reason: "open_already" };
  }
  if (!isFrom(row, situation)) {
    return { reason: "wrong_status", status, person: inCharge(situation) };
  }
  const allowed = row.who[tier].filter(({ untilClaim }) => !untilClaim || owner === null)
    .map(({ part }) => part);
  const anyone = nobodyTakesCalls && ANYONE_WHILE_NOBODY_TAKES_CALLS.includes(name);
  if (!anyone && !parts.some((part) => allowed.includes(part))) {
    return { reason: "not_allowed", allowed };
  }
  if (row.tier === null || row.tier === tier) return null;
  return { reason: row.tier === 1 ? "escalated_already" : "not_escalated" };
}

/** What people read on a department's button. */
export function departmentName(id: string): string {
  return guarded.departments.find((department) => department.id === id)!.name;
}

/** Whoever claims what has escalated while somebody works on it takes over. */
function rowName(action: PersonalAction, situation: Situation): DesignAction {
  const { status, tier, takenOver } = situation;
  const isTakeover = action === "claim" && status === "in_progress" && tier === 2 && !takenOver;
  return isTakeover ? "take_over" : action;
}

function isFrom({ from, closedFor }: DesignRow, { status, reason }: Situation): boolean {
  if (!from.includes(status)) return false;
  return status !== "closed" || closedFor === null || closedFor === reason;
}
