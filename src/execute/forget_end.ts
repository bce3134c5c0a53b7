/** How far the forgetting of somebody is, and its end. */

import type { CoreDeps } from "../deps.ts";
import type { Forgetting } from "../store/forgetting.ts";
import { keys } from "../store/keys.ts";
import { readMany, readOne } from "../store/read.ts";
import { LOST_RACE, retry } from "../store/retry.ts";
import { set } from "../store/write.ts";

/** Puts on record how far it is; nobody loses anything when it is done again from an older place. */
export async function markPlace(
  deps: CoreDeps,
  personId: number,
  place: Pick<Forgetting, "step" | "next">,
): Promise<void> {
  await retry(deps, async () => {
    const entry = await readOne(deps.kv, keys.forgetting(personId));
    if (!entry.value) return;
    const after = { ...entry.value, ...place };
    if (await deps.kv.commit([entry], [set(entry, after)]) === null) return LOST_RACE;
  });
}

/** Forgets the last of it: the mark itself and what stood for the profile. */
export async function endForgetting(deps: CoreDeps, personId: number): Promise<void> {
  await retry(deps, async () => {
    const { forgetting, profile } = await readMany(deps.kv, {
      forgetting: keys.forgetting(personId),
      profile: keys.profile(personId),
    });
    if (!forgetting.value) return;
    const versionstamp = await deps.kv.commit([forgetting, profile], [
      { type: "delete", key: forgetting.key },
      { type: "delete", key: profile.key },
    ]);
    if (versionstamp === null) return LOST_RACE;
  });
}
