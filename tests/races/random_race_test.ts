import { assertEquals } from "@std/assert";
import { actOnce, type Deeds } from "../faults/busy_person.ts";
import { assertShown } from "../faults/cards.ts";
import { assertSound } from "../faults/invariants.ts";
import { startRace } from "./race.ts";

const ROUNDS = 60;
const MINUTE = 60_000;

Deno.test("whatever twelve people do at once in four programs, the desk stays sound", async () => {
  const limits = { REPORTS_PER_PERSON_PER_HOUR: "1000", REPORTS_PER_GROUP_PER_HOUR: "1000" };
  const race = await startRace({ environment: limits });
  const { program, random } = race;
  const { telegram, clock, store } = program;
  const people = Array.from({ length: 12 }, (_, n) => telegram.person(`Person ${n}`));
  const members = { members: people };
  const groups = [
    await program.company("ACME", members),
    await program.company("BOLT", { ...members, departments: ["Workshop"] }),
  ];
  const deeds: Deeds = { reports: 0, presses: 0, summaries: 0, repeats: 0, unanswered: 0 };
  for (let round = 0; round < ROUNDS; round++) {
    const everybody = people.map((person) => actOnce({ telegram, person, groups, random, deeds }));
    const sweeps = random() < 0.3 ? [race.everybodySweeps()] : [];
    await Promise.all([...everybody, ...sweeps]);
    await telegram.settled();
    await assertSound(store, { now: clock.now() });
    await assertShown(store, groups);
    if (random() < 0.3) await clock.advance(Math.floor(random() * 12) * MINUTE);
  }
  const incidents = await Array.fromAsync(store.list({ prefix: ["incident"] }));
  console.log(`${ROUNDS} rounds, ${incidents.length} incidents, ${JSON.stringify(deeds)}`);
  assertEquals(incidents.length, deeds.reports);
  assertEquals(deeds.unanswered, 0);
  await race.isOver(groups);
});
