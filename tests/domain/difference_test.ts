import { assertEquals } from "@std/assert";
import { type Difference, differences } from "../../src/domain/difference.ts";

/** Each as `path: before → after`. */
function told(before: unknown, after: unknown): string[] {
  const shown = ({ path, before, after }: Difference) => `${path}: ${before} → ${after}`;
  return differences(before, after).map(shown);
}

const COMPANY = {
  id: "ACME",
  departments: [{ id: "1", name: "Dispatch" }, { id: "2", name: "Legal" }, {
    id: "3",
    name: "Yard",
  }],
  calendar: { hours: null, holidays: ["2026-12-24", "2026-12-25"] },
  policy: {},
};

Deno.test("differences() names the leaf that has changed, and what was there before", () => {
  const [dispatch, legal, yard] = COMPANY.departments;
  const departments = [dispatch, { ...legal, name: "Law" }, yard];
  assertEquals(told(COMPANY, { ...COMPANY, departments }), ["departments.2.name: Legal → Law"]);
  const policy = { unclaimedNudges: 3, escalatesByItself: false };
  assertEquals(told(COMPANY, { ...COMPANY, policy }), [
    "policy.unclaimedNudges: null → 3",
    "policy.escalatesByItself: null → false",
  ]);
  assertEquals(told({ policy }, { policy: {} }).length, 2);
});

Deno.test("differences() finds none in what is the same, whatever the order of its fields", () => {
  assertEquals(told(COMPANY, structuredClone(COMPANY)), []);
  assertEquals(told({ a: 1, b: [true] }, { b: [true], a: 1 }), []);
  assertEquals(told(null, undefined), []);
  assertEquals(told({ a: null }, {}), []);
});

Deno.test("an item that goes does not make those behind it look different", () => {
  const [dispatch, , yard] = COMPANY.departments;
  assertEquals(told(COMPANY, { ...COMPANY, departments: [dispatch, yard] }), [
    "departments.2.id: 2 → null",
    "departments.2.name: Legal → null",
  ]);
  const holidays = ["2026-12-25", "2027-01-01"];
  assertEquals(told({ holidays: COMPANY.calendar.holidays }, { holidays }), [
    "holidays: 2026-12-24 → null",
    "holidays: null → 2027-01-01",
  ]);
});

Deno.test("the same items in another order are a difference of their order", () => {
  const departments = COMPANY.departments.toReversed();
  assertEquals(told(COMPANY, { ...COMPANY, departments }), [
    "departments.order: 1, 2, 3 → 3, 2, 1",
  ]);
  assertEquals(told({ list: ["b", "a"] }, { list: ["a", "b", "c"] }), [
    "list: null → c",
    "list.order: b, a → a, b",
  ]);
});

Deno.test("a person is their id: no name is kept", () => {
  const [ana, bob] = [{ id: 7, name: "Ana" }, { id: 8, name: "Bob" }];
  assertEquals(told({ contact: ana }, { contact: bob }), ["contact: 7 → 8"]);
  assertEquals(told({ contact: ana }, { contact: { ...ana, name: "Ann" } }), []);
  assertEquals(told({ contacts: [ana] }, { contacts: [ana, bob] }), ["contacts: null → 8"]);
});

Deno.test("what comes from nothing, and what becomes something else, is told leaf by leaf", () => {
  assertEquals(told(null, { name: "Acme", tags: ["x"], on: true, none: null }), [
    "name: null → Acme",
    "tags: null → x",
    "on: null → true",
  ]);
  assertEquals(told({ hours: "always" }, { hours: { mon: "8-16" } }), [
    "hours.mon: null → 8-16",
    "hours: always → null",
  ]);
  assertEquals(told({ __proto__: null, a: 1 }, { a: 2 }), ["a: 1 → 2"]);
});
