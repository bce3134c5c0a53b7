/** A press on a group's settings: a page of them opens, or one of them is set. */

import type { Committed } from "../execute/commit.ts";
import { keys } from "../store/keys.ts";
import { readOne } from "../store/read.ts";
import { toast } from "./answer.ts";
import type { SettingsPage, SettingsPress } from "./button_row.ts";
import { type BotDeps, topicOf } from "./incoming.ts";
import { isPanel, showPanel, turnPanel } from "./panel.ts";
import { conclude, type PressContext } from "./pressed.ts";
import { standingInGroup } from "./role.ts";
import { applySetting, settingsFor, showSetting } from "./settings.ts";

/** Does it for those who manage the group, which is decided anew at each press. */
export async function pressSettings(
  deps: BotDeps,
  press: SettingsPress,
  context: PressContext,
): Promise<void> {
  const { query, updateId, chatId } = context;
  if (press.kind === "settings") return await openSettings(deps, press.page, context);
  const origin = { actorId: query.from.id, chatId, updateId };
  const committed = await applySetting(deps, origin, press);
  await conclude(deps, context, committed);
  if (!isDecided(committed)) return;
  // A sign is seldom the only one that is changed.
  const page = { row: press.setting === "sign" ? press.setting : null, sign: null };
  await turnTo(deps, page, context);
  await showSetting(deps, chatId, committed);
}

async function openSettings(
  deps: BotDeps,
  page: SettingsPage,
  context: PressContext,
): Promise<void> {
  const { query, chatId, texts } = context;
  const { value: group } = await readOne(deps.kv, keys.group(chatId));
  if (group?.status !== "active") {
    const why = group?.status === "pending" ? "activation_pending" : "group_not_active";
    deps.trace.outcome = why;
    return await toast(deps, query.id, texts.desk[why]);
  }
  const { manager } = await standingInGroup(deps, group, query.from.id);
  if (!manager) {
    deps.trace.outcome = "not_allowed";
    return await toast(deps, query.id, texts.desk.not_allowed);
  }
  const panel = await settingsFor(deps, texts, { group, page, topicId: topicOfPress(context) });
  // In private nobody is in a group, so there its buttons would do nothing.
  await showPanel(deps, context, panel, { worksInPrivate: () => Promise.resolve(false) });
}

/** After something was set, the panel shows how it is now. */
async function turnTo(deps: BotDeps, page: SettingsPage, context: PressContext): Promise<void> {
  const { value: group } = await readOne(deps.kv, keys.group(context.chatId));
  if (group?.status !== "active" || !await isPanel(deps, context)) return;
  const { texts } = context;
  const panel = await settingsFor(deps, texts, { group, page, topicId: topicOfPress(context) });
  await turnPanel(deps, context, panel);
}

/** Whether somebody who may has chosen, even if it was so already. */
function isDecided({ outcome }: Committed): boolean {
  return outcome.kind === "desk" &&
    (outcome.answer.key === "setting_set" || outcome.answer.key === "setting_kept");
}

/** The forum topic in which the panel stands. */
function topicOfPress({ query: { message } }: PressContext): number | null {
  return message && "is_topic_message" in message ? topicOf(message) : null;
}
