/** A store that can be broken and mended while a program works with it. */

import { type Kv, KvError } from "../../src/store/kv.ts";

/** A store, and what is wrong with it. */
export interface BreakableKv {
  state: {
    /** Asked before every operation with the keys it is about; a listing names none. */
    trouble(keys: readonly Deno.KvKey[]): Error | null;
  };
  /** For `startProgram`. */
  wrapKv(kv: Kv): Kv;
}

/** Makes a store that works until `trouble` says otherwise. */
export function breakableKv(): BreakableKv {
  const state: BreakableKv["state"] = { trouble: () => null };
  const fail = (keys: readonly Deno.KvKey[]) => {
    const error = state.trouble(keys);
    if (error) throw error;
  };
  const wrapKv = (kv: Kv): Kv => ({
    // deno-lint-ignore require-await -- a failure is a rejection
    async getMany(keys) {
      fail(keys);
      return kv.getMany(keys);
    },
    async *list(selector, options) {
      fail([]);
      yield* kv.list(selector, options);
    },
    // deno-lint-ignore require-await -- a failure is a rejection
    async commit(checks, changes) {
      fail([...checks, ...changes].map(({ key }) => key));
      return kv.commit(checks, changes);
    },
  });
  return { state, wrapKv };
}

/** What a store that can't be reached throws. */
export function lost(): KvError {
  return new KvError(new Error("connection lost"));
}
