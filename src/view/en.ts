/** Every sentence that people read, in English. Functions take text; the callers make it HTML. */

import type { Status } from "../domain/incident.ts";
import type { Part } from "../domain/rules.ts";

const plural = new Intl.PluralRules("en");

function count(n: number, one: string, other: string): string {
  return `${n} ${plural.select(n) === "one" ? one : other}`;
}

function list(items: readonly string[]): string {
  return new Intl.ListFormat("en", { type: "disjunction" }).format(items);
}

const parts: Record<Part, string> = {
  reporter: "the reporter",
  owner: "the owner",
  helper: "its helpers",
  summarizer: "whoever pressed Resolve",
  member: "members of the department",
  dispatcher: "dispatchers",
  manager: "managers",
};

const statuses: Record<Status, string> = {
  awaiting_department: "which department?",
  awaiting_claim: "waiting for someone to claim",
  in_progress: "in progress",
  awaiting_summary: "waiting for a summary",
  resolved: "resolved",
  closed: "closed without a summary",
};

/** The catalogue. */
export const en = {
  nameless: (id: number) => `Person ${id}`,
  statuses,
  signs: {
    awaiting_department: "⚪️",
    awaiting_claim: "🔴",
    in_progress: "🟡",
    awaiting_summary: "🔵",
    resolved: "✅",
    closed: "⚫️",
  } satisfies Record<Status, string>,

  buttons: {
    claim: "🙋 Claim",
    join: "🤝 Join",
    leave: "🚪 Leave",
    resolve: "✅ Resolve",
    back: "↩️ Back to work",
    calls: "📞 I take calls here",
    allow: (name: string) => `Allow ${name}`,
    attach: (company: string, name: string) => `Attach to ${company} · ${name}`,
    create: (name: string) => `Create “${name}” and attach`,
    reject: "Reject and leave",
    block: "Reject, leave and block",
  },

  card: {
    reported: "Reported by",
    owner: "Owner",
    helping: "Helping",
    more: (n: number) => `and ${n} more`,
    claimed: "Claimed",
    called: "Called",
    reminded: "reminded",
    summary: "Summary",
    asked: "Asked",
    forSummary: "for a summary",
    resolved: "Resolved",
    closed: "Closed",
    closedHint: "can still reply here with the summary.",
  },

  calls: {
    department: (id: string, department: string, gist: string) =>
      `${id} needs ${department}: “${gist}” Who claims it?`,
    backInQueue: (id: string, gist: string) =>
      `is no longer on ${id}, and nobody else is: “${gist}” Who claims it?`,
    unclaimed: (id: string, minutes: number, gist: string) =>
      `⏰ Nobody has claimed ${id} for ${count(minutes, "minute", "minutes")}: “${gist}”`,
    handedOver: (id: string) => `, ${id} is yours now:`,
    handedOverBy: "has left it.",
    summaryPrompt: (id: string) =>
      `, how was ${id} resolved? Reply to this message in a sentence or two.`,
    summaryPlaceholder: "What was done?",
    cannotPin:
      "I can't pin incident cards here. Please make me an administrator with the right to pin messages; everything else works without it.",
  },

  report: {
    ask: ", what happened? Reply to this message.",
    placeholder: "What happened, and where?",
  },

  done: {
    report: (id: string) => `Reported as ${id}.`,
    choose_department: (id: string) => `${id} waits for someone to claim it.`,
    claim: (id: string) => `${id} is yours.`,
    join: (id: string) => `You are helping with ${id}.`,
    leave: (id: string) => `You have left ${id}.`,
    resolve: (id: string) => `${id}: now reply with a summary.`,
    back_to_work: (id: string) => `${id} is in progress again.`,
    summarize: (id: string) => `${id} is resolved.`,
    time_out: (id: string) => id,
  },

  refused: {
    unknown_incident: "There is no such incident here.",
    pending:
      "This group is not activated yet: activation is pending. If nobody has told me the company's name, reply to my question with it; then a platform admin decides.",
    suspended: "This group is suspended. Ask a platform admin.",
    unknownGroup: "This group is not set up. Remove me and add me again to start.",
    too_short: (what: string, length: number, least: number) =>
      `That ${what} is too short: ${
        count(length, "character", "characters")
      }. It needs at least ${least}.`,
    too_long: (what: string, length: number, most: number) =>
      `That ${what} is too long: ${count(length, "character", "characters")}. At most ${most} fit.`,
    already_reported: (id: string) => `Already reported: ${id}.`,
    too_many_reports: {
      person: (minutes: number) =>
        `You have reported a lot within the hour. Try again in ${
          count(minutes, "minute", "minutes")
        }.`,
      group: (minutes: number) =>
        `This group has reported a lot within the hour. Try again in ${
          count(minutes, "minute", "minutes")
        }.`,
    },
    status: {
      awaiting_department: () => "Choose a department first.",
      awaiting_claim: () => "Nobody has claimed it yet.",
      in_progress: (who: string) => `Already claimed by ${who}.`,
      awaiting_summary: (who: string) => `Already resolved; ${who} is writing the summary.`,
      resolved: (who: string) => `Already resolved by ${who}.`,
      closed: () => "Already closed without a summary.",
    } satisfies Record<Status, (who: string) => string>,
    not_allowed: (allowed: readonly Part[]) =>
      `Only ${list(allowed.map((p) => parts[p]))} can do that.`,
    unknown_department: "That department no longer exists.",
    department_chosen_already: (department: string) => `${department} was chosen already.`,
    already_owner: "It is yours already.",
    already_helping: "You are helping already.",
    not_due: "Not due yet.",
    busy: "Too much at once just now. Please press again.",
    unknownButton: "This button no longer works.",
  },

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
    activatedCalls: "Be called about new incidents: press the button.",
    activatedAnyone: "Until somebody does, anyone here may claim.",
    rejected: "A platform admin has turned this group down. Goodbye.",
    wantsCalls: "wants to take calls here. An administrator of this group can allow it.",
    takesCalls: "takes calls here now.",
    noPending: "No group waits for activation.",
  },

  desk: {
    company_added: (id: string, name: string) =>
      `Company ${id} · ${name} added, with the department Dispatch.`,
    company_exists: (id: string) => `There is a company ${id} already. Nothing was changed.`,
    unknown_company: (id: string) => `There is no company ${id}. /companies lists them.`,
    department_added: (id: string, name: string) => `${id} has a department ${name} now.`,
    department_exists: (id: string, name: string) => `${id} has a department ${name} already.`,
    unknown_department: (names: string) => `No such department. There are: ${names}`,
    too_many_departments: (most: number) => `A company has at most ${most} departments.`,
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
    granted: {
      dispatcher: (who: string, scope: string) => `${who} is a dispatcher of ${scope} now.`,
      manager: (who: string, scope: string) => `${who} is a manager of ${scope} now.`,
      member: (who: string, scope: string, department: string) =>
        `${who} is a member of ${department} in ${scope} now.`,
      again: (who: string) => `${who} has that role already. Nothing was changed.`,
    },
    thisGroup: "this group",
    too_many_people: (most: number) => `A group has at most ${most} people with roles of its own.`,
    takes_calls: (who: string) => `${who} takes calls here now.`,
    takes_calls_again: (who: string) => `${who} takes calls here already.`,
    asked: "I've asked the group's administrators.",
    asked_again: "The group's administrators were asked already.",
    not_allowed: "Sorry, that is not yours to do here. Nothing was changed.",
    noted: "Noted.",
  },

  arguments: {
    usage: "Usage:",
    example: "Example:",
    badPerson:
      "I don't know that person. Use their numeric id, mention them, or reply with the command to a message of theirs that you forward here.",
    unknownHandle: (handle: string) =>
      `I have not met @${handle} yet. Use their numeric id, or forward a message of theirs here.`,
    hiddenAuthor:
      "The author of that message hides their account when forwarded. Ask them to write to me or in the group once, then use their @handle or numeric id.",
    askPerson: "Who? Forward a message of theirs, or send their numeric id or @handle.",
    forwarded: (name: string, id: number) => `That is ${name}, id ${id}.`,
    replyToPerson: "Use it as a reply to a message of the person you mean.",
    badCompanyId: "A company id has 2 to 8 of A-Z and 0-9 and starts with a letter.",
    notAPerson: "That is not a person I can give a role to.",
  },

  where: {
    group: "This works in a group. Add me to one, and use it there.",
    asYourself: "I can't tell who you are: post as yourself, not as the group.",
    private: "This works in a private chat with me.",
  },

  help: {
    greeting: "I keep track of incidents in groups: reported, claimed, resolved, on record.",
    youAre: (role: string) => `Your role here: ${role}.`,
    youAreIn: (company: string, role: string) => `Your role at ${company}: ${role}.`,
    noRole: "You have no role in a company; in a group you can report incidents all the same.",
    roles: {
      platformAdmin: "platform admin",
      manager: "manager",
      dispatcher: "dispatcher",
      member: "member of a department",
      reporter: "reporter",
    },
    youCan: "You can:",
    counts: (reported: number, resolved: number) =>
      `This group: ${count(reported, "incident", "incidents")} reported, ${resolved} resolved.`,
    open: (ids: string) => `Open: ${ids}`,
    pressClaim: "Press Claim on a card to take an incident, Join to help.",
    claimAnyone: "Nobody takes calls here yet, so anyone may claim.",
    claimOthers: "When you report, the department is called; you may choose which one.",
    addMe: "Incidents are reported in groups: add me to one.",
    owned: (ids: string) => `Yours now: ${ids}`,
    listensInGroups:
      "I listen in groups: report there with /new_issue. /help says what you can do here.",
    unknownCommand: "I don't know that command. /help says what you can do.",
    companies: "Companies",
    departments: (n: number) => count(n, "department", "departments"),
    noCompanies: "There is no company yet. /add_company adds one.",
  },
} as const;
