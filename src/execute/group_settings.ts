/** What a group's managers set for it, through the one write path. */

import type { CoreDeps } from "../deps.ts";
import { groupSetting, type GroupSettingName } from "../domain/group_setting.ts";
import { setGroup } from "../store/write.ts";
import { answered } from "./companies.ts";
import { type GroupCommitted, type GroupDeskOrigin, inGroup } from "./group_matter.ts";

/** A setting and the words for its value, which are one: see `GROUP_SETTINGS`. */
export interface SettingChange {
  /** Which setting. */
  setting: GroupSettingName;
  /** Its value. */
  words: readonly string[];
}

/** Sets one setting of the group it comes from. Its managers only. */
export async function setGroupSetting(
  deps: CoreDeps,
  origin: GroupDeskOrigin,
  { setting, words }: SettingChange,
): Promise<GroupCommitted> {
  return await inGroup(deps, origin, ({ read, group, standing }) => {
    if (!standing.manager) return answered({ key: "not_allowed" });
    const after = groupSetting(setting).change(words)?.(group);
    if (!after) return answered({ key: "noted" });
    if (isSame(group, after)) return answered({ key: "setting_kept" });
    return answered({ key: "setting_set", setting, words: [...words] }, {
      changes: setGroup(read.group, after),
    });
  });
}

/** Both come from the same record: what was not set stands in the same order. */
function isSame(before: unknown, after: unknown): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}
