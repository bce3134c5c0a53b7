/** Every sentence that people read, in English. Functions take text; the callers make it HTML. */

import type { Finding } from "../domain/audit.ts";
import type { Nudge } from "../domain/event.ts";
import type { SnoozeUntil } from "../domain/action.ts";
import type { Closed, Status } from "../domain/incident.ts";
import type { SettingName } from "../domain/policy_setting.ts";
import type { Priority } from "../domain/priority.ts";
import type { Part } from "../domain/rules.ts";
import type { SymptomKind } from "../domain/symptom.ts";

const plural = new Intl.PluralRules("en");

function count(n: number, one: string, other: string): string {
  return `${n} ${plural.select(n) === "one" ? one : other}`;
}

function minutesOf(ms: number): string {
  return count(Math.round(ms / 60_000), "minute", "minutes");
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function list(items: readonly string[]): string {
  return new Intl.ListFormat("en", { type: "disjunction" }).format(items);
}

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

const statuses: Record<Status, string> = {
  awaiting_department: "which department?",
  awaiting_claim: "waiting for someone to claim",
  in_progress: "in progress",
  awaiting_summary: "waiting for a summary",
  resolved: "resolved",
  closed: "closed",
};

const priorities: Record<Priority, string> = {
  low: "low",
  medium: "medium",
  high: "high",
  critical: "critical",
};

/** A length of time, in the largest unit in which it is at least two. */
function duration(minutes: number): string {
  if (minutes < 120) return count(minutes, "minute", "minutes");
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} hours` : `${Math.floor(hours / 24)} days`;
}

/** The catalogue. */
export const en = {
  duration,
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
  ends: {
    no_summary: "closed without a summary",
    false_alarm: "false alarm",
    duplicate: "duplicate",
    cancelled: "cancelled",
  } satisfies Record<Closed["reason"], string>,
  priorities,
  prioritySigns: { low: "🔽", medium: "", high: "🔶", critical: "🚨" } satisfies Record<
    Priority,
    string
  >,

  buttons: {
    claim: "🙋 Claim",
    join: "🤝 Join",
    leave: "🚪 Leave",
    resolve: "✅ Resolve",
    back: "↩️ Back to work",
    escalate: "🔺 Escalate",
    de_escalate: "🔻 De-escalate",
    reopen: "🔁 Reopen",
    repin: "📌 Re-pin",
    more: "⋯ More",
    close: "✖️ Close",
    menuBack: "‹ Back",
    assign: "👤 Assign",
    change: "🔀 Change department",
    priority: "❗ Priority",
    snooze: "💤 Snooze",
    wake: "⏰ Remind again",
    on_it: "👍 Still on it",
    cancel: "🗑 Cancel",
    false_alarm: "False alarm",
    duplicate: "Duplicate of …",
    other_reason: "Other reason …",
    history: "🕘 History",
    files: (n: number | "n") => `📎 ${n}`,
    calls: "📞 I take calls here",
    allow: (name: string) => `Allow ${name}`,
    attach: (company: string, name: string) => `Attach to ${company} · ${name}`,
    create: (name: string) => `Create “${name}” and attach`,
    reject: "Reject and leave",
    block: "Reject, leave and block",
    again: (n: number | "n") => `${n} · Send again`,
    drop: (n: number | "n") => `${n} · Drop`,
    drop_all: "Drop all",
  },

  card: {
    reported: "Reported by",
    owner: "Owner",
    helping: "Helping",
    more: (n: number) => `and ${n} more`,
    claimed: "Claimed",
    heard: "last word",
    askedHow: "asked",
    called: "Called",
    reminded: "reminded",
    summary: "Summary",
    asked: "Asked",
    askedReporter: "The reporter was reminded",
    forSummary: "for a summary",
    resolved: "Resolved",
    closed: "Closed",
    closedHint: "can still reply here with the summary.",
    closedBy: "Closed by",
    escalated: "escalated",
    escalatedBy: "Escalated by",
    escalatedAt: "Escalated",
    snoozed: "💤 No reminders until",
    snoozedBy: "by",
    takenBy: "taken over by",
    edited: "edited",
    reopened: (n: number) => `reopened ${count(n, "time", "times")}`,
  },

  snoozes: {
    "1h": () => "1 hour",
    "4h": () => "4 hours",
    tomorrow: (opening: string) => `Until ${opening}`,
  } satisfies Record<SnoozeUntil, (until: string) => string>,

  calls: {
    department: (id: string, department: string, gist: string) =>
      `${id} needs ${department}: “${gist}” Who claims it?`,
    routed: (id: string, department: string, gist: string) =>
      `Nobody chose a department for ${id}, so it goes to ${department}: “${gist}” Who claims it?`,
    whichDepartment: (id: string, department: string, gist: string) =>
      `, which department is ${id} for? “${gist}” Choose it on the card; if nobody does, ${department} is called.`,
    silent: (id: string, silence: string, gist: string) =>
      `, how is ${id} going? “${gist}” Nothing was heard of it for ${silence}. Reply to this message, or press a button.`,
    summaryAgain: (id: string) =>
      `, how was ${id} resolved? Reply to this message, or it closes without a summary.`,
    snoozeOver: (id: string, gist: string) => `⏰ ${id} is on again: “${gist}”`,
    backInQueue: (id: string, gist: string) =>
      `is no longer on ${id}, and nobody else is: “${gist}” Who claims it?`,
    unclaimed: (id: string, time: string, gist: string) =>
      `⏰ Nobody has claimed ${id} for ${time}: “${gist}”`,
    again: (id: string, department: string, gist: string) =>
      `${id} needs ${department} again: “${gist}” Who claims it?`,
    escalated: (id: string, gist: string) => `🔺 ${id} has escalated: “${gist}” Who takes over?`,
    escalatedByItself: (id: string, gist: string) =>
      `🔺 ${id} has escalated, because nobody has claimed it: “${gist}” Who takes over?`,
    escalatedBecause: (reason: string) => `Why: ${reason}`,
    escalatedUnclaimed: (id: string, time: string, gist: string) =>
      `🔺 ${id} has waited for a manager for ${time}: “${gist}”`,
    assigned: (id: string, gist: string) => `, ${id} is yours: “${gist}”`,
    assignedBy: "Assigned by",
    claimEnded: {
      revoked: (id: string) => `was taken off ${id} by a manager.`,
      role_lost: (id: string) => `can't work on ${id} any more: the role for it is gone.`,
      left_group: (id: string) => `has left the group and is no longer on ${id}.`,
    },
    nowYours: ", it is yours now.",
    whoClaims: (gist: string) => `“${gist}” Who claims it?`,
    openCard: "Open the card",
    handedOver: (id: string) => `, ${id} is yours now:`,
    handedOverBy: "has left it.",
    summaryPrompt: (id: string) =>
      `, how was ${id} resolved? Reply to this message in a sentence or two.`,
    summaryPlaceholder: "What was done?",
    replaced: (id: string) => `⤵️ ${id}: see the newer message below.`,
    cannotPin:
      "I can't pin incident cards here. Please make me an administrator with the right to pin messages; everything else works without it.",
  },

  menu: {
    more: "What do you want to do?",
    onlyHistory: "There is nothing more that you can do here.",
    department: "Which department?",
    priority: (now: string) => `How urgent is it? Now: ${now}.`,
    snooze: "For how long should nobody be reminded of it?",
    cancel: "Why is there nothing to do?",
    duplicate: "Which incident does it double?",
    noOther: "There is no other open incident here.",
    assign: "Who works on it?",
    nobody: "Nobody takes calls for this department yet.",
    writtenPrivately: "I have written to you in private.",
    askReason: (id: string) => `, why is there nothing to do for ${id}? Reply to this message.`,
    reasonPlaceholder: "The reason",
  },

  timeline: {
    title: "history",
    clock: "Tocsin",
    reported: "reported it",
    description_edited: "changed the description",
    department_chosen: (name: string) => `called ${name}`,
    department_changed: (name: string) => `moved it to ${name}`,
    claimed: "claimed it",
    joined: "joined",
    left: "left",
    handed_over: "left; it went to",
    unclaimed: "left; nobody works on it",
    assigned: "assigned it to",
    claim_ended: "ended the claim of",
    ends: {
      revoked: "",
      role_lost: ", whose role for it is gone",
      left_group: ", who has left the group",
    },
    escalated: "escalated it",
    de_escalated: "gave it back to the department",
    resolve_pressed: "resolved it",
    back_to_work: "went back to work",
    summarized: "gave the summary",
    closed: "closed it without a summary",
    cancelled: "closed it",
    reopened: "reopened it",
    commented: "said",
    comment_edited: "said instead",
    attached: (what: string) => `attached ${what}`,
    priority_set: (priority: string) => `set the priority to ${priority}`,
    tagged: "added tags",
    untagged: "removed tags",
    repinned: "had the card pinned again",
    moved: "followed the group, which is a supergroup now",
    checked_in: "is still on it",
    snoozed: (until: string) => `wants no reminders until ${until}`,
    woken: "wants reminders again",
    snoozeOver: "reminds again",
    nudged: {
      department: "reminded the reporter to choose a department",
      unclaimed: "reminded the department",
      escalated: "reminded the managers",
      silent: "asked the owner how it goes",
      summary: "asked for the summary again",
    } satisfies Record<Nudge, string>,
  },

  attachments: {
    photo: "a photo",
    video: "a video",
    document: "a document",
    audio: "an audio file",
    animation: "an animation",
    voice: "a voice message",
    video_note: "a video message",
    location: "a place",
    none: "Nothing is attached.",
    of: (id: string) => `Attached to ${id}`,
  },

  list: {
    title: {
      open: "Open incidents",
      mine: "My incidents",
      unclaimed: "Unclaimed incidents",
      overdue: "Overdue incidents",
      closed: "Closed incidents",
      found: "Found",
    },
    none: "There are none.",
    count: (n: number) => count(n, "incident", "incidents"),
    unknownFilter: (word: string) => `“${word}” is neither a filter nor a department.`,
    nothingToFind: "What should I look for?",
    gone: "That list is no longer at hand. Ask for it again.",
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

  letters: {
    title: "Could not be said",
    none: "Nothing: everything could be said.",
    why: "Why",
    card: (id: string) => `The card of ${id}`,
    leave: "Goodbye to a group",
  },

  issue: {
    description: "What happened",
  },

  shift: {
    begins: (department: string) => `🕗 A shift of ${department} begins:`,
    open: (open: number, unclaimed: number) => `Open here: ${open}, unclaimed: ${unclaimed}.`,
    oldest: (id: string) => `The oldest: ${id}, reported`,
    title: (company: string) => `Shifts of ${company}`,
    onDuty: "on duty now",
    anyHours: "no set hours",
    noMembers: "nobody",
    cut: (command: string) =>
      `There is more: ${command} and a department’s name shows one of them.`,
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
      `That ${what} is too long: ${count(length, "character", "characters")}. At most ${most} fit.`,
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

  audit: {
    ofCompany: (company: string) => `🔧 Daily check of ${company}`,
    ofPlatform: "🔧 Daily check of what belongs to no company",
    found: {
      role_lost: (n: number) => `${count(n, "claim", "claims")} ended: the role for it was gone`,
      left_group: (n: number) =>
        `${count(n, "claim", "claims")} ended: whoever had it is not in the group any more`,
      card: (n: number) => `${count(n, "card", "cards")} shown anew`,
      deadline: (n: number) => `${count(n, "reminder", "reminders")} put right`,
      missing_index: (n: number) =>
        `${count(n, "missing index entry", "missing index entries")} added`,
      stray_index: (n: number) => `${count(n, "stray index entry", "stray index entries")} removed`,
      stray_row: (n: number) =>
        `${count(n, "waiting card", "waiting cards")} removed: there is no such incident`,
      tally: (n: number) => `${count(n, "tally", "tallies")} corrected`,
      unchecked_claim: (n: number) =>
        `${
          count(n, "claim", "claims")
        } could not be checked: Telegram did not tell who belongs to the group`,
      failed: (n: number) =>
        `${count(n, "record", "records")} could not be checked; the log says why`,
    } satisfies Record<Finding, (n: number) => string>,
  },

  health: {
    since: "Since",
    failure: "Telegram says:",
    why: "Why it matters:",
    first: "Do first:",
    lasted: (minutes: number) => `It lasted ${count(minutes, "minute", "minutes")}.`,
    symptoms: {
      wrong_token: {
        says: () => "Telegram does not know the bot's token",
        why: "nothing can be received or said until that is mended; everything waits.",
        first: "ask @BotFather for the token, and set TELEGRAM_BOT_TOKEN.",
        over: "Telegram knows the bot's token again",
      },
      no_webhook: {
        says: () => "No webhook is set",
        why: "Telegram does not know where I am, so nothing that people write or press arrives.",
        first: "run deno task webhook with my address.",
        over: "The webhook is set again",
      },
      telegram_silent: {
        says: (ms: number) => `Telegram has not answered for ${minutesOf(ms)}`,
        why: "what is to be said waits; nothing of it is lost.",
        first: "see whether this machine reaches TELEGRAM_API_ROOT.",
        over: "Telegram answers again",
      },
      updates_failing: {
        says: (ms: number) => `Updates have failed for ${minutesOf(ms)}`,
        why: "people get no answer; Telegram keeps their updates for 24 hours.",
        first: "look in the log for “update failed”, and whether my address can be reached.",
        over: "Updates arrive again",
      },
      updates_waiting: {
        says: (n: number) => `${count(n, "update waits", "updates wait")} at Telegram`,
        why: "people wait for their answers, and a claim may come too late.",
        first: "see whether I am reachable and how busy this machine and the store are.",
        over: "No crowd of updates waits at Telegram any more",
      },
      sweep_late: {
        says: (ms: number) => `No sweep has ended for ${minutesOf(ms)}`,
        why: "nobody is reminded, and what could not be said at once stays unsaid.",
        first: "look in the log for “sweep failed”, and whether the crons run.",
        over: "Sweeps are on time again",
      },
      outbox_stuck: {
        says: (ms: number) =>
          `A message has waited for ${minutesOf(ms)} though nothing holds it back`,
        why: "people miss calls and see cards that are out of date.",
        first: "look in the log for “delivery failed” and “sweep step failed”.",
        over: "No message waits without a reason any more",
      },
      outbox_full: {
        says: (n: number) => `${n} messages wait to be said`,
        why: "new ones come late; Telegram takes some 30 a second.",
        first: "see whether Telegram refuses (“delivery on hold” in the log) or one group floods.",
        over: "The queue of messages is short again",
      },
      dead_letters: {
        says: (n: number) => `${n} messages could not be said within 24 hours`,
        why: "somebody was not called or not answered, and won't be.",
        first: "/dead_letters lists them with their reasons, to be sent again or dropped.",
        over: "Hardly any message was lost within the last 24 hours",
      },
      store_slow: {
        says: (ms: number) => `The store takes ${(ms / 1000).toFixed(1)} seconds to answer`,
        why: "every press waits several times that long.",
        first: "look at the disk or the database behind KV_PATH, and who else is writing.",
        over: "The store is fast again",
      },
      many_unclaimed: {
        says: (share: number) => `${percent(share)} of the open incidents are unclaimed`,
        why: "people have reported them, and nobody has come.",
        first: "see /issues unclaimed; assign them, or add members to the departments.",
        over: "Most open incidents are claimed again",
      },
      many_escalated: {
        says: (share: number) => `${percent(share)} of the open incidents wait for managers`,
        why: "escalations are for exceptions; managers may not keep up.",
        first: "see /issues; take the oldest over, or de-escalate what a department can do.",
        over: "Few open incidents wait for managers again",
      },
    } satisfies Record<
      SymptomKind,
      { says: (value: number) => string; why: string; first: string; over: string }
    >,
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
