import { assert, assertEquals, assertRejects } from "@std/assert";
import type { Outcome } from "../../src/domain/outcome.ts";
import { type Attempt, commitAction } from "../../src/execute/commit.ts";
import { LEASE_TIME } from "../../src/store/drain_token.ts";
import { keys } from "../../src/store/keys.ts";
import type { Kv } from "../../src/store/kv.ts";
import { FREE_TOKEN } from "../../src/store/records.ts";
import { TooBusyError } from "../../src/store/retry.ts";
import { set } from "../../src/store/write.ts";
import { html } from "../../src/view/html.ts";
import { plainMessage } from "../../src/view/message.ts";
import { acme, NOON } from "../domain/cast.ts";
import { everything, withCore } from "./core.ts";

const HERE = -1;
const origin = { chatId: HERE, updateId: 77 };
const wanted = { company: keys.company("ACME") };
const noted: Outcome = { kind: "desk", answer: { key: "noted" } };
const busy: Outcome = { kind: "desk", answer: { key: "activation_pending" } };
const added = (name = "Acme") => set(keys.company("ACME"), { ...acme, name });
const say = (chatId: number, text = "hello") => ({
  chatId,
  order: "direct" as const,
  content: plainMessage(html`${text}`),
});
const promised = (attempt: Attempt) => () => Promise.resolve(attempt);

Deno.test("a commit writes the change, the row, the token and the mark together", async () => {
  await withCore(async ({ deps, store, commits }) => {
    const attempt = { outcome: noted, changes: [added()], messages: [say(HERE)] };
    const { deliveries, outcome } = await commitAction(deps, origin, wanted, promised(attempt));
    assertEquals([outcome, commits()], [noted, 1]);
    const all = await everything(store);
    assertEquals([...all.keys()].toSorted(), [
      "company/ACME",
      `drain/${HERE}`,
      `outbox/${HERE}/0/${NOON}/0`,
      "update/1/77",
    ]);
    const [delivery] = deliveries;
    assert(delivery?.lease && delivery.rows);
    assertEquals(delivery.rows.map(({ row }) => row.kind), ["message"]);
    const token = (await store.get(["drain", HERE])).value;
    assertEquals(token, {
      ...FREE_TOKEN,
      holder: delivery.lease.token.holder,
      until: NOON + LEASE_TIME,
      asked: NOON,
    });
  });
});

Deno.test("nothing to change is nothing written", async () => {
  await withCore(async ({ deps, store, commits }) => {
    const { deliveries } = await commitAction(deps, origin, wanted, promised({ outcome: noted }));
    assertEquals([deliveries, commits(), (await everything(store)).size], [[], 0, 0]);
  });
});

Deno.test("the same update again has no effect and gets the same answer", async () => {
  await withCore(async ({ deps, commits }) => {
    await commitAction(deps, origin, wanted, promised({ outcome: noted, changes: [added()] }));
    const never = () => Promise.reject(new Error("decided twice"));
    const again = await commitAction(deps, origin, wanted, never);
    assertEquals(again, { outcome: noted, deliveries: [] });
    assertEquals(commits(), 1);
  });
});

Deno.test("a mark whose time is over counts no more, though it may still be there", async () => {
  await withCore(async ({ deps, pass }) => {
    const first = { outcome: noted, changes: [added()] };
    await commitAction(deps, origin, wanted, promised(first));
    pass(26 * 3_600_000 - 1);
    const later = promised({ outcome: busy, changes: [added("Later")] });
    assertEquals((await commitAction(deps, origin, wanted, later)).outcome, noted);
    pass(1);
    assertEquals((await commitAction(deps, origin, wanted, later)).outcome, busy);
  });
});

Deno.test("who loses a race reads again and decides again", async () => {
  const faster = async (kv: Kv, commit: number) => {
    if (commit <= 2) await kv.commit([], [added(`Acme ${commit}`)]);
  };
  await withCore(async ({ deps, store, commits }) => {
    const seen: (string | null)[] = [];
    await commitAction(deps, origin, wanted, ({ company }) => {
      seen.push(company.value?.name ?? null);
      return Promise.resolve({ outcome: noted, changes: [added("Mine")] });
    });
    assertEquals([seen, commits()], [[null, "Acme 1", "Acme 2"], 3]);
    assertEquals((await store.get<typeof acme>(["company", "ACME"])).value?.name, "Mine");
  }, faster);
});

