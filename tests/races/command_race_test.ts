import { assertEquals } from "@std/assert";
import { startRace } from "./race.ts";

Deno.test("of ten commands at once, in four processes, exactly as many go through as may", async () => {
  const race = await startRace({ environment: { COMMANDS_PER_PERSON_PER_MINUTE: "4" } });
  const { program } = race;
  const ana = program.telegram.person("Ana");
  const yard = await program.company("ACME", { members: [ana] });
  await Promise.all(
    Array.from({ length: 10 }, (_, n) => ana.says(yard, `/new_issue Trouble number ${n}`)),
  );
  await program.telegram.settled();
  const incidents = await Array.fromAsync(program.store.list({ prefix: ["incident"] }));
  assertEquals(incidents.length, 4);
  const told = program.telegram.calls.filter(({ params }) =>
    String(params.text ?? "").startsWith("You have sent a lot")
  );
  assertEquals(told.length, 1);
  await race.isOver([yard]);
});
