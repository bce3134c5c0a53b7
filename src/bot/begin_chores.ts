/** What a decision leaves to be done is begun at once; the sweep does the rest. */

import { deliver } from "../delivery/deliver.ts";
import { CHORE_BUDGET, workOn } from "../execute/chores.ts";
import { listChores } from "../store/listings.ts";
import type { BotDeps } from "./incoming.ts";

/** Works on what is to be done for a company, for some seconds. */
export async function beginChores(deps: BotDeps, companyId: string): Promise<void> {
  const endAt = deps.now() + CHORE_BUDGET;
  for await (const chore of listChores(deps.kv)) {
    if (chore.company === companyId) await deliver(deps, await workOn(deps, chore, endAt));
  }
}
