import { assert, assertEquals, assertRejects } from "@std/assert";
import { denoKv, KvError } from "../../src/store/kv.ts";
import { openStore } from "../../src/store/open.ts";

Deno.test("KvError knows a store that is only busy", () => {
  const busy = ["database is locked", "database table is locked: data", "SQLite: Database is busy"];
  for (const text of busy) assertEquals(new KvError(new Error(text)).busy, true, text);
  for (const text of ["disk I/O error", "unlocked"]) {
    assertEquals(new KvError(new Error(text)).busy, false, text);
  }
  assertEquals(new KvError("database is locked").message, "database is locked");
});

Deno.test("a commit is all or nothing, and says which", async () => {
  const store = await Deno.openKv(":memory:");
  const kv = denoKv(store);
  const first = await kv.commit([{ key: ["a"], versionstamp: null }], [
    { type: "set", key: ["a"], value: 1 },
    { type: "set", key: ["b"], value: 2, expireIn: 60_000 },
    { type: "count", key: ["n"] },
    { type: "count", key: ["n"] },
  ]);
  assert(first !== null);
  const lost = await kv.commit([{ key: ["a"], versionstamp: null }], [
    { type: "delete", key: ["a"] },
    { type: "set", key: ["c"], value: 3 },
  ]);
  assertEquals(lost, null);
  const values = (await kv.getMany([["a"], ["b"], ["c"], ["n"]])).map(({ value }) => value);
  assertEquals(values, [1, 2, null, new Deno.KvU64(2n)]);
  assert(await kv.commit([{ key: ["a"], versionstamp: first }], [{ type: "delete", key: ["a"] }]));
  assertEquals((await kv.getMany([["a"]]))[0]?.value, null);
  store.close();
});

Deno.test("getMany() reads any number of keys in their order", async () => {
  const store = await Deno.openKv(":memory:");
  const kv = denoKv(store);
  for (let i = 0; i < 23; i += 2) await store.set(["n", i], i);
  const found = await kv.getMany(Array.from({ length: 23 }, (_, i) => ["n", i]));
  assertEquals(found.map(({ value }) => value), found.map((_, i) => i % 2 === 0 ? i : null));
  assertEquals(await kv.getMany([]), []);
  store.close();
});

Deno.test("a store that fails fails with KvError alone", async () => {
  const store = await Deno.openKv(":memory:");
  const kv = denoKv(store);
  store.close();
  await assertRejects(() => kv.getMany([["a"]]), KvError);
  await assertRejects(() => kv.commit([], [{ type: "delete", key: ["a"] }]), KvError);
  await assertRejects(() => Array.fromAsync(kv.list({ prefix: [] })), KvError);
});

Deno.test("what KV itself refuses is a KvError that nobody tries again", async () => {
  const store = await Deno.openKv(":memory:");
  const value = "x".repeat(70_000);
  const error = await assertRejects(
    () => denoKv(store).commit([], [{ type: "set", key: ["a"], value }]),
    KvError,
  );
  assertEquals(error.busy, false);
  store.close();
});

Deno.test("openStore() makes the folder that the file needs, and none for a store in memory", async () => {
  const folder = await Deno.makeTempDir();
  const path = `${folder}/deeper/still/tocsin.sqlite`;
  await openStore({ path, onDeploy: false });
  assertEquals((await Deno.stat(path)).isFile, true);
  await openStore({ path: ":memory:", onDeploy: false });
  await Deno.remove(folder, { recursive: true });
});
