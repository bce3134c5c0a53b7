/** What somebody is in a chat, as the command table needs to know it. */

import { refreshAdministrators } from "../delivery/administrators.ts";
import type { AttachedGroup } from "../domain/group.ts";
import type { CompanyRole } from "../domain/person.ts";
import { isFresh, type Standing, standingOf } from "../domain/standing.ts";
import { keys } from "../store/keys.ts";
import { companyRoles } from "../store/listings.ts";
import { readMany } from "../store/read.ts";
import type { Role } from "./command.ts";
import type { BotDeps } from "./incoming.ts";

/** Somebody's standing in a group, its Telegram administrators asked when that is not known. */
export async function standingInGroup(
  deps: BotDeps,
  group: AttachedGroup,
  personId: number,
): Promise<Standing> {
  const now = deps.now();
  const wanted = {
    person: keys.person(group.company, personId),
    administrators: keys.administrators(group.chatId),
  };
  let read = await readMany(deps.kv, wanted);
  const isUnknown = !isFresh(read.administrators.value, now);
  if (isUnknown && await refreshAdministrators(deps, group.chatId)) {
    read = await readMany(deps.kv, wanted);
  }
  return standingOf({
    personId,
    now,
    platformAdmins: deps.settings.platformAdmins,
    person: read.person.value,
    group,
    administrators: read.administrators.value,
  });
}

/** The role that counts for commands in a group. */
export async function roleInGroup(
  deps: BotDeps,
  group: AttachedGroup,
  personId: number,
): Promise<Role> {
  return roleOf(await standingInGroup(deps, group, personId));
}

/** The role that counts for commands in private: a manager is one of any company. */
export async function roleInPrivate(deps: BotDeps, personId: number): Promise<Role> {
  if (deps.settings.platformAdmins.includes(personId)) return "platform_admin";
  return roleFrom(await companyRoles(deps.kv, personId));
}

/** The role in private that comes from somebody's roles in companies: the highest of them. */
export function roleFrom(roles: readonly { role: CompanyRole }[]): Role {
  if (roles.some(({ role }) => role === "manager")) return "manager";
  return roles.some(({ role }) => role === "dispatcher") ? "dispatcher" : "reporter";
}

/** The role that a standing comes to. */
export function roleOf({ platformAdmin, manager, dispatcher }: Standing): Role {
  if (platformAdmin) return "platform_admin";
  if (manager) return "manager";
  return dispatcher ? "dispatcher" : "reporter";
}
