/** The last word to somebody who was forgotten. */

import { GrammyError } from "grammy";
import type { Deps } from "../deps.ts";
import { describeError } from "../log.ts";
import { keys } from "../store/keys.ts";
import { readOne } from "../store/read.ts";
import { textsForPerson } from "../view/texts/language.ts";
import { TEXT_OPTIONS } from "./wire.ts";

/**
 * Says that it is done, straight to their private chat: a row of the outbox would keep their id. Whom
 * Telegram does not let it write to, or can't reach just now, is not told: nothing more is kept of them.
 */
export async function sayForgotten(deps: Deps, personId: number): Promise<void> {
  const { value } = await readOne(deps.kv, keys.profile(personId));
  const { forgotten } = textsForPerson(value).privacy;
  try {
    await deps.telegram.sendMessage(personId, forgotten, TEXT_OPTIONS);
  } catch (error) {
    const log = error instanceof GrammyError ? deps.log.debug : deps.log.warn;
    log("the forgotten were not told", { error: describeError(error) });
  }
}
