/** One of the programs: real, behind gates, and mortal. */

import { type App, createApp } from "../../src/app.ts";
import type { Config } from "../../src/config.ts";
import { createLog, describeError } from "../../src/log.ts";
import type { Kv } from "../../src/store/kv.ts";
import type { Chance } from "../domain/random.ts";
import type { Simulator } from "../simulator/simulator.ts";
import { gatedStore, type GateKeeper, type Life } from "./gates.ts";
import { lineTo, type Weather } from "./line.ts";
import type { Moments } from "./moments.ts";

/** What all programs share. */
export interface Ground {
  config: Config;
  moments: Moments;
  chance: Chance;
  telegram: Simulator;
  weather: Weather;
  store: Kv;
  /** Lines that programs have logged. */
  log: string[];
}

/** A running program. */
export interface ChaosProcess {
  readonly app: App;
  /** An update arrives. */
  handle(request: Request): Promise<Response>;
  /** What the cron does each minute; not while it still does. */
  sweep(): Promise<void>;
  /** It stops for ever, wherever it is. */
  kill(): void;
}

/** Starts one. */
export function startProcess(ground: Ground): ChaosProcess {
  const { config, moments, chance, telegram, weather, log: lines } = ground;
  const life: Life = { isOver: false };
  const keeper: GateKeeper = { moments, chance, life };
  const death = Promise.withResolvers<never>();
  death.promise.catch(() => {});
  const log = createLog({
    level: "warn",
    secrets: [config.token],
    now: moments.now,
    write: (line) => lines.push(line),
  });
  const app = createApp(config, {
    kv: gatedStore(keeper, ground.store),
    now: moments.now,
    sleep: (ms) => new Promise((wake) => moments.after(ms, () => life.isOver || wake())),
    random: chance.next,
    newId: () => idFrom(chance),
    log,
    wrap(deps) {
      deps.telegram.config.use(lineTo(telegram, weather, keeper));
      return deps;
    },
  });
  let isSweeping = false;
  return {
    app,
    async handle(request) {
      await moments.sleep(1);
      return await Promise.race([app.handle(request), death.promise]);
    },
    async sweep() {
      if (isSweeping || life.isOver) return;
      isSweeping = true;
      try {
        await app.deps.identity.learn();
        await app.sweep();
      } catch (error) {
        log.error("sweep failed", { error: describeError(error) });
      } finally {
        isSweeping = false;
      }
    },
    kill() {
      life.isOver = true;
      death.reject(new Error("the connection was reset"));
    },
  };
}

/** An id like `crypto.randomUUID()`'s. */
function idFrom(chance: Chance): string {
  const part = (digits: number) => chance.below(16 ** digits).toString(16).padStart(digits, "0");
  return `${part(8)}-${part(4)}-4${part(3)}-8${part(3)}-${part(6)}${part(6)}`;
}
