/** A press that can't be undone: to be forgotten, or to keep less. Each is asked for in private. */

import type { Committed } from "../execute/commit.ts";
import { askToBeForgotten } from "../execute/forget.ts";
import { setRetention } from "../execute/retention.ts";
import { forgetPerson } from "../sweep/forget_person.ts";
import { DELIVERY_BUDGET } from "../delivery/deliver.ts";
import { describeError } from "../log.ts";
import { html } from "../view/html.ts";
import { forgetForEverPanel } from "../view/privacy_page.ts";
import { toast } from "./answer.ts";
import type { PrivacyPress } from "./button_row.ts";
import { isStillAsked, whyNot } from "./command_privacy.ts";
import type { BotDeps } from "./incoming.ts";
import { editPanel, quietly } from "./panel.ts";
import { conclude, type PressContext } from "./pressed.ts";

/** Does it, for whoever was asked and within ten minutes. */
export async function pressPrivacy(
  deps: BotDeps,
  press: PrivacyPress,
  context: PressContext,
): Promise<void> {
  const { query, chatId, updateId, texts } = context;
  const origin = { actorId: query.from.id, chatId, updateId };
  if (press.kind === "retain") {
    if (!isStillAsked(press.at, deps.now())) {
      deps.trace.outcome = "button_too_old";
      return await toast(deps, query.id, texts.deskPrivacy.button_too_old);
    }
    const committed = await setRetention(deps, origin, { ...press, isConfirmed: true });
    await conclude(deps, context, committed);
    return await withoutButton(deps, context, committed);
  }
  if (press.personId !== query.from.id) {
    deps.trace.outcome = "not_allowed";
    return await toast(deps, query.id, texts.desk.not_allowed);
  }
  const begin = press.kind === "forget_for_ever";
  const { outcome } = await askToBeForgotten(deps, origin, { askedAt: press.at, begin });
  if (outcome.kind !== "desk") return await quietly(deps, query);
  deps.trace.outcome = outcome.answer.key;
  if (outcome.answer.key === "forgetting_begun") return await forget(deps, context);
  const why = whyNot(context, outcome.answer);
  const panel = why === null
    ? forgetForEverPanel(texts, query.from.id, deps.now())
    : { html: html`${why}`, keyboard: [] };
  await Promise.all([quietly(deps, query), editPanel(deps, context, panel)]);
}

/** At once, as far as it gets; the sweep goes on. */
async function forget(deps: BotDeps, context: PressContext): Promise<void> {
  const { query, texts } = context;
  const panel = { html: html`${texts.forget.begun}`, keyboard: [] };
  await Promise.all([quietly(deps, query), editPanel(deps, context, panel)]);
  try {
    await forgetPerson(deps, query.from.id, deps.now() + DELIVERY_BUDGET);
  } catch (error) {
    deps.log.error("forgetting goes on later", { error: describeError(error) });
  }
}

/** What was asked is answered, and can't be pressed again. */
async function withoutButton(
  deps: BotDeps,
  context: PressContext,
  { outcome }: Committed,
): Promise<void> {
  if (outcome.kind !== "desk" || outcome.answer.key !== "retention_set") return;
  const { company, days } = outcome.answer;
  const text = context.texts.retention.now(company, days);
  await editPanel(deps, context, { html: html`${text}`, keyboard: [] });
}
