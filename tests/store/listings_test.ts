import { assertEquals } from "@std/assert";
import { keys } from "../../src/store/keys.ts";
import { openIncidents, ownedIncidents } from "../../src/store/listings.ts";
import { withCore } from "../execute/core.ts";

const incidents = (...numbers: number[]) => numbers.map((number) => ({ company: "ACME", number }));

Deno.test("open incidents are those of the group, by number, as many as wanted", async () => {
  await withCore(async ({ deps: { kv }, store }) => {
    for (const id of incidents(10, 9, 2)) await store.set(keys.open(-1, id).key, null);
    await store.set(keys.open(-11, { company: "ACME", number: 1 }).key, null);
    assertEquals(await openIncidents(kv, -1), incidents(2, 9, 10));
    assertEquals(await openIncidents(kv, -1, 2), incidents(2, 9));
    assertEquals(await openIncidents(kv, -2), []);
  });
});

Deno.test("owned incidents are those of the person, in every company", async () => {
  await withCore(async ({ deps: { kv }, store }) => {
    const globex = { company: "GLOBEX", number: 1 };
    for (const id of [globex, ...incidents(3)]) await store.set(keys.owned(7, id).key, null);
    await store.set(keys.owned(71, globex).key, null);
    assertEquals(await ownedIncidents(kv, 7), [...incidents(3), globex]);
    assertEquals(await ownedIncidents(kv, 7, 1), incidents(3));
  });
});
