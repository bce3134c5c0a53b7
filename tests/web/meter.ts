/** Writes down what a program asks of its store and of Telegram, in order. */

import type { Deps } from "../../src/deps.ts";
import type { Kv } from "../../src/store/kv.ts";

/** One operation, when it begins. */
export type Operation =
  | { kind: "read" | "list" | "commit" }
  | { kind: "call"; method: string };

/** What something costs. */
export interface Cost {
  /** Batched reads. */
  reads: number;
  /** Listings. */
  lists: number;
  /** Commits, lost ones too. */
  commits: number;
  /** Methods of the Bot API, in order. */
  calls: string[];
}

/** Counts operations. */
export interface Meter {
  /** Everything since the start or the last `reset`. */
  readonly operations: readonly Operation[];
  /** Forgets what was counted. */
  reset(): void;
  /** What was counted, added up. */
  cost(): Cost;
  /** For `createApp`. */
  wrap(deps: Deps): Deps;
}

/** Makes a meter. */
export function createMeter(): Meter {
  let operations: Operation[] = [];
  const note = (operation: Operation) => void operations.push(operation);
  const count = (wanted: Operation["kind"]) =>
    operations.filter(({ kind }) => kind === wanted).length;
  return {
    get operations() {
      return operations;
    },
    reset: () => void (operations = []),
    cost: () => ({
      reads: count("read"),
      lists: count("list"),
      commits: count("commit"),
      calls: operations.flatMap((it) => it.kind === "call" ? [it.method] : []),
    }),
    wrap(deps) {
      deps.telegram.config.use((next, method, payload, signal) => {
        note({ kind: "call", method });
        return next(method, payload, signal);
      });
      return { ...deps, kv: meteredKv(deps.kv, note) };
    },
  };
}

function meteredKv(kv: Kv, note: (operation: Operation) => void): Kv {
  return {
    getMany(keys) {
      note({ kind: "read" });
      return kv.getMany(keys);
    },
    list(selector, options) {
      note({ kind: "list" });
      return kv.list(selector, options);
    },
    commit(checks, changes) {
      note({ kind: "commit" });
      return kv.commit(checks, changes);
    },
  };
}
