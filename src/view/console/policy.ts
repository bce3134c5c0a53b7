/** How patient a company is, setting by setting. */

import type { Company } from "../../domain/company.ts";
import type { Policy } from "../../domain/policy.ts";
import {
  DEFAULT_WORD,
  isSet,
  POLICY_SETTINGS,
  type SettingName,
  settingText,
} from "../../domain/policy_setting.ts";
import { inPairs } from "../buttons.ts";
import type { Page } from "../paging.ts";
import type { Texts } from "../texts/texts.ts";
import { addressOf, consoleButton } from "./address.ts";
import { companyStep } from "./companies.ts";
import type { Frame } from "./frame.ts";

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
    rows: inPairs(shown.items.map((name) => {
      const mark = isSet(company.policy, name) ? " ✏️" : "";
      return consoleButton(`${name}: ${settingText(policy, name)}${mark}`, "setting", [id, name]);
    })),
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
    trail: [title, companyStep(company), words.title, name],
    body: [texts.policy.settings[name], words.value(settingText(policy, name))],
    hint: `/policy ${id} ${name} …`,
    rows: [
      POLICY_SETTINGS[name].kind === "switch"
        ? [to(words.on, "on"), to(words.off, "off")]
        : [consoleButton(words.set, "set_policy", [id, name])],
      isSet(company.policy, name) ? [to(words.default, DEFAULT_WORD)] : [],
    ],
    turn: null,
    back: addressOf("policy", [id]),
  };
}
