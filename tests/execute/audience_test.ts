import { assertEquals } from "@std/assert";
import { NO_GRANTS } from "../../src/domain/person.ts";
import type { Company } from "../../src/domain/company.ts";
import type { AttachedGroup } from "../../src/domain/group.ts";
import { calledBy } from "../../src/execute/audience.ts";
import type { Kv } from "../../src/store/kv.ts";
import { acme, NOON, yard } from "../domain/cast.ts";
import { incidentAfter, reported } from "../domain/history.ts";
import { withCore } from "./core.ts";

const DISPATCHER = { ...NO_GRANTS, dispatcher: true };
const MEMBER = { ...NO_GRANTS, departments: ["1"] };

/** Whom the choice of a department calls at that moment. */
async function audienceOf(
  kv: Kv,
  where: { group: AttachedGroup; company: Company },
  department: string,
  at: number,
) {
  const chosen = { type: "department_chosen" as const, department };
  const event = { ...chosen, actor: null, at, updateId: null };
  const incident = incidentAfter(reported, [chosen, null]);
  return (await calledBy(kv, event, incident, { ...where, administrators: [] })).audience;
}

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
    const people = await audienceOf(deps.kv, { group, company: acme }, "1", NOON);
    assertEquals(people.map(({ id }) => id), [7, 8, 12]);
  });
});

Deno.test("without members it is for the dispatchers, of the company and of the group", async () => {
  await withCore(async ({ deps, store }) => {
    await put(store, ["dispatcher", "ACME", 11], ["dispatcher", "OTHER", 12]);
    const group = yard({ "13": DISPATCHER, "14": { ...NO_GRANTS, manager: true } });
    const people = await audienceOf(deps.kv, { group, company: acme }, "1", NOON);
    assertEquals(people.map(({ id }) => id), [11, 13]);
    assertEquals(
      await audienceOf(
        deps.kv,
        { group: { ...yard(), company: "EMPTY" }, company: acme },
        "1",
        NOON,
      ),
      [],
    );
  });
});

Deno.test("people are called by their names of today", async () => {
  await withCore(async ({ deps, store }) => {
    await put(store, ["member", "ACME", "1", 7], ["member", "ACME", "1", 8]);
    const profile = { schema: 1, id: 7, name: "Ana", handle: null, reachable: false };
    await store.set(["profile", 7], profile);
    const people = await audienceOf(deps.kv, { group: yard(), company: acme }, "1", NOON);
    assertEquals(people.map(({ id, name }) => [id, name]), [[7, "Ana"], [8, ""]]);
  });
});

Deno.test("a call is for fifty people at most", async () => {
  await withCore(async ({ deps, store }) => {
    await put(
      store,
      ...Array.from({ length: 70 }, (_, i) => ["member", "ACME", "1", 100 + i]),
    );
    assertEquals(
      (await audienceOf(deps.kv, { group: yard({ "7": MEMBER }), company: acme }, "1", NOON))
        .length,
      50,
    );
  });
});

const people = (on: Partial<Record<number, string>>): [Deno.KvKey, unknown][] =>
  [7, 8, 9].map((id) => [["member", "ACME", "1", id], on[id] ?? null]);

/** Whom a call is for at that time of Monday in Chicago, six hours behind. */
async function calledAt(time: string, on: Partial<Record<number, string>>): Promise<number[]> {
  let ids: number[] = [];
  await withCore(async ({ deps, store }) => {
    for (const [key, value] of people(on)) await store.set(key, value);
    const group = yard({ "12": MEMBER });
    const company = { ...acme, timeZone: "America/Chicago" };
    const at = Date.parse(`2026-11-23T${time}-06:00`);
    ids = (await audienceOf(deps.kv, { group, company }, "1", at)).map(({ id }) => id);
  });
  return ids;
}

Deno.test("who is on duty is called before everybody else, in the company's own time", async () => {
  const on = { 7: "mon-fri 06:00-14:00", 8: "mon-fri 14:00-22:00" };
  assertEquals(await calledAt("06:00", on), [7]);
  assertEquals(await calledAt("13:59", on), [7]);
  assertEquals(await calledAt("14:00", on), [8]);
  assertEquals(await calledAt("00:30", { 9: "sun 22:00-06:00", 7: "mon 12:00-13:00" }), [9]);
});

Deno.test("two who are on duty are both called; hours that can't be read are none", async () => {
  const on = { 7: "mon 06:00-14:00", 8: "daily 10:00-18:00", 9: "whenever" };
  assertEquals(await calledAt("12:00", on), [7, 8]);
});

Deno.test("while nobody is on duty everybody is called, those without hours, too", async () => {
  const on = { 7: "mon-fri 06:00-14:00", 8: "tue 08:00-16:00" };
  assertEquals(await calledAt("22:00", on), [7, 8, 9, 12]);
  assertEquals(await calledAt("22:00", {}), [7, 8, 9, 12]);
});
