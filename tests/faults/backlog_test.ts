import { assertEquals } from "@std/assert";
import { startProgram, sweepAfterLeases } from "../program.ts";
import { plain } from "../simulator/simulator.ts";
import { assertShown } from "./cards.ts";
import { assertSound } from "./invariants.ts";

/** Nobody is stopped from reporting, and nothing falls due. */
const LIMITS = {
  REPORTS_PER_PERSON_PER_HOUR: "1000",
  REPORTS_PER_GROUP_PER_HOUR: "1000",
  SLA_UNCLAIMED_NUDGE_MINUTES: "1000",
};
const MANY = 120;

Deno.test("after a long outage of Telegram one sweep says all that waits, in order", async () => {
  const program = await startProgram({ environment: LIMITS });
  const { telegram, store, clock } = program;
  const ana = telegram.person("Ana");
  const yard = await program.company("ACME", { members: [ana] });
  telegram.faults.add({ kind: "500" });
  for (let n = 1; n <= MANY; n++) await ana.says(yard, `/new_issue Trouble number ${n}`);
  telegram.faults.clear();
  await clock.advance(10 * 60_000);
  await sweepAfterLeases(program);
  await telegram.settled();
  await assertShown(store, [yard]);
  await assertSound(store, { now: clock.now() });
  const cards = yard.messages.flatMap((message) => / ACME-(\d+) ·/.exec(plain(message))?.[1] ?? []);
  assertEquals(cards.map(Number), Array.from({ length: MANY }, (_, i) => i + 1));
  await program.close();
});

Deno.test("what is said next never overtakes what waits", async () => {
  const program = await startProgram({ environment: LIMITS });
  const { telegram, clock } = program;
  const people = Array.from({ length: MANY }, (_, n) => telegram.person(`Person ${n}`));
  const yard = await program.company("ACME", { members: people });
  telegram.faults.add({ kind: "429", retryAfter: 60 });
  for (const person of people) await person.says(yard, "/new_issue");
  telegram.faults.clear();
  await clock.advance(61_000);
  const last = telegram.person("Last");
  await last.joins(yard);
  await last.says(yard, "/new_issue");
  await telegram.settled();
  const asked = yard.messages.filter((message) => plain(message).includes("what happened?"))
    .map((message) => plain(message).split(",")[0]);
  assertEquals(asked, [...people, last].map(({ name }) => name));
  await program.close();
});
