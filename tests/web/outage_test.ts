import { assertEquals, assertStringIncludes } from "@std/assert";
import { cardOf, startProgram } from "../program.ts";
import { plain } from "../simulator/simulator.ts";
import type { StoredEvent } from "../../src/store/records.ts";
import { breakableKv, lost } from "./breakable_kv.ts";
import { secondsPass, witness } from "./witness.ts";

Deno.test("an update that meets a broken store is answered 500, and takes effect once it is whole", async () => {
  const { state, wrapKv } = breakableKv();
  const program = await startProgram({ wrapKv });
  const { telegram, store } = program;
  const ana = telegram.person("Ana");
  const yard = await program.company("ACME", { members: [ana] });
  const answers = witness(program);
  state.trouble = lost;
  await ana.says(yard, "/new_issue Brakes failed", { wait: false });
  await secondsPass(program, 2);
  assertEquals(answers.statuses, [500, 500]);
  state.trouble = () => null;
  await secondsPass(program, 2);
  assertEquals(answers.statuses, [500, 500, 200]);
  assertStringIncludes(plain(cardOf(yard, "ACME-1")), "Brakes failed");
  assertEquals((await Array.fromAsync(store.list({ prefix: ["failed"] }))).length, 0);
  await program.close();
});

Deno.test("a broken store never gives an update up, however long it lasts", async () => {
  const { state, wrapKv } = breakableKv();
  const program = await startProgram({ wrapKv });
  const { telegram } = program;
  const ana = telegram.person("Ana");
  const yard = await program.company("ACME", { members: [ana] });
  const answers = witness(program);
  // The failure itself could be put on record, so it is not the record that keeps it waiting.
  state.trouble = (keys) => keys.some(([first]) => first === "failed") ? null : lost();
  await ana.says(yard, "/new_issue Brakes failed", { wait: false });
  await secondsPass(program, 90);
  assertEquals(new Set(answers.statuses), new Set([500]));
  state.trouble = () => null;
  await secondsPass(program, 60);
  assertEquals(answers.statuses.at(-1), 200);
  assertStringIncludes(plain(cardOf(yard, "ACME-1")), "Brakes failed");
  await program.close();
});

for (const kind of ["drop_before", "502", "429"] as const) {
  Deno.test(`a Telegram that meets every call with ${kind} never gives an update up`, async () => {
    const program = await startProgram();
    const { telegram } = program;
    const ana = telegram.person("Ana");
    const answers = witness(program);
    const mend = telegram.faults.add({ kind });
    await ana.says(ana.private, "/help", { wait: false });
    await secondsPass(program, 90);
    assertEquals(new Set(answers.statuses), new Set([500]));
    mend();
    await secondsPass(program, 60);
    assertEquals(answers.statuses.at(-1), 200);
    assertStringIncludes(plain(ana.private.messages.at(-1)!), "You can:");
    assertEquals((await Array.fromAsync(program.store.list({ prefix: ["failed"] }))).length, 0);
    await program.close();
  });
}

Deno.test("a broken commit leaves nothing behind, and the retry is the first and only effect", async () => {
  const { state, wrapKv } = breakableKv();
  const program = await startProgram({ wrapKv });
  const { telegram, store } = program;
  const ana = telegram.person("Ana");
  const yard = await program.company("ACME", { members: [ana] });
  await ana.says(yard, "/new_issue Brakes failed");
  const answers = witness(program);
  state.trouble = (keys) => keys.some(([first]) => first === "history") ? lost() : null;
  const toast = ana.presses(cardOf(yard, "ACME-1"), "Claim");
  await telegram.settled();
  assertEquals(answers.statuses, [500]);
  state.trouble = () => null;
  await secondsPass(program, 1);
  assertEquals(await toast, { text: "ACME-1 is yours." });
  const history = await Array.fromAsync(store.list({ prefix: ["history", "ACME", 1] }));
  assertEquals(
    history.filter(({ value }) => (value as StoredEvent).event.type === "claimed").length,
    1,
  );
  await program.close();
});

for (const kind of ["drop_before", "500", "429"] as const) {
  Deno.test(`a toast that meets ${kind} is answered 500, and the retry brings the same toast`, async () => {
    const program = await startProgram();
    const { telegram, store } = program;
    const ana = telegram.person("Ana");
    const yard = await program.company("ACME", { members: [ana] });
    await ana.says(yard, "/new_issue Brakes failed");
    const answers = witness(program);
    const mend = telegram.faults.add({ method: "answerCallbackQuery", kind });
    const toast = ana.presses(cardOf(yard, "ACME-1"), "Claim");
    await telegram.settled();
    mend();
    await secondsPass(program, 1);
    assertEquals(await toast, { text: "ACME-1 is yours." });
    assertEquals(answers.statuses, [500, 200]);
    const history = await Array.fromAsync(store.list({ prefix: ["history", "ACME", 1] }));
    assertEquals(history.length, 3);
    await program.close();
  });
}
