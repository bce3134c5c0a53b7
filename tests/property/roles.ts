/** Who is what where, as the design has it: kept by the commands that were given, not by records. */

import { type Grants, NO_GRANTS } from "../../src/domain/person.ts";

/** The roles of a company or of one group, by person. */
export type Granted = Map<number, Grants>;

/** All roles there are. */
export interface Roles {
  /** By company, where they count everywhere, and by chat, where they count only there. */
  granted: Map<string | number, Granted>;
  /** By chat: the group's Telegram administrators, who are its managers. */
  administrators: Map<number, readonly number[]>;
  /** Manages everything. */
  platformAdmin: number;
}

/** Where somebody acts; without a chat in private, where the roles of groups do not count. */
export interface Scope {
  company: string;
  chatId: number | null;
}

/** What somebody is there. */
export function grantsOf(roles: Roles, personId: number, { company, chatId }: Scope): Grants {
  const own = roles.granted.get(company)?.get(personId) ?? NO_GRANTS;
  const here = (chatId !== null && roles.granted.get(chatId)?.get(personId)) || NO_GRANTS;
  const administers = chatId !== null && !!roles.administrators.get(chatId)?.includes(personId);
  const manager = own.manager || here.manager || administers || personId === roles.platformAdmin;
  return {
    manager,
    dispatcher: manager || own.dispatcher || here.dispatcher,
    departments: [...new Set([...own.departments, ...here.departments])],
  };
}

/** "While the department has no members and neither company nor group a dispatcher." */
export function nobodyTakesCalls(
  roles: Roles,
  department: string | null,
  { company, chatId }: { company: string; chatId: number },
): boolean {
  const all = [
    ...roles.granted.get(company)?.values() ?? [],
    ...roles.granted.get(chatId)?.values() ?? [],
  ];
  return department !== null &&
    !all.some(({ dispatcher, departments }) => dispatcher || departments.includes(department));
}
