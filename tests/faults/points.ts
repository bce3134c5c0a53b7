/**
 * Every point at which a program can die so that it matters: around each call and each commit.
 * (Reading changes nothing: to die at a read is to die after the effect before it.)
 */

import type { Deps } from "../../src/deps.ts";
import type { Kv } from "../../src/store/kv.ts";

/** Told of every point as it is reached. */
export type Reach = (point: string) => void;

/** The same parts with a point before and after each effect. */
export function withPoints(deps: Deps, reach: Reach): Deps {
  deps.telegram.config.use(async (call, method, payload, signal) => {
    reach(`before ${method}`);
    const result = await call(method, payload, signal);
    reach(`after ${method}`);
    return result;
  });
  const { kv } = deps;
  const pointed: Kv = {
    getMany: (keys) => kv.getMany(keys),
    list: (selector, options) => kv.list(selector, options),
    async commit(checks, changes) {
      const what = changes.map(({ type, key }) => `${type} ${String(key[0])}`).join(", ");
      reach(`before committing ${what}`);
      const versionstamp = await kv.commit(checks, changes);
      reach(`after committing ${what}`);
      return versionstamp;
    },
  };
  return { ...deps, kv: pointed };
}
