/** A press that opens something for whoever pressed: a menu, a page, files, a question. */

import { deliver } from "../delivery/deliver.ts";
import { askForReason } from "../execute/prompts.ts";
import type { Outcome } from "../domain/outcome.ts";
import { generalRefusal } from "../domain/refuse.ts";
import type { PersonalAction } from "../domain/rules.ts";
import { sentenceFor } from "../view/answers.ts";
import { toast } from "./answer.ts";
import type { OpeningPress } from "./button_row.ts";
import { noteOutcome } from "./command.ts";
import { turnPage } from "./command_find.ts";
import { refreshContact } from "./contact.ts";
import { sendFiles } from "./files.ts";
import { issueFor, timelineFor } from "./history.ts";
import { type BotDeps, isGroup, personRef } from "./incoming.ts";
import { type Look, lookAt } from "./look.ts";
import { menuFor, NEEDED } from "./menu.ts";
import { closePanel, quietly, showPanel } from "./panel.ts";
import type { PressContext } from "./pressed.ts";
import { readTexts } from "./language.ts";
import { textsForGroup } from "../view/texts/language.ts";

/** Opens it, for those who may see it. */
export async function open(
  deps: BotDeps,
  press: OpeningPress,
  context: PressContext,
): Promise<void> {
  const { query, chat } = context;
  switch (press.kind) {
    case "close":
      await Promise.all([closePanel(deps, context), quietly(deps, query)]);
      return;
    case "page":
      return await turnPage(deps, context, press.page);
    default:
  }
  const look = await lookAt(deps, { chat, from: query.from }, press.incident);
  if (!look) {
    deps.trace.outcome = "unknown_incident";
    const texts = await readTexts(deps, query.from);
    return await toast(deps, query.id, texts.refused.unknown_incident);
  }
  if (look.profile?.forgetting) {
    deps.trace.outcome = "being_forgotten";
    return await toast(deps, query.id, look.texts.deskPrivacy.being_forgotten);
  }
  await show(deps, press, { context: { ...context, texts: look.texts }, look });
  await refreshContact(deps, query.from, look.profile);
}

/** What is about an incident, for somebody who may see it. */
async function show(
  deps: BotDeps,
  press: Exclude<OpeningPress, { kind: "close" | "page" }>,
  { context, look }: { context: PressContext; look: Look },
): Promise<void> {
  const { query, chat, updateId, texts } = context;
  const worksInPrivate = () => isSameInPrivate(deps, context, look);
  switch (press.kind) {
    case "menu": {
      const needed = NEEDED[press.menu];
      const why = needed && refusalOf(look, needed);
      if (why) return await refuse(deps, context, why);
      return await showPanel(deps, context, await menuFor(deps, look, press), { worksInPrivate });
    }
    case "history": {
      const panel = await timelineFor(deps, look, press.page);
      return await showPanel(deps, context, panel, { worksInPrivate });
    }
    case "issue": {
      const panel = await issueFor(deps, look, press.page ?? 0);
      return await showPanel(deps, context, panel, { worksInPrivate });
    }
    case "files":
      return await sendFiles(deps, context, look);
    case "ask_reason": {
      const why = refusalOf(look, "cancel");
      if (why) return await refuse(deps, context, why);
      const { deliveries } = await askForReason(deps, { chatId: chat.id, updateId }, {
        texts: isGroup(chat) ? textsForGroup(look.group, look.company) : texts,
        person: personRef(query.from),
        incident: press.incident,
        topicId: look.incident.topicId,
      });
      await Promise.all([
        deliver(deps, deliveries),
        closePanel(deps, context),
        quietly(deps, query),
      ]);
      return;
    }
    default:
      return press satisfies never;
  }
}

async function refuse(deps: BotDeps, { query, texts }: PressContext, why: Outcome): Promise<void> {
  noteOutcome(deps.trace, why);
  await toast(deps, query.id, sentenceFor(texts, why, deps.now()));
}

/** Why somebody can't do that to it now. */
function refusalOf({ incident, facts }: Look, action: PersonalAction): Outcome | null {
  const refusal = generalRefusal(incident, action, facts.actor, facts);
  return refusal && { kind: "refused", refusal };
}

/**
 * Whether what is shown works in the person's private chat as it does here: the roles of a group do not
 * count there.
 */
async function isSameInPrivate(
  deps: BotDeps,
  { query: { from } }: PressContext,
  { incident, possible }: Look,
): Promise<boolean> {
  const chat = { id: from.id, type: "private" as const, first_name: from.first_name };
  const there = await lookAt(deps, { chat, from }, incident);
  return there !== null && there.possible.symmetricDifference(possible).size === 0;
}
