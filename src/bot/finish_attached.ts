/** The answer when a group was attached to a company. */

import { deliver } from "../delivery/deliver.ts";
import type { Committed } from "../execute/commit.ts";
import { showGroupAnew } from "../execute/group_return.ts";
import { replanGroup } from "../execute/replan.ts";
import { type CommandCall, finish } from "./command.ts";
import type { BotDeps } from "./incoming.ts";

/** Answers, and shows the group as it is now. */
export async function finishAttached(
  deps: BotDeps,
  call: CommandCall,
  committed: Committed,
  groupChatId: number,
): Promise<void> {
  await finish(deps, call, committed);
  await showAttached(deps, committed, groupChatId);
}

/** A group that was let in again shows its incidents, and what was due meanwhile is owed now. */
export async function showAttached(
  deps: BotDeps,
  { outcome }: Committed,
  groupChatId: number,
): Promise<void> {
  if (outcome.kind !== "desk") return;
  if (outcome.answer.key !== "group_attached" && outcome.answer.key !== "group_moved") return;
  await deliver(deps, await showGroupAnew(deps, groupChatId));
  await replanGroup(deps, groupChatId);
}
