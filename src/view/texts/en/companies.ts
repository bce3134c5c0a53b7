/** Administration: groups, companies, people, policy and calendar. */

import type { SettingName } from "../../../domain/policy_setting.ts";
import { count } from "./grammar.ts";

/** In English. */
export const companies = {
  onboarding: {
    prompt: "Hello! I keep track of incidents in groups.",
    promptAsk: ", which company is this group for? Reply to this message with its name.",
    placeholder: "Company name",
    request: "A group asks to be activated",
    group: "Group",
    addedBy: "Added by",
    answeredBy: "Asked for by",
    requestedName: "Company",
    activated: (company: string) => `✅ This group is now part of ${company}.`,
    activatedReport: "Report: /new_issue and what happened, or reply /new_issue to a message.",
    activatedClaim: "Work: press Claim on the card, then Resolve and reply with a summary.",
    activatedCalls:
      "Take incidents of any department, and be called where a department has nobody: press the button.",
    needsManager: (company: string) =>
      `Somebody has to run it: /add_manager ${company} and their id, or /admin.`,
    activatedAnyone: "Until somebody does, anyone here may claim.",
    rejected: "A platform admin has turned this group down. Goodbye.",
    wantsCalls: "wants to take calls here. An administrator of this group can allow it.",
    takesCalls: "takes calls here now.",
    cannot: {
      post: (title: string) =>
        `I may not write in “${title}” any more. Please let me post there again: until then its cards wait, and calls are kept for a day.`,
      delete: (title: string) =>
        `I can't delete my own older reminders in “${title}”. Please give me the right to delete messages there; until then each of them stays as one line.`,
    },
    lost: (title: string, company: string) =>
      `I was removed from ${title} of ${company}. Its incidents are kept; add me again to go on.`,
    noPending: "No group waits for activation.",
  },

  desk: {
    company_added: (id: string, name: string) =>
      `Company ${id} · ${name} added, with the department Dispatch.`,
    company_exists: (id: string) => `There is a company ${id} already. Nothing was changed.`,
    unknown_company: (id: string) => `There is no company ${id}. /companies lists them.`,
    department_added: (id: string, name: string) => `${id} has a department ${name} now.`,
    department_exists: (id: string, name: string) => `${id} has a department ${name} already.`,
    department_renamed: (name: string, to: string) => `${name} is called ${to} now.`,
    default_department_set: (id: string, name: string) =>
      `When nobody chooses a department, ${id} calls ${name} now.`,
    unknown_department: (names: string) => `No such department. There are: ${names}`,
    too_many_departments: (most: number) =>
      `A company has at most ${most} departments. Remove one first: /remove_department.`,
    group_attached: (id: string, title: string) => `“${title}” is active in ${id}.`,
    group_attached_already: (id: string, title: string) =>
      `“${title}” belongs to ${id} already. Nothing was changed.`,
    group_rejected: (title: string, blocked: boolean) =>
      blocked ? `“${title}” was turned down and blocked.` : `“${title}” was turned down.`,
    group_blocked: (title: string) => `“${title}” is blocked.`,
    unknown_group: (chatId: number) =>
      `I know no group ${chatId} that waits. Add me to the group first.`,
    group_not_active: "This works once the group is active.",
    activation_pending: "Activation is pending: a platform admin has to allow this group first.",
    request_sent: (name: string) =>
      `Thank you. “${name}” was sent to the platform admins; I'll say here when it is active.`,
    request_on_file: (name: string) =>
      `“${name}” is already on file. A platform admin will answer.`,
    request_name_length: (length: number) =>
      `A company name has 2 to 80 characters; this one has ${length}.`,
    too_many_requests: (most: number) =>
      `Whoever added me here has ${most} groups waiting already. Please wait for an answer to those.`,
    topic_set: "Cards appear in this topic from now on.",
    topic_cleared: "Cards appear where they are reported from now on.",
    department_restricted: {
      on: (name: string) => `🔒 Only members and managers can choose ${name} now.`,
      off: (name: string) => `Everybody can choose ${name} now.`,
    },
    policy_set: (scope: string, name: string, value: string) =>
      `${scope}: ${name} is ${value} now.`,
    hours_set: (id: string, hours: string) => `${id} works ${hours} now.`,
    holidays_set: (id: string, n: number) => `${id} has ${count(n, "holiday", "holidays")} now.`,
    too_many_holidays: (most: number) => `A company has at most ${most} holidays.`,
    not_a_member: (who: string, department: string) =>
      `${who} is no member of ${department}. /add_member makes them one.`,
    shift_set: (who: string, department: string, hours: string) =>
      `${who} is on duty for ${department}: ${hours}.`,
    shift_cleared: (who: string, department: string) =>
      `${who} has no set hours in ${department} any more.`,
    letter_sent_again: "It is said again now.",
    letter_dropped: "Dropped.",
    letter_gone: "That one is not there any more.",
    letters_dropped: (n: number) => `${count(n, "message", "messages")} dropped.`,
    time_zone_set: (id: string, zone: string) => `${id} reads times in ${zone} now.`,
    revoked: {
      dispatcher: (who: string, scope: string) => `${who} is no dispatcher of ${scope} any more.`,
      manager: (who: string, scope: string) => `${who} is no manager of ${scope} any more.`,
      member: (who: string, scope: string, department: string) =>
        `${who} is no member of ${department} in ${scope} any more.`,
      again: (who: string) => `${who} has no such role.`,
    },
    granted: {
      dispatcher: (who: string, scope: string) => `${who} is a dispatcher of ${scope} now.`,
      manager: (who: string, scope: string) => `${who} is a manager of ${scope} now.`,
      member: (who: string, scope: string, department: string) =>
        `${who} is a member of ${department} in ${scope} now.`,
      again: (who: string) => `${who} has that role already. Nothing was changed.`,
    },
    thisGroup: "this group",
    hereInThisGroup: "This group",
    too_many_people: (most: number) => `A group has at most ${most} people with roles of its own.`,
    takes_calls: (who: string) => `${who} takes calls here now.`,
    takes_calls_again: (who: string) => `${who} takes calls here already.`,
    asked: "I've asked the group's administrators.",
    asked_again: "The group's administrators were asked already.",
    not_allowed: "Sorry, that is not yours to do here. Nothing was changed.",
    noted: "Noted.",
  },

  people: {
    title: (scope: string) => `People of ${scope}`,
    count: (n: number) => count(n, "person", "people"),
    none: "Nobody has a role yet.",
    reachable: "can be reached in private",
    unreachable: "has not started me in private",
    youHere: (company: string) => `You at ${company}`,
    reporter: "No role: as everybody in this group you can report.",
    askInGroup: "A group can give roles of its own, which count there: /whoami in the group says.",
    roles: {
      platform_admin: "platform admin of this bot",
      administrator: "manager here, as an administrator of this Telegram group",
      manager: (scope: string) => `manager of ${scope}`,
      dispatcher: (scope: string) => `dispatcher of ${scope}`,
      member: (department: string, scope: string) => `member of ${department} in ${scope}`,
    },
  },

  policy: {
    title: (scope: string) => `How patient ${scope} is`,
    hint: "What is set here is marked ✏️. Set one, or take it back:",
    settings: {
      department: "minutes until the reporter is reminded to choose a department",
      department_repeat: "minutes between these reminders",
      department_reminders: "after that many, the default department is called",
      unclaimed: "minutes until the first reminder that nobody has claimed",
      unclaimed_repeat: "minutes between these reminders",
      unclaimed_reminders: "after that many, it escalates",
      auto_escalation: "it escalates by itself",
      escalated: "minutes until the managers are reminded",
      escalated_repeat: "minutes between these reminders",
      check_in: "minutes of silence until the owner is asked how it goes",
      check_in_repeat: "minutes between these questions",
      summary: "minutes from Resolve until it closes without a summary",
      critical: "times the minutes above, when it is critical",
      high: "when its priority is high",
      medium: "when it is medium",
      low: "when it is low",
      reports_per_person: "reports that one person may make within an hour",
      reports_per_dispatcher: "reports that a dispatcher or manager may make within an hour",
      reports_per_group: "reports that one group may make within an hour",
      commands_per_person: "commands that one person may send within a minute",
    } satisfies Record<SettingName, string>,
    unknownSetting: (word: string) => `There is no setting “${word}”.`,
    badValue: "That is no value for it.",
  },

  calendar: {
    title: (company: string, zone: string) => `When ${company} works (${zone})`,
    always: "round the clock",
    holidays: "Holidays",
    noHolidays: "none",
    badHours: "I can't read these hours. They look like mon-fri 08:00-17:00; sat 9-13.",
    badDates: "A date looks like 2026-12-25, and has to exist.",
  },
} as const;
