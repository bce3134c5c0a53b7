/** A press on the list of what could not be said: sends again, drops, turns the page. */

import { dropLetter, dropLetters, sendAgain } from "../execute/dead_letters.ts";
import { isPlatformAdmin } from "../execute/companies.ts";
import { toast } from "./answer.ts";
import type { LettersPress } from "./button_row.ts";
import type { BotDeps } from "./incoming.ts";
import { lettersPage } from "./letters.ts";
import { editPanel, quietly } from "./panel.ts";
import { conclude, type PressContext } from "./pressed.ts";
import { readTexts } from "./language.ts";

/** Does it, and shows the list as it is then; nobody but platform admins sees it. */
export async function pressLetters(
  deps: BotDeps,
  press: LettersPress,
  pressed: PressContext,
): Promise<void> {
  const { query } = pressed;
  const texts = await readTexts(deps, query.from);
  const context = { ...pressed, texts };
  if (!isPlatformAdmin(deps, query.from.id)) {
    deps.trace.outcome = "not_allowed";
    return await toast(deps, query.id, texts.desk.not_allowed);
  }
  await settle(deps, press, context);
  await editPanel(deps, context, await lettersPage(deps, { texts, page: press.page }));
}

async function settle(deps: BotDeps, press: LettersPress, context: PressContext): Promise<void> {
  const { query, updateId, chatId } = context;
  const origin = { actorId: query.from.id, chatId, updateId };
  switch (press.kind) {
    case "letters":
      return await quietly(deps, query);
    case "send_again":
      return await conclude(deps, context, await sendAgain(deps, origin, press.letter));
    case "drop_letter":
      return await conclude(deps, context, await dropLetter(deps, origin, press.letter));
    case "drop_letters":
      return await conclude(deps, context, await dropLetters(deps, origin, press.until));
    default:
      return press satisfies never;
  }
}
