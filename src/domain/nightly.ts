/** When the nightly backup is due, and when those who wait for it have to know that it fails. */

import { z } from "zod";

/** How the nightly backups have gone. */
export interface Nightly {
  /** The version of this record's shape. */
  schema: 1;
  /** When the last one that was sent began, epoch milliseconds; `null`: none was. */
  sentAt: number | null;
  /** None has gone well since then, epoch milliseconds; `null`: the last one did. */
  failingSince: number | null;
  /** The platform admins know that it fails. */
  told: boolean;
}

/** Schema of {@linkcode Nightly}. */
export const Nightly: z.ZodType<Nightly> = z.object({
  schema: z.literal(1),
  sentAt: z.int().nullable(),
  failingSince: z.int().nullable(),
  told: z.boolean(),
});

/** How long backups may fail before somebody has to know, in milliseconds. */
export const FAILS_UNTOLD = 24 * 3_600_000;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * Whether one is to be sent: none was since that hour (UTC) has struck last. So one that failed is
 * tried again, and one that was slept through is made up for, once.
 */
export function isBackupDue(nightly: Nightly | null, now: number, hour: number): boolean {
  const today = now - now % DAY + hour * HOUR;
  const struck = today <= now ? today : today - DAY;
  return (nightly?.sentAt ?? -Infinity) < struck;
}

/** After one that was sent; `startedAt`: when it began. */
export function backupSent(startedAt: number): Nightly {
  return { schema: 1, sentAt: startedAt, failingSince: null, told: false };
}

/** After one that failed; `tell`: it is time to tell the platform admins, once. */
export function backupFailed(
  before: Nightly | null,
  now: number,
): { nightly: Nightly; tell: boolean } {
  const failingSince = before?.failingSince ?? now;
  const wasTold = before?.told ?? false;
  const isLong = now - failingSince >= FAILS_UNTOLD;
  const sentAt = before?.sentAt ?? null;
  return {
    nightly: { schema: 1, sentAt, failingSince, told: wasTold || isLong },
    tell: isLong && !wasTold,
  };
}
