/** How patient a company is, setting by setting. */

import type { Company } from "../../domain/company.ts";
import type { Policy } from "../../domain/policy.ts";
import {
  DEFAULT_WORD,
  isSet,
  POLICY_SETTINGS,
  SETTING_NAMES,
  type SettingName,
  settingText,
} from "../../domain/policy_setting.ts";
import { policyChoices, policyLine, policyValue } from "../policy_value.ts";
import type { Page } from "../paging.ts";
import type { Texts } from "../texts/texts.ts";
import { addressOf, consoleButton } from "./address.ts";
import { companyStep } from "./companies.ts";
import type { Frame } from "./frame.ts";

/** Settings on one page: each needs a row for its words. */
export const POLICY_PAGE = 5;

/** A company's policy. */
export interface CompanyPolicy {
  /** The company. */
  company: Company;
  /** What counts in it. */
  policy: Policy;
}

/** A part of the settings, with their values. */
export function policyListPage(
  texts: Texts,
  { company, policy, shown }: CompanyPolicy & { shown: Page<SettingName> },
): Frame {
  const { policy: words, title } = texts.admin;
  const { id } = company;
  return {
    trail: [title, companyStep(company), words.title],
    body: [words.hint],
    hint: `/policy ${id}`,
    rows: shown.items.map((name) => {
      const mark = isSet(company.policy, name) ? "✏️ " : "";
      const line = policyLine(texts, name, settingText(policy, name));
      return [consoleButton(`${mark}${line}`, "setting", [id, name])];
    }),
    turn: { at: addressOf("policy", [id], shown.page), pages: shown.pages },
    back: addressOf("company", [id]),
  };
}

/** One setting, and what it can become. */
export function settingPage(
  texts: Texts,
  { company, policy, name }: CompanyPolicy & { name: SettingName },
): Frame {
  const { policy: words, title } = texts.admin;
  const { id } = company;
  const to = (text: string, word: string) => consoleButton(text, "policy_to", [id, name, word]);
  return {
    trail: [title, companyStep(company), words.title, texts.policyWords.labels[name]],
    body: [
      texts.policy.settings[name],
      words.value(policyValue(texts, name, settingText(policy, name))),
      policyChoices(texts, name),
    ],
    hint: `/policy ${id} ${name} …`,
    rows: [
      POLICY_SETTINGS[name].kind === "switch"
        ? [to(words.on, "on"), to(words.off, "off")]
        : [consoleButton(words.set, "set_policy", [id, name])],
      isSet(company.policy, name) ? [to(words.default, DEFAULT_WORD)] : [],
    ],
    turn: null,
    back: addressOf("policy", [id], Math.floor(SETTING_NAMES.indexOf(name) / POLICY_PAGE)),
  };
}
