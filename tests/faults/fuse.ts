/** A store that dies: after so many commits none goes through until it is mended. */

import type { Kv } from "../../src/store/kv.ts";

/** How many commits still go through; `Infinity`: all. */
export interface Fuse {
  left: number;
}

/** Wraps a store with a fuse. */
export function withFuse(kv: Kv, fuse: Fuse): Kv {
  return {
    ...kv,
    commit(checks, changes) {
      if (fuse.left <= 0) return Promise.reject(new Error("The program died here"));
      fuse.left--;
      return kv.commit(checks, changes);
    },
  };
}
