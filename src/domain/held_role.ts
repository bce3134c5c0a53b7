/** The roles that somebody holds, each with where it comes from. */

import { grantsInGroup } from "./group.ts";
import { isFresh, type StandingFacts } from "./standing.ts";

/** Who has given a role that counts in a company: the company itself, or one of its groups. */
export type RoleSource = "company" | "group";

/** A role, and where it comes from. */
export type HeldRole =
  /** Runs the whole platform. */
  | { role: "platform_admin" }
  /** A manager, for being an administrator of the Telegram group. */
  | { role: "administrator" }
  | { role: "manager" | "dispatcher"; from: RoleSource }
  /** `hours`: when they are on duty, as `formatHours` writes them; `null`: none are set. */
  | { role: "member"; from: RoleSource; department: string; hours: string | null };

/** What `standingOf` counts, role by role, the highest first; without any it is empty. */
export function rolesHeld(facts: StandingFacts): HeldRole[] {
  const { personId, person, group, administrators } = facts;
  const sources = [
    { from: "company" as const, grants: person, shifts: person?.shifts ?? {} },
    { from: "group" as const, grants: group && grantsInGroup(group, personId), shifts: {} },
  ];
  const roles: HeldRole[] = [];
  if (facts.platformAdmins.includes(personId)) roles.push({ role: "platform_admin" });
  const administrates = group !== null && isFresh(administrators, facts.now) &&
    administrators.ids.includes(personId);
  if (administrates) roles.push({ role: "administrator" });
  for (const role of ["manager", "dispatcher"] as const) {
    for (const { from, grants } of sources) if (grants?.[role]) roles.push({ role, from });
  }
  for (const { from, grants, shifts } of sources) {
    for (const department of grants?.departments ?? []) {
      roles.push({ role: "member", from, department, hours: hoursIn(shifts, department) });
    }
  }
  return roles;
}

function hoursIn(shifts: Record<string, string>, department: string): string | null {
  return shifts[department] ?? null;
}

const RANKS: Record<HeldRole["role"], number> = {
  platform_admin: 0,
  administrator: 1,
  manager: 1,
  dispatcher: 2,
  member: 3,
};

/** Orders people by their highest role; 4: none. */
export function rankOf([highest]: readonly HeldRole[]): number {
  return highest ? RANKS[highest.role] : 4;
}
