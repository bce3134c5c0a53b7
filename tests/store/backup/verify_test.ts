import { assert, assertEquals } from "@std/assert";
import type { Finding } from "../../../src/store/backup/findings.ts";
import { verify } from "../../../src/store/backup/verify.ts";
import { countKey, keys, tallyKey } from "../../../src/store/keys.ts";
import { denoKv, type Kv } from "../../../src/store/kv.ts";
import type { StoredIncident } from "../../../src/store/records.ts";
import { assertSound } from "../../faults/invariants.ts";
import { afterOneReport, contentsOf, NOW, withDay } from "./backup.ts";

const ID = { company: "ACME", number: 1 };

/** What is found, with examples. */
async function found(store: Deno.Kv, repair = false): Promise<Record<string, string[]>> {
  const findings = await verify(denoKv(store), { repair });
  return Object.fromEntries([...findings].map(([finding, { examples }]) => [finding, examples]));
}

async function stateOf(store: Deno.Kv): Promise<StoredIncident> {
  return (await store.get<StoredIncident>(keys.incident(ID).key)).value!;
}

/** One thing that is wrong: how it got so, and what is said about it. */
interface Damage {
  finding: Finding;
  does(store: Deno.Kv): Promise<unknown>;
  /** A part of the first example. */
  says: string;
}

const DAMAGES: Record<string, Damage> = {
  "a key that nobody knows": {
    finding: "unknown_key",
    does: (store) => store.set(["incidnet", "ACME"], 1),
    says: "incidnet",
  },
  "a record without a shape": {
    finding: "unreadable",
    does: (store) => store.set(keys.notice(-5, "pin").key, { schema: 1, at: "noon" }),
    says: '["notice",-5,"pin"] at at',
  },
  "a changed state": {
    finding: "history",
    async does(store) {
      const { state, ...rest } = await stateOf(store);
      const changed = { ...state, priority: "low" };
      await store.set(keys.incident(ID).key, { ...rest, state: changed });
    },
    says: "ACME-1: its history comes to something else",
  },
  "a lost event": {
    finding: "history",
    does: (store) => store.delete(keys.history(ID, 2).key),
    says: "ACME-1: at version 7 with the events 1, 3–7",
  },
  "an event too many": {
    finding: "history",
    does: async (store) =>
      await store.set(
        keys.history(ID, 8).key,
        (await store.get(keys.history(ID, 4).key)).value,
      ),
    says: "ACME-1: at version 7 with the events 1–8",
  },
  "a history alone": {
    finding: "lone_history",
    does: async (store) =>
      await store.set(
        keys.history({ company: "ACME", number: 77 }, 1).key,
        (await store.get(keys.history(ID, 1).key)).value,
      ),
    says: "ACME-77",
  },
  "a wrong count": {
    finding: "tally",
    does: async (store) => {
      const { state } = await stateOf(store);
      await store.set(countKey("ACME", state.chatId, "resolved"), new Deno.KvU64(7n));
    },
    says: "should be 1",
  },
  "a wrong tally": {
    finding: "tally",
    does: (store) => store.set(tallyKey("ACME", "unclaimed"), new Deno.KvU64(9n)),
    says: '["tally","ACME","unclaimed"]: 9, should be',
  },
  "a counter behind": {
    finding: "tally",
    does: (store) => store.set(keys.lastNumber("ACME").key, { schema: 1, last: 3 }),
    says: '["counter","ACME","incident"]: 3, should be 5',
  },
  "a miscounted department": {
    finding: "tally",
    does: async (store) => {
      const people = await Array.fromAsync(store.list<{ departments: string[] }>({
        prefix: ["person", "ACME"],
      }));
      const { key, value } = people.find((one) => one.value.departments.length > 0)!;
      await store.set(key, { ...value, departments: [] });
      await store.delete(["member", "ACME", "2", key[2]!]);
      await store.delete(["works", key[2]!, "ACME", "member"]);
    },
    says: "ACME members of department 2: 2, should be 1",
  },
  "a lost index key": {
    finding: "missing_index",
    does: (store) => store.delete(keys.current({ company: "ACME", number: 3 }).key),
    says: '["current","ACME",3]',
  },
  "an index key of nothing": {
    finding: "stray_index",
    does: (store) => store.set(keys.owned(5, { company: "ACME", number: 3 }).key, null),
    says: '["owned",5,"ACME",3]',
  },
  "an index key with a wrong value": {
    finding: "stray_index",
    does: (store) => store.set(keys.word("ACME", "brakes", 1, 0).key, -5),
    says: '["word","ACME","brakes",1,0]',
  },
};

Deno.test("a store in order has no findings", async () => {
  await withDay(async (store) => assertEquals(await found(store), {}));
});

for (const [name, { finding, does, says }] of Object.entries(DAMAGES)) {
  Deno.test(`verify finds ${name}, and only indexes are mended`, async () => {
    await withDay(async (store) => {
      await does(store);
      const damaged = await contentsOf(store);
      const findings = await found(store);
      assertEquals(Object.keys(findings), [finding]);
      assert(findings[finding]![0]!.includes(says), findings[finding]![0]);
      assertEquals(await contentsOf(store), damaged, "looking changes nothing");
      const repaired = await verify(denoKv(store), { repair: true });
      if (finding.endsWith("index")) {
        assertEquals(repaired.get(finding)?.mended, repaired.get(finding)?.count);
        assertEquals(await found(store), {});
        await assertSound(store, { now: NOW, busy: true });
      } else {
        assertEquals(repaired.get(finding)?.mended, 0);
        assertEquals(await contentsOf(store), damaged);
      }
    });
  });
}

Deno.test("a repair leaves a record alone that changes while it is mended", async () => {
  await withDay(async (store) => {
    const id = { company: "ACME", number: 3 };
    await store.delete(keys.current(id).key);
    await store.set(keys.owned(5, id).key, null);
    const kv = denoKv(store);
    const racing: Kv = {
      ...kv,
      async commit(checks, changes) {
        const { value } = await store.get(keys.incident(id).key);
        await store.set(keys.incident(id).key, value);
        return await kv.commit(checks, changes);
      },
    };
    const findings = await verify(racing, { repair: true });
    assertEquals([...findings].map(([finding, { mended }]) => [finding, mended]), [
      ["stray_index", 0],
      ["missing_index", 0],
    ]);
    assertEquals(Object.keys(await found(store, true)), ["stray_index", "missing_index"]);
    assertEquals(await found(store), {});
  });
});

Deno.test("an incident that somebody works on while it is verified is no finding", async () => {
  await afterOneReport(async (program) => {
    const kv = denoKv(program.store);
    let isDone = false;
    const working: Kv = {
      ...kv,
      async *list(selector, options) {
        if ("prefix" in selector && selector.prefix[0] === "history" && !isDone) {
          isDone = true;
          await program.admin.says(program.admin.private, "/comment ACME-1 Any news?");
        }
        yield* kv.list(selector, options);
      },
    };
    const before = (await stateOf(program.store)).state.version;
    assertEquals(await verify(working, { repair: false }), new Map());
    assert((await stateOf(program.store)).state.version > before);
  });
});
