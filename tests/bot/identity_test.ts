import { assertEquals } from "@std/assert";
import { keys } from "../../src/store/keys.ts";
import { startProgram } from "../program.ts";
import { createIdentity } from "../../src/bot/identity.ts";
import { createMeter } from "../web/meter.ts";

Deno.test("learn() asks Telegram once, and the store knows it from then on", async () => {
  const meter = createMeter();
  const program = await startProgram({ wrap: meter.wrap });
  const { identity, settings } = program.app.deps;
  assertEquals(await identity.username(), program.telegram.bot.username);
  await identity.learn();
  assertEquals(meter.cost().calls.filter((method) => method === "getMe").length, 1);
  const { value } = await program.store.get<{ username: string }>(keys.bot(settings.botId).key);
  assertEquals(value?.username, program.telegram.bot.username);
  await program.close();
});

Deno.test("username() of a fresh process comes from the store, read once", async () => {
  const meter = createMeter();
  const program = await startProgram({ wrap: meter.wrap });
  const fresh = createIdentity(program.app.deps);
  meter.reset();
  assertEquals(await fresh.username(), program.telegram.bot.username);
  assertEquals(await fresh.username(), program.telegram.bot.username);
  assertEquals(meter.cost(), { reads: 1, lists: 0, commits: 0, calls: [] });
  await program.close();
});

Deno.test("a failure to learn the name is logged and tried again, and nobody has to wait", async () => {
  const program = await startProgram();
  const { telegram, app, store, log } = program;
  await store.delete(keys.bot(app.deps.settings.botId).key);
  const fresh = createIdentity(app.deps);
  telegram.faults.add({ method: "getMe", kind: "500", times: 1 });
  await fresh.learn();
  assertEquals(await fresh.username(), null);
  const line = JSON.parse(log.at(-1)!);
  assertEquals([line.level, line.message], ["warn", "could not learn the bot's name"]);
  await fresh.learn();
  assertEquals(await fresh.username(), telegram.bot.username);
  await program.close();
});
