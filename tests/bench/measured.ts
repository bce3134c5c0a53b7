/** The real program over a full store and a Telegram that takes everything, and what its work costs. */

import { type App, createApp } from "../../src/app.ts";
import { createLog } from "../../src/log.ts";
import { denoKv, type Kv } from "../../src/store/kv.ts";
import { EXAMPLES, readConfig, type VariableName } from "../../src/config.ts";
import { fill } from "./fill.ts";

/** What something cost. */
export interface Cost {
  /** Keys that were read, and entries that were listed. */
  reads: number;
  /** Listings. */
  lists: number;
  /** Commits. */
  commits: number;
  /** Calls of the Bot API. */
  calls: number;
  /** Milliseconds. */
  took: number;
}

/** A program over a store of its own. */
export interface Measured {
  /** Moves time on, in milliseconds. */
  pass(ms: number): void;
  /** What this costs now. */
  costOf(work: (app: App) => Promise<unknown>): Promise<Cost>;
}

/** When the time of a bench begins, epoch milliseconds. */
const START = Date.UTC(2026, 10, 23, 9, 0);
/** So patient that only what is meant to falls due, in minutes: a week. */
const PATIENCE = "10080";

/** Fills an empty store, and puts the program on top. */
export async function measured(
  store: Deno.Kv,
  { incidents, due, minutes }: { incidents: number; due: number; minutes: number },
): Promise<Measured> {
  const values: Partial<Record<string, string>> = {
    ...EXAMPLES,
    SLA_UNCLAIMED_NUDGE_MINUTES: PATIENCE,
    HEARTBEAT_URL: "",
  };
  const config = readConfig((name) => values[name as VariableName]);
  await fill(store, { incidents, due, minutes, start: START, policy: config.policy });
  let now = START;
  let cost: Cost = nothing();
  const app = createApp(config, {
    kv: counting(denoKv(store), (add) =>
      Object.entries(add).forEach(([what, n]) => {
        cost[what as keyof Cost] += n;
      })),
    now: () => now,
    // That so many are unclaimed is no news.
    log: createLog({ level: "error", secrets: [], now: () => now, write: () => {} }),
  });
  let messageId = 100_000_000;
  // deno-lint-ignore no-explicit-any -- each method's result has a type of its own
  app.deps.telegram.config.use((_next, method): any => {
    cost.calls++;
    const result = method === "sendMessage"
      ? { message_id: ++messageId }
      : method === "getWebhookInfo"
      ? { url: "https://tocsin.example", pending_update_count: 0 }
      : true;
    return Promise.resolve({ ok: true, result });
  });
  return {
    pass: (ms) => now += ms,
    async costOf(work) {
      cost = nothing();
      const started = performance.now();
      await work(app);
      return { ...cost, took: performance.now() - started };
    },
  };
}

function nothing(): Cost {
  return { reads: 0, lists: 0, commits: 0, calls: 0, took: 0 };
}

function counting(kv: Kv, note: (add: Partial<Cost>) => void): Kv {
  return {
    getMany(keys) {
      note({ reads: keys.length });
      return kv.getMany(keys);
    },
    async *list(selector, options) {
      note({ lists: 1 });
      for await (const entry of kv.list(selector, options)) {
        note({ reads: 1 });
        yield entry;
      }
    },
    commit(checks, changes) {
      note({ commits: 1 });
      return kv.commit(checks, changes);
    },
  };
}
