/** The right to send the nightly backup: of several processes one does, and it is sent once. */

import type { CoreDeps } from "../deps.ts";
import { isBackupDue } from "../domain/nightly.ts";
import { keys } from "../store/keys.ts";
import { type Entry, readMany } from "../store/read.ts";
import type { SweepLease } from "../store/records.ts";
import { set } from "../store/write.ts";

/** A part has to be sent within that time, milliseconds; who died keeps nobody waiting for longer. */
export const BACKUP_LEASE_TIME = 30 * 60_000;

/** A right that is held. */
export interface HeldLease {
  /** Has it for longer; throws when somebody else has it by now. */
  renew(): Promise<void>;
  /** Gives it back, unless somebody else has it by now. */
  end(): Promise<void>;
}

/** Takes the right to send what is due then; else why not. */
export async function takeBackupLease(
  deps: CoreDeps,
  hour: number,
): Promise<HeldLease | "not_due" | "busy"> {
  const now = deps.now();
  const wanted = { nightly: keys.nightly(), lease: keys.backupLease() };
  const { nightly, lease } = await readMany(deps.kv, wanted);
  if (!isBackupDue(nightly.value, now, hour)) return "not_due";
  if (lease.value && lease.value.until > now) return "busy";
  const value: SweepLease = { schema: 1, holder: deps.newId(), until: now + BACKUP_LEASE_TIME };
  const versionstamp = await deps.kv.commit([nightly, lease], [set(lease, value)]);
  return versionstamp === null ? "busy" : held(deps, { ...lease, value, versionstamp });
}

function held({ kv, now }: CoreDeps, first: Entry<SweepLease>): HeldLease {
  let lease = first;
  return {
    async renew() {
      const value = { ...lease.value!, until: now() + BACKUP_LEASE_TIME };
      const versionstamp = await kv.commit([lease], [set(lease, value)]);
      if (versionstamp === null) throw new Error("another process sends the backup by now");
      lease = { ...lease, value, versionstamp };
    },
    async end() {
      await kv.commit([lease], [{ type: "delete", key: lease.key }]);
    },
  };
}
