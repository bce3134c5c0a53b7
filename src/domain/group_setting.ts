/** The settings of a group as people choose them: by words, the same on buttons and when typed. */

import type { AttachedGroup } from "./group.ts";
import { type GroupSettings, REPORTERS } from "./group_settings.ts";
import { LOCALES } from "./locale.ts";
import { isSign, type Signed, signedNamed } from "./sign.ts";

/** What a value does to a group. */
export type GroupChange = (group: AttachedGroup) => AttachedGroup;

/** One setting of a group. */
export interface GroupSetting {
  /** What it is now, in the word that would set it; `null`: no one word says it. */
  now(group: AttachedGroup): string | null;
  /** What these words do to a group; `null`: they are no value for it. */
  change(words: readonly string[]): GroupChange | null;
  /** Cards look different then: `pins`, or in what they say (`face`). */
  shows: "pins" | "face" | null;
  /** The words that can be chosen, where they are always the same. */
  choices: readonly string[];
}

const SWITCH = ["on", "off"] as const;

/** The word for no topic of its own. */
export const NO_TOPIC = "none";
/** The word for the language of its company. */
export const COMPANY_LANGUAGE = "auto";
/** The word that takes one sign back. */
export const USUAL_SIGN = "default";
/** The word that takes all signs back. */
export const USUAL_SIGNS = "reset";

/** Every setting, by the word for it, in the order in which people see them. */
export const GROUP_SETTINGS = {
  topic: {
    now: ({ cardTopicId }) => cardTopicId === null ? NO_TOPIC : String(cardTopicId),
    change: ([word = "", ...rest]) => {
      const isOne = /^[1-9]\d{0,9}$/.test(word);
      if (rest.length > 0 || (word !== NO_TOPIC && !isOne)) return null;
      return (group) => ({ ...group, cardTopicId: isOne ? Number(word) : null });
    },
    shows: null,
    choices: [NO_TOPIC],
  },
  pins: {
    now: ({ settings }) => settings.pins ? "on" : "off",
    change: (words) => switched(words, (pins) => ({ pins })),
    shows: "pins",
    choices: SWITCH,
  },
  silent: {
    now: ({ settings }) => settings.silentCalls ? "on" : "off",
    change: (words) => switched(words, (silentCalls) => ({ silentCalls })),
    shows: null,
    choices: SWITCH,
  },
  reporters: {
    now: ({ settings }) => settings.reporters,
    change: ([word, ...rest]) => {
      const reporters = REPORTERS.find((one) => one === word);
      return reporters && rest.length === 0 ? settingsChange(() => ({ reporters })) : null;
    },
    shows: null,
    choices: REPORTERS,
  },
  language: {
    now: ({ language }) => language ?? COMPANY_LANGUAGE,
    change: ([word = "", ...rest]) => {
      const language = LOCALES.find((locale) => locale === word) ?? null;
      if (rest.length > 0 || (language === null && word !== COMPANY_LANGUAGE)) return null;
      return (group) => ({ ...group, language });
    },
    shows: "face",
    choices: [...LOCALES, COMPANY_LANGUAGE],
  },
  sign: {
    now: ({ settings }) => Object.keys(settings.signs).length === 0 ? USUAL_SIGNS : null,
    change: signChange,
    shows: "face",
    choices: [USUAL_SIGNS],
  },
} as const satisfies Record<string, GroupSetting>;

/** The word for a setting. */
export type GroupSettingName = keyof typeof GROUP_SETTINGS;

/** All such words. */
export const GROUP_SETTING_NAMES = Object.keys(GROUP_SETTINGS) as [
  GroupSettingName,
  ...GroupSettingName[],
];

/** The setting of that name; `null`: there is none. */
export function groupSettingNamed(word: string): GroupSettingName | null {
  return GROUP_SETTING_NAMES.find((name) => name === word.toLowerCase()) ?? null;
}

/** What it is, for a caller that does not know which one. */
export function groupSetting(name: GroupSettingName): GroupSetting {
  return GROUP_SETTINGS[name];
}

/** The sign that a group has given to a status or a priority; `null`: the usual one. */
export function ownSign({ settings }: AttachedGroup, of: Signed): string | null {
  return settings.signs[of] ?? null;
}

function settingsChange(changes: (before: GroupSettings) => Partial<GroupSettings>): GroupChange {
  return (group) => ({ ...group, settings: { ...group.settings, ...changes(group.settings) } });
}

function switched(
  [word, ...rest]: readonly string[],
  changes: (on: boolean) => Partial<GroupSettings>,
): GroupChange | null {
  const isOne = rest.length === 0 && (word === "on" || word === "off");
  return isOne ? settingsChange(() => changes(word === "on")) : null;
}

function signChange([word = "", sign, ...rest]: readonly string[]): GroupChange | null {
  if (word === USUAL_SIGNS && sign === undefined) return settingsChange(() => ({ signs: {} }));
  const of = signedNamed(word);
  if (of === null || sign === undefined || rest.length > 0) return null;
  if (sign !== USUAL_SIGN && !isSign(sign)) return null;
  return settingsChange(({ signs }) => {
    const { [of]: _before, ...others } = signs;
    return { signs: sign === USUAL_SIGN ? others : { ...others, [of]: sign } };
  });
}
