/** The buttons under a group's settings. */

import { groupSetting, groupSettingNamed } from "../domain/group_setting.ts";
import { signedNamed } from "../domain/sign.ts";
import { SETTINGS_ROWS } from "../view/settings_panel.ts";
import type { ButtonRow, SettingsPage } from "./button_row.ts";

/** Opens a page of them. */
export const settingsButton: ButtonRow = {
  label: () => "a setting of the group",
  place: "group",
  who: "the group's managers",
  parse: (args) => {
    const page = settingsPageIn(args);
    return page && { kind: "settings", page };
  },
};

/** Sets one of them. */
export const settingButton: ButtonRow = {
  label: () => "a choice of a setting",
  place: "group",
  who: "the group's managers",
  parse: ([name = "", ...words]) => {
    const setting = groupSettingNamed(name);
    const isOne = setting !== null && setting === name &&
      groupSetting(setting).change(words) !== null;
    return isOne ? { kind: "setting", setting, words } : null;
  },
};

/** The page that these words name; `null`: there is none. */
export function settingsPageIn([name, sign, ...rest]: readonly string[]): SettingsPage | null {
  if (name === undefined) return { row: null, sign: null };
  const row = SETTINGS_ROWS.find((one) => one === name);
  if (!row || rest.length > 0) return null;
  if (sign === undefined) return { row, sign: null };
  const of = signedNamed(sign);
  return row === "sign" && of !== null && of === sign ? { row, sign: of } : null;
}
