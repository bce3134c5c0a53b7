/** The real program over a simulated Telegram and a store in memory, with time moved by hand. */

import { assert, assertEquals, assertExists } from "@std/assert";
import type { Message } from "grammy/types";
import { type App, createApp, WEBHOOK_PATH } from "../src/app.ts";
import { type Config, readConfig } from "../src/config.ts";
import type { Deps } from "../src/deps.ts";
import { LEASE_TIME } from "../src/store/drain_token.ts";
import { denoKv, type Kv } from "../src/store/kv.ts";
import { SWEEP_LEASE_TIME } from "../src/sweep/sweep_lease.ts";
import { ALLOWED_UPDATES } from "../src/bot/bot.ts";
import { createLog } from "../src/log.ts";
import {
  type Group,
  type ManualClock,
  manualClock,
  type Person,
  plain,
  type Simulator,
  type SimulatorOptions,
  startSimulator,
} from "./simulator/simulator.ts";
import { shortCut } from "./simulator/short_cut.ts";
import { UNLIMITED } from "./unlimited.ts";

/** A Monday morning. */
export const START = Date.UTC(2026, 10, 23, 9, 0);
/** The webhook's secret in the tests. */
export const SECRET = "only-for-tests";

/** A running program and the Telegram around it. */
export interface Program {
  telegram: Simulator;
  app: App;
  clock: ManualClock;
  /** The store, as Deno has it. */
  store: Deno.Kv;
  /** The platform admin; has started the bot. */
  admin: Person;
  /** Lines that the program has logged. */
  log: string[];
  /** Moves time on; the sweep runs each minute on the way. */
  pass(minutes: number): Promise<void>;
  /** A company with an active group. */
  company(id: string, options?: CompanyOptions): Promise<Group>;
  close(): Promise<void>;
}

/** What a test company has. */
export interface CompanyOptions {
  /** The group's title. */
  title?: string;
  members?: Person[];
  owner?: Person;
  /** More departments than `Dispatch`. */
  departments?: string[];
  type?: "group" | "supergroup";
  /** The bot's place in the group; default: an administrator with every right. */
  bot?: "member" | "administrator";
}

/** Options of {@linkcode startProgram}. */
export interface ProgramOptions {
  telegram?: Omit<SimulatorOptions, "clock">;
  environment?: Record<string, string>;
  /** Told of the store's operations: count, break. */
  wrapKv?(kv: Kv): Kv;
  wrap?(deps: Deps): Deps;
  /** Where the store is; default: in memory. */
  storePath?: string;
  /** Calls of the Bot API go through no socket: for tests with very many updates. */
  shortCut?: boolean;
  /** More programs on the same store, each an own process in all but name. */
  processes?: number;
}

/** A refused request is the test's mistake, and Telegram would bring it again for ever. */
function answering(app: App): (request: Request) => Promise<Response> {
  return async (request) => {
    const response = await app.handle(request);
    const { status } = response;
    assert(status === 200 || status === 500, `The webhook answered ${status}`);
    return response;
  };
}

/** The configuration of the tests. */
export function testConfig(
  telegram: Simulator,
  adminId: number,
  environment: Record<string, string> = {},
): Config {
  const values: Record<string, string> = {
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_WEBHOOK_SECRET: SECRET,
    TELEGRAM_API_ROOT: telegram.root,
    PLATFORM_ADMIN_IDS: String(adminId),
    LOG_LEVEL: "debug",
    ...UNLIMITED,
    ...environment,
  };
  return readConfig((name) => values[name]);
}

/** After that long, in milliseconds, nobody who died holds a chat or the sweep any more. */
export const AFTER_LEASES = Math.max(LEASE_TIME, SWEEP_LEASE_TIME) + 1_000;

/** Starts everything. */
export async function startProgram(options: ProgramOptions = {}): Promise<Program> {
  const { environment, wrapKv = (kv: Kv) => kv, processes = 1, storePath } = options;
  const clock = manualClock(START);
  const telegram = await startSimulator({ ...options.telegram, clock });
  const admin = telegram.person("Petra Platform");
  const store = await Deno.openKv(storePath ?? ":memory:");
  const log: string[] = [];
  const config = testConfig(telegram, admin.id, environment);
  const quick = options.shortCut ? { telegram: shortCut(telegram) } : {};
  const wrap = (deps: Deps) => ({ ...(options.wrap?.(deps) ?? deps), ...quick });
  const { now } = clock;
  const apps = Array.from({ length: processes }, () =>
    createApp(config, {
      kv: wrapKv(denoKv(store)),
      now,
      log: createLog({
        level: "debug",
        secrets: [config.token],
        now,
        write: (line) => log.push(line),
      }),
      wrap,
    }));
  const [app] = apps as [App, ...App[]];
  telegram.connect(apps.map((it) => answering(it)), {
    secret: SECRET,
    allowedUpdates: ALLOWED_UPDATES,
    address: `https://tocsin.example${WEBHOOK_PATH}`,
  });
  await app.deps.identity.learn();
  await admin.starts();
  const program: Program = {
    telegram,
    app,
    clock,
    store,
    admin,
    log,
    async pass(minutes) {
      for (let i = 0; i < minutes; i++) {
        await clock.advance(60_000);
        await app.sweep();
      }
    },
    async company(
      id,
      { title = `${id} yard`, departments = [], bot = "administrator", ...more } = {},
    ) {
      const owner = more.owner ?? telegram.person(`${id} Boss`);
      const group = telegram.group(title, { ...more, owner, withBot: false });
      await owner.adds(group);
      if (bot === "administrator") await group.botRights("administrator");
      await admin.says(admin.private, `/add_company ${id} ${id} Logistics`);
      for (const name of departments) {
        await admin.says(admin.private, `/add_department ${id} ${name}`);
      }
      await admin.says(admin.private, `/add_group ${id} ${group.id}`);
      return group;
    },
    async close() {
      await telegram.settled();
      await telegram.close();
      store.close();
      // Every test ends with every call within the Bot API reference, when there is one to ask.
      assertEquals(telegram.violations, []);
    },
  };
  return program;
}

/** The message in the group that shows an incident, as it is now. */
export function cardOf(group: Group, id: string): Message {
  const card = group.messages.find((message) =>
    message.ephemeral_message_id === undefined && plain(message).includes(` ${id} ·`)
  );
  assertExists(card, `no card of ${id} in ${group.title}`);
  return card;
}

/** Lets the leases of dead holders end, of chats and of the sweep, then sweeps once. */
export async function sweepAfterLeases(program: Program): Promise<void> {
  await program.clock.advance(AFTER_LEASES);
  await program.app.sweep();
}
