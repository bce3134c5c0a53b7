import { assertEquals } from "@std/assert";
import { historyOf } from "../faults/contents.ts";
import { cardOf } from "../program.ts";
import { type Group, plain } from "../simulator/simulator.ts";
import { startRace } from "./race.ts";

const INCIDENT = { company: "ACME", number: 1 };
const MINUTE = 60_000;

function reminders(group: Group): number {
  return group.messages.filter((message) => plain(message).includes("Nobody has claimed ACME-1"))
    .length;
}

Deno.test("four sweeps at once remind once, ask once, and close once", async () => {
  const race = await startRace();
  const { program } = race;
  const { telegram, clock, store } = program;
  const ana = telegram.person("Ana");
  const yard = await program.company("ACME", { members: [ana] });
  await ana.says(yard, "/new_issue Brakes failed on truck 12");
  const types = async () => (await historyOf(store, INCIDENT)).map(({ type }) => type);

  await clock.advance(10 * MINUTE);
  await race.everybodySweeps();
  await race.everybodySweeps();
  assertEquals(await types(), ["reported", "department_chosen", "nudged"]);
  assertEquals(reminders(yard), 1);

  await ana.presses(cardOf(yard, "ACME-1"), "Claim");
  await ana.presses(cardOf(yard, "ACME-1"), "Resolve");
  for (const next of ["nudged", "closed"]) {
    await clock.advance(5 * MINUTE);
    await race.everybodySweeps();
    assertEquals((await types()).slice(4).at(-1), next);
  }
  assertEquals((await types()).slice(3), ["claimed", "resolve_pressed", "nudged", "closed"]);
  await race.isOver([yard]);
});

Deno.test("a claim and the sweep at the same moment: reminded before, or not at all", async () => {
  const race = await startRace({ environment: { REPORTS_PER_PERSON_PER_HOUR: "1000" } });
  const { program } = race;
  const { telegram, clock, store } = program;
  const ana = telegram.person("Ana");
  const yard = await program.company("ACME", { members: [ana] });
  const seen = new Set<string>();
  for (let number = 1; number <= 12; number++) {
    await ana.says(yard, `/new_issue Trouble number ${number}`);
    const card = cardOf(yard, `ACME-${number}`);
    await clock.advance(10 * MINUTE);
    const [toast] = await Promise.all([ana.presses(card, "Claim"), race.everybodySweeps()]);
    assertEquals(toast.text, `ACME-${number} is yours.`);
    const history = await historyOf(store, { company: "ACME", number });
    const types = history.map(({ type }) => type).slice(2).join(" ");
    assertEquals(["nudged claimed", "claimed"].includes(types), true, types);
    seen.add(types);
    await telegram.settled();
  }
  console.log(`seen: ${[...seen].join(", ")}`);
  await race.isOver([yard]);
});
