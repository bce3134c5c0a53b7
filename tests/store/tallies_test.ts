import { assertEquals } from "@std/assert";
import { tallyKey } from "../../src/store/keys.ts";
import { denoKv } from "../../src/store/kv.ts";
import { readAllTallies, tallyChanges } from "../../src/store/tallies.ts";
import { called, claimed, escalatedBy, incidentAfter, reported } from "../domain/history.ts";
import { rita } from "../domain/cast.ts";

async function withStore(story: (store: Deno.Kv) => Promise<void>): Promise<void> {
  const store = await Deno.openKv(":memory:");
  try {
    await story(store);
  } finally {
    store.close();
  }
}

const waiting = incidentAfter(reported, called);
const working = incidentAfter(reported, called, claimed);

Deno.test("tallies go up and down with the incidents, and no company counts another's", () =>
  withStore(async (store) => {
    const kv = denoKv(store);
    const escalated = incidentAfter(reported, called, escalatedBy(rita));
    await kv.commit([], tallyChanges(null, waiting));
    await kv.commit([], tallyChanges(null, escalated));
    await kv.commit([], tallyChanges(null, { ...waiting, company: "ZETA" }));
    await kv.commit([], tallyChanges(waiting, working));
    assertEquals(
      await readAllTallies(kv),
      new Map([
        ["ACME", { open: 2, unclaimed: 1, escalated: 1 }],
        ["ZETA", { open: 1, unclaimed: 1, escalated: 0 }],
      ]),
    );
  }));

Deno.test("a tally that went below nothing reads as nothing, and comes back", () =>
  withStore(async (store) => {
    const kv = denoKv(store);
    await kv.commit([], tallyChanges(waiting, working));
    const unclaimed = async () => (await readAllTallies(kv)).get("ACME")?.unclaimed;
    assertEquals(await unclaimed(), 0);
    assertEquals(
      (await store.get(tallyKey("ACME", "unclaimed"))).value,
      new Deno.KvU64(2n ** 64n - 1n),
    );
    for (let i = 0; i < 3; i++) await kv.commit([], tallyChanges(null, waiting));
    assertEquals(await unclaimed(), 2);
  }));
