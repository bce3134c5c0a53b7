import { assert, assertEquals, assertThrows } from "@std/assert";
import { z } from "zod";
import { keys, type TypedKey } from "../../src/store/keys.ts";
import { denoKv } from "../../src/store/kv.ts";
import {
  parseEntry,
  readAll,
  readCounts,
  readMany,
  readOne,
  readTogether,
} from "../../src/store/read.ts";
import { acme } from "../domain/cast.ts";

const SECRET = "Brakes failed on truck 12";

async function withStore(story: (store: Deno.Kv) => Promise<void>): Promise<void> {
  const store = await Deno.openKv(":memory:");
  try {
    await story(store);
  } finally {
    store.close();
  }
}

Deno.test("parseEntry() refuses a wrong record, names the key and the field, and shows nothing of it", () => {
  const key = keys.company("ACME");
  const value = { ...acme, name: { text: SECRET }, departments: [] };
  const { message } = assertThrows(() =>
    parseEntry(key, { key: key.key, value, versionstamp: "1" })
  );
  assertEquals(
    message,
    'Cannot read record ["company", "ACME"]: wrong shape at name, departments',
  );
});

Deno.test("parseEntry() refuses a record that is something else altogether", () => {
  const key: TypedKey<number> = { key: ["due", 1, "ACME", 2], schema: z.int() };
  const { message } = assertThrows(() =>
    parseEntry(key, { key: key.key, value: SECRET, versionstamp: "1" })
  );
  assertEquals(message.includes(SECRET), false);
  assert(message.endsWith("wrong shape at value"));
});

Deno.test("parseEntry() tells a key that does not exist from one that holds null", () => {
  const key: TypedKey<null> = { key: ["open", 1], schema: z.null() };
  assertEquals(parseEntry(key, { key: key.key, value: null, versionstamp: null }), {
    key: key.key,
    value: null,
    versionstamp: null,
  });
  assertEquals(
    parseEntry(key, { key: key.key, value: null, versionstamp: "1" }).versionstamp,
    "1",
  );
  const company = keys.company("ACME");
  assertThrows(() => parseEntry(company, { key: company.key, value: null, versionstamp: "1" }));
});

Deno.test("a record of a newer version is refused, not misread", () => {
  const key = keys.company("ACME");
  assertThrows(
    () => parseEntry(key, { key: key.key, value: { ...acme, schema: 2 }, versionstamp: "1" }),
    Error,
    "wrong shape at schema",
  );
});

Deno.test("reads come back under the names they were asked for by", async () => {
  await withStore(async (store) => {
    await store.set(["company", "ACME"], acme);
    const kv = denoKv(store);
    const { here, there } = await readMany(kv, {
      there: keys.company("NONE"),
      here: keys.company("ACME"),
    });
    assertEquals([here.value, there.value, there.versionstamp], [acme, null, null]);
    assert(here.versionstamp);
    const [a, b] = await readTogether(kv, { here: keys.company("ACME") }, {
      card: keys.card({ company: "ACME", number: 1 }),
    });
    assertEquals([a.here.value?.id, b.card.value], ["ACME", null]);
    assertEquals((await readOne(kv, keys.company("ACME"))).value, acme);
  });
});

Deno.test("readAll() reads more than ten keys, in the order asked for", async () => {
  await withStore(async (store) => {
    const ids = Array.from({ length: 25 }, (_, i) => `C${10 + i}`);
    for (const id of ids) await store.set(["company", id], { ...acme, id });
    const wanted = ids.toReversed().map((id) => keys.company(id));
    const found = await readAll(denoKv(store), wanted);
    assertEquals(found.map(({ value }) => value?.id), ids.toReversed());
    assertEquals(await readAll(denoKv(store), []), []);
  });
});

Deno.test("readCounts() gives 0 for what was never counted", async () => {
  await withStore(async (store) => {
    await store.atomic().sum(["counter", "a"], 3n).commit();
    assertEquals(await readCounts(denoKv(store), [["counter", "a"], ["counter", "b"]]), [3, 0]);
  });
});
