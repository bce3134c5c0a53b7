/** Roles given and taken by the commands for them. */

import {
  type Grant,
  type Grants,
  NO_GRANTS,
  withGrant,
  withoutGrant,
} from "../../src/domain/person.ts";
import type { Program } from "../program.ts";
import type { Person } from "../simulator/simulator.ts";
import { DEPARTMENTS } from "./cast.ts";
import type { Site, Stage } from "./stage.ts";

/** A role in a company, or in one of its groups only. */
export interface Appointment {
  who: Person;
  site: Site;
  /** In all groups of the company. */
  everywhere: boolean;
  grant: Grant;
  take?: boolean;
}

/** Who appoints, and where it is remembered. */
export type Appointing = Pick<Stage, "roles"> & { program: Pick<Program, "admin"> };

/** Gives a role, or takes it away, by the command for it, and remembers it. */
export async function appoint(stage: Appointing, appointment: Appointment): Promise<void> {
  const { who, site, everywhere, grant, take = false } = appointment;
  const { program: { admin }, roles } = stage;
  const command = `/${take ? "remove" : "add"}_${grant.role}`;
  const department = grant.role === "member"
    ? DEPARTMENTS[site.company].find(({ id }) => id === grant.department)!.name
    : "";
  const key = scopeOf(appointment);
  const granted = roles.granted.get(key) ?? new Map<number, Grants>();
  const before = granted.get(who.id) ?? NO_GRANTS;
  roles.granted.set(key, granted.set(who.id, (take ? withoutGrant : withGrant)(before, grant)));
  if (everywhere) {
    const words = [command, site.company, department, who.id].filter(Boolean).join(" ");
    await admin.says(admin.private, words);
  } else {
    const replyTo = await who.says(site.group, "Hello");
    await site.owner.says(site.group, [command, department].join(" ").trim(), { replyTo });
  }
}

/** Whether somebody has the role. */
export function hasRole(
  { roles }: Pick<Stage, "roles">,
  appointment: Pick<Appointment, "who" | "site" | "everywhere" | "grant">,
): boolean {
  const { who, grant } = appointment;
  const own = roles.granted.get(scopeOf(appointment))?.get(who.id) ?? NO_GRANTS;
  return grant.role === "member" ? own.departments.includes(grant.department) : own[grant.role];
}

function scopeOf({ site, everywhere }: Pick<Appointment, "site" | "everywhere">): string | number {
  return everywhere ? site.company : site.group.id;
}
