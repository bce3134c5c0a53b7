/** A store that goes back to how it was: what is granted is done for real, and undone after. */

import { assert } from "@std/assert";
import type { Kv } from "../../src/store/kv.ts";
import { keyText } from "../faults/stored_record.ts";

/** Watches what a program writes, and takes it back. */
export interface Restorable {
  /** Puts itself between the program and its store. */
  watch(kv: Kv): Kv;
  /** From now on the store goes back to how it is now. */
  remember(store: Deno.Kv): Promise<void>;
  /** The keys that were written since. */
  written(): Deno.KvKey[];
  /** Goes back. */
  restore(store: Deno.Kv): Promise<void>;
}

/** Makes one, for a program that is not started yet. */
export function restorable(): Restorable {
  const before = new Map<string, unknown>();
  const touched = new Map<string, Deno.KvKey>();
  return {
    watch: (kv) => ({
      ...kv,
      async commit(checks, changes) {
        const versionstamp = await kv.commit(checks, changes);
        if (versionstamp !== null) {
          for (const { key } of changes) touched.set(keyText(key), key);
        }
        return versionstamp;
      },
    }),
    async remember(store) {
      touched.clear();
      before.clear();
      for await (const { key, value } of store.list({ prefix: [] })) {
        before.set(keyText(key), value);
      }
    },
    written: () => [...touched.values()],
    async restore(store) {
      if (touched.size === 0) return;
      const atomic = store.atomic();
      for (const [text, key] of touched) {
        if (before.has(text)) atomic.set(key, before.get(text));
        else atomic.delete(key);
      }
      assert((await atomic.commit()).ok);
      touched.clear();
    },
  };
}
