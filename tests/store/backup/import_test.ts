import { assert, assertEquals, assertRejects } from "@std/assert";
import { importBackup } from "../../../src/store/backup/import.ts";
import { BackupError } from "../../../src/store/backup/refused.ts";
import { verify } from "../../../src/store/backup/verify.ts";
import { keys } from "../../../src/store/keys.ts";
import { denoKv, type Kv } from "../../../src/store/kv.ts";
import type { Program } from "../../program.ts";
import { inWork, type Yard, yardOf } from "../../stories/yard.ts";
import { startProgram } from "../../program.ts";
import {
  contentsOf,
  dayLines,
  fullDay,
  linesOf,
  recordsIn,
  sourceOf,
  withDay,
  withStore,
} from "./backup.ts";

/** The power goes after that many commits. */
function dying(kv: Kv, after: number): Kv {
  let left = after;
  return {
    ...kv,
    commit(checks, changes) {
      if (left-- <= 0) throw new Error("killed");
      return kv.commit(checks, changes);
    },
  };
}

Deno.test("a store that holds anything is not imported into", async () => {
  await withDay(async (store) => {
    const lines = await dayLines();
    const importing = (into: Deno.Kv) => () =>
      importBackup(denoKv(into), sourceOf(lines), { merge: false });
    await assertRejects(importing(store), BackupError, "the store is not empty");
    for (const key of [["company", "ZZ"], ["handle", "zoe"], ["stranger"], [1], [""]]) {
      await withStore(async (other) => {
        await other.set(key, 1);
        await assertRejects(importing(other), BackupError, "the store is not empty");
      });
    }
    await withStore(async (started) => {
      // A bot that runs there already and has heard nothing yet.
      await started.set(keys.bot(1).key, { schema: 1, username: "tocsin_bot" });
      await importing(started)();
      assertEquals(recordsIn(await linesOf(started)), recordsIn(lines));
    });
  });
});

Deno.test("an import that dies after any commit is refused from then on, and finished by --merge", async () => {
  const lines = await dayLines();
  let deaths = 0;
  for (let after = 1;; after++) {
    const isOver = await withStore(async (torn) => {
      const kv = denoKv(torn);
      const source = sourceOf(lines);
      const outcome = await importBackup(dying(kv, after), source, {
        merge: false,
        mostRecords: 12,
      })
        .then(() => "done", () => "died");
      if (outcome === "done") return true;
      await assertRejects(
        () => importBackup(kv, source, { merge: false }),
        BackupError,
        "If an import was interrupted, repeat it with --merge",
      );
      const left = await importBackup(kv, source, { merge: true });
      assertEquals(left.conflicts, 0);
      assert(left.added > 0 && left.alreadyThere > 0);
      assertEquals(left.added + left.alreadyThere, recordsIn(lines).length);
      assertEquals(recordsIn(await linesOf(torn)), recordsIn(lines));
      assertEquals(await verify(kv, { repair: false }), new Map());
      return false;
    });
    if (isOver) break;
    deaths++;
  }
  assert(deaths > 3, `it died ${deaths} times`);
});

Deno.test("a merge that dies after any commit is finished by another", async () => {
  const lines = await dayLines();
  await withStore(async (torn) => {
    const kv = denoKv(torn);
    const merge = (into: Kv) => importBackup(into, sourceOf(lines), { merge: true });
    for (let after = 0; after < 4; after++) await assertRejects(() => merge(dying(kv, after)));
    await merge(kv);
    assertEquals(recordsIn(await linesOf(torn)), recordsIn(lines));
    assertEquals(await verify(kv, { repair: false }), new Map());
  });
});

async function knows(
  store: Deno.Kv,
  { id, handle }: { id: number; handle: string },
): Promise<void> {
  const profile = { schema: 1, id, name: "Roamer", handle, reachable: false };
  await store.set(keys.profile(id).key, profile);
  await store.set(keys.handle(handle).key, id);
}

async function twoStores(
  tell: (a: { program: Program; yard: Yard }, b: { program: Program; yard: Yard }) => Promise<void>,
): Promise<void> {
  const [one, other] = [await startProgram(), await startProgram()];
  try {
    const [a, b] = [await yardOf(one), await yardOf(other)];
    await tell({ program: one, yard: a }, { program: other, yard: b });
  } finally {
    await one.close();
    await other.close();
  }
}

Deno.test("a merge never changes what is there, and takes an incident whole or not at all", async () => {
  await twoStores(async (a, b) => {
    await inWork(a.yard, "ACME-1");
    await inWork(a.yard, "ACME-2", "Gate is stuck");
    await a.yard.bob.says(a.yard.group, "/comment ACME-1 The hose is torn");
    await inWork(b.yard, "ACME-1", "Something else altogether");
    // Two people who had the same handle, one after the other.
    await knows(a.program.store, { id: 998, handle: "roamer" });
    await knows(b.program.store, { id: 999, handle: "roamer" });
    const before = await Array.fromAsync(b.program.store.list({ prefix: [] }));
    const kv = denoKv(b.program.store);
    const merged = await importBackup(kv, sourceOf(await linesOf(a.program.store)), {
      merge: true,
    });
    assert(merged.conflicts > 0);
    assert(merged.examples.includes('["incident","ACME",1]'), merged.examples.join());
    // The number 2 is still to be given to an incident of this store.
    assert(merged.examples.includes('["incident","ACME",2]'), merged.examples.join());
    const after = await Array.fromAsync(b.program.store.list({ prefix: [] }));
    const left = new Map(after.map((entry) => [JSON.stringify(entry.key), entry]));
    for (const entry of before) assertEquals(left.get(JSON.stringify(entry.key)), entry);
    const histories = await Array.fromAsync(b.program.store.list({ prefix: ["history"] }));
    assertEquals(histories.filter(({ key }) => key[2] === 2), []);
    assertEquals((await verify(kv, { repair: false })).get("history"), undefined);
  });
});

Deno.test("a merge into another company's store adds a company with everything in it", async () => {
  const [one, other] = [await startProgram(), await startProgram()];
  try {
    await fullDay(one);
    await other.admin.says(other.admin.private, "/add_company OMNI Omni Freight");
    const kv = denoKv(other.store);
    const before = await contentsOf(other.store);
    const lines = await linesOf(one.store);
    const { added, conflicts, examples } = await importBackup(kv, sourceOf(lines), { merge: true });
    // Both know the platform's admin.
    assertEquals([conflicts, examples.length <= 1], [examples.length, true]);
    assert(added > 50);
    const after = await contentsOf(other.store);
    assertEquals(before.filter((text) => !after.includes(text)), []);
    assertEquals(await verify(kv, { repair: false }), new Map());
  } finally {
    await one.close();
    await other.close();
  }
});

Deno.test("a merge into a store that something else writes to is refused, not half done", async () => {
  const lines = await dayLines();
  await withStore(async (busy) => {
    const kv = denoKv(busy);
    let commits = 0;
    const racing: Kv = {
      ...kv,
      async commit(checks, changes) {
        if (++commits === 2) await busy.set(checks[0]!.key, "somebody else's");
        return await kv.commit(checks, changes);
      },
    };
    const merging = () => importBackup(racing, sourceOf(lines), { merge: true });
    await assertRejects(merging, BackupError, "Something else writes to the store");
  });
});
