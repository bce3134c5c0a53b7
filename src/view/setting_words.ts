/** What a setting of a group is, in words. */

import type { AttachedGroup } from "../domain/group.ts";
import {
  groupSetting,
  type GroupSettingName,
  NO_TOPIC,
  ownSign,
  USUAL_SIGN,
  USUAL_SIGNS,
} from "../domain/group_setting.ts";
import { LOCALE_NAMES, LOCALES } from "../domain/locale.ts";
import { SIGNED, type Signed, signedNamed } from "../domain/sign.ts";
import type { Texts } from "./texts/texts.ts";

/** For each setting: what its words, which are a value for it, mean. */
const VALUES: Record<GroupSettingName, (texts: Texts, words: readonly string[]) => string> = {
  topic: ({ settings }, [word]) => word === NO_TOPIC ? settings.topic.none : settings.topic.one,
  pins: ({ settings }, [word]) => settings.pins[word === "on" ? "on" : "off"],
  silent: ({ settings }, [word]) => settings.silent[word === "on" ? "on" : "off"],
  reporters: ({ settings: { reporters } }, [word]) =>
    word === "people" || word === "dispatchers" ? reporters[word] : reporters.anybody,
  language: ({ languages }, [word]) => {
    const locale = LOCALES.find((one) => one === word);
    return locale ? LOCALE_NAMES[locale] : languages.asCompany;
  },
  sign: signWords,
};

/** What the words of a setting mean. */
export function settingValue(
  texts: Texts,
  setting: GroupSettingName,
  words: readonly string[],
): string {
  return VALUES[setting](texts, words);
}

/** What a setting is now. */
export function settingNow(
  texts: Texts,
  group: AttachedGroup,
  setting: GroupSettingName,
): string {
  const word = groupSetting(setting).now(group);
  if (word !== null) return settingValue(texts, setting, [word]);
  return SIGNED.map((of) => ownSign(group, of)).filter(Boolean).join(" ");
}

/** A setting with its value, in one line. */
export function settingLine(texts: Texts, setting: GroupSettingName, value: string): string {
  return texts.settings.line(texts.settings.labels[setting], value);
}

/** What a status or a priority is called. */
export function signedName(texts: Texts, of: Signed): string {
  return isPriority(texts, of) ? texts.priorities[of] : texts.statuses[of];
}

/** The sign that the language's catalogue gives it; empty for none. */
export function usualSign(texts: Texts, of: Signed): string {
  return isPriority(texts, of) ? texts.prioritySigns[of] : texts.signs[of];
}

function isPriority(texts: Texts, of: Signed): of is Signed & keyof Texts["priorities"] {
  return of in texts.priorities;
}

function signWords(texts: Texts, [word = "", sign = ""]: readonly string[]): string {
  const of = signedNamed(word);
  if (of === null || word === USUAL_SIGNS) return texts.settings.usualSigns;
  const shown = sign === USUAL_SIGN ? usualSign(texts, of) : sign;
  return `${shown} ${signedName(texts, of)}`.trim();
}
