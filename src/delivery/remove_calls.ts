/** A new call replaces the one before it, which goes or becomes one line. */

import type { Deps } from "../deps.ts";
import { formatIncidentId } from "../domain/ids.ts";
import type { Known } from "../store/drain_token.ts";
import type { Change } from "../store/kv.ts";
import type { Card } from "../store/records.ts";
import { tellManagers } from "./tell_managers.ts";
import { verdictOn } from "./verdict.ts";
import { textsForGroup } from "../view/texts/language.ts";

/**
 * Until then Telegram lets a bot delete its own messages, in milliseconds.
 *
 * @see https://core.telegram.org/bots/api#deletemessage
 */
const DELETABLE_FOR = 48 * 3_600_000;

/** What became of calls. */
export interface Removed {
  /** Those that the next call has to try again. */
  left: number[];
  /** What is to be recorded. */
  changes: Change[];
}

/** Removes the calls of a card; one that Telegram won't delete becomes one line without buttons. */
export async function removeCalls(
  deps: Deps,
  { state: incident, company, group }: Known,
  { callMessageIds, calledAt = 0 }: Card,
): Promise<Removed> {
  const replaced = textsForGroup(group, company).calls.replaced(formatIncidentId(incident));
  const outcomes = await Promise.all(callMessageIds.map(async (id) => {
    const outcome = await removeCall(deps, { chatId: incident.chatId, messageId: id }, replaced);
    return { id, outcome };
  }));
  const isYoung = deps.now() - calledAt < DELETABLE_FOR;
  const lacksRight = isYoung && outcomes.some(({ outcome }) => outcome.wasRefused);
  return {
    left: outcomes.filter(({ outcome }) => outcome.isHeld).map(({ id }) => id),
    changes: lacksRight ? await tellManagers(deps, incident.chatId, "delete") : [],
  };
}

/** What became of one call. */
interface Outcome {
  /** Telegram asks to wait. */
  isHeld: boolean;
  /** Telegram would not delete it. */
  wasRefused: boolean;
}

async function removeCall(
  deps: Deps,
  { chatId, messageId }: { chatId: number; messageId: number },
  replaced: string,
): Promise<Outcome> {
  const removing = await kindOf(deps, () => deps.telegram.deleteMessage(chatId, messageId));
  if (removing !== "undeletable") return { isHeld: removing === "hold", wasRefused: false };
  const edit = () => deps.telegram.editMessageText(chatId, messageId, replaced);
  const editing = await kindOf(deps, edit);
  return { isHeld: editing === "hold", wasRefused: true };
}

/** What a refusal means; `null`: there was none. */
async function kindOf(deps: Deps, call: () => Promise<unknown>) {
  try {
    await call();
    return null;
  } catch (error) {
    const { kind } = verdictOn(error);
    deps.log.debug("could not remove a call", { error: kind });
    return kind;
  }
}
