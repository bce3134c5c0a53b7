/** Groups that wait for a platform admin, with or without a name for their company. */

import type { PendingGroup } from "../../domain/group.ts";
import { keys } from "../../store/keys.ts";
import { readAll, readOne } from "../../store/read.ts";
import type { BotDeps } from "../incoming.ts";

/** Counted no further than this. */
const MOST_WAITING = 500;

async function waitingIds({ kv }: BotDeps): Promise<number[]> {
  const ids: number[] = [];
  for await (const { key } of kv.list({ prefix: ["requested"] }, { limit: MOST_WAITING })) {
    ids.push(Number(key.at(-1)));
  }
  return ids;
}

/** How many groups have asked and were not answered, counted up to 500. */
export async function countWaiting(deps: BotDeps): Promise<number> {
  return (await waitingIds(deps)).length;
}

/** Those groups, the first request first. */
export async function waitingGroups(deps: BotDeps): Promise<PendingGroup[]> {
  const ids = await waitingIds(deps);
  const groups = await readAll(deps.kv, ids.map((id) => keys.group(id)));
  return groups
    .flatMap(({ value }) => value?.status === "pending" && value.request ? [value] : [])
    .toSorted((a, b) => (a.request?.at ?? 0) - (b.request?.at ?? 0));
}

/** One group that waits; `null`: it does not. */
export async function waitingGroup({ kv }: BotDeps, chatId: number): Promise<PendingGroup | null> {
  const { value } = await readOne(kv, keys.group(chatId));
  return value?.status === "pending" ? value : null;
}
