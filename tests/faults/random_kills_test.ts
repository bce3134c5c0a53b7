/**
 * Two programs under load, one of which dies at a random moment, again and again. `SEED` repeats what
 * people do (not the moments, which are the machine's); `KILLS` says how often somebody dies.
 */

import { assert, assertEquals } from "@std/assert";
import { ALLOWED_UPDATES } from "../../src/bot/bot.ts";
import { AFTER_LEASES } from "../program.ts";
import { type Simulator, startSimulator } from "../simulator/simulator.ts";
import { actOnce, type Deeds } from "./busy_person.ts";
import { assertShown, cardsLike } from "./cards.ts";
import { chanceFrom, oneOf, seedOfToday } from "./chance.ts";
import { assertSound } from "./invariants.ts";
import { type BotProcess, startProcess } from "./process.ts";
import { seedCompany } from "./seed.ts";
import { UNLIMITED } from "../unlimited.ts";
import { paceToText, sharedClock, timeAt } from "./shared_clock.ts";

const KILLS = Number(Deno.env.get("KILLS") ?? 200);
/** Leases of 30 seconds last three, so that people wait for dead holders within the test. */
const SPEED = 10;
const SECRET = "only-for-tests";

Deno.test(`${KILLS} kills at random moments under load lose nothing and double nothing`, async () => {
  const seed = seedOfToday();
  console.log(`SEED=${seed}`);
  const random = chanceFrom(seed);
  await using stack = new AsyncDisposableStack();
  const folder = await Deno.makeTempDir({ prefix: "tocsin-load-" });
  stack.defer(() => Deno.remove(folder, { recursive: true }));
  const path = `${folder}/store.sqlite`;
  const pace = { origin: Date.now(), speed: SPEED, ahead: 0 };
  const telegram = await startSimulator({ clock: sharedClock(() => pace, SPEED) });
  stack.defer(() => telegram.close());
  const store = stack.adopt(await Deno.openKv(path), (kv) => kv.close());
  const environment: Record<string, string> = {
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_WEBHOOK_SECRET: SECRET,
    TELEGRAM_API_ROOT: telegram.root,
    ...UNLIMITED,
    PLATFORM_ADMIN_IDS: "1",
    KV_PATH: path,
    LOG_LEVEL: "error",
    SLA_UNCLAIMED_NUDGE_MINUTES: "1",
    SLA_SUMMARY_TIMEOUT_MINUTES: "1",
    REPORTS_PER_PERSON_PER_HOUR: "1000",
    REPORTS_PER_GROUP_PER_HOUR: "1000",
    PACE: paceToText(pace),
    SWEEPS: "yes",
  };
  const start = () =>
    startProcess({ entry: "tests/faults/killable.ts", environment: () => environment });
  const processes = [stack.use(await start()), stack.use(await start())] as const;
  const connect = (living: readonly BotProcess[]) =>
    telegram.connect(living.map(({ webhook }) => webhook), {
      secret: SECRET,
      allowedUpdates: ALLOWED_UPDATES,
    });
  connect(processes);

  const teams = await Promise.all(["ACME", "BOLT"].map(async (id) => {
    const people = Array.from({ length: 6 }, (_, n) => telegram.person(`${id} person ${n}`));
    const groups = [1, 2, 3, 4].map((n) =>
      telegram.group(`${id} yard ${n}`, { members: people, botRights: "administrator" })
    );
    const departments = id === "BOLT" ? ["Workshop"] : [];
    await seedCompany(store, { id, groups, departments, members: people, now: timeAt(pace) });
    return { id, people, groups };
  }));
  const groups = teams.flatMap((team) => team.groups);

  const started = performance.now();
  const deeds: Deeds = { reports: 0, presses: 0, summaries: 0, repeats: 0, unanswered: 0 };
  let over = false;
  const everybody = teams.flatMap((team) =>
    team.people.map(async (person) => {
      const busy = {
        telegram,
        person,
        groups: team.groups,
        deeds,
        random: chanceFrom(seed ^ person.id),
      };
      while (!over) {
        await actOnce(busy);
        await telegram.clock.sleep(3_000 * random());
      }
    })
  );
  try {
    for (let kills = 0; kills < KILLS; kills++) {
      const victim = oneOf(random, processes)!;
      await telegram.clock.sleep(1_000 * random());
      await victim.kill();
      connect(processes.filter((process) => process !== victim));
      await victim.start();
      connect(processes);
    }
  } finally {
    over = true;
    await Promise.all(everybody);
  }
  await allDelivered(telegram);
  // The power goes; the leases of the dead end; then one sweep.
  await Promise.all(processes.map((process) => process.kill()));
  pace.ahead = AFTER_LEASES;
  Object.assign(environment, { PACE: paceToText(pace), SWEEPS: "" });
  const [last] = processes;
  await last.start();
  connect([last]);
  const swept = await fetch(`${last.root}/test/sweep`, { method: "POST" });
  await swept.body?.cancel();
  await allDelivered(telegram);

  const seconds = Math.round((performance.now() - started) / 1000);
  const incidents =
    (await Array.fromAsync(store.list<{ state: { company: string; number: number } }>({
      prefix: ["incident"],
    }))).map(({ value }) => `${value.state.company}-${value.state.number}`);
  const cards = groups.flatMap((group) => incidents.map((id) => cardsLike(group, id).length));
  const strays = cards.reduce((sum, count) => sum + Math.max(0, count - 1), 0);
  console.log(
    `${KILLS} kills, ${telegram.updates.length} updates, ${incidents.length} incidents, ` +
      `${telegram.calls.length} calls in ${seconds} s; ${JSON.stringify(deeds)}; ` +
      `second cards not yet removed: ${strays}`,
  );
  assertEquals(processes.flatMap(({ lines }) => lines), []);
  assertEquals(incidents.length, deeds.reports);
  // Telegram takes no answer to a press after 15 seconds, which are one and a half here.
  assert(deeds.unanswered <= tooLate(telegram) + telegram.dropped);
  await assertSound(store, { now: timeAt(pace) });
  await assertShown(store, groups);
  assert(strays <= KILLS);
  assertEquals(telegram.violations, []);
});

async function allDelivered(telegram: Simulator): Promise<void> {
  while (telegram.pending.length > 0) await telegram.clock.sleep(100);
  await telegram.settled();
}

function tooLate({ calls }: Simulator): number {
  const refused = calls.filter(({ method, ok }) => method === "answerCallbackQuery" && !ok);
  return new Set(refused.map(({ params }) => params.callback_query_id)).size;
}
