import { assertEquals } from "@std/assert";
import { MOST_OPEN_INCIDENTS } from "../../src/domain/quota.ts";
import { keys } from "../../src/store/keys.ts";
import {
  companyRoles,
  currentIncidents,
  endedIncidents,
  openIncidents,
  overIncidents,
  ownedIncidents,
} from "../../src/store/listings.ts";
import { companiesOfMine, mineIn, myIncidents } from "../../src/store/mine.ts";
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

Deno.test("a company's open incidents are those of all its groups, by number", async () => {
  await withCore(async ({ deps: { kv }, store }) => {
    for (const id of incidents(10, 9, 2)) await store.set(keys.current(id).key, null);
    await store.set(keys.current({ company: "ACME2", number: 1 }).key, null);
    assertEquals(await currentIncidents(kv, "ACME"), incidents(2, 9, 10));
    assertEquals(await currentIncidents(kv, "ACME", 2), incidents(2, 9));
    assertEquals(await currentIncidents(kv, "AC"), []);
  });
});

Deno.test("all that is open is listed, of a group, of a company and of a person", () =>
  withCore(async ({ deps: { kv }, store }) => {
    const all = incidents(...Array.from({ length: MOST_OPEN_INCIDENTS }, (_, n) => n + 1));
    for (const id of all) {
      for (const key of [keys.current(id), keys.open(-1, id), keys.owned(7, id)]) {
        await store.set(key.key, null);
      }
    }
    assertEquals(await currentIncidents(kv, "ACME"), all);
    assertEquals(await openIncidents(kv, -1), all);
    assertEquals(await ownedIncidents(kv, 7), all);
  }));

Deno.test("what is over is listed by its end, the newest first, for a group and for a company", async () => {
  await withCore(async ({ deps: { kv }, store }) => {
    for (const [at, id] of incidents(1, 3, 2).entries()) {
      await store.set(keys.ended(-1, 900 + at * 100, id).key, null);
      await store.set(keys.over(900 + at * 100, id).key, null);
    }
    const other = { company: "ACME", number: 7 };
    await store.set(keys.ended(-11, 5_000, other).key, null);
    await store.set(keys.over(5_000, other).key, null);
    await store.set(keys.over(9_000, { company: "ACME2", number: 1 }).key, null);
    assertEquals(await endedIncidents(kv, -1), incidents(2, 3, 1));
    assertEquals(await endedIncidents(kv, -1, 1), incidents(2));
    assertEquals(await overIncidents(kv, "ACME"), incidents(7, 2, 3, 1));
    assertEquals(await overIncidents(kv, "ACME", 2), incidents(7, 2));
  });
});

Deno.test("a person's incidents are those of the person, in every company", async () => {
  await withCore(async ({ deps: { kv }, store }) => {
    const globex = { company: "GLOBEX", number: 1 };
    for (const id of [globex, ...incidents(10, 3)]) await store.set(keys.mine(7, id).key, null);
    await store.set(keys.mine(71, globex).key, null);
    assertEquals(await Array.fromAsync(myIncidents(kv, 7)), [[...incidents(3, 10), globex]]);
    assertEquals(await companiesOfMine(kv, 7), ["ACME", "GLOBEX"]);
    const acmes = { personId: 7, company: "ACME" };
    assertEquals(await mineIn(kv, acmes), incidents(10, 3), "the newest first");
    assertEquals(await mineIn(kv, acmes, 1), incidents(10));
  });
});

Deno.test("a person's roles are listed by company, each with its highest", async () => {
  await withCore(async ({ deps: { kv }, store }) => {
    await store.set(keys.works(7, "GLOBEX", "member").key, null);
    await store.set(keys.works(7, "ACME", "manager").key, null);
    await store.set(keys.works(71, "ACME", "manager").key, null);
    assertEquals(await companyRoles(kv, 7), [
      { company: "ACME", role: "manager" },
      { company: "GLOBEX", role: "member" },
    ]);
  });
});
