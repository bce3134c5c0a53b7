/** A Telegram, one program that can be killed at any point, and the time between them. */

import { ALLOWED_UPDATES } from "../../src/bot/bot.ts";
import { AFTER_LEASES } from "../program.ts";
import { type Group, type Person, type Simulator, startSimulator } from "../simulator/simulator.ts";
import { UNLIMITED } from "../unlimited.ts";
import { type BotProcess, startProcess } from "./process.ts";
import { type Pace, paceToText, sharedClock, timeAt } from "./shared_clock.ts";

/** What a kill story plays on. */
export interface KillDesk extends AsyncDisposable {
  readonly telegram: Simulator;
  readonly process: BotProcess;
  /** The program's own store. */
  readonly store: Deno.Kv;
  /** The platform admin. */
  readonly admin: Person;
  /** The groups of the story that is played. */
  readonly groups: Group[];
  now(): number;
  /** Lets the program die at that point from here on; 0: not at all. */
  light(at: number): Promise<void>;
  /** Time moves on; then the program sweeps, again later when it dies of it. */
  pass(ms: number): Promise<void>;
  /** Resolves when no update waits and the program answers. */
  quiet(): Promise<void>;
}

const SECRET = "only-for-tests";
/** Telegram's waits of seconds are tens of milliseconds here. */
const HASTE = 40;

/** Sets everything up. */
export async function startKillDesk(): Promise<KillDesk> {
  const folder = await Deno.makeTempDir({ prefix: "tocsin-kill-" });
  const path = `${folder}/store.sqlite`;
  const pace: Pace = { origin: Date.now(), speed: 1, ahead: 0 };
  const telegram = await startSimulator({ clock: sharedClock(() => pace, HASTE) });
  const admin = telegram.person("Petra Platform");
  await admin.starts();
  const store = await Deno.openKv(path);
  const process = await startProcess({
    entry: "tests/faults/killable.ts",
    supervised: true,
    environment: () => ({
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_WEBHOOK_SECRET: SECRET,
      TELEGRAM_API_ROOT: telegram.root,
      ...UNLIMITED,
      PLATFORM_ADMIN_IDS: String(admin.id),
      KV_PATH: path,
      LOG_LEVEL: "error",
      // What earlier rounds have left behind must not want anything in later ones.
      SLA_CHECK_IN_MINUTES: "10080",
      PACE: paceToText(pace),
    }),
  });
  telegram.connect(process.webhook, { secret: SECRET, allowedUpdates: ALLOWED_UPDATES });

  async function ask(path: string): Promise<boolean> {
    try {
      const response = await fetch(`${process.root}/test${path}`, { method: "POST" });
      await response.body?.cancel();
      return response.ok;
    } catch {
      return false;
    }
  }

  return {
    telegram,
    process,
    store,
    admin,
    groups: [],
    now: () => timeAt(pace),
    async light(at) {
      if (!await ask(`/light?at=${at}&ahead=${pace.ahead}`)) {
        throw new Error("Cannot light the fuse: the program does not answer");
      }
    },
    async pass(ms) {
      pace.ahead += ms;
      while (!await ask(`/sweep?ahead=${pace.ahead}`)) {
        await process.answers();
        pace.ahead += AFTER_LEASES;
      }
    },
    async quiet() {
      while (telegram.pending.length > 0) await telegram.clock.sleep(HASTE);
      await telegram.settled();
      await process.answers();
    },
    async [Symbol.asyncDispose]() {
      await process[Symbol.asyncDispose]();
      await telegram.close();
      store.close();
      await Deno.remove(folder, { recursive: true });
    },
  };
}
