/** Somebody who is refused what only administrators may do is counted, whatever they tried. */

import { deliver } from "../delivery/deliver.ts";
import { noteRefusal } from "../execute/note_refusal.ts";
import { describeError } from "../log.ts";
import { findCommand } from "./command_table.ts";
import type { BotDeps, Trace } from "./incoming.ts";

/**
 * Counts a refusal, when it was one. It has been answered by then: that it could not be counted is no
 * reason to bring the update again.
 */
export async function noteRefused(
  deps: BotDeps,
  updateId: number,
  { person, chat, action, outcome }: Trace,
): Promise<void> {
  if (outcome !== "not_allowed" || person === undefined || !action) return;
  const what = findCommand(action) ? `/${action}` : action;
  try {
    await deliver(
      deps,
      await noteRefusal(deps, person, { updateId, what, chatId: chat ?? person }),
    );
  } catch (error) {
    deps.log.warn("refusal not counted", { error: describeError(error) });
  }
}
