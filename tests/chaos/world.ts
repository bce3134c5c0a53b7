/** Two programs on one store, a Telegram before them, and everybody in their groups. */

import { type Config } from "../../src/config.ts";
import { ALLOWED_UPDATES } from "../../src/bot/bot.ts";
import { WEBHOOK_PATH } from "../../src/app.ts";
import { denoKv } from "../../src/store/kv.ts";
import { chanceFrom } from "../domain/random.ts";
import { SECRET, START, testConfig } from "../program.ts";
import type { Scenery } from "../property/stage.ts";
import { startTally, type Tally } from "../property/tally.ts";
import { type Simulator, startSimulator } from "../simulator/simulator.ts";
import { assemble, type Cast, type ChaosSite } from "./cast.ts";
import { type Counts, startCounts } from "./counts.ts";
import { type Journal, keepJournal } from "./journal.ts";
import type { Weather } from "./line.ts";
import { tameMachine } from "./machine.ts";
import { type Moments, startMoments } from "./moments.ts";
import { type ChaosProcess, type Ground, startProcess } from "./process.ts";
import { listenTo, type Spoken } from "./spoken.ts";

/** A span of time in which the bot could not write to a chat; epoch milliseconds. */
export interface Closure {
  chatId: number;
  from: number;
  /** `null`: still. */
  to: number | null;
}

/** Everything there is. */
export interface World extends Scenery {
  moments: Moments;
  telegram: Simulator;
  store: Deno.Kv;
  config: Config;
  journal: Journal;
  cast: Cast;
  sites: ChaosSite[];
  weather: Weather;
  incidents: Journal["incidents"];
  /** Where the programs run; `null`: one has died, and none is there yet. */
  slots: (ChaosProcess | null)[];
  /** Starts a program in a slot. */
  start(slot: number): void;
  /** The incident that everybody is busy with; `null`: with whatever there is. */
  talk: string | null;
  tally: Tally;
  counts: Counts;
  /** What has gone on must come to an end: how. */
  upheavals: Set<() => void>;
  closures: Closure[];
  /** What the bot has said since people began. */
  spoken: Spoken[];
  /** When the last sweep began; epoch milliseconds. */
  sweptAt: number;
  /** What should never happen, and did. */
  wrong: string[];
  log: string[];
  close(): Promise<void>;
}

/** Nobody is stopped from reporting. */
const ENVIRONMENT = {
  REPORTS_PER_PERSON_PER_HOUR: "1000",
  REPORTS_PER_GROUP_PER_HOUR: "1000",
};
const PROCESSES = 2;

/** Sets the world up; nothing breaks yet. */
export async function openWorld(seed: number): Promise<World> {
  const chance = chanceFrom(seed);
  const machine = tameMachine(() => moments.now());
  const moments: Moments = startMoments(START, machine.idle);
  const telegram = await startSimulator({ clock: moments });
  const store = await Deno.openKv(":memory:");
  const admin = telegram.person("Petra Platform", { username: "petra" });
  const config = testConfig(telegram, admin.id, ENVIRONMENT);
  const journal = keepJournal(moments.now);
  const weather: Weather = { isTokenWrong: false, isCalm: true, failures: new Map() };
  const counts = startCounts(telegram, { journal, weather });
  const spoken = listenTo(telegram);
  const log: string[] = [];
  const wrong: string[] = [];
  const ground: Ground = {
    config,
    moments,
    telegram,
    weather,
    log,
    chance: chanceFrom(chance.below(2 ** 32)),
    store: journal.watch(denoKv(store)),
  };
  const slots: (ChaosProcess | null)[] = Array.from({ length: PROCESSES }, () => null);
  const start = (slot: number) => {
    const process = startProcess(ground);
    slots[slot] = process;
    // In the background, as main.ts does.
    process.app.deps.identity.learn();
  };
  slots.forEach((_, slot) => start(slot));
  const targets = slots.map((_, slot) => async (request: Request) => {
    counts.arrivals++;
    const process = slots[slot];
    if (!process) throw new TypeError("connection refused");
    const response = await process.handle(request);
    if (![200, 500].includes(response.status)) wrong.push(`An update got ${response.status}`);
    // Every hundredth answer to Telegram gets lost.
    if (!weather.isCalm && ground.chance.below(100) === 0) {
      throw new TypeError("the connection broke");
    }
    return response;
  });
  telegram.connect(targets, {
    secret: SECRET,
    allowedUpdates: ALLOWED_UPDATES,
    address: `https://tocsin.example${WEBHOOK_PATH}`,
  });
  const cast = await moments.finish(assemble(telegram, admin));
  journal.meet({ sites: cast.sites, people: [...cast.people, admin] });
  const world: World = {
    program: { telegram, clock: moments },
    chance,
    moments,
    telegram,
    store,
    config,
    journal,
    cast,
    sites: cast.sites,
    people: [...cast.people, admin],
    roles: cast.roles,
    incidents: journal.incidents,
    writes: journal,
    weather,
    slots,
    start,
    talk: null,
    tally: startTally(),
    counts,
    upheavals: new Set(),
    closures: [],
    spoken,
    sweptAt: 0,
    wrong,
    log,
    async close() {
      machine[Symbol.dispose]();
      slots.forEach((process) => process?.kill());
      await telegram.close();
      store.close();
    },
  };
  return world;
}
