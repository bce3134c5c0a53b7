import { assertEquals } from "@std/assert";
import { rankOf, rolesHeld } from "../../src/domain/held_role.ts";
import { NO_GRANTS, type Person } from "../../src/domain/person.ts";
import { ADMINISTRATORS_COUNT_FOR, standingOf } from "../../src/domain/standing.ts";
import { NOON, yard } from "./cast.ts";

const person: Person = {
  schema: 1,
  company: "ACME",
  id: 7,
  dispatcher: false,
  manager: true,
  departments: ["2"],
  shifts: { "2": "daily 08:00-16:00" },
};
const facts = {
  personId: 7,
  now: NOON,
  platformAdmins: [7],
  person,
  group: yard({ "7": { dispatcher: true, manager: true, departments: ["3"] } }),
  administrators: { schema: 1 as const, ids: [7], fetchedAt: NOON },
};

Deno.test("rolesHeld() names every source, the highest role first", () => {
  assertEquals(rolesHeld(facts), [
    { role: "platform_admin" },
    { role: "administrator" },
    { role: "manager", from: "company" },
    { role: "manager", from: "group" },
    { role: "dispatcher", from: "group" },
    { role: "member", from: "company", department: "2", hours: "daily 08:00-16:00" },
    { role: "member", from: "group", department: "3", hours: null },
  ]);
});

Deno.test("rolesHeld() is empty exactly when standingOf() grants nothing", () => {
  const nothing = { ...facts, platformAdmins: [], person: null, group: yard() };
  const late = { ...nothing, now: NOON + ADMINISTRATORS_COUNT_FOR + 1 };
  const elsewhere = { ...nothing, group: null };
  const revoked = { ...late, person: { ...person, ...NO_GRANTS } };
  for (const each of [facts, nothing, late, elsewhere, revoked]) {
    const { dispatcher, departments } = standingOf(each);
    assertEquals(rolesHeld(each).length > 0, dispatcher || departments.length > 0);
  }
  assertEquals(rolesHeld(late), []);
});

Deno.test("rankOf() puts managers before dispatchers before members before nobody", () => {
  const ranks = [
    [{ role: "administrator" as const }],
    [{ role: "dispatcher" as const, from: "group" as const }],
    [{ role: "member" as const, from: "group" as const, department: "2", hours: null }],
    [],
  ].map(rankOf);
  assertEquals(ranks.toSorted((a, b) => a - b), ranks);
  assertEquals(new Set(ranks).size, ranks.length);
});
