/** Sees at the store whether an update has come as far as the domain's decision. */

import type { Kv } from "../../src/store/kv.ts";

/** Counts decisions. */
export interface Meter {
  /** Puts itself between the program and its store. */
  watch(kv: Kv): Kv;
  /** How many since the last call. */
  take(): number;
}

/** Makes one, for a program that is not started yet. */
export function decisionMeter(): Meter {
  let decisions = 0;
  return {
    watch: (kv) => ({
      ...kv,
      async getMany(keys) {
        const entries = await kv.getMany(keys);
        if (isDecided(entries)) decisions++;
        return entries;
      },
    }),
    take() {
      const taken = decisions;
      decisions = 0;
      return taken;
    },
  };
}

interface Stored {
  status?: string;
  company?: string;
  state?: { chatId: number };
}

/**
 * The one write path reads all that an action needs at once, with the update's mark. It decides when
 * the update is new, the group is active, and there is such an incident in it, or one is reported.
 */
function isDecided(entries: readonly Deno.KvEntryMaybe<unknown>[]): boolean {
  const byKind = new Map(entries.map((entry) => [String(entry.key[0]), entry]));
  const valueOf = (kind: string) => (byKind.get(kind)?.value ?? null) as Stored | null;
  if (!byKind.has("update") || valueOf("update") !== null) return false;
  const group = valueOf("group");
  if (group?.status !== "active") return false;
  if (byKind.has("counter")) return valueOf("company") !== null;
  const [, company] = byKind.get("incident")?.key ?? [];
  return group.company === company && valueOf("company") !== null &&
    valueOf("incident")?.state?.chatId === byKind.get("group")?.key[1];
}
