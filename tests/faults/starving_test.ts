import { assertEquals } from "@std/assert";
import { keys } from "../../src/store/keys.ts";
import { type Change, denoKv } from "../../src/store/kv.ts";
import type { StoredIncident } from "../../src/store/records.ts";
import { setIncident } from "../../src/store/write.ts";
import { type Program, startProgram } from "../program.ts";
import { type Group, plain } from "../simulator/simulator.ts";

const MANY = 1_100;
const MINUTE = 60_000;

/** The same incident again and again, under other numbers. */
async function multiply(
  { store }: Program,
  { company, group }: { company: string; group: Group },
): Promise<void> {
  const model = (await store.get<StoredIncident>(["incident", company, 1])).value!;
  let changes: Change[] = [];
  for (let number = 2; number <= MANY; number++) {
    const state = { ...model.state, number, chatId: group.id };
    const entry = { ...keys.incident(state), value: null, versionstamp: null };
    changes.push(...setIncident(entry, { ...model, state }));
    if (changes.length < 500 && number < MANY) continue;
    await denoKv(store).commit([], changes);
    changes = [];
  }
}

Deno.test("incidents of a group that was left do not keep other people's from being reminded of", async () => {
  const program = await startProgram();
  const { telegram, clock, app } = program;
  const [ana, zoe] = [telegram.person("Ana"), telegram.person("Zoe")];
  const boss = telegram.person("Boss");
  const left = await program.company("ACME", { members: [ana], owner: boss });
  await ana.says(left, "/new_issue Brakes failed on truck 12");
  await multiply(program, { company: "ACME", group: left });
  await boss.removesBot(left);

  await clock.advance(MINUTE);
  const yard = await program.company("ZULU", { members: [zoe] });
  await zoe.says(yard, "/new_issue Lights failed on truck 13");
  await clock.advance(11 * MINUTE);
  await app.sweep();
  const reminders = yard.messages.filter((message) => plain(message).includes("ZULU-1 for"));
  assertEquals(reminders.length, 1);
  await program.close();
});
