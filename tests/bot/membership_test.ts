import { assertEquals, assertStringIncludes } from "@std/assert";
import { keys } from "../../src/store/keys.ts";
import type { Administrators } from "../../src/domain/standing.ts";
import type { Group } from "../../src/domain/group.ts";
import type { Profile } from "../../src/domain/person.ts";
import { cardOf, type Program, startProgram } from "../program.ts";
import { plain } from "../simulator/simulator.ts";

async function stored<T>({ store }: Program, { key }: { key: Deno.KvKey }): Promise<T | null> {
  return (await store.get<T>(key)).value;
}

Deno.test("who starts the bot can be written to, who blocks it cannot, until they come back", async () => {
  const program = await startProgram();
  const ana = program.telegram.person("Ana");
  const isReachable = async () => (await stored<Profile>(program, keys.profile(ana.id)))?.reachable;
  await ana.starts();
  assertEquals(await isReachable(), true);
  await ana.blocks();
  assertEquals(await isReachable(), false);
  await ana.unblocks();
  assertEquals(await isReachable(), true);
  await program.close();
});

Deno.test("a group without the bot is suspended, and goes on when the bot is back", async () => {
  const program = await startProgram();
  const { telegram } = program;
  const boss = telegram.person("Boss");
  const yard = await program.company("ACME", { owner: boss });
  const status = async () => (await stored<Group>(program, keys.group(yard.id)))?.status;
  await boss.removesBot(yard);
  assertEquals(await status(), "suspended");
  await boss.adds(yard);
  assertEquals(await status(), "active");
  await boss.says(yard, "/new_issue Brakes failed");
  assertStringIncludes(plain(cardOf(yard, "ACME-1")), "Brakes failed");
  await program.close();
});

Deno.test("a group that is not activated is forgotten when the bot goes", async () => {
  const program = await startProgram();
  const { telegram } = program;
  const boss = telegram.person("Boss");
  const yard = telegram.group("Yard", { owner: boss, withBot: false });
  await boss.adds(yard);
  assertEquals((await stored<Group>(program, keys.group(yard.id)))?.status, "pending");
  await boss.removesBot(yard);
  assertEquals(await stored<Group>(program, keys.group(yard.id)), null);
  await program.close();
});

Deno.test("an administrator counts from the moment of the promotion, and no longer after it", async () => {
  const program = await startProgram();
  const { telegram } = program;
  const [ana, bob] = [telegram.person("Ana"), telegram.person("Bob")];
  const yard = await program.company("ACME", { members: [ana, bob] });
  await bob.says(yard, "/new_issue Brakes failed");
  await bob.presses(cardOf(yard, "ACME-1"), "Claim");
  const resolve = () => ana.presses(cardOf(yard, "ACME-1"), "Resolve");
  assertStringIncludes((await resolve()).text ?? "", "Only the owner");
  await yard.promote(ana);
  assertEquals(await resolve(), { text: "ACME-1: now reply with a summary." });
  await yard.demote(ana);
  const back = await ana.presses(cardOf(yard, "ACME-1"), "Back to work");
  assertStringIncludes(back.text ?? "", "Only the owner");
  await program.close();
});

Deno.test("somebody's other changes of membership ask nothing anew", async () => {
  const program = await startProgram();
  const { telegram } = program;
  const ana = telegram.person("Ana");
  const yard = await program.company("ACME", { members: [ana] });
  await ana.says(yard, "/help");
  const asked = await stored<Administrators>(program, keys.administrators(yard.id));
  await telegram.person("Dee").joins(yard);
  await ana.leaves(yard);
  assertEquals(await stored(program, keys.administrators(yard.id)), asked);
  await program.close();
});

Deno.test("when Telegram won't say who administers the group, what is known decides", async () => {
  const program = await startProgram();
  const { telegram } = program;
  const [ana, bob] = [telegram.person("Ana"), telegram.person("Bob")];
  const yard = await program.company("ACME", { members: [ana, bob] });
  await bob.says(yard, "/new_issue Brakes failed");
  await bob.presses(cardOf(yard, "ACME-1"), "Claim");
  telegram.faults.add({
    method: "getChatAdministrators",
    kind: { code: 400, description: "Bad Request: member list is inaccessible" },
  });
  const { text = "" } = await ana.presses(cardOf(yard, "ACME-1"), "Resolve");
  assertStringIncludes(text, "Only the owner");
  assertEquals(await stored(program, keys.administrators(yard.id)), null);
  assertEquals(telegram.pending, []);
  await program.close();
});
