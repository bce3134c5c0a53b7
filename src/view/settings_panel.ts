/** A group's settings as its managers read them, and the buttons that change them. */

import type { AttachedGroup } from "../domain/group.ts";
import {
  GROUP_SETTING_NAMES,
  groupSetting,
  type GroupSettingName,
  NO_TOPIC,
  ownSign,
  USUAL_SIGN,
  USUAL_SIGNS,
} from "../domain/group_setting.ts";
import { SIGNED, type Signed } from "../domain/sign.ts";
import { closeButton, inPairs } from "./buttons.ts";
import { buttonData } from "./callback_data.ts";
import { displayName } from "./clip.ts";
import { type Html, html, lines } from "./html.ts";
import type { Panel } from "./menu.ts";
import type { Button } from "./message.ts";
import { settingLine, settingNow, settingValue, signedName, usualSign } from "./setting_words.ts";
import { SIGN_OFFERS } from "./sign_offers.ts";
import type { Texts } from "./texts/texts.ts";

/** The rows of the first page: every setting, and what leads elsewhere. */
export const SETTINGS_ROWS = [...GROUP_SETTING_NAMES, "policy"] as const;

/** One of {@linkcode SETTINGS_ROWS}. */
export type SettingsRow = typeof SETTINGS_ROWS[number];

/** Every setting as it is, each with a button. */
export function settingsPanel(texts: Texts, group: AttachedGroup): Panel {
  const { labels, buttons, policy } = texts.settings;
  const ownPolicy = Object.keys(group.policy).length > 0;
  const values: Record<SettingsRow, string> = {
    ...nowOf(texts, group),
    policy: ownPolicy ? policy.own : policy.usual,
  };
  return {
    html: lines(
      html`<b>${texts.settings.title(displayName(group.title, "?", 80))}</b>`,
      ...SETTINGS_ROWS.map((row) => texts.settings.line(labels[row], values[row])),
      "",
      texts.settings.hint,
      html`<code>/settings pins off</code>`,
    ),
    keyboard: [
      ...inPairs(SETTINGS_ROWS.map((row) => ({
        text: buttons[row],
        data: buttonData("settings", row),
      }))),
      [closeButton(texts)],
    ],
  };
}

/** What one setting can be; `topicId`: the topic in which its panel stands. */
export function settingPanel(
  texts: Texts,
  group: AttachedGroup,
  { setting, topicId }: { setting: GroupSettingName; topicId: number | null },
): Panel {
  if (setting === "sign") return signsPanel(texts, group);
  const { choices, now } = groupSetting(setting);
  const isHere = setting === "topic" && topicId !== null;
  const words = isHere ? [...choices, String(topicId)] : choices;
  const current = now(group);
  return {
    html: lines(
      ...headOf(texts, group, setting),
      ...(setting === "topic" ? [texts.settings.topic.hint, command("topic here")] : []),
    ),
    keyboard: [
      ...words.map((word) => [
        choice({
          text: setting === "topic" && word !== NO_TOPIC
            ? texts.settings.topic.here
            : settingValue(texts, setting, [word]),
          isNow: word === current,
          data: buttonData("setting", setting, word),
        }),
      ]),
      back(texts),
    ],
  };
}

/** Every sign, each with a button that leads to others. */
function signsPanel(texts: Texts, group: AttachedGroup): Panel {
  const signOf = (of: Signed) => ownSign(group, of) ?? usualSign(texts, of);
  return {
    html: lines(
      ...headOf(texts, group, "sign"),
      ...SIGNED.map((of) =>
        html`${signOf(of) || "–"} <code>${of}</code> · ${signedName(texts, of)}`
      ),
    ),
    keyboard: [
      ...inPairs(SIGNED.map((of) => ({
        text: `${signOf(of)} ${signedName(texts, of)}`.trim(),
        data: buttonData("settings", "sign", of),
      }))),
      [choice({
        text: texts.settings.usualSigns,
        isNow: groupSetting("sign").now(group) === USUAL_SIGNS,
        data: buttonData("setting", "sign", USUAL_SIGNS),
      })],
      back(texts),
    ],
  };
}

/** What the sign of one status or priority can be. */
export function signPanel(texts: Texts, group: AttachedGroup, of: Signed): Panel {
  const own = ownSign(group, of);
  const usual = usualSign(texts, of);
  const [example = ""] = SIGN_OFFERS[of];
  return {
    html: lines(
      html`<b>${texts.settings.labels.sign}</b>`,
      html`${own ?? (usual || "–")} ${signedName(texts, of)}`,
      "",
      texts.settings.typeSign,
      command(`sign ${of} ${example}`),
    ),
    keyboard: [
      SIGN_OFFERS[of].map((sign) =>
        choice({ text: sign, isNow: sign === own, data: buttonData("setting", "sign", of, sign) })
      ),
      [choice({
        text: texts.settings.usualSign(usual || texts.settings.noSign),
        isNow: own === null,
        data: buttonData("setting", "sign", of, USUAL_SIGN),
      })],
      back(texts, "sign"),
    ],
  };
}

/** A page that is set by another command, among the settings. */
export function pageAmongSettings(texts: Texts, page: Html): Panel {
  return { html: page, keyboard: [back(texts)] };
}

function nowOf(texts: Texts, group: AttachedGroup): Record<GroupSettingName, string> {
  return Object.fromEntries(
    GROUP_SETTING_NAMES.map((setting) => [setting, settingNow(texts, group, setting)]),
  ) as Record<GroupSettingName, string>;
}

function headOf(texts: Texts, group: AttachedGroup, setting: GroupSettingName): (Html | string)[] {
  const now = settingNow(texts, group, setting);
  return [html`<b>${settingLine(texts, setting, now)}</b>`, "", texts.settings.questions[setting]];
}

function command(words: string): Html {
  return html`<code>/settings ${words}</code>`;
}

/** What is so already is marked. */
function choice({ text, isNow, data }: { text: string; isNow: boolean; data: string }): Button {
  return { text: isNow ? `✓ ${text}` : text, data };
}

function back(texts: Texts, row?: SettingsRow): Button[] {
  const data = row ? buttonData("settings", row) : buttonData("settings");
  return [{ text: texts.buttons.menuBack, data }, closeButton(texts)];
}
