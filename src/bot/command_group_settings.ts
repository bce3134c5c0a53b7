/** `/settings`: how a group wants to be shown, called and reported to. */

import { groupSetting, groupSettingNamed } from "../domain/group_setting.ts";
import type { SettingChange } from "../execute/group_settings.ts";
import { answer } from "./answer.ts";
import { words } from "./arguments.ts";
import { type Command, type CommandCall, explain, finish } from "./command.ts";
import { origin } from "./command_companies.ts";
import { type BotDeps, topicOf } from "./incoming.ts";
import { applySetting, settingsFor, showSetting } from "./settings.ts";
import { settingsPageIn } from "./settings_button.ts";

const SELF = { name: "settings", usage: "[setting] [value]", example: "pins off" };

/** `/settings` */
export const settingsCommand: Command = {
  name: "settings",
  aliases: [],
  ephemeral: true,
  group: { who: "manager", ...SELF, run: settings },
  private: null,
};

async function settings(deps: BotDeps, call: CommandCall): Promise<void> {
  const { group, texts } = call;
  if (!group) return;
  const given = words(call.args.toLowerCase());
  const page = settingsPageIn(given);
  const topicId = topicOf(call.message);
  if (page) {
    const { html, keyboard } = await settingsFor(deps, texts, { group, page, topicId });
    return await answer(deps, call, html, keyboard);
  }
  const wish = wishIn(call, given, topicId);
  if ("problem" in wish) return await explain(deps, call, SELF, wish.problem);
  const committed = await applySetting(deps, origin(call), wish);
  await finish(deps, call, committed);
  await showSetting(deps, group.chatId, committed);
}

/** What somebody sets, or what is wrong with it. */
function wishIn(
  { texts }: CommandCall,
  [name = "", ...value]: readonly string[],
  topicId: number | null,
): SettingChange | { problem: string } {
  const setting = groupSettingNamed(name);
  if (!setting) return { problem: texts.settings.unknown(name) };
  const isHere = setting === "topic" && value.join(" ") === "here";
  if (isHere && topicId === null) return { problem: texts.settings.noTopicHere };
  const given = isHere ? [String(topicId)] : value;
  if (groupSetting(setting).change(given)) return { setting, words: given };
  return { problem: setting === "sign" ? texts.settings.badSign : texts.settings.badValue };
}
