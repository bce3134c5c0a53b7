/** How patient a company or a group is, as people read and set it. */

import { type Policy, type PolicyChanges } from "../domain/policy.ts";
import { DEFAULT_WORD, isSet, SETTING_NAMES, settingText } from "../domain/policy_setting.ts";
import { displayName } from "./clip.ts";
import type { Texts } from "./texts/texts.ts";
import { type Html, html, lines } from "./html.ts";

/** Every setting with its value. `command`: what sets one, up to the setting's name. */
export function policyPage(texts: Texts, { scope, policy, changes, command }: {
  scope: string;
  policy: Policy;
  changes: PolicyChanges;
  command: string;
}): Html {
  return lines(
    html`<b>${texts.policy.title(displayName(scope, "?", 80))}</b>`,
    ...SETTING_NAMES.map((name) => {
      const mark = isSet(changes, name) ? " ✏️" : "";
      const value = html`<b>${settingText(policy, name)}</b>`;
      return html`<code>${name}</code> ${value}${mark} · ${texts.policy.settings[name]}`;
    }),
    "",
    texts.policy.hint,
    html`<code>${command} unclaimed 5</code>`,
    html`<code>${command} unclaimed ${DEFAULT_WORD}</code>`,
  );
}
