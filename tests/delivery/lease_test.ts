import { assert, assertEquals } from "@std/assert";
import {
  giveBack,
  isLasting,
  keepLease,
  refreshLease,
  takeLease,
} from "../../src/delivery/lease.ts";
import { askFor, type Lease, LEASE_TIME } from "../../src/store/drain_token.ts";
import { type DrainToken, FREE_TOKEN } from "../../src/store/records.ts";
import { NOON } from "../domain/cast.ts";
import { type Core, withCore } from "../execute/core.ts";

const CHAT = -1;

async function tokenIn({ store }: Core): Promise<DrainToken | null> {
  return (await store.get<DrainToken>(["drain", CHAT])).value;
}

async function take({ deps }: Core): Promise<Lease> {
  const lease = await takeLease(deps, CHAT);
  assert(lease, "somebody else drains");
  return lease;
}

/** Somebody else wants something said. */
async function ask(core: Core): Promise<void> {
  const token = await tokenIn(core) ?? FREE_TOKEN;
  await core.store.set(["drain", CHAT], askFor(token, core.deps.now(), "other").token);
}

const said = [{ type: "set" as const, key: ["said"], value: true }];
const done = { changes: said, rowsLeft: false };

Deno.test("only one takes a chat's token; the other moves its count, so that they look again", async () => {
  await withCore(async (core) => {
    const lease = await take(core);
    assertEquals(await takeLease(core.deps, CHAT), null);
    const token = await tokenIn(core);
    assertEquals([token?.holder, token?.asked], [lease.token.holder, lease.token.asked + 1]);
  });
});

Deno.test("the token of somebody who died is taken over when the lease is over", async () => {
  await withCore(async (core) => {
    const dead = await take(core);
    core.pass(LEASE_TIME - 1);
    assertEquals(await takeLease(core.deps, CHAT), null);
    core.pass(1);
    const lease = await take(core);
    assert(lease.token.holder !== dead.token.holder);
    assertEquals(await refreshLease(core.deps, dead), null, "the dead one can't go on");
    assertEquals(await keepLease(core.deps, dead, said), null);
    assertEquals(await giveBack(core.deps, dead, done), false);
    assertEquals((await core.store.get(["said"])).value, null, "nothing was changed");
  });
});

Deno.test("a chat on hold is nobody's, and nothing is written", async () => {
  await withCore(async (core) => {
    await giveBack(core.deps, await take(core), {
      changes: [],
      rowsLeft: true,
      holdUntil: NOON + 5_000,
      failures: 2,
    });
    const held = await tokenIn(core);
    assertEquals([held?.holder, held?.failures, held?.rowsLeft], [null, 2, true]);
    assertEquals(await takeLease(core.deps, CHAT), null);
    assertEquals(await tokenIn(core), held);
    core.pass(5_000);
    await take(core);
  });
});

Deno.test("what was said is recorded with the lease, which lasts anew and forgets the failures", async () => {
  await withCore(async (core) => {
    const lease = await take(core);
    const failed = { ...lease, token: { ...lease.token, failures: 3 } };
    core.pass(10_000);
    const kept = await keepLease(core.deps, failed, said);
    assert(kept);
    assertEquals([kept.token.until, kept.token.failures], [NOON + 10_000 + LEASE_TIME, 0]);
    assertEquals((await core.store.get(["said"])).value, true);
  });
});

Deno.test("when somebody asked meanwhile nothing is recorded, and the lease goes on refreshed", async () => {
  await withCore(async (core) => {
    const lease = await take(core);
    await ask(core);
    assertEquals(await keepLease(core.deps, lease, said), null);
    assertEquals(await giveBack(core.deps, lease, done), false);
    assertEquals((await core.store.get(["said"])).value, null);
    const refreshed = await refreshLease(core.deps, lease);
    assert(refreshed && refreshed.token.asked > lease.token.asked);
    assertEquals(await giveBack(core.deps, refreshed, done), true);
    assertEquals((await core.store.get(["said"])).value, true);
  });
});

Deno.test("a token that was given back is free, and keeps its count", async () => {
  await withCore(async (core) => {
    const lease = await take(core);
    assertEquals(await giveBack(core.deps, lease, done), true);
    assertEquals(await tokenIn(core), { ...FREE_TOKEN, asked: lease.token.asked });
    assertEquals(await refreshLease(core.deps, lease), null);
    await take(core);
  });
});

Deno.test("isLasting() until half of the time is gone", async () => {
  await withCore(async (core) => {
    const lease = await take(core);
    assertEquals(isLasting(lease, NOON + LEASE_TIME / 2 - 1), true);
    assertEquals(isLasting(lease, NOON + LEASE_TIME / 2), false);
  });
});
