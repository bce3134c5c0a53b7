/** Whether one more command of a person may be run now. */

import type { CoreDeps } from "../deps.ts";
import {
  COMMAND_WINDOW,
  type Passage,
  passCommand as decidePassage,
} from "../domain/command_window.ts";
import type { AttachedGroup } from "../domain/group.ts";
import { policyFor } from "../domain/policy.ts";
import { keys } from "../store/keys.ts";
import { readMany } from "../store/read.ts";
import { LOST_RACE, retry } from "../store/retry.ts";
import { set } from "../store/write.ts";

/**
 * Counts a command, checked, so that several processes let exactly as many through as the policy
 * says: the company's or the group's in an active group, else the environment's. Platform admins
 * have no limit and cost nothing.
 */
export function passCommand(
  deps: CoreDeps,
  { personId, updateId, group }: {
    personId: number;
    updateId: number;
    /** The active group; `null`: elsewhere. */
    group: AttachedGroup | null;
  },
): Promise<Passage> {
  if (deps.settings.platformAdmins.includes(personId)) return Promise.resolve({ kind: "run" });
  const wanted = {
    window: keys.commands(personId, group?.company ?? null),
    company: keys.company(group?.company ?? ""),
  };
  return retry(deps, async () => {
    const read = await readMany(deps.kv, wanted);
    const levels = group && read.company.value ? [read.company.value, group] : [];
    const { commandsPerPersonPerMinute: most } = policyFor(deps.settings.policy, ...levels);
    const before = read.window.value;
    const { passage, window } = decidePassage(before, { updateId, now: deps.now(), most });
    if (window === before) return passage;
    const changes = [set(read.window, window, COMMAND_WINDOW)];
    return await deps.kv.commit([read.window], changes) === null ? LOST_RACE : passage;
  });
}
