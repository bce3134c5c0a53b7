import { assertEquals } from "@std/assert";
import type { Deps } from "../../src/deps.ts";
import { createPace, type PaceLimits } from "../../src/delivery/pace.ts";
import { drain } from "../../src/delivery/drain.ts";
import { askFor, LEASE_TIME } from "../../src/store/drain_token.ts";
import { messageRowKey } from "../../src/store/keys.ts";
import { type DrainToken, FREE_TOKEN, type OutboxRow } from "../../src/store/records.ts";
import { plainMessage } from "../../src/view/message.ts";
import { type Core, withCore } from "../execute/core.ts";
import { UNLIMITED } from "./telegram.ts";

const CHAT = -1;

function message(text: string, createdAt: number): OutboxRow {
  return { schema: 1, kind: "message", content: plainMessage({ source: text }), createdAt };
}

/** A Bot API whose calls take that long, and what it was told. */
function slowTelegram(
  core: Core,
  ms = 0,
  limits: PaceLimits = UNLIMITED,
): { deps: Deps; said: string[] } {
  const said: string[] = [];
  const telegram = {
    sendMessage(_chat: number, text: string) {
      said.push(text);
      core.pass(ms);
      return Promise.resolve({ message_id: said.length });
    },
  };
  const pace = createPace(limits, core.deps.now);
  return { deps: { ...core.deps, telegram, pace } as unknown as Deps, said };
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

/** Three messages that wait, and a second between messages; whoever sleeps moves the clock. */
async function paced(core: Core, groupPerMinute: number) {
  const limits = { ...UNLIMITED, chatPerSecond: 1, groupPerMinute };
  const { deps, said } = slowTelegram(core, 0, limits);
  const naps: number[] = [];
  deps.sleep = (ms) => {
    naps.push(ms);
    core.pass(ms);
    return Promise.resolve();
  };
  const now = deps.now();
  for (const [i, text] of ["one", "two", "three"].entries()) {
    await core.store.set(messageRowKey(CHAT, "direct", now, i), message(text, now));
  }
  const token = async () => (await core.store.get<DrainToken>(["drain", CHAT])).value;
  const drains = (ms: number) =>
    drain(deps, { chatId: CHAT, lease: null, rows: null, known: [] }, deps.now() + ms);
  return { deps, said, naps, token, drains, started: now };
}

Deno.test("a turn that is near is waited for", () =>
  withCore(async (core) => {
    const { said, naps, drains, token } = await paced(core, 0);
    await drains(10_000);
    assertEquals([said, naps], [["one", "two", "three"], [1_000, 1_000]]);
    assertEquals((await token())?.rowsLeft, false);
  }));

Deno.test("a turn after the end of the time, or farther away, is left to who comes then", () =>
  withCore(async (core) => {
    const { said, naps, drains, token, started, deps } = await paced(core, 2);
    await drains(1_000);
    assertEquals([said, naps], [["one"], []]);
    const first = await token();
    assertEquals([first?.holder, first?.rowsLeft], [null, true]);
    assertEquals([first?.holdUntil, first?.sendsAfter], [0, started + 1_000]);
    core.pass(1_000);
    await drains(10_000);
    assertEquals([said, naps], [["one", "two"], []]);
    const second = await token();
    assertEquals([second?.sendsAfter, second?.failures], [started + 60_000, 0]);
    const [row] = await Array.fromAsync(core.store.list<OutboxRow>({ prefix: ["outbox"] }));
    assertEquals(row?.value.attempts, undefined, "waiting is no failure");
    await drains(10_000);
    assertEquals(said.length, 2, "not yet");
    const other = { ...deps, pace: createPace(UNLIMITED, deps.now) };
    await drain(other, { chatId: CHAT, lease: null, rows: null, known: [] }, deps.now() + 10_000);
    assertEquals(said.length, 2, "nor by another process, which has said nothing yet");
    core.pass(started + 60_000 - deps.now());
    await drains(10_000);
    assertEquals(said, ["one", "two", "three"]);
  }));

Deno.test("waiting for a turn does not make the backoff forget its failures", () =>
  withCore(async (core) => {
    const { drains, token, deps } = await paced(core, 0);
    await core.store.set(["drain", CHAT], { ...FREE_TOKEN, failures: 4 });
    deps.pace.take(CHAT);
    await drains(500);
    assertEquals((await token())?.failures, 4);
  }));

Deno.test("what is asked for during a nap is said in its order after it", () =>
  withCore(async (core) => {
    const { deps, said, drains } = await paced(core, 0);
    const { sleep } = deps;
    let asked = false;
    deps.sleep = async (ms) => {
      await sleep(ms);
      if (asked) return;
      asked = true;
      const before = (await core.store.get<DrainToken>(["drain", CHAT])).value ?? FREE_TOKEN;
      await core.store.set(messageRowKey(CHAT, "direct", 1, 0), message("urgent", 1));
      await core.store.set(["drain", CHAT], askFor(before, deps.now(), "other").token);
    };
    await drains(10_000);
    assertEquals(said, ["one", "urgent", "two", "three"]);
  }));

Deno.test("while everything has stopped, a chat that nobody holds costs nothing", () =>
  withCore(async (core) => {
    const { deps, said, drains } = await paced(core, 0);
    deps.pace.stopForToken();
    await drains(10_000);
    assertEquals([said, core.commits()], [[], 0]);
  }));
