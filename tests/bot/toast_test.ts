import { assertEquals, assertStringIncludes } from "@std/assert";
import { toast } from "../../src/bot/answer.ts";
import { cardOf, startProgram } from "../program.ts";
import { plain } from "../simulator/simulator.ts";

Deno.test("the toast does not wait for the card: it is there while the edit is on its way", async () => {
  const program = await startProgram();
  const { telegram, clock } = program;
  const ana = telegram.person("Ana");
  const yard = await program.company("ACME", { members: [ana] });
  await ana.says(yard, "/new_issue Brakes failed");
  await telegram.settled();
  const pressedAt = clock.now();
  telegram.faults.add({ method: "editMessageText", kind: "slow", delayMs: 5_000, times: 1 });
  const toasted = ana.presses(cardOf(yard, "ACME-1"), "Claim", { wait: false });
  // The edit does not end before the clock moves, so a toast that waits for it would never come.
  const patience = Promise.withResolvers<"no toast">();
  const timer = setTimeout(patience.resolve, 2_000, "no toast");
  assertEquals(await Promise.race([toasted, patience.promise]), { text: "ACME-1 is yours." });
  clearTimeout(timer);
  assertEquals(clock.now(), pressedAt);
  assertStringIncludes(plain(cardOf(yard, "ACME-1")), "waiting for someone to claim");
  await clock.advance(5_000);
  await telegram.settled();
  assertStringIncludes(plain(cardOf(yard, "ACME-1")), "Owner: Ana");
  await program.close();
});

Deno.test("toast() shortens what Telegram would refuse", async () => {
  const program = await startProgram();
  const { app } = program;
  const said: string[] = [];
  const telegram = Object.assign(Object.create(app.deps.telegram), {
    answerCallbackQuery: (_id: string, { text }: { text: string }) => {
      said.push(text);
      return Promise.resolve(true);
    },
  });
  await toast({ ...app.deps, telegram }, "1", "x".repeat(200));
  await toast({ ...app.deps, telegram }, "1", "x".repeat(201));
  assertEquals(said, ["x".repeat(200), `${"x".repeat(199)}…`]);
  await program.close();
});
