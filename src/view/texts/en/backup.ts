/** What goes with the nightly backup. */

import { count } from "./grammar.ts";

/** In English. */
export const backup = {
  backup: {
    part: (when: string, number: number) => `Backup of ${when}, encrypted, part ${number}`,
    lastPart: (when: string, number: number, parts: number) =>
      parts === 1
        ? `Backup of ${when}, encrypted, whole`
        : `Backup of ${when}, encrypted, part ${number}, the last of ${parts}`,
    failing: (hours: number) =>
      `🚨 The nightly backup has failed for ${count(hours, "hour", "hours")}`,
    why: "Why it matters: what is lost with the store now is lost for good.",
    first: "Do first: look in the log for “backup failed”, and make one with deno task kv export.",
  },
} as const;
