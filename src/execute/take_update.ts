/** An update whose effect is outside the store is marked before it, so that a redelivery has none. */

import type { CoreDeps } from "../deps.ts";
import { keys } from "../store/keys.ts";
import { readOne } from "../store/read.ts";
import { LOST_RACE, retry } from "../store/retry.ts";
import { set } from "../store/write.ts";
import { MARK_TIME, markOf } from "./commit.ts";

/** Marks it; `false`: it was marked before, and whoever did that does what it wants. */
export function takeUpdate(deps: CoreDeps, updateId: number): Promise<boolean> {
  return retry(deps, async () => {
    const mark = await readOne(deps.kv, keys.update(deps.settings.botId, updateId));
    const now = deps.now();
    if (mark.value && mark.value.expiresAt > now) return false;
    const taken = markOf({ kind: "desk", answer: { key: "noted" } }, now);
    const versionstamp = await deps.kv.commit([mark], [set(mark, taken, MARK_TIME)]);
    return versionstamp === null ? LOST_RACE : true;
  });
}
