/** Refusals before any rule of an incident is asked: the group itself can't act. */

import type { AttachedGroup, Group } from "../domain/group.ts";
import type { Refusal } from "../domain/refusal.ts";
import type { Attempt } from "./commit.ts";

/** The group, when incidents of that company can live in it. */
export function activeGroup(group: Group | null, company: string): AttachedGroup | null {
  return group?.status === "active" && group.company === company ? group : null;
}

/** Why they cannot. */
export function inactive(group: Group | null): Refusal {
  switch (group?.status) {
    case "pending":
    case "suspended":
      return { reason: "group_not_active", status: group.status };
    case "active":
      return { reason: "unknown_incident" };
    default:
      return { reason: "group_not_active", status: "unknown" };
  }
}

/** Its company is archived; the group itself is suspended in a moment. */
export const ARCHIVED: Refusal = { reason: "group_not_active", status: "suspended" };

/** An attempt that changes nothing. */
export function refused(why: Refusal): Attempt {
  return { outcome: { kind: "refused", refusal: why } };
}
