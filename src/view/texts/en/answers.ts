/** What answers the person who acted. */

import type { Status } from "../../../domain/incident.ts";
import type { Part } from "../../../domain/rules.ts";
import { count, list, number } from "./grammar.ts";

const parts: Record<Part, string> = {
  anybody: "anybody",
  worker: "those who worked on it",
  reporter: "the reporter",
  owner: "the owner",
  helper: "its helpers",
  summarizer: "whoever pressed Resolve",
  member: "members of the department",
  dispatcher: "dispatchers",
  manager: "managers",
};

/** In English. */
export const answers = {
  done: {
    report: (id: string) => `Reported as ${id}.`,
    choose_department: (id: string) => `${id} waits for someone to claim it.`,
    claim: (id: string) => `${id} is yours.`,
    join: (id: string) => `You are helping with ${id}.`,
    leave: (id: string) => `You have left ${id}.`,
    resolve: (id: string) => `${id}: now reply with a summary.`,
    back_to_work: (id: string) => `${id} is in progress again.`,
    summarize: (id: string) => `${id} is resolved.`,
    assign: (id: string) => `${id} is assigned.`,
    change_department: (id: string) => `${id} waits for the other department.`,
    escalate: (id: string) => `${id} has escalated; the managers are called.`,
    de_escalate: (id: string) => `${id} is back with its department.`,
    cancel: (id: string) => `${id} is closed.`,
    reopen: (id: string) => `${id} is open again.`,
    comment: (id: string) => `Noted with ${id}.`,
    edit_comment: (id: string) => `${id}: comment changed.`,
    attach: (id: string) => `Kept with ${id}.`,
    edit_source: (id: string) => `${id} reads as its message does now.`,
    edit_description: (id: string) => `${id}: description changed.`,
    set_priority: (id: string) => `${id}: priority changed.`,
    tag: (id: string) => `${id}: tags added.`,
    untag: (id: string) => `${id}: tags removed.`,
    repin: (id: string) => `${id} is pinned again.`,
    check_in: (id: string) => `Thank you. ${id} goes on.`,
    snooze: (id: string) => `${id}: no reminders for a while.`,
    wake: (id: string) => `${id}: reminders are on again.`,
    revoke_claim: (id: string) => `${id}: that claim is over.`,
    release: (id: string) => `${id}: a claim has ended.`,
    move: (id: string) => `${id} has moved.`,
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
      `That ${what} is too long: ${count(length, "character", "characters")}. At most ${
        number(most)
      } fit.`,
    too_many_commands: (seconds: number) =>
      `You have sent a lot of commands within a minute. Try again in ${
        count(seconds, "second", "seconds")
      }.`,
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
      closed: () => "Already closed.",
    } satisfies Record<Status, (who: string) => string>,
    not_allowed: (allowed: readonly Part[]) =>
      `Only ${list(allowed.map((p) => parts[p]))} can do that.`,
    unknown_department: "That department no longer exists.",
    department_chosen_already: (department: string) => `${department} was chosen already.`,
    restricted_department: (department: string) =>
      `Only members of ${department} and managers can choose it.`,
    owns_already: (who: string) => `It is ${who}'s already.`,
    not_eligible: (who: string) => `${who} takes no calls for this department.`,
    no_claim: "That person is not working on it.",
    escalated_already: "It has escalated already; the managers are called.",
    not_escalated: "It has not escalated.",
    open_already: "It is open already.",
    no_change: "That is how it is already.",
    bad_tag: "A tag has 1 to 24 letters, digits, _ or -.",
    too_many_helpers: (most: number) => `${most} are helping already; that is as many as fit.`,
    too_many_open: (most: number) =>
      `The company has ${most} open incidents, as many as fit. Close some first.`,
    too_many_tags: (most: number) => `An incident has at most ${most} tags.`,
    already_owner: "It is yours already.",
    already_helping: "You are helping already.",
    not_due: "Not due yet.",
    busy: "Too much at once just now. Please press again.",
    unknownButton: "This button no longer works.",
  },

  arguments: {
    unknownTimeZone: "I don't know that time zone. Its name looks like Europe/Berlin.",
    whichIncident: "Which incident? Give its id, or reply to its card.",
    noWorker: "That is not a person who could work on it.",
    whichPerson: "Whom? Give a numeric id, an @handle or a mention.",
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
    administer: "To administer, open the console: /admin. The same by commands: /help admin",
    administration: "You can administer:",
    unknownCommand: "I don't know that command. /help says what you can do.",
    companies: "Companies",
    departments: (n: number) => count(n, "department", "departments"),
    noCompanies: "There is no company yet. /add_company adds one.",
  },
} as const;
