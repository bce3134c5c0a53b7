/**
 * The right to sweep: of several processes whose crons go off in the same minute, one sweeps. Two at
 * once would do no harm, only the same reads twice.
 */

import type { CoreDeps } from "../deps.ts";
import { keys } from "../store/keys.ts";
import { type Entry, readOne } from "../store/read.ts";
import type { Heartbeat, SweepLease } from "../store/records.ts";
import { set } from "../store/write.ts";

/** Over before the next minute's sweep, so that one that died keeps nobody waiting; milliseconds. */
export const SWEEP_LEASE_TIME = 55_000;

/** Takes the right to sweep; `null` when somebody else has it. */
export async function takeSweepLease(deps: CoreDeps): Promise<Entry<SweepLease> | null> {
  const now = deps.now();
  const before = await readOne(deps.kv, keys.sweepLease());
  if (before.value && before.value.until > now) return null;
  const value: SweepLease = { schema: 1, holder: deps.newId(), until: now + SWEEP_LEASE_TIME };
  const versionstamp = await deps.kv.commit([before], [set(before, value)]);
  return versionstamp === null ? null : { ...before, value, versionstamp };
}

/** Gives the right back, unless somebody else has it by now, and puts the sweep on record. */
export async function endSweep(
  { kv }: CoreDeps,
  lease: Entry<SweepLease>,
  heartbeat: Heartbeat,
): Promise<void> {
  const record = set(keys.heartbeat(), heartbeat);
  if (await kv.commit([lease], [{ type: "delete", key: lease.key }, record]) !== null) return;
  await kv.commit([], [record]);
}
