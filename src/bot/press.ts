/** A press on an inline button. */

import type { CallbackQuery } from "grammy/types";
import { deliver } from "../delivery/deliver.ts";
import { inlineKeyboard, TEXT_OPTIONS } from "../delivery/wire.ts";
import { formatIncidentId } from "../domain/ids.ts";
import { executeIncident } from "../execute/act.ts";
import type { Committed } from "../execute/commit.ts";
import { isKnown, noteContact } from "../execute/contact.ts";
import { allowToTakeCalls, askToTakeCalls } from "../execute/grants.ts";
import { attachGroup, createForGroup, rejectGroup } from "../execute/group_decisions.ts";
import { describeError } from "../log.ts";
import { TooBusyError } from "../store/retry.ts";
import { sentenceFor } from "../view/answers.ts";
import { parseButtonData } from "../view/callback_data.ts";
import { clip } from "../view/clip.ts";
import { en } from "../view/en.ts";
import { html, lines } from "../view/html.ts";
import { withAdministrators } from "./administrators.ts";
import { toast, unlessRefused } from "./answer.ts";
import { BUTTONS, type Press } from "./button_table.ts";
import { noteOutcome } from "./command.ts";
import { type BotDeps, isGroup, personRef, seen } from "./incoming.ts";

/** A press with the chat and message it happened on. */
interface PressContext {
  query: CallbackQuery;
  updateId: number;
  chatId: number;
  messageId: number;
}

/** Handles a press: its effect, its toast, and what it caused. */
export async function handlePress(
  deps: BotDeps,
  updateId: number,
  query: CallbackQuery,
): Promise<void> {
  const parsed = parseButtonData(query.data ?? "");
  const row = parsed && BUTTONS[parsed.verb];
  const press = row && row.parse(parsed.args);
  const chat = query.message?.chat;
  const isInPlace = chat && row &&
    (row.place === "group" ? isGroup(chat) : chat.type === "private");
  if (!press || !chat || !query.message || !isInPlace) {
    Object.assign(deps.trace, { person: query.from.id, action: "press", outcome: "unknown" });
    return await toast(deps, query.id, en.refused.unknownButton);
  }
  Object.assign(deps.trace, {
    chat: chat.id,
    person: query.from.id,
    incident: press.kind === "incident" ? formatIncidentId(press.incident) : undefined,
    action: press.kind === "incident" ? press.action.type : press.kind,
  });
  const context = {
    query,
    updateId,
    chatId: chat.id,
    messageId: query.message.message_id,
  };
  try {
    await perform(deps, press, context);
  } catch (error) {
    if (!(error instanceof TooBusyError)) throw error;
    deps.log.warn("too busy", { chat: chat.id });
    await toast(deps, query.id, en.refused.busy);
  }
}

async function perform(deps: BotDeps, press: Press, context: PressContext): Promise<void> {
  if (press.kind === "incident") return await pressIncident(deps, press, context);
  await noteContact(deps, {
    ...seen(context.query.from),
    ...(context.chatId > 0 ? { reachable: true } : {}),
  });
  const committed = await administer(deps, press, context);
  await conclude(deps, context, committed);
  if (context.chatId > 0) await showDecision(deps, context, committed);
  else if (press.kind === "allow_calls") await retireQuestion(deps, context, committed);
}

async function pressIncident(
  deps: BotDeps,
  { incident, action }: Press & { kind: "incident" },
  context: PressContext,
): Promise<void> {
  const { query, updateId, chatId, messageId } = context;
  const acted = await withAdministrators(deps, chatId, (mayAsk) =>
    executeIncident(deps, {
      mayAsk,
      action,
      incident,
      actor: personRef(query.from),
      chatId,
      updateId,
      pressedMessageId: messageId,
    }));
  await conclude(deps, context, acted);
  if (acted.strayCard) await removeStray(deps, context);
  const shown = seen(query.from);
  if (acted.profile !== undefined && !isKnown(acted.profile, shown)) {
    // The press is done and answered: a name can be noted at the next contact.
    await noteContact(deps, shown).catch((error) =>
      deps.log.warn("contact not noted", { error: describeError(error) })
    );
  }
}

/** The toast goes out beside the card's edit: the presser does not wait for the group. */
async function conclude(
  deps: BotDeps,
  { query }: PressContext,
  { outcome, deliveries }: Committed,
): Promise<void> {
  const [answered] = await Promise.allSettled([
    toast(deps, query.id, sentenceFor(outcome, deps.now())),
    deliver(deps, deliveries),
  ]);
  noteOutcome(deps.trace, outcome);
  if (answered.status === "rejected") throw answered.reason;
}

async function administer(
  deps: BotDeps,
  press: Exclude<Press, { kind: "incident" }>,
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
    default:
      return press satisfies never;
  }
}

/** A second card, left by a broken connection, goes when somebody finds it. */
async function removeStray(deps: BotDeps, { chatId, messageId }: PressContext): Promise<void> {
  await unlessRefused(deps, () => deps.telegram.deleteMessage(chatId, messageId));
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
  { chatId, messageId, query }: PressContext,
  { outcome }: Committed,
): Promise<void> {
  if (outcome.kind !== "desk" || outcome.answer.key === "not_allowed") return;
  const before = query.message && "text" in query.message ? query.message.text ?? "" : "";
  const text = lines(clip(before, 1000), "", html`<b>${sentenceFor(outcome, deps.now())}</b>`);
  await unlessRefused(deps, () =>
    deps.telegram.editMessageText(chatId, messageId, text.source, {
      ...TEXT_OPTIONS,
      reply_markup: inlineKeyboard([]),
    }));
}
