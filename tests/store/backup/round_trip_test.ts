import { assert, assertEquals } from "@std/assert";
import { importBackup } from "../../../src/store/backup/import.ts";
import { kindOf } from "../../../src/store/backup/kinds.ts";
import { verify } from "../../../src/store/backup/verify.ts";
import { denoKv } from "../../../src/store/kv.ts";
import { assertSound } from "../../faults/invariants.ts";
import {
  afterFullDay,
  contentsOf,
  linesOf,
  NOW,
  recordsIn,
  sourceOf,
  withStore,
} from "./backup.ts";

Deno.test("export, import, export: the same records, every index, and nothing short-lived", async () => {
  await afterFullDay(async ({ store }) => {
    const before = await contentsOf(store);
    const lines = await linesOf(store);
    assertEquals(await contentsOf(store), before, "an export leaves the store as it is");
    await withStore(async (restored) => {
      const { added, conflicts } = await importBackup(denoKv(restored), sourceOf(lines), {
        merge: false,
      });
      assertEquals([added, conflicts], [recordsIn(lines).length, 0]);
      assertEquals(
        await linesOf(restored),
        lines,
        "made at the same moment, the files are the same",
      );
      const lasting = await Array.fromAsync(store.list({ prefix: [] }));
      const kept = lasting.filter(({ key }) => kindOf(key)!.fate !== "short-lived");
      const found = await Array.fromAsync(restored.list({ prefix: [] }));
      const texts = (entries: Deno.KvEntry<unknown>[]) =>
        entries.map(({ key, value }) => Deno.inspect([key, value], { depth: 20 }));
      assertEquals(texts(found), texts(kept));
      await assertSound(restored, { now: NOW, busy: true });
      assertEquals(await verify(denoKv(restored), { repair: false }), new Map());
      const kinds = new Set(recordsIn(lines).map((line) => JSON.parse(line).key[0]));
      assert(kinds.size > 10);
    });
  });
});
