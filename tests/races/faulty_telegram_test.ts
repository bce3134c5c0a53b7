import { assertEquals } from "@std/assert";
import { actOnce, type Deeds } from "../faults/busy_person.ts";
import { cardsLike } from "../faults/cards.ts";
import type { Fault } from "../simulator/simulator.ts";
import { startRace } from "./race.ts";

const ROUNDS = 50;
const MINUTE = 60_000;
/** The longest hold after failures in a row, and a little. */
const AFTER_HOLDS = 6 * MINUTE;

const FAULTS: Fault[] = [
  { kind: "429", retryAfter: 7, probability: 0.04 },
  { kind: "500", probability: 0.06 },
  { kind: "drop_before", probability: 0.04 },
  { kind: "drop_after", probability: 0.04 },
];

Deno.test("after Telegram has failed in every way, one sweep puts everything right", async () => {
  const limits = { REPORTS_PER_PERSON_PER_HOUR: "1000", REPORTS_PER_GROUP_PER_HOUR: "1000" };
  const race = await startRace({ environment: limits });
  const { program, random } = race;
  const { telegram, clock, store, app } = program;
  const people = Array.from({ length: 10 }, (_, n) => telegram.person(`Person ${n}`));
  const groups = [
    await program.company("ACME", { members: people }),
    await program.company("BOLT", { members: people, departments: ["Workshop"] }),
  ];
  const deeds: Deeds = { reports: 0, presses: 0, summaries: 0, repeats: 0, unanswered: 0 };
  /** What has to come again waits for the clock. */
  async function untilDone(work: Promise<unknown>): Promise<void> {
    let done = false;
    const end = work.finally(() => done = true);
    while (!done) await clock.advance(1_000);
    await end;
  }

  for (let round = 0; round < ROUNDS; round++) {
    telegram.faults.clear();
    if (random() < 0.8) { for (const fault of FAULTS) telegram.faults.add({ ...fault, random }); }
    const everybody = people.map((person) => actOnce({ telegram, person, groups, random, deeds }));
    const sweeps = random() < 0.3 ? [race.everybodySweeps()] : [];
    await untilDone(Promise.all([...everybody, ...sweeps]));
    if (random() < 0.2) await clock.advance(Math.floor(random() * 12) * MINUTE);
  }
  telegram.faults.clear();
  while (telegram.pending.length > 0) await clock.advance(1_000);
  await clock.advance(AFTER_HOLDS);
  await app.sweep();
  await telegram.settled();

  const incidents = await Array.fromAsync(store.list({ prefix: ["incident"] }));
  const cards = groups.flatMap((group) =>
    incidents.map(({ key }) => cardsLike(group, `${String(key[1])}-${String(key[2])}`).length)
  );
  const second = cards.reduce((sum, count) => sum + Math.max(0, count - 1), 0);
  const failed = telegram.calls.filter(({ ok }) => !ok).length;
  console.log(
    `${telegram.calls.length} calls, ${failed} refused, ${incidents.length} incidents, ` +
      `${second} second cards; ${JSON.stringify(deeds)}`,
  );
  assertEquals(incidents.length, deeds.reports);
  await race.isOver(groups);
});
