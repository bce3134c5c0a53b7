/** A store whose operations take their time, each a different one, so that races come out differently. */

import type { Kv } from "../../src/store/kv.ts";

/** The same store; before and after each operation others get their turn, as often as chance says. */
export function shaken(kv: Kv, random: () => number): Kv {
  async function linger(): Promise<void> {
    const turns = Math.floor(random() * 8);
    for (let i = 0; i < turns; i++) await null;
    if (random() < 0.1) await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return {
    async getMany(keys) {
      await linger();
      const found = await kv.getMany(keys);
      await linger();
      return found;
    },
    async *list(selector, options) {
      await linger();
      for await (const entry of kv.list(selector, options)) {
        yield entry;
        await linger();
      }
    },
    async commit(checks, changes) {
      await linger();
      const versionstamp = await kv.commit(checks, changes);
      await linger();
      return versionstamp;
    },
  };
}
