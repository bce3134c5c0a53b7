/** Several real programs on one store behind Telegram's load balancer. */

import { ALLOWED_UPDATES } from "../../src/bot/bot.ts";
import { type Person, type Simulator, startSimulator } from "../simulator/simulator.ts";
import { UNLIMITED } from "../unlimited.ts";
import { type BotProcess, startProcess } from "./process.ts";

/** The programs, the Telegram before them and the store behind them. */
export interface Balanced extends AsyncDisposable {
  readonly telegram: Simulator;
  readonly processes: BotProcess[];
  readonly store: Deno.Kv;
  /** The platform admin. */
  readonly admin: Person;
  /** Lets updates reach the programs. */
  connect(): void;
  /** Holds back what people do meanwhile, then brings all of it at once; the answers' statuses. */
  atOnce(people: () => Promise<unknown>): Promise<number[]>;
}

const SECRET = "only-for-tests";

/** Starts that many programs as `main.ts` is started. */
export async function startBalanced(count: number): Promise<Balanced> {
  const folder = await Deno.makeTempDir({ prefix: "tocsin-balanced-" });
  const path = `${folder}/store.sqlite`;
  const telegram = await startSimulator();
  const admin = telegram.person("Petra Platform");
  const stack = new AsyncDisposableStack();
  stack.defer(() => Deno.remove(folder, { recursive: true }));
  const store = stack.adopt(await Deno.openKv(path), (kv) => kv.close());
  stack.defer(() => telegram.close());
  const environment = () => ({
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_WEBHOOK_SECRET: SECRET,
    TELEGRAM_API_ROOT: telegram.root,
    ...UNLIMITED,
    PLATFORM_ADMIN_IDS: String(admin.id),
    KV_PATH: path,
    LOG_LEVEL: "warn",
  });
  const starting = Array.from({ length: count }, async () => {
    return stack.use(await startProcess({ environment }));
  });
  const started = await Promise.allSettled(starting);
  const failure = started.find((each) => each.status === "rejected");
  if (failure) {
    await stack.disposeAsync();
    throw failure.reason;
  }
  const processes = await Promise.all(starting);
  const options = { secret: SECRET, allowedUpdates: ALLOWED_UPDATES };
  const connect = () => telegram.connect(processes.map(({ webhook }) => webhook), options);
  connect();
  return {
    telegram,
    processes,
    store,
    admin,
    connect,
    async atOnce(people) {
      const first = telegram.updates.length;
      telegram.connect(() => new Response(), options);
      await people();
      connect();
      const held = telegram.updates.slice(first);
      return await Promise.all(held.map(({ update_id }) => telegram.redeliver(update_id)));
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}
