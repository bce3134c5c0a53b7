/** A store that waits for other writers: an operation that finds it locked is tried again. */

import type { Kv } from "./kv.ts";
import { retry, type RetryDeps } from "./retry.ts";

/** Wraps a store; operations reject with `TooBusyError` when it stays locked for about 5 seconds. */
export function patientKv(kv: Kv, deps: RetryDeps): Kv {
  return {
    getMany: (keys) => retry(deps, () => kv.getMany(keys)),
    commit: (checks, changes) => retry(deps, () => kv.commit(checks, changes)),
    async *list(selector, options) {
      // Gathered before anything is given out: half a listing can't be tried again.
      yield* await retry(deps, () => Array.fromAsync(kv.list(selector, options)));
    },
  };
}