Deno.test("the same update in two processes at once takes effect in one, and both answer alike", async () => {
  const elsewhere = async (kv: Kv, commit: number) => {
    const mark = { schema: 1, outcome: busy, expiresAt: NOON + 60_000 };
    if (commit === 1) await kv.commit([], [set(keys.update(1, origin.updateId), mark)]);
  };
  await withCore(async ({ deps, store }) => {
    const attempt = promised({ outcome: noted, changes: [added()] });
    assertEquals((await commitAction(deps, origin, {}, attempt)).outcome, busy);
    assertEquals((await store.get(["company", "ACME"])).value, null);
  }, elsewhere);
});

Deno.test("what was read besides must not have changed either", async () => {
  const faster = async (kv: Kv, commit: number) => {
    if (commit === 1) await kv.commit([], [{ type: "set", key: ["company", "NEW"], value: acme }]);
  };
  await withCore(async ({ deps, commits }) => {
    const checks = [{ key: ["company", "NEW"], value: null, versionstamp: null }];
    let decided = 0;
    await commitAction(deps, origin, wanted, () => {
      const attempt = { outcome: noted, changes: [added()], checks };
      return Promise.resolve(decided++ === 0 ? attempt : { outcome: busy });
    });
    assertEquals([decided, commits()], [2, 1]);
  }, faster);
});

Deno.test("who keeps losing is told so, and nothing is written", async () => {
  const always = (kv: Kv) => kv.commit([], [added("Faster")]);
  const real = performance.now;
  let now = 0;
  performance.now = () => now;
  try {
    await withCore(async ({ deps, store }) => {
      const sleep = (ms: number) => Promise.resolve(void (now += ms));
      const attempt = promised({ outcome: noted, changes: [added("Mine")] });
      await assertRejects(
        () => commitAction({ ...deps, sleep }, origin, wanted, attempt),
        TooBusyError,
      );
      assertEquals([...(await everything(store)).keys()], ["company/ACME"]);
    }, always);
  } finally {
    performance.now = real;
  }
});

Deno.test("while somebody drains the chat, its rows are left to them, who are told by the count", async () => {
  await withCore(async ({ deps, store }) => {
    const held = { ...FREE_TOKEN, holder: "other", until: NOON + LEASE_TIME, asked: NOON };
    await store.set(["drain", HERE], held);
    const attempt = { outcome: noted, messages: [say(HERE)] };
    const { deliveries } = await commitAction(deps, origin, wanted, promised(attempt));
    assertEquals(deliveries, []);
    assertEquals((await store.get(["drain", HERE])).value, { ...held, asked: NOON + 1 });
  });
});

Deno.test("rows of one chat keep the order of their commits, though the clock stands still", async () => {
  await withCore(async ({ deps, store }) => {
    for (const updateId of [1, 2, 3]) {
      const messages = [say(HERE, `${updateId}a`), say(HERE, `${updateId}b`)];
      const attempt = promised({ outcome: noted, messages });
      await commitAction(deps, { ...origin, updateId }, wanted, attempt);
    }
    const rows = store.list<{ content: { html: string } }>({ prefix: ["outbox", HERE] });
    const said = await Array.fromAsync(rows, ({ value }) => value.content.html);
    assertEquals(said, ["1a", "1b", "2a", "2b", "3a", "3b"]);
  });
});

Deno.test("what is said elsewhere is handed out for delivery there, one delivery a chat", async () => {
  await withCore(async ({ deps, store }) => {
    const messages = [say(900), say(900), say(901)];
    const attempt = { outcome: noted, messages, leaves: -5 };
    const { deliveries } = await commitAction(deps, origin, wanted, promised(attempt));
    assertEquals(deliveries.map(({ chatId, lease }) => [chatId, lease]), [
      [900, null],
      [901, null],
      [-5, null],
    ]);
    assertEquals((await store.get(["drain", HERE])).value, null, "nothing waits here");
    const rows = await Array.fromAsync(store.list({ prefix: ["outbox"] }), ({ key }) => key[1]);
    assertEquals(rows, [-5, 900, 900, 901]);
  });
});

Deno.test("the clock leaves no mark", async () => {
  await withCore(async ({ deps, store }) => {
    const attempt = promised({ outcome: noted, changes: [added()] });
    await commitAction(deps, { chatId: HERE, updateId: null }, wanted, attempt);
    assertEquals([...(await everything(store)).keys()], ["company/ACME"]);
  });
});
