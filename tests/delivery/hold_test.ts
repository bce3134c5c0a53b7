import { assertEquals } from "@std/assert";
import { drain } from "../../src/delivery/drain.ts";
import { cardRowKey, messageRowKey } from "../../src/store/keys.ts";
import { type DrainToken, FREE_TOKEN, OutboxRow } from "../../src/store/records.ts";
import { askFor } from "../../src/store/drain_token.ts";
import { html } from "../../src/view/html.ts";
import { plainMessage } from "../../src/view/message.ts";
import { acme, NOON, YARD } from "../domain/cast.ts";
import { incidentIn } from "../domain/history.ts";
import { refused } from "./refused.ts";
import { type Desk, withDesk } from "./telegram.ts";

const KEY = messageRowKey(YARD, "direct", NOON, 0);
const HELLO: OutboxRow = {
  schema: 1,
  kind: "message",
  content: plainMessage(html`hello`),
  createdAt: NOON,
};

function drains({ deps }: Desk): Promise<void> {
  const delivery = { chatId: YARD, lease: null, rows: null, known: [] };
  return drain(deps, delivery, deps.now() + 10_000);
}

async function rowAt({ store }: Desk, key: Deno.KvKey): Promise<OutboxRow> {
  return OutboxRow.parse((await store.get(key)).value);
}

Deno.test("a row that failed says how often, why, and when it is tried again", () =>
  withDesk(async (desk) => {
    await desk.store.set(KEY, HELLO);
    desk.fails("sendMessage", refused(502, "Bad Gateway"));
    await drains(desk);
    assertEquals(await rowAt(desk, KEY), {
      ...HELLO,
      attempts: 1,
      notBefore: NOON + 1_000,
      lastError: "502",
    });
    desk.pass(1_000);
    desk.fails("sendMessage", refused(429, "Too Many Requests: retry after 7", { retry_after: 7 }));
    await drains(desk);
    assertEquals(await rowAt(desk, KEY), {
      ...HELLO,
      attempts: 2,
      notBefore: NOON + 8_000,
      lastError: "429",
    });
    const token = (await desk.store.get<DrainToken>(["drain", YARD])).value;
    assertEquals([token?.holder, token?.holdUntil], [null, NOON + 8_000], "in the same commit");
    desk.pass(7_000);
    desk.fails("sendMessage", null);
    await drains(desk);
    assertEquals((await desk.store.get(KEY)).value, null);
  }));

Deno.test("a row from before rows counted their failures is said like any other", () =>
  withDesk(async (desk) => {
    const { schema, kind, content, createdAt } = HELLO as OutboxRow & { kind: "message" };
    await desk.store.set(KEY, { schema, kind, content, createdAt });
    await drains(desk);
    assertEquals(desk.calls.map(({ payload }) => payload.text), ["hello"]);
  }));

Deno.test("a newer row that came while the older one failed stays as it is wished", () =>
  withDesk(async (desk) => {
    const { store, deps } = desk;
    const id = { company: "ACME", number: 42 };
    const key = cardRowKey(YARD, id);
    const older: OutboxRow = { schema: 1, kind: "card", incident: id, createdAt: NOON };
    const newer = { ...older, createdAt: NOON + 500 };
    const state = incidentIn("awaiting_claim");
    await store.set(["incident", "ACME", 42], { schema: 1, state, deadline: null });
    await store.set(["company", "ACME"], acme);
    await store.set(key, older);
    const replaced = Promise.withResolvers<void>();
    desk.failsWhen("sendMessage", () => {
      void store.get<DrainToken>(["drain", YARD]).then(async ({ value }) => {
        await store.set(key, newer);
        await store.set(["drain", YARD], askFor(value ?? FREE_TOKEN, deps.now(), "x").token);
        replaced.resolve();
      });
      return refused(500, "Internal Server Error");
    });
    const { kv } = deps;
    deps.kv = { ...kv, getMany: (keys) => replaced.promise.then(() => kv.getMany(keys)) };
    const lease = askFor(FREE_TOKEN, NOON, "me").token;
    const { versionstamp } = await store.set(["drain", YARD], lease);
    await drain(deps, {
      chatId: YARD,
      lease: { chatId: YARD, token: lease, versionstamp },
      rows: [{ key, row: older }],
      known: [{ state, company: acme, group: null, card: null }],
    }, NOON + 10_000);
    const row = await rowAt(desk, key);
    assertEquals([row.createdAt, row.attempts], [NOON + 500, 1]);
    const token = (await store.get<DrainToken>(["drain", YARD])).value;
    assertEquals([token?.rowsLeft, token?.asked], [true, lease.asked + 1]);
  }));
