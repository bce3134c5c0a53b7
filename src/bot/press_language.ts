/** A press that chooses a language: in private one's own, in a group the group's. */

import type { Committed } from "../execute/commit.ts";
import { noteContact } from "../execute/contact.ts";
import { setGroupLanguage, setOwnLanguage } from "../execute/languages.ts";
import { ownLanguagePanel } from "../view/language_panel.ts";
import { toast } from "./answer.ts";
import { withAdministrators } from "./administrators.ts";
import type { LanguagePress } from "./button_row.ts";
import { type BotDeps, isGroup, seen } from "./incoming.ts";
import { redrawn, spokenBy, textsFor } from "./language.ts";
import { closePanel, editPanel } from "./panel.ts";
import { conclude, type PressContext } from "./pressed.ts";

/** Sets it, answers, and brings up to date what shows it. */
export async function pressLanguage(
  deps: BotDeps,
  { language }: LanguagePress,
  pressed: PressContext,
): Promise<void> {
  const { query: { from }, chat, chatId, updateId } = pressed;
  const inGroup = isGroup(chat);
  const known = await noteContact(deps, { ...seen(from), ...(inGroup ? {} : { reachable: true }) });
  const context = { ...pressed, texts: textsFor(from, known) };
  if (!known) {
    deps.trace.outcome = "being_forgotten";
    return await toast(deps, pressed.query.id, context.texts.deskPrivacy.being_forgotten);
  }
  const origin = { actorId: from.id, chatId, updateId };
  if (!inGroup) {
    const change = { language, languageCode: from.language_code };
    return await showOwn(deps, context, await setOwnLanguage(deps, origin, change));
  }
  const committed = await withAdministrators(
    deps,
    chatId,
    (mayAsk) => setGroupLanguage(deps, { ...origin, mayAsk }, language),
  );
  await conclude(deps, context, committed);
  if (committed.outcome.kind !== "desk" || committed.outcome.answer.key === "not_allowed") return;
  await closePanel(deps, context);
  await redrawn(deps, chatId, committed);
}

/** The buttons show what counts now, in the language that was chosen. */
async function showOwn(deps: BotDeps, pressed: PressContext, committed: Committed): Promise<void> {
  const texts = spokenBy(committed) ?? pressed.texts;
  await conclude(deps, { ...pressed, texts }, committed);
  const { outcome } = committed;
  if (outcome.kind !== "desk" || outcome.answer.key !== "own_language_set") return;
  await editPanel(deps, pressed, ownLanguagePanel(texts, outcome.answer));
}
