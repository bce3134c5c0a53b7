import { assertEquals } from "@std/assert";
import type { Deps } from "../../src/deps.ts";
import { drain } from "../../src/delivery/drain.ts";
import { askFor, LEASE_TIME } from "../../src/store/drain_token.ts";
import { messageRowKey } from "../../src/store/keys.ts";
import { type DrainToken, FREE_TOKEN, type OutboxRow } from "../../src/store/records.ts";
import { plainMessage } from "../../src/view/message.ts";
import { type Core, withCore } from "../execute/core.ts";

const CHAT = -1;

function message(text: string, createdAt: number): OutboxRow {
  return { schema: 1, kind: "message", content: plainMessage({ source: text }), createdAt };
}

/** A Bot API whose calls take that long, and what it was told. */
function slowTelegram(core: Core, ms = 0): { deps: Deps; said: string[] } {
  const said: string[] = [];
  const telegram = {
    sendMessage(_chat: number, text: string) {
      said.push(text);
      core.pass(ms);
      return Promise.resolve({ message_id: said.length });
    },
  };
  return { deps: { ...core.deps, telegram } as unknown as Deps, said };
}

Deno.test("what there is no time for stays, and the next drain says it", () =>
  withCore(async (core) => {
    const { deps, said } = slowTelegram(core, 600);
    const now = deps.now();
    for (const [i, text] of ["one", "two", "three"].entries()) {
      await core.store.set(messageRowKey(CHAT, "direct", now, i), message(text, now));
    }
    const delivery = { chatId: CHAT, lease: null, rows: null, known: [] };
    const left = async () =>
      (await Array.fromAsync(core.store.list({ prefix: ["outbox"] }))).length;
    await drain(deps, delivery, now + 1_000);
    assertEquals([said, await left()], [["one", "two"], 1]);
    const token = (await core.store.get<DrainToken>(["drain", CHAT])).value;
    assertEquals([token?.holder, token?.rowsLeft], [null, true]);
    await drain(deps, delivery, deps.now() + 10_000);
    assertEquals([said, await left()], [["one", "two", "three"], 0]);
  }));

Deno.test("rows that come while an ageing lease is renewed are said in the same drain", () =>
  withCore(async (core) => {
    const { deps, said } = slowTelegram(core);
    const now = deps.now();
    const one = { key: messageRowKey(CHAT, "direct", now, 0), row: message("one", now) };
    const { token } = askFor(FREE_TOKEN, now, "me");
    await core.store.set(one.key, one.row);
    const { versionstamp } = await core.store.set(["drain", CHAT], token);

    // The process stands still for half a lease; meanwhile somebody else commits another row.
    core.pass(LEASE_TIME / 2 + 1_000);
    await core.store.set(messageRowKey(CHAT, "direct", now + 1, 0), message("two", now));
    await core.store.set(["drain", CHAT], askFor(token, deps.now(), "other").token);

    const lease = { chatId: CHAT, token, versionstamp };
    await drain(deps, { chatId: CHAT, lease, rows: [one], known: [] }, deps.now() + 10_000);
    assertEquals(said, ["one", "two"]);
    assertEquals((await Array.fromAsync(core.store.list({ prefix: ["outbox"] }))).length, 0);
    const after = (await core.store.get<DrainToken>(["drain", CHAT])).value;
    assertEquals([after?.holder, after?.rowsLeft], [null, false]);
  }));
