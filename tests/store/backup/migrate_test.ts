/**
 * Records as programs of the past have stored them, in `tests/store/past`: one of every kind, status
 * and event. What is written there is never changed; a new shape adds lines.
 */

import { assert, assertEquals } from "@std/assert";
import { parseLine } from "../../../src/store/backup/format.ts";
import { KEPT_KINDS } from "../../../src/store/backup/kinds.ts";
import { migrate } from "../../../src/store/backup/migrate.ts";
import { lift } from "../../../src/store/backup/migrations.ts";
import { Company } from "../../../src/domain/company.ts";
import { keys } from "../../../src/store/keys.ts";
import { denoKv, type Kv } from "../../../src/store/kv.ts";
import { Card, StoredIncident } from "../../../src/store/records.ts";
import { EVENT_TYPES } from "../../domain/events.ts";
import { contentsOf, withStore } from "./backup.ts";

interface PastRecord {
  key: Deno.KvKey;
  value: unknown;
}

async function past(name: string): Promise<PastRecord[]> {
  const text = await Deno.readTextFile(new URL(`../past/${name}`, import.meta.url));
  return text.trim().split("\n").map((line) => {
    const parsed = parseLine(line);
    assert(parsed && "key" in parsed, line);
    return parsed;
  });
}

const FILES = ["version_1.ndjson", "version_1_early.ndjson"];

/** Everything that was stored is still there, and reads the same. */
function assertWithin(stored: unknown, lifted: unknown, where: string): void {
  if (stored === null || typeof stored !== "object" || stored instanceof Deno.KvU64) {
    return assertEquals(lifted, stored, where);
  }
  for (const [name, member] of Object.entries(stored)) {
    assertWithin(member, (lifted as Record<string, unknown>)[name], `${where}.${name}`);
  }
}

Deno.test("every record of the past is lifted into today's shape, and loses nothing", async () => {
  const seen = new Set<unknown>();
  const events = new Set<unknown>();
  for (const file of FILES) {
    for (const { key, value } of await past(file)) {
      const where = `${file} ${key.join(" ")}`;
      const lifted = lift(key, value);
      assert(lifted.kind !== "unreadable", `${where}: ${JSON.stringify(lifted)}`);
      seen.add(key[0]);
      events.add((value as { event?: { type: string } }).event?.type);
      if (lifted.kind === "current") continue;
      assertWithin(value, lifted.value, where);
      assertEquals(lift(key, lifted.value), { kind: "current" }, where);
    }
  }
  assertEquals(KEPT_KINDS.filter((kind) => !seen.has(kind)), []);
  assertEquals(EVENT_TYPES.filter((type) => !events.has(type)), []);
});

Deno.test("migrate fills in what came later, once, and touches nothing else", async () => {
  await withStore(async (store) => {
    const records = [...await past("version_1.ndjson"), ...await past("version_1_early.ndjson")];
    for (const { key, value } of records) await store.set(key, value);
    const outbox = ["outbox", -1, 0, "card", "ACME", 1];
    await store.set(outbox, "left alone");
    const { lifted, unreadable } = await migrate(denoKv(store));
    assertEquals(unreadable, []);
    assertEquals(Object.keys(lifted).sort(), [
      "card",
      "company",
      "forgetting",
      "group",
      "history",
      "incident",
      "person",
      "profile",
    ]);
    const { value: company } = await store.get(keys.company("ACME").key);
    assertEquals(Company.parse(company), company);
    assertEquals((company as Company).timeZone, "UTC");
    const { value: card } = await store.get(keys.card({ company: "ACME", number: 1 }).key);
    assertEquals(
      [(card as Card).topicId, (card as Card).repins, (card as Card).messageId],
      [null, 0, 12],
    );
    const { value } = await store.get(keys.incident({ company: "ACME", number: 2 }).key);
    const { state } = value as StoredIncident;
    assertEquals([state.priority, state.tags, state.status], ["medium", [], "closed"]);
    assertEquals((await store.get(outbox)).value, "left alone");
    const after = await contentsOf(store);
    assertEquals((await migrate(denoKv(store))).lifted, {});
    assertEquals(await contentsOf(store), after);
  });
});

Deno.test("migrate leaves a record alone that changes meanwhile, or that it can't read", async () => {
  await withStore(async (store) => {
    const { key } = keys.card({ company: "ACME", number: 1 });
    const early = { schema: 1, messageId: 12, version: 7, pin: "none", callMessageIds: [] };
    const newer = { ...early, topicId: null, repins: 0, version: 8 };
    await store.set(key, early);
    const newest = keys.card({ company: "ACME", number: 2 }).key;
    await store.set(newest, { ...newer, schema: 2 });
    const kv = denoKv(store);
    const racing: Kv = {
      ...kv,
      async commit(checks, changes) {
        await store.set(key, newer);
        return await kv.commit(checks, changes);
      },
    };
    const { lifted, unreadable } = await migrate(racing);
    assertEquals([lifted, unreadable], [{}, ['["card","ACME",2]']]);
    assertEquals((await store.get(key)).value, newer);
    assertEquals((await store.get<{ schema: number }>(newest)).value?.schema, 2);
  });
});
