import { assert, assertEquals } from "@std/assert";
import { cardRowKey, keys, messageRowKey } from "../../src/store/keys.ts";
import { denoKv } from "../../src/store/kv.ts";

async function listed(rows: readonly Deno.KvKey[], prefix: Deno.KvKey): Promise<Deno.KvKey[]> {
  const store = await Deno.openKv(":memory:");
  try {
    for (const key of rows) await store.set(key, null);
    return await Array.fromAsync(denoKv(store).list({ prefix }), ({ key }) => key);
  } finally {
    store.close();
  }
}

Deno.test("a chat's rows are listed as they are said: cards, answers, pings, reminders, farewell", async () => {
  const rows = [
    cardRowKey(-1, { company: "ACME", number: 2 }),
    cardRowKey(-1, { company: "ACME", number: 10 }),
    messageRowKey(-1, "direct", 5, 0),
    messageRowKey(-1, "direct", 5, 1),
    messageRowKey(-1, "direct", 40, 0),
    messageRowKey(-1, "ping", 3, 0),
    messageRowKey(-1, "ping", 3, 10),
    messageRowKey(-1, "reminder", 1, 0),
    messageRowKey(-1, "leave", 1, "x"),
  ];
  const other = messageRowKey(-2, "direct", 1, 0);
  const [cards, rest] = [rows.slice(0, 2), rows.slice(2)];
  const found = await listed([...rows.toReversed(), other], ["outbox", -1]);
  assertEquals(found.filter((key) => key[3] === "card"), cards);
  assertEquals(found.filter((key) => key[3] !== "card"), rest);
  const last = found.findLastIndex((key) => key[3] === "card");
  const ping = found.findIndex((key) => key[2] === 1);
  assert(last < ping, "cards come before pings");
});

Deno.test("an incident's card has one row, however often it wants to be shown", () => {
  const id = { company: "ACME", number: 2 };
  assertEquals(cardRowKey(-1, id), cardRowKey(-1, { ...id }));
});

Deno.test("deadlines are listed by their moment, histories by their version", async () => {
  const id = { company: "ACME", number: 1 };
  const due = [999, 1_000, 20_000].map((at) => keys.due(at, id).key);
  assertEquals(await listed(due.toReversed(), ["due"]), due);
  const history = [1, 2, 9, 10, 100].map((version) => keys.history(id, version).key);
  assertEquals(await listed(history.toReversed(), ["history", "ACME", 1]), history);
});

Deno.test("no company's keys are under another's, however the ids begin", async () => {
  const ids = ["AC", "ACME", "ACME2"];
  const rows = ids.map((company) => keys.person(company, 7).key);
  assertEquals(await listed(rows, ["person", "ACME"]), [["person", "ACME", 7]]);
});
