import { assertEquals } from "@std/assert";
import { startProgram, sweepAfterLeases } from "../program.ts";
import { yardOf } from "./yard.ts";

const KICKED = { code: 403, description: "Forbidden: bot was kicked from the supergroup chat" };

Deno.test("what ended while the bot might not unpin is unpinned when it may", async () => {
  const program = await startProgram();
  const { group, eve } = await yardOf(program);
  await eve.says(group, "/new_issue Brakes failed on truck 12");
  await group.botRights({ can_pin_messages: false });
  await eve.says(group, "/cancel ACME-1 false alarm");
  assertEquals(group.pinned.length, 1);
  await group.botRights("administrator");
  assertEquals(group.pinned.length, 0);
  await program.close();
});

Deno.test("what ended while the bot was being removed is shown and unpinned when it is back", async () => {
  const program = await startProgram();
  const { group, eve, gus } = await yardOf(program);
  await eve.says(group, "/new_issue Brakes failed on truck 12");
  program.telegram.faults.add({ kind: KICKED, method: "editMessageText", times: 1 });
  await eve.says(group, "/cancel ACME-1 false alarm");
  await gus.removesBot(group);
  await gus.adds(group);
  await group.botRights("administrator");
  await sweepAfterLeases(program);
  assertEquals(group.pinned.length, 0);
  await program.close();
});

Deno.test("a card whose pinning was never answered does not stay pinned", async () => {
  const program = await startProgram();
  const { group, eve } = await yardOf(program);
  // Twice: fetch repeats a request whose connection broke.
  program.telegram.faults.add({ kind: "drop_after", method: "pinChatMessage", times: 2 });
  await eve.says(group, "/new_issue Brakes failed on truck 12");
  await eve.says(group, "/cancel ACME-1 false alarm");
  await sweepAfterLeases(program);
  assertEquals(group.pinned.length, 0);
  await program.close();
});
