/** `/notify`: what somebody wants to be told in private. */

import { notifySettingIn } from "../domain/notify_setting.ts";
import { setNotify } from "../execute/notify.ts";
import { keys } from "../store/keys.ts";
import { companyRoles } from "../store/listings.ts";
import { readOne } from "../store/read.ts";
import type { Panel } from "../view/menu.ts";
import { notifyPanel } from "../view/notify_panel.ts";
import type { Texts } from "../view/texts/texts.ts";
import { answer } from "./answer.ts";
import type { Press } from "./button_row.ts";
import { type Command, explain, finish } from "./command.ts";
import { origin, privateCommand } from "./command_companies.ts";
import type { BotDeps } from "./incoming.ts";
import { editPanel } from "./panel.ts";
import { conclude, type PressContext } from "./pressed.ts";

/** Most companies that the panel names. */
const MOST_NAMED = 5;

/** `/notify` */
export const notifyCommand: Command = privateCommand("notify", {
  who: "reporter",
  usage: "[on | urgent | off | default]",
  example: "urgent",
  async run(deps, call, self) {
    if (call.args === "") {
      const { html, keyboard } = await panelFor(deps, call.texts, call.from.id);
      return await answer(deps, call, html, keyboard);
    }
    const setting = notifySettingIn(call.args);
    if (setting === undefined) return await explain(deps, call, self);
    await finish(deps, call, await setNotify(deps, origin(call), setting));
  },
});

/** Sets what the button says, and shows what holds now. */
export async function pressNotify(
  deps: BotDeps,
  { setting }: Press & { kind: "notify" },
  context: PressContext,
): Promise<void> {
  const { query, chatId, updateId, texts } = context;
  const { id } = query.from;
  await conclude(deps, context, await setNotify(deps, { actorId: id, chatId, updateId }, setting));
  await editPanel(deps, context, await panelFor(deps, texts, id));
}

async function panelFor({ kv }: BotDeps, texts: Texts, personId: number): Promise<Panel> {
  const profile = await readOne(kv, keys.profile(personId));
  const roles = await companyRoles(kv, personId);
  const managed = roles.filter(({ role }) => role === "manager").map(({ company }) => company);
  return notifyPanel(texts, {
    setting: profile.value?.notify ?? null,
    managed: managed.slice(0, MOST_NAMED),
  });
}
