/** The values of a policy's settings as people read them, and which ones there are. */

import {
  DEFAULT_WORD,
  POLICY_SETTINGS,
  SAME_WORD,
  SETTING_RANGES,
  type SettingName,
} from "../domain/policy_setting.ts";
import type { Texts } from "./texts/texts.ts";

/** A value with its unit: `7 min`, `5 per hour`. `word`: as it is typed, or kept in an act. */
export function policyValue({ policyWords }: Texts, name: SettingName, word: string): string {
  const { kind, field } = POLICY_SETTINGS[name];
  switch (kind) {
    case "minutes":
    case "repeat":
      return word === SAME_WORD ? policyWords.same : policyWords.minutes(word);
    case "switch":
      return word === "on" || word === "true" ? policyWords.on : policyWords.off;
    case "often":
      return field.endsWith("PerHour") ? policyWords.perHour(word) : policyWords.perMinute(word);
    case "times":
    case "factor":
      return policyWords[kind](word);
    default:
      return kind satisfies never;
  }
}

/** A setting by its label, with its value. */
export function policyLine(texts: Texts, name: SettingName, word: string): string {
  const { line, labels } = texts.policyWords;
  return line(labels[name], policyValue(texts, name, word));
}

/** What a setting can be, in a sentence. */
export function policyChoices({ policyWords }: Texts, name: SettingName): string {
  const { takes, possible } = policyWords;
  const { kind } = POLICY_SETTINGS[name];
  if (kind === "switch") return possible(takes.switch, DEFAULT_WORD);
  const { least, most } = SETTING_RANGES[kind];
  return possible(takes[kind](least, most, SAME_WORD), DEFAULT_WORD);
}

/** Asks for a value, and says which ones there are. */
export function valueQuestion(texts: Texts, name: SettingName): string {
  return `${texts.admin.ask.value} ${policyChoices(texts, name)}`;
}

/** What was given is no value of that setting; which ones there are. */
export function badValue(texts: Texts, name: SettingName): string {
  return `${texts.policy.badValue} ${policyChoices(texts, name)}`;
}
