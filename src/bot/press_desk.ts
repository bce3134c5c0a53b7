/** A press that administers: groups let in, and people who take calls. */

import { unlessRefused } from "../delivery/unless_refused.ts";
import { inlineKeyboard, TEXT_OPTIONS } from "../delivery/wire.ts";
import { askDeletion } from "../execute/company_life.ts";
import type { Committed } from "../execute/commit.ts";
import { noteContact } from "../execute/contact.ts";
import { allowToTakeCalls, askToTakeCalls } from "../execute/grants.ts";
import { attachGroup, createForGroup, rejectGroup } from "../execute/group_decisions.ts";
import { keys } from "../store/keys.ts";
import { readOne } from "../store/read.ts";
import { sentenceFor } from "../view/answers.ts";
import { clip } from "../view/clip.ts";
import { html, lines } from "../view/html.ts";
import { withAdministrators } from "./administrators.ts";
import type { DeskPress } from "./button_row.ts";
import { toast } from "./answer.ts";
import { type BotDeps, personRef, seen } from "./incoming.ts";
import { conclude, type PressContext } from "./pressed.ts";
import { textsFor } from "./language.ts";

/** Does it, answers, and shows what has become of the question. */
export async function administer(
  deps: BotDeps,
  press: DeskPress,
  pressed: PressContext,
): Promise<void> {
  const { from } = pressed.query;
  const profile = await noteContact(deps, {
    ...seen(from),
    ...(pressed.chatId > 0 ? { reachable: true } : {}),
  });
  const context = { ...pressed, texts: textsFor(from, profile) };
  if (!profile) {
    deps.trace.outcome = "being_forgotten";
    return await toast(deps, context.query.id, context.texts.deskPrivacy.being_forgotten);
  }
  const committed = await decidedAtHome(deps, press, context);
  await conclude(deps, context, committed);
  if (context.chatId > 0) await showDecision(deps, context, committed);
  else if (press.kind === "allow_calls") await retireQuestion(deps, context, committed);
}

/** A button from before the group became a supergroup is about the group that it is now. */
async function decidedAtHome(
  deps: BotDeps,
  press: DeskPress,
  context: PressContext,
): Promise<Committed> {
  const committed = await decided(deps, press, context);
  const { outcome } = committed;
  if (outcome.kind !== "desk" || outcome.answer.key !== "group_not_active") return committed;
  const moved = await readOne(deps.kv, keys.moved(context.chatId));
  return moved.value
    ? await decided(deps, press, { ...context, chatId: moved.value.to })
    : committed;
}

async function decided(
  deps: BotDeps,
  press: DeskPress,
  { query, updateId, chatId }: PressContext,
): Promise<Committed> {
  const origin = { actorId: query.from.id, chatId, updateId };
  switch (press.kind) {
    case "take_calls":
      return await withAdministrators(
        deps,
        chatId,
        (mayAsk) => askToTakeCalls(deps, { ...origin, mayAsk }, personRef(query.from)),
      );
    case "allow_calls":
      return await withAdministrators(
        deps,
        chatId,
        (mayAsk) => allowToTakeCalls(deps, { ...origin, mayAsk }, press.personId),
      );
    case "attach":
      return await attachGroup(deps, origin, press);
    case "create":
      return await createForGroup(deps, origin, press);
    case "reject":
      return await rejectGroup(deps, origin, press);
    case "delete_company":
      return await askDeletion(deps, origin, press);
    default:
      return press satisfies never;
  }
}

/** Once somebody takes calls, the question whether they may has no button any more. */
async function retireQuestion(
  deps: BotDeps,
  { chatId, messageId }: PressContext,
  { outcome }: Committed,
): Promise<void> {
  if (outcome.kind !== "desk" || outcome.answer.key !== "takes_calls") return;
  await unlessRefused(
    deps,
    () =>
      deps.telegram.editMessageReplyMarkup(chatId, messageId, { reply_markup: inlineKeyboard([]) }),
  );
}

/** The request in the admin's chat shows what has become of it, and can't be pressed again. */
async function showDecision(
  deps: BotDeps,
  { chatId, messageId, query, texts }: PressContext,
  { outcome }: Committed,
): Promise<void> {
  if (outcome.kind !== "desk" || outcome.answer.key === "not_allowed") return;
  const before = query.message && "text" in query.message ? query.message.text ?? "" : "";
  const text = lines(
    clip(before, 1000),
    "",
    html`<b>${sentenceFor(texts, outcome, deps.now())}</b>`,
    outcome.answer.key === "group_attached"
      ? texts.onboarding.needsManager(outcome.answer.company)
      : null,
  );
  await unlessRefused(deps, () =>
    deps.telegram.editMessageText(chatId, messageId, text.source, {
      ...TEXT_OPTIONS,
      reply_markup: inlineKeyboard([]),
    }));
}
