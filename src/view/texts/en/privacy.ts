/** What is stored of people, how they see it, how they are forgotten, and for how long it is kept. */

import { count, number } from "./grammar.ts";

const forEver = "for ever";

/** In English. */
export const privacy = {
  privacy: {
    title: "What I see and keep",
    sees:
      "As an administrator of a group I receive every message in it; otherwise only commands and replies to me. I keep nothing but what belongs to an incident.",
    keeps: [
      "Kept are: reports, comments and other replies to a card, who did what to an incident and when;",
      "of administrators also what they changed in their company or group, and when;",
      "of files only Telegram's own reference, never the file;",
      "of people their number at Telegram, name and @handle as shown, language, roles and shifts;",
      "for hours or days: which updates I have handled, what waits to be sent, how often somebody has used me.",
    ],
    seenBy:
      "Who sees it: in a group its people; in private the reporter, those who worked on it, and the company's dispatchers and managers. No other company does. Whoever runs this bot can read its store and its backups.",
    kept: (company: string, days: number | null) =>
      days === null
        ? `${company} keeps incidents for ever.`
        : `${company} keeps incidents for ${count(days, "day", "days")} after their end.`,
    keptByCompany: "How long incidents are kept after their end, each company sets for itself.",
    rights:
      "In private: /my_data sends you what is stored of you as a file. /forget_me puts a pseudonym in the place of your name and handle everywhere.",
    forgotten:
      "Done: you are forgotten. What you write to me from now on is somebody new's. Messages that were sent before stay in Telegram as they are.",
  },

  forget: {
    title: "To be forgotten",
    what: [
      "Your name and your number at Telegram are replaced by a pseudonym, everywhere: in incidents and their histories, in groups, in what waits to be sent. It is the same everywhere, so what happened stays understandable.",
      "Your handle and your profile are deleted. All your roles and shifts end, a manager's, too.",
      "What you and others have written stays as written: I don't look for your name in it.",
      "Messages that stand in Telegram already stay there; only the cards of open incidents are shown anew. Backups made before know you still.",
    ],
    never: "It can't be undone. Whoever I meet under your account later is somebody new to me.",
    sure: "Once more, because nobody can undo it: shall I forget you for ever?",
    platformAdmin:
      "You are a platform admin: that stands in the configuration of this bot (PLATFORM_ADMIN_IDS), where I can't change it. Have it taken out there first.",
    handOver: (incidents: string) =>
      `You still work on something, or owe it a summary: ${incidents}. Hand it over or finish it first.`,
    begun: "You are being forgotten. I'll say when it is done.",
    late: "These buttons are too old. /forget_me asks anew.",
  },

  retention: {
    now: (company: string, days: number | null) =>
      `${company} keeps incidents that are over ${
        days === null ? forEver : `for ${count(days, "day", "days")}`
      }.`,
    badDays: (least: number, most: number) =>
      `A number of days from ${number(least)} to ${number(most)}, or forever.`,
    asks: (company: string, days: number) =>
      `${company} would keep incidents that are over for ${
        count(days, "day", "days")
      } only. What is older is removed each night and can't be brought back.`,
    wouldGo: (n: number, isMore: boolean) =>
      `Just now that would be ${isMore ? "more than " : ""}${count(n, "incident", "incidents")}.`,
  },

  myData: {
    caption: (file: string) => `What is stored of you: ${file}`,
    cut: "There was more than fits into one file: the oldest of it is left out.",
    wait: (minutes: number) =>
      `You have had it three times within an hour. Try again in ${
        count(minutes, "minute", "minutes")
      }.`,
  },

  deskPrivacy: {
    retention_set: (company: string, days: number) =>
      `${company} keeps incidents for ${count(days, "day", "days")} after their end now.`,
    retention_for_ever: (company: string) => `${company} keeps incidents for ever now.`,
    retention_shorter: (company: string, days: number) =>
      `${company} keeps more than ${
        count(days, "day", "days")
      } until now: that has to be confirmed.`,
    forgetting_begun: "You are being forgotten. I'll say when it is done.",
    being_forgotten:
      "You are being forgotten just now. Please come back when I say that it is done.",
    person_being_forgotten:
      "They are being forgotten just now and get no role. Nothing was changed.",
    is_platform_admin:
      "Platform admins stand in the configuration: they are taken out there first.",
    button_too_old: "This button is too old. Please ask anew.",
    still_at_work: (incidents: string) => `First hand over or finish: ${incidents}.`,
  },

  privacyButtons: {
    forget: "Yes, forget me",
    forget_for_ever: "For ever",
    retain: "Yes, remove what is older",
  },
} as const;
