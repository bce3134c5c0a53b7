/** One Telegram and the real program on it, from their opening on. */

import { WEBHOOK_PATH } from "../../src/app.ts";
import { ALLOWED_UPDATES } from "../../src/bot/bot.ts";
import { readConfig } from "../../src/config.ts";
import { createLog } from "../../src/log.ts";
import { setWebhook } from "../../src/set_webhook.ts";
import { expect } from "../demo/expect.ts";
import { type Person, type Simulator, startSimulator } from "../simulator/simulator.ts";
import { UNLIMITED } from "../unlimited.ts";
import { createLives, type Lives } from "./lives.ts";
import type { Machine } from "./machine.ts";
import { open, type Part } from "./opening.ts";
import { createReads, type Reads } from "./reads.ts";
import { createTime, type Time } from "./time.ts";
import { createTroubles, type Troubles } from "./trouble.ts";

/** A Monday, seven in the morning. */
const START = Date.UTC(2026, 10, 23, 7, 0);
const SECRET = "only-for-the-playground";
const ADDRESS = "https://tocsin.example";
/** How long anybody waits for the bot, in the machine's milliseconds. */
const PATIENCE_MS = 4_000;

/** Everything that a playground starts anew when a story begins. */
export interface Desk {
  telegram: Simulator;
  time: Time;
  lives: Lives;
  store: Deno.Kv;
  troubles: Troubles;
  reads: Reads;
  cast: Part[];
  /** What a promise brings, or `undefined` when nobody would wait that long for the bot. */
  patiently<T>(work: Promise<T>): Promise<T | undefined>;
  /** Waits until nothing is under way, but not for ever. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** What a desk tells of itself. */
export interface DeskOptions {
  machine(now: () => number, changed: () => void): Machine;
  /** Something may look different. */
  changed(): void;
}

/** Starts everything and plays the opening. */
export async function openDesk({ machine: room, changed }: DeskOptions): Promise<Desk> {
  const folder = await Deno.makeTempDir({ prefix: "tocsin-playground-" });
  const store = await Deno.openKv(`${folder}/tocsin.sqlite`);
  const time = createTime({
    start: START,
    everyMinute: (at) => lives.minute(at),
    moved: changed,
  });
  const { now } = time.clock;
  const telegram = await startSimulator({ clock: time.clock });
  const machine = room(now, changed);
  telegram.onNotice((notice) => {
    if (notice.kind === "update") machine.update(notice.update);
    changed();
  });
  const admin = telegram.person("Petra", { username: "petra_platform" });
  const values: Record<string, string> = {
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_WEBHOOK_SECRET: SECRET,
    TELEGRAM_API_ROOT: telegram.root,
    ...UNLIMITED,
    PLATFORM_ADMIN_IDS: String(admin.id),
  };
  const config = readConfig((name) => values[name]);
  const secrets = [config.token, SECRET];
  const log = createLog({ level: "debug", secrets, now, write: machine.log });
  const lives = createLives({ config, store, now, log, watcher: machine });
  telegram.connect((request) => lives.answer(request), {
    secret: SECRET,
    allowedUpdates: ALLOWED_UPDATES,
    address: ADDRESS + WEBHOOK_PATH,
  });
  await admin.starts();
  await setWebhook(config, ADDRESS);
  const cast = await open({
    telegram,
    app: lives.app,
    admin,
    tell: () => {},
    newest: newestOf,
  });
  const reads = createReads();
  for (const { person } of cast) {
    for (const chat of telegram.world.rooms.values()) reads.read(person.id, chat);
  }

  /** Nobody waits for a bot that is stopped longer than a moment. */
  async function patiently<T>(work: Promise<T>): Promise<T | undefined> {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
    const stopped = lives.over.then(() => moment()).then(() => undefined);
    try {
      return await Promise.race([work, promise, stopped]);
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    telegram,
    time,
    lives,
    store,
    troubles: createTroubles(telegram),
    reads,
    cast,
    patiently,
    settled: () => patiently(telegram.settled()),
    async close() {
      time.stop();
      lives.kill();
      await telegram.close();
      store.close();
      await Deno.remove(folder, { recursive: true });
    },
  };
}

/** Long enough for everything that needs no bot. */
function moment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 50));
}

function newestOf(place: { readonly messages: Person["private"]["messages"] }, words: string) {
  const message = place.messages.findLast(({ text = "" }) => text.includes(words));
  expect(message, `Somebody should have been told “${words}”.`);
  return message;
}
