import { assertEquals, assertThrows } from "@std/assert";
import { grantsInGroup, Group, peopleOfGroup } from "../../src/domain/group.ts";
import {
  Grant,
  highestRole,
  NO_GRANTS,
  Person,
  Profile,
  withGrant,
  withoutGrant,
} from "../../src/domain/person.ts";
import { rita, yard } from "./cast.ts";

Deno.test("withGrant() adds the role and keeps the others", () => {
  const dispatcher = withGrant(NO_GRANTS, { role: "dispatcher" });
  assertEquals(dispatcher, { ...NO_GRANTS, dispatcher: true });
  const both = withGrant(dispatcher, { role: "manager" });
  assertEquals(both, { dispatcher: true, manager: true, departments: [] });
  const member = withGrant(both, { role: "member", department: "1" });
  assertEquals(withGrant(member, { role: "member", department: "2" }).departments, ["1", "2"]);
  assertEquals(NO_GRANTS, { dispatcher: false, manager: false, departments: [] });
});

Deno.test("withGrant() gives the same object when there is nothing to add", () => {
  const all = { dispatcher: true, manager: true, departments: ["1"] };
  for (
    const grant of [
      { role: "dispatcher" },
      { role: "manager" },
      { role: "member", department: "1" },
    ] as const
  ) {
    assertEquals(Grant.parse(grant), grant);
    assertEquals(withGrant(all, grant) === all, true, grant.role);
  }
});

const EVERY_GRANT: Grant[] = [
  { role: "dispatcher" },
  { role: "manager" },
  { role: "member", department: "1" },
];

Deno.test("withoutGrant() takes just that role, and gives the same object without it", () => {
  for (const grant of EVERY_GRANT) {
    const all = { dispatcher: true, manager: true, departments: ["2", "1"] };
    const left = withoutGrant(all, grant);
    assertEquals(withGrant(left, grant), all, grant.role);
    assertEquals(withoutGrant(left, grant) === left, true, grant.role);
    assertEquals(withoutGrant(NO_GRANTS, grant) === NO_GRANTS, true, grant.role);
    assertEquals(all, { dispatcher: true, manager: true, departments: ["2", "1"] });
  }
});

Deno.test("highestRole() goes from manager to dispatcher to member to nothing", () => {
  let grants = { dispatcher: true, manager: true, departments: ["1"] };
  const roles = [highestRole(grants)];
  for (const role of ["manager", "dispatcher"] as const) {
    grants = withoutGrant(grants, { role });
    roles.push(highestRole(grants));
  }
  assertEquals([...roles, highestRole(NO_GRANTS)], ["manager", "dispatcher", "member", null]);
});

Deno.test("a group's own roles are found by person and by role", () => {
  const group = yard({
    "1": { ...NO_GRANTS, dispatcher: true },
    "2": { ...NO_GRANTS, departments: ["1"] },
  });
  assertEquals(grantsInGroup(group, 1).dispatcher, true);
  assertEquals(grantsInGroup(group, 3), NO_GRANTS);
  assertEquals(peopleOfGroup(group, ({ departments }) => departments.includes("1")), [2]);
  assertEquals(peopleOfGroup(group, () => true), [1, 2]);
});

Deno.test("a group's record is one of its states, and no mixture", () => {
  const pending = {
    schema: 1,
    status: "pending",
    chatId: -1,
    title: "Yard",
    addedBy: rita,
    request: { name: "Acme", by: rita, at: 0 },
  };
  const blocked = { schema: 1, status: "blocked", chatId: -1, title: "Yard" };
  for (const group of [pending, { ...pending, request: null }, yard({}), blocked]) {
    assertEquals(Group.parse(group), group);
  }
  assertThrows(() => Group.parse({ ...blocked, status: "active" }));
  assertThrows(() => Group.parse({ ...yard({}), people: { "rita": NO_GRANTS } }));
});

Deno.test("a person's records need a numeric id", () => {
  const person: Person = { schema: 1, company: "ACME", id: 7, ...NO_GRANTS, shifts: {} };
  const profile: Profile = {
    schema: 1,
    id: 7,
    name: "Rita",
    handle: null,
    reachable: false,
    language: null,
    locale: null,
    notify: null,
  };
  assertEquals(Person.parse(person), person);
  assertEquals(Profile.parse(profile), profile);
  for (const id of [0, -1, 1.5, "7"]) {
    assertThrows(() => Person.parse({ ...person, id }));
    assertThrows(() => Profile.parse({ ...profile, id }));
  }
});
