import { assert, assertEquals } from "@std/assert";
import { chatsWithRows, listRows } from "../../src/delivery/outbox.ts";
import { messageRowKey } from "../../src/store/keys.ts";
import { html } from "../../src/view/html.ts";
import { plainMessage } from "../../src/view/message.ts";
import { withCore } from "../execute/core.ts";

const row = (text: string) => ({
  schema: 1,
  kind: "message",
  content: plainMessage(html`${text}`),
  createdAt: 0,
});

Deno.test("listRows() brings what waits in the chat, and nothing of its neighbours", async () => {
  await withCore(async ({ deps, store }) => {
    for (const [chatId, text] of [[-11, "a"], [-1, "b"], [1, "c"], [11, "d"]] as const) {
      await store.set(messageRowKey(chatId, "direct", 1, 0), row(text));
    }
    const { rows, isComplete } = await listRows(deps, -1);
    assertEquals([rows.length, isComplete], [1, true]);
    assert(rows[0]?.row.kind === "message" && rows[0].row.content.html === "b");
  });
});

Deno.test("listRows() says when more waits than it brought", async () => {
  await withCore(async ({ deps, store }) => {
    for (let i = 0; i < 99; i++) await store.set(messageRowKey(-1, "direct", i, 0), row("x"));
    assertEquals((await listRows(deps, -1)).isComplete, true);
    for (let i = 99; i < 101; i++) await store.set(messageRowKey(-1, "direct", i, 0), row("x"));
    const { rows, isComplete } = await listRows(deps, -1);
    assertEquals([rows.length, isComplete], [100, false]);
  });
});

Deno.test("chatsWithRows() names each chat once, however many rows wait there", async () => {
  await withCore(async ({ deps, store }) => {
    for (const chatId of [-1_001_234_567_890, -1, 7, 9_007_199_254_740_991]) {
      for (const order of ["direct", "ping", "leave"] as const) {
        await store.set(messageRowKey(chatId, order, 1, 0), row("x"));
        await store.set(messageRowKey(chatId, order, 1, "id"), row("x"));
      }
    }
    await store.set(["outbox2", 5, 0, 0, 0], row("x"));
    await store.set(["out", 5, 0, 0, 0], row("x"));
    assertEquals(await Array.fromAsync(chatsWithRows(deps.kv)), [
      -1_001_234_567_890,
      -1,
      7,
      9_007_199_254_740_991,
    ]);
  });
});

Deno.test("chatsWithRows() of an empty outbox is nobody", async () => {
  await withCore(async ({ deps }) => {
    assertEquals(await Array.fromAsync(chatsWithRows(deps.kv)), []);
  });
});
