/** The write path's surroundings: a store in memory, and time, chance and ids in the test's hand. */

import type { CoreDeps } from "../../src/deps.ts";
import { createTurns } from "../../src/execute/turns.ts";
import { createLog } from "../../src/log.ts";
import { denoKv, type Kv } from "../../src/store/kv.ts";
import { NOON, policy } from "../domain/cast.ts";

/** The platform's only admin. */
export const PLATFORM_ADMIN = 900;

/** The surroundings, and what a test does with them. */
export interface Core {
  deps: CoreDeps;
  store: Deno.Kv;
  /** Commits so far. */
  commits(): number;
  /** Moves time on. */
  pass(ms: number): void;
}

/** Tells a story over an empty store. `meanwhile` runs just before a commit: another was faster. */
export async function withCore(
  story: (core: Core) => Promise<void>,
  meanwhile: (kv: Kv, commit: number) => Promise<unknown> = () => Promise.resolve(),
): Promise<void> {
  const store = await Deno.openKv(":memory:");
  const real = denoKv(store);
  let now = NOON;
  let ids = 0;
  let commits = 0;
  const kv: Kv = {
    ...real,
    async commit(checks, changes) {
      await meanwhile(real, ++commits);
      return await real.commit(checks, changes);
    },
  };
  const deps: CoreDeps = {
    kv,
    now: () => now,
    sleep: () => Promise.resolve(),
    random: () => 0.5,
    newId: () => `id${++ids}`,
    turns: createTurns(),
    log: createLog({ level: "error", secrets: [], now: () => now, write: () => {} }),
    settings: { botId: 1, platformAdmins: [PLATFORM_ADMIN], secrets: [], policy },
  };
  try {
    await story({ deps, store, commits: () => commits, pass: (ms) => now += ms });
  } finally {
    store.close();
  }
}

/** Every key in the store, with its value. */
export async function everything(store: Deno.Kv): Promise<Map<string, unknown>> {
  const all = new Map<string, unknown>();
  for await (const { key, value } of store.list({ prefix: [] })) all.set(key.join("/"), value);
  return all;
}
