/** A press on an inline button. */

import type { CallbackQuery, Chat, User } from "grammy/types";
import { formatIncidentId } from "../domain/ids.ts";
import { TooBusyError } from "../store/retry.ts";
import { parseButtonData } from "../view/callback_data.ts";
import { toast } from "./answer.ts";
import { type ButtonRow, isForAdministrators, type Press } from "./button_row.ts";
import { BUTTONS } from "./button_table.ts";
import { pressNotify } from "./command_notify.ts";
import { pressConsole } from "./console/press.ts";
import { type BotDeps, isAnothersChat, isGroup } from "./incoming.ts";
import { administer } from "./press_desk.ts";
import { pressIncident } from "./press_incident.ts";
import { pressLanguage } from "./press_language.ts";
import { pressLetters } from "./press_letters.ts";
import { pressSettings } from "./press_settings.ts";
import { open } from "./press_open.ts";
import { pressPrivacy } from "./press_privacy.ts";
import type { PressContext } from "./pressed.ts";
import { readTexts, textsFor } from "./language.ts";

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
  if (!press || !chat || !query.message || !row || !isInPlace(row, chat, query.from)) {
    Object.assign(deps.trace, { person: query.from.id, action: "press", outcome: "unknown" });
    const texts = await readTexts(deps, query.from);
    return await toast(deps, query.id, texts.refused.unknownButton);
  }
  Object.assign(deps.trace, {
    chat: chat.id,
    person: query.from.id,
    incident: "incident" in press ? formatIncidentId(press.incident) : undefined,
    action: press.kind === "incident" ? press.action.type : press.kind,
    administers: !("incident" in press) && isForAdministrators(row),
  });
  const context = {
    query,
    updateId,
    chat,
    chatId: chat.id,
    messageId: query.message.message_id,
    texts: textsFor(query.from, null),
  };
  try {
    await perform(deps, press, context);
  } catch (error) {
    if (!(error instanceof TooBusyError)) throw error;
    deps.log.warn("too busy", { chat: chat.id });
    // The store can't be asked what they have chosen: they have waited long enough.
    await toast(deps, query.id, context.texts.refused.busy);
  }
}

function isInPlace({ place }: ButtonRow, chat: Chat, from: User): boolean {
  const [inGroup, inPrivate] = [
    isGroup(chat),
    chat.type === "private" && !isAnothersChat(chat, from),
  ];
  return place === "anywhere" ? inGroup || inPrivate : place === "group" ? inGroup : inPrivate;
}

async function perform(deps: BotDeps, press: Press, context: PressContext): Promise<void> {
  switch (press.kind) {
    case "incident":
      return await pressIncident(deps, press, context);
    case "language":
      return await pressLanguage(deps, press, context);
    case "menu":
    case "history":
    case "issue":
    case "ask_reason":
    case "files":
    case "page":
    case "close":
      return await open(deps, press, context);
    case "settings":
    case "setting":
      return await pressSettings(deps, press, await inTheirs(deps, context));
    case "console":
      return await pressConsole(deps, press.call, context);
    case "letters":
    case "send_again":
    case "drop_letter":
    case "drop_letters":
      return await pressLetters(deps, press, context);
    case "forget":
    case "forget_for_ever":
    case "retain":
      return await pressPrivacy(deps, press, await inTheirs(deps, context));
    case "notify":
      return await pressNotify(deps, press, await inTheirs(deps, context));
    default:
      return await administer(deps, press, context);
  }
}

/** In the language that somebody has chosen, where nothing else is read of them. */
async function inTheirs(deps: BotDeps, context: PressContext): Promise<PressContext> {
  return { ...context, texts: await readTexts(deps, context.query.from) };
}
