/** A store in which nobody sees that somebody else sweeps. */

import { keys } from "../../src/store/keys.ts";
import type { Kv } from "../../src/store/kv.ts";

const LEASE = JSON.stringify(keys.sweepLease().key);
const isOther = ({ key }: { key: Deno.KvKey }) => JSON.stringify(key) !== LEASE;

/** The same store, without the right to sweep: everybody always gets it. */
export function ungoverned(kv: Kv): Kv {
  return {
    ...kv,
    getMany: async (wanted) =>
      (await kv.getMany(wanted)).map((entry) =>
        isOther(entry) ? entry : { key: entry.key, value: null, versionstamp: null }
      ),
    commit: (checks, changes) => kv.commit(checks.filter(isOther), changes.filter(isOther)),
  };
}
