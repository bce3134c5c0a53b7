import { assert, assertEquals, assertRejects } from "@std/assert";
import { exportLines } from "../../../src/store/backup/export.ts";
import { KEPT_KINDS, keptSchema, kindOf } from "../../../src/store/backup/kinds.ts";
import { BackupError } from "../../../src/store/backup/refused.ts";
import { INDEX_PREFIXES } from "../../../src/store/indexes.ts";
import { denoKv } from "../../../src/store/kv.ts";
import { isCount, KINDS, typedKeyOf } from "../../faults/stored_record.ts";
import { afterFullDay, NOW, withStore } from "./backup.ts";

Deno.test("backups know what to do with every kind of key that the program writes", () => {
  const written = [...Object.keys(KINDS), "outbox", "tally"];
  assertEquals(written.filter((kind) => !kindOf([kind])), []);
  assertEquals(KEPT_KINDS.filter((kind) => !written.includes(kind)), []);
  const indexes = written.filter((kind) => kindOf([kind])?.fate === "index");
  assertEquals(indexes.sort(), [...INDEX_PREFIXES].sort());
});

Deno.test("what is kept is parsed by the same schema as the program parses it by", async () => {
  await afterFullDay(async ({ store }) => {
    let compared = 0;
    for await (const { key, value } of store.list({ prefix: [] })) {
      const schema = keptSchema(key);
      if (!schema) continue;
      const parsed = schema.parse(value);
      if (isCount(key)) assert(parsed === value);
      else assertEquals(parsed, typedKeyOf(key)?.schema.parse(value));
      compared++;
    }
    assert(compared > 50, `${compared} compared`);
  });
});

Deno.test("a store with a kind of key that nobody knows is not exported", async () => {
  await withStore(async (store) => {
    for (const key of [["incidents", "ACME"], [5]]) {
      await store.set(key, 1);
      const exporting = () => Array.fromAsync(exportLines(denoKv(store), { now: NOW }));
      await assertRejects(exporting, BackupError, `unknown kind "${key[0]}"`);
      await store.delete(key);
    }
  });
});
