/** Once a night an encrypted backup goes to the platform admins; one that failed is tried again. */

import { deliver } from "../delivery/deliver.ts";
import { MOST_OF_A_DOCUMENT, sendBackup } from "../delivery/send_backup.ts";
import type { Deps } from "../deps.ts";
import { noteBackupFailed, noteBackupSent } from "../execute/note_backup.ts";
import { describeError } from "../log.ts";
import { encryptedParts } from "../store/backup/encrypt.ts";
import { exportBytes } from "../store/backup/export.ts";
import { reachable } from "../store/reachable.ts";
import { type HeldLease, takeBackupLease } from "./backup_lease.ts";

/** What became of it; `off`: there is no passphrase. */
export interface BackupReport {
  /** In one word. */
  outcome: "off" | "not_due" | "busy" | "sent" | "failed";
  /** How many parts were sent. */
  parts: number;
}

/** Options of {@linkcode nightlyBackup}. */
export interface NightlyOptions {
  /** What it can be decrypted with; `undefined`: none is sent. */
  passphrase: string | undefined;
  /** From which hour on it is due, in UTC. */
  hour: number;
  /** Most bytes of a part. */
  partSize?: number;
  /** Bytes that are encrypted at once. */
  frameSize?: number;
  /** How often the passphrase is hashed. */
  iterations?: number;
}

/** Sends the night's backup when it is due and nobody else is at it. */
export async function nightlyBackup(
  deps: Deps,
  { passphrase, hour, partSize = MOST_OF_A_DOCUMENT, ...sizes }: NightlyOptions,
): Promise<BackupReport> {
  if (passphrase === undefined) return { outcome: "off", parts: 0 };
  const lease = await takeBackupLease(deps, hour);
  if (typeof lease === "string") return { outcome: lease, parts: 0 };
  try {
    const parts = await send(deps, lease, { passphrase, partSize, ...sizes });
    return { outcome: "sent", parts };
  } catch (error) {
    deps.log.error("backup failed", { error: describeError(error) });
    await deliver(deps, await noteBackupFailed(deps));
    return { outcome: "failed", parts: 0 };
  } finally {
    await lease.end();
  }
}

async function send(
  deps: Deps,
  lease: HeldLease,
  options: Parameters<typeof encryptedParts>[1],
): Promise<number> {
  const at = deps.now();
  const to = await reachable(deps.kv, deps.settings.platformAdmins);
  if (to.length === 0) throw new Error("no platform admin has started the bot");
  const parcels = encryptedParts(exportBytes(deps.kv, { now: at }), options);
  const parts = await sendBackup(deps, parcels, { to, at, afterPart: () => lease.renew() });
  await noteBackupSent(deps, at);
  return parts;
}
