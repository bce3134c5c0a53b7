/** Whoever is being forgotten can do nothing until that is done. */

import { answer } from "./answer.ts";
import type { BotDeps, IncomingMessage } from "./incoming.ts";

/** Says so. */
export async function refuseForgotten(deps: BotDeps, incoming: IncomingMessage): Promise<void> {
  deps.trace.outcome = "being_forgotten";
  await answer(deps, incoming, incoming.texts.deskPrivacy.being_forgotten);
}
