/** A group's settings, looked at and set: by a command and by buttons alike. */

import { deliver } from "../delivery/deliver.ts";
import type { AttachedGroup } from "../domain/group.ts";
import { groupSetting } from "../domain/group_setting.ts";
import { policyFor } from "../domain/policy.ts";
import type { Committed } from "../execute/commit.ts";
import { setGroupSetting, type SettingChange } from "../execute/group_settings.ts";
import type { GroupDeskOrigin } from "../execute/group_matter.ts";
import { redrawGroup } from "../execute/redraw.ts";
import { keys } from "../store/keys.ts";
import { readOne } from "../store/read.ts";
import type { Panel } from "../view/menu.ts";
import { policyPage } from "../view/policy_page.ts";
import {
  pageAmongSettings,
  settingPanel,
  settingsPanel,
  signPanel,
} from "../view/settings_panel.ts";
import type { Texts } from "../view/texts/texts.ts";
import { withAdministrators } from "./administrators.ts";
import type { SettingsPage } from "./button_row.ts";
import type { BotDeps } from "./incoming.ts";

/** Sets one of them; whoever administers the group is asked of Telegram when that matters. */
export async function applySetting(
  deps: BotDeps,
  origin: GroupDeskOrigin,
  change: SettingChange,
): Promise<Committed> {
  return await withAdministrators(
    deps,
    origin.chatId,
    (mayAsk) => setGroupSetting(deps, { ...origin, mayAsk }, change),
  );
}

/** Open cards follow what was set; a redelivered update asks for them again. */
export async function showSetting(
  deps: BotDeps,
  chatId: number,
  { outcome }: Committed,
): Promise<void> {
  if (outcome.kind !== "desk" || outcome.answer.key !== "setting_set") return;
  const { shows } = groupSetting(outcome.answer.setting);
  if (shows) await deliver(deps, await redrawGroup(deps, chatId, shows));
}

/** A page of them, for somebody who manages the group; `topicId`: where it is shown. */
export async function settingsFor(
  deps: BotDeps,
  texts: Texts,
  { group, page: { row, sign }, topicId }: {
    group: AttachedGroup;
    page: SettingsPage;
    topicId: number | null;
  },
): Promise<Panel> {
  if (row === null) return settingsPanel(texts, group);
  if (row === "policy") {
    const { value: company } = await readOne(deps.kv, keys.company(group.company));
    const policy = policyFor(deps.settings.policy, company ?? { policy: {} }, group);
    const facts = { scope: group.title, policy, changes: group.policy, command: "/policy" };
    return pageAmongSettings(texts, policyPage(texts, facts));
  }
  return sign === null
    ? settingPanel(texts, group, { setting: row, topicId })
    : signPanel(texts, group, sign);
}
