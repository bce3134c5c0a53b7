/** The real program, which can be killed at any moment and started again over the same store. */

import { type App, createApp } from "../../src/app.ts";
import type { Config } from "../../src/config.ts";
import type { Log } from "../../src/log.ts";
import { denoKv, type Kv } from "../../src/store/kv.ts";
import type { Watcher } from "./machine.ts";

/** A life of the program. */
interface Life {
  app: App;
  isOver: boolean;
  /** Rejects when it ends. */
  ended: Promise<never>;
  end(): void;
}

/** Whether the program runs. */
export type State = "running" | "stopped" | "starting";

/** The lives of the program, one after the other. */
export interface Lives {
  readonly state: State;
  /** The program that runs, or ran last. */
  readonly app: App;
  /** Resolves when it is killed. */
  readonly over: Promise<void>;
  /** Answers Telegram; rejects while nobody is there. */
  answer(request: Request): Promise<Response>;
  /** The work of a minute. */
  minute(at: number): Promise<void>;
  /** Ends it between two of its operations: what is under way never goes on. */
  kill(): void;
  start(): void;
}

/** What every life has. */
export interface LivesOptions {
  config: Config;
  store: Deno.Kv;
  now(): number;
  log: Log;
  watcher: Watcher;
}

/** Of the daily audit; as `main.ts` has it. */
const AUDIT_AT = { hours: 6, minutes: 15 };

/** Starts the program. */
export function createLives(options: LivesOptions): Lives {
  let life = begin(options);

  async function alive<T>(work: Promise<T>): Promise<T | undefined> {
    return await Promise.race([work, life.ended]).catch((error) => {
      if (error instanceof Death) return undefined;
      throw error;
    });
  }

  return {
    get state() {
      return life.isOver ? "stopped" : "running";
    },
    get app() {
      return life.app;
    },
    get over() {
      return life.ended.then(() => {}, () => {});
    },
    answer(request) {
      if (life.isOver) return Promise.reject(new Death());
      return Promise.race([life.app.handle(request), life.ended]);
    },
    async minute(at) {
      const { app, isOver } = life;
      if (isOver) return;
      await alive(logged(options.log, "sweep", app.sweep()));
      if (life.isOver) return;
      await alive(logged(options.log, "watch", app.watch()));
      const time = new Date(at);
      const isAudit = time.getUTCHours() === AUDIT_AT.hours &&
        time.getUTCMinutes() === AUDIT_AT.minutes;
      if (isAudit && !life.isOver) await alive(logged(options.log, "audit", app.audit()));
    },
    kill: () => life.end(),
    start() {
      if (life.isOver) life = begin(options);
    },
  };
}

class Death extends Error {
  override name = "Death";

  constructor() {
    super("Nobody answers: the program is stopped");
  }
}

/** A cron's failure is the log's business, as it is in `boot.ts`. */
async function logged(log: Log, what: string, work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    log.error(`${what} failed`, { error: String(error) });
  }
}

function begin({ config, store, now, log, watcher }: LivesOptions): Life {
  const { promise: ended, reject } = Promise.withResolvers<never>();
  ended.catch(() => {});
  const state = { isOver: false };
  const guard = <T>(work: () => Promise<T>) => goOn(state, work);
  const app = createApp(config, {
    kv: mortal(denoKv(store), state),
    now,
    log,
    wrap(deps) {
      for (const api of [deps.telegram, deps.uploads]) {
        api.config.use((call, method, payload, signal) =>
          guard(() => watcher.watch(method, payload, () => call(method, payload, signal)))
        );
      }
      return deps;
    },
  });
  return {
    app,
    ended,
    get isOver() {
      return state.isOver;
    },
    end() {
      state.isOver = true;
      reject(new Death());
    },
  };
}

/** Does something unless the program is dead, and never comes back when it dies meanwhile. */
async function goOn<T>(state: { isOver: boolean }, work: () => Promise<T>): Promise<T> {
  if (state.isOver) return await never();
  try {
    const result = await work();
    return state.isOver ? await never() : result;
  } catch (error) {
    return state.isOver ? await never() : Promise.reject(error);
  }
}

function never(): Promise<never> {
  return new Promise(() => {});
}

/** The store as one life sees it. */
function mortal(kv: Kv, state: { isOver: boolean }): Kv {
  return {
    getMany: (keys) => goOn(state, () => kv.getMany(keys)),
    async *list(selector, options) {
      const entries = kv.list(selector, options)[Symbol.asyncIterator]();
      for (;;) {
        const { done, value } = await goOn(state, () => entries.next());
        if (done) return;
        yield value;
      }
    },
    commit: (checks, changes) => goOn(state, () => kv.commit(checks, changes)),
  };
}
