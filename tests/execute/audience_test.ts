import { assertEquals } from "@std/assert";
import { NO_GRANTS } from "../../src/domain/person.ts";
import { audienceOf } from "../../src/execute/audience.ts";
import { yard } from "../domain/cast.ts";
import { withCore } from "./core.ts";

const DISPATCHER = { ...NO_GRANTS, dispatcher: true };
const MEMBER = { ...NO_GRANTS, departments: ["1"] };

async function put(store: Deno.Kv, ...found: Deno.KvKey[]): Promise<void> {
  for (const key of found) await store.set(key, null);
}

Deno.test("a call is for the department's members, of the company and of the group, each once", async () => {
  await withCore(async ({ deps, store }) => {
    await put(
      store,
      ["member", "ACME", "1", 7],
      ["member", "ACME", "1", 8],
      ["member", "ACME", "2", 9],
      ["member", "OTHER", "1", 10],
      ["dispatcher", "ACME", 11],
    );
    const group = yard({ "8": MEMBER, "12": MEMBER, "13": DISPATCHER });
    const people = await audienceOf(deps.kv, group, "1");
    assertEquals(people.map(({ id }) => id), [7, 8, 12]);
  });
});

Deno.test("without members it is for the dispatchers, of the company and of the group", async () => {
  await withCore(async ({ deps, store }) => {
    await put(store, ["dispatcher", "ACME", 11], ["dispatcher", "OTHER", 12]);
    const group = yard({ "13": DISPATCHER, "14": { ...NO_GRANTS, manager: true } });
    const people = await audienceOf(deps.kv, group, "1");
    assertEquals(people.map(({ id }) => id), [11, 13]);
    assertEquals(await audienceOf(deps.kv, { ...yard(), company: "EMPTY" }, "1"), []);
  });
});

Deno.test("people are called by their names of today", async () => {
  await withCore(async ({ deps, store }) => {
    await put(store, ["member", "ACME", "1", 7], ["member", "ACME", "1", 8]);
    const profile = { schema: 1, id: 7, name: "Ana", handle: null, reachable: false };
    await store.set(["profile", 7], profile);
    assertEquals(await audienceOf(deps.kv, yard(), "1"), [{ id: 7, name: "Ana" }, {
      id: 8,
      name: "",
    }]);
  });
});

Deno.test("a call is for fifty people at most", async () => {
  await withCore(async ({ deps, store }) => {
    await put(
      store,
      ...Array.from({ length: 70 }, (_, i) => ["member", "ACME", "1", 100 + i]),
    );
    assertEquals((await audienceOf(deps.kv, yard({ "7": MEMBER }), "1")).length, 50);
  });
});
