/** A group's settings. */

import type { Reporters } from "../../../domain/group_settings.ts";
import type { GroupSettingName } from "../../../domain/group_setting.ts";

/** In English. */
export const settings = {
  settings: {
    title: (group: string) => `Settings of ${group}`,
    hint: "Press one to change it, or type it:",
    labels: {
      topic: "Cards",
      pins: "Pins",
      silent: "Calls",
      reporters: "Reports",
      language: "Language",
      sign: "Signs",
      policy: "Reminders",
    } satisfies Record<GroupSettingName | "policy", string>,
    buttons: {
      topic: "💬 Topic of the cards",
      pins: "📌 Pins",
      silent: "🔔 Sound of calls",
      reporters: "📝 Who may report",
      language: "🌐 Language",
      sign: "🚦 Signs",
      policy: "⏰ Reminders",
    } satisfies Record<GroupSettingName | "policy", string>,
    questions: {
      topic: "Where do cards appear?",
      pins: "Are the cards of open incidents pinned?",
      silent: "Do calls and reminders make a sound?",
      reporters: "Who may report an incident?",
      language: "Which language is spoken here?",
      sign: "Whose sign do you want to change?",
    } satisfies Record<GroupSettingName, string>,
    topic: {
      none: "each where it is reported",
      one: "all in one topic",
      here: "all in this topic",
      hint: "To choose another topic, send this in it:",
    },
    pins: { on: "open incidents are pinned", off: "nothing is pinned" },
    silent: { on: "without a sound", off: "with a sound" },
    reporters: {
      anybody: "by anybody in the group",
      people: "by those who have a role",
      dispatchers: "by dispatchers and managers",
    } satisfies Record<Reporters, string>,
    policy: { own: "this group has its own", usual: "as in the company" },
    usualSigns: "the usual ones",
    usualSign: (sign: string) => `The usual: ${sign}`,
    noSign: "none",
    typeSign: "Or type one emoji, or two:",
    line: (label: string, value: string) => `${label}: ${value}`,
    unchanged: "That is how it is already.",
    unknown: (word: string) => `There is no setting “${word}”.`,
    badValue: "That is no value for it.",
    badSign: "A sign is one emoji, or two.",
    noTopicHere: "This is no topic. Use it in the one where cards are to appear.",
    reportsRestricted: {
      people: "In this group only those who have a role may report.",
      dispatchers: "In this group only dispatchers and managers may report.",
    } satisfies Record<Exclude<Reporters, "anybody">, string>,
    pinsOff: "This group pins no cards. /settings changes that.",
  },
} as const;
