/** A press that does something to an incident. */

import { unlessRefused } from "../delivery/unless_refused.ts";
import type { LaterAction } from "../domain/action.ts";
import { formatIncidentId, type IncidentId } from "../domain/ids.ts";
import { named } from "../execute/audience.ts";
import { keys } from "../store/keys.ts";
import { readOne } from "../store/read.ts";
import { actOn } from "./act_on.ts";
import type { Press } from "./button_row.ts";
import { issueFor } from "./history.ts";
import { refreshContact } from "./contact.ts";
import { type BotDeps, isGroup } from "./incoming.ts";
import { lookAt } from "./look.ts";
import { closePanel, editPanel, ephemeralIdOf } from "./panel.ts";
import { conclude, type PressContext } from "./pressed.ts";
import { textsFor } from "./language.ts";

/** Does what the button says, answers, and brings up to date what was pressed. */
export async function pressIncident(
  deps: BotDeps,
  press: Press & { kind: "incident" },
  context: PressContext,
): Promise<void> {
  const { query, chat, updateId, messageId } = context;
  const action = await withName(deps, press.action);
  const isCard = isGroup(chat) && ephemeralIdOf(query) === null;
  const occasion = {
    chat,
    from: query.from,
    updateId,
    ...(isCard ? { pressedMessageId: messageId } : {}),
    ...(isGroup(chat) ? {} : { callMessageId: messageId }),
  };
  const acted = await actOn(deps, occasion, { incident: press.incident, action });
  const texts = textsFor(query.from, acted.profile, acted.company);
  await conclude(deps, { ...context, texts }, acted);
  if (acted.strayCard) await removeStray(deps, context, press.incident);
  if (action.type === "check_in" && acted.outcome.kind === "done") {
    await removeQuestion(deps, context);
  }
  if (!isGroup(chat)) await showAsItIs(deps, press, context);
  else if (!isCard && acted.outcome.kind === "done") await closePanel(deps, context);
  await refreshContact(deps, query.from, acted.profile);
}

/** A button names a person by id alone. */
async function withName(deps: BotDeps, action: LaterAction): Promise<LaterAction> {
  if (action.type !== "assign") return action;
  const [to = action.to] = await named(deps.kv, [action.to.id]);
  return { ...action, to };
}

/** Who says that they are at work on it has answered the question that had the button. */
async function removeQuestion(deps: BotDeps, { chatId, messageId }: PressContext): Promise<void> {
  const { value } = await readOne(deps.kv, keys.message(chatId, messageId));
  if (value?.role !== "call") return;
  await unlessRefused(deps, () => deps.telegram.deleteMessage(chatId, messageId));
}

/** In private the message becomes the incident as it is now. */
async function showAsItIs(
  deps: BotDeps,
  { incident }: Press & { kind: "incident" },
  context: PressContext,
): Promise<void> {
  const { query, chat } = context;
  const look = await lookAt(deps, { chat, from: query.from }, incident);
  if (look) await editPanel(deps, context, await issueFor(deps, look, 0));
}

/**
 * A second card, left by a broken connection, goes when somebody finds it. It is on record nowhere, or
 * as an older card of the same incident: a forged press must not remove anything else.
 */
async function removeStray(
  deps: BotDeps,
  { chatId, messageId }: PressContext,
  incident: IncidentId,
): Promise<void> {
  const { value } = await readOne(deps.kv, keys.message(chatId, messageId));
  const isOther = value !== null &&
    (value.role !== "card" || formatIncidentId(value.incident) !== formatIncidentId(incident));
  if (isOther) return;
  await unlessRefused(deps, () => deps.telegram.deleteMessage(chatId, messageId));
}
