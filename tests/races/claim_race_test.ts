import { assertEquals } from "@std/assert";
import { en } from "../../src/view/texts/en/en.ts";
import { historyOf } from "../faults/contents.ts";
import { cardOf } from "../program.ts";
import { plain } from "../simulator/simulator.ts";
import { startRace } from "./race.ts";

Deno.test("of ten who claim at once one wins, however the race comes out", async () => {
  const race = await startRace({ environment: { REPORTS_PER_PERSON_PER_HOUR: "1000" } });
  const { program } = race;
  const people = Array.from({ length: 10 }, (_, n) => program.telegram.person(`Person ${n}`));
  const yard = await program.company("ACME", { members: people });
  const winners = new Set<number>();
  for (let number = 1; number <= 20; number++) {
    await people[0]!.says(yard, `/new_issue Trouble number ${number}`);
    const card = cardOf(yard, `ACME-${number}`);
    const toasts = await Promise.all(people.map((person) => person.presses(card, "Claim")));
    const told = toasts.map(({ text }) => text ?? "");
    const claimed = (await historyOf(program.store, { company: "ACME", number }))
      .filter(({ type }) => type === "claimed");
    assertEquals(claimed.length, 1);
    const winner = people.findIndex(({ id }) => id === claimed[0]!.actor?.id);
    winners.add(winner);
    assertEquals(told[winner], en.done.claim(`ACME-${number}`));
    assertEquals(told.filter((text) => text.includes(`Person ${winner}`)).length, 9);
    await program.telegram.settled();
    assertEquals(plain(cardOf(yard, `ACME-${number}`)).includes(`Person ${winner}`), true);
  }
  console.log(`${winners.size} of 10 have won a race`);
  assertEquals(winners.size > 1, true, "always the same winner: nothing was raced");
  await race.isOver([yard]);
});
