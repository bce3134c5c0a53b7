/**
 * Every slash command, once. `/help`, the command menus, the authorization check and the README's
 * table come from here.
 */

import type { HelpEntry } from "../view/help.ts";
import type { Command, Role } from "./command.ts";
import { auditCommand } from "./command_audit.ts";
import { adminCommand, exportCompanyCommand } from "./command_admin.ts";
import {
  addCompanyCommand,
  addDepartmentCommand,
  addGroupCommand,
  companiesCommand,
  rejectGroupCommand,
} from "./command_companies.ts";
import { comment, editDescription, priority, snooze, tag, untag } from "./command_details.ts";
import {
  archiveCompanyCommand,
  deleteCompanyCommand,
  renameCompanyCommand,
  restoreCompanyCommand,
} from "./command_company_life.ts";
import {
  defaultDepartmentCommand,
  moveDepartmentCommand,
  removeDepartmentCommand,
  renameDepartmentCommand,
} from "./command_departments.ts";
import { find, history, issue, issues, mine } from "./command_find.ts";
import {
  addDispatcher,
  addManager,
  addMember,
  removeDispatcher,
  removeManager,
  removeMember,
} from "./command_grants.ts";
import { settingsCommand } from "./command_group_settings.ts";
import { helpCommands } from "./command_help.ts";
import { holidaysCommand, hoursCommand, shiftCommand, shiftsCommand } from "./command_calendar.ts";
import { notifyCommand } from "./command_notify.ts";
import { peopleCommand, whoami } from "./command_people.ts";
import { policyCommand } from "./command_policy.ts";
import { restrictDepartmentCommand, timeZoneCommand, useTopic } from "./command_settings.ts";
import { companyLanguage, language } from "./command_language.ts";
import { forgetMeCommand, myDataCommand, privacyCommand } from "./command_privacy.ts";
import { retentionCommand } from "./command_retention.ts";
import { deadLetters } from "./command_letters.ts";
import { detachGroupCommand, groupsCommand, moveGroupCommand } from "./command_groups.ts";
import { newIssue } from "./command_report.ts";
import {
  assign,
  cancel,
  deEscalate,
  escalate,
  reopen,
  repin,
  resolve,
  revokeClaim,
} from "./command_work.ts";
import type { Texts } from "../view/texts/texts.ts";

const { start, help } = helpCommands((texts, place, role) => commandsFor(texts, place, role));

/** The table, in the order in which people see it. */
export const COMMANDS: readonly Command[] = [
  newIssue,
  comment,
  escalate,
  resolve,
  cancel,
  reopen,
  priority,
  snooze,
  tag,
  untag,
  editDescription,
  assign,
  deEscalate,
  repin,
  revokeClaim,
  issues,
  issue,
  find,
  history,
  mine,
  whoami,
  notifyCommand,
  help,
  start,
  privacyCommand,
  myDataCommand,
  forgetMeCommand,
  adminCommand,
  addDispatcher,
  addManager,
  addMember,
  removeDispatcher,
  removeManager,
  removeMember,
  peopleCommand,
  settingsCommand,
  auditCommand,
  useTopic,
  language,
  policyCommand,
  shiftCommand,
  shiftsCommand,
  hoursCommand,
  holidaysCommand,
  addDepartmentCommand,
  renameDepartmentCommand,
  defaultDepartmentCommand,
  moveDepartmentCommand,
  removeDepartmentCommand,
  restrictDepartmentCommand,
  timeZoneCommand,
  retentionCommand,
  groupsCommand,
  detachGroupCommand,
  renameCompanyCommand,
  exportCompanyCommand,
  addCompanyCommand,
  companyLanguage,
  companiesCommand,
  archiveCompanyCommand,
  restoreCompanyCommand,
  deleteCompanyCommand,
  addGroupCommand,
  rejectGroupCommand,
  moveGroupCommand,
  deadLetters,
];

const RANK: Record<Role, number> = { reporter: 0, dispatcher: 1, manager: 2, platform_admin: 3 };

/** Whether a role includes another. */
export function includesRole(role: Role, needed: Role): boolean {
  return RANK[role] >= RANK[needed];
}

/** Whether a command is for those who administer: not what managers do in the life of an incident. */
export function isAdministrative({ ofIncident, group, private: inPrivate }: Command): boolean {
  return !ofIncident &&
    [group, inPrivate].some((place) => place !== null && includesRole(place.who, "manager"));
}

/** The commands that a role has in a kind of chat. */
export function commandsFor(
  texts: Texts,
  place: "group" | "private",
  role: Role,
): HelpEntry[] {
  return COMMANDS.flatMap(({ name, ...command }) => {
    const here = command[place];
    if (!here || !includesRole(role, here.who)) return [];
    const administers = !command.ofIncident && includesRole(here.who, "manager");
    return [{ name, usage: here.usage, description: texts.commands[name], administers }];
  });
}

/** The command of that name or alias, in any case. */
export function findCommand(name: string): Command | null {
  const wanted = name.toLowerCase();
  return COMMANDS.find(({ name, aliases }) => name === wanted || aliases.includes(wanted)) ?? null;
}
