import { assertEquals } from "@std/assert";
import { en } from "../../src/view/texts/en/en.ts";
import { assertShown } from "../faults/cards.ts";
import { assertSound } from "../faults/invariants.ts";
import { cardOf, startProgram, sweepAfterLeases } from "../program.ts";
import { plain } from "../simulator/simulator.ts";

Deno.test("an edit that comes through after its sender's lease leaves no old card behind", async () => {
  const program = await startProgram({ processes: 2 });
  const { telegram, clock, store, app } = program;
  const [ana, bob] = [telegram.person("Ana"), telegram.person("Bob")];
  const yard = await program.company("ACME", { members: [ana, bob] });
  await ana.says(yard, "/new_issue Brakes failed on truck 12");
  await telegram.settled();

  // The program that shows Bob's claim is cut off in the middle of it, for longer than a lease.
  telegram.faults.add({ method: "editMessageText", kind: "slow", delayMs: 40_000, times: 1 });
  const card = cardOf(yard, "ACME-1");
  assertEquals(await bob.presses(card, "Claim", { wait: false }), {
    text: en.done.claim("ACME-1"),
  });
  const data = "join:ACME-1";
  assertEquals(await ana.presses(card, "Join", { data }), { text: en.done.join("ACME-1") });
  await clock.advance(31_000);
  await app.sweep();
  await assertShown(store, [yard]);
  await clock.advance(10_000);
  await telegram.settled();

  await sweepAfterLeases(program);
  await telegram.settled();
  await assertShown(store, [yard]);
  await assertSound(store, { now: clock.now() });
  await program.close();
});

Deno.test("whoever takes over from a holder that is stuck says what it left, at once", async () => {
  const program = await startProgram({ processes: 2 });
  const { telegram, clock } = program;
  const [ana, bob] = [telegram.person("Ana"), telegram.person("Bob")];
  const yard = await program.company("ACME", { members: [ana, bob] });
  await ana.says(yard, "/new_issue Brakes failed on truck 12");
  await telegram.settled();
  const questions = () => yard.messages.filter((it) => plain(it).startsWith("Ana, what happened?"));

  const stuck = 60 * 60_000;
  telegram.faults.add({ method: "sendMessage", kind: "slow", delayMs: stuck, times: 1 });
  await ana.says(yard, "/new_issue", { wait: false });
  await clock.advance(31_000);
  assertEquals(questions().length, 0);
  await bob.presses(cardOf(yard, "ACME-1"), "Claim");
  assertEquals(questions().length, 1);
  await clock.advance(stuck);
  await program.close();
});
