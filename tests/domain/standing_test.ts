import { assertEquals } from "@std/assert";
import { NO_GRANTS, type Person } from "../../src/domain/person.ts";
import {
  ADMINISTRATORS_COUNT_FOR,
  isFresh,
  nobodyTakesCalls,
  type StandingFacts,
  standingOf,
} from "../../src/domain/standing.ts";
import { acme, NOON, yard } from "./cast.ts";
import { DISPATCHER, MANAGER, NO_ROLES } from "./story.ts";

const ID = 7;
const nobody: StandingFacts = {
  personId: ID,
  now: NOON,
  platformAdmins: [900],
  person: null,
  group: yard(),
  administrators: null,
};
const dispatcherHere = yard({ [String(ID)]: { ...NO_GRANTS, dispatcher: true } });
const person: Person = { schema: 1, company: "ACME", id: ID, ...NO_GRANTS, shifts: {} };
const asked = (at: number) => ({ schema: 1 as const, ids: [ID], fetchedAt: at });

Deno.test("standingOf() is nothing for somebody without roles", () => {
  assertEquals(standingOf(nobody), NO_ROLES);
});

Deno.test("standingOf() counts a group's roles in that group only", () => {
  assertEquals(standingOf({ ...nobody, group: dispatcherHere }), DISPATCHER);
  assertEquals(standingOf({ ...nobody, group: yard() }), NO_ROLES);
  assertEquals(standingOf({ ...nobody, group: null }), NO_ROLES);
});

Deno.test("standingOf() counts a company's roles everywhere in it, in private too", () => {
  const facts = { ...nobody, person: { ...person, manager: true } };
  assertEquals(standingOf(facts), MANAGER);
  assertEquals(standingOf({ ...facts, group: null }), MANAGER);
});

Deno.test("standingOf() takes a group's Telegram administrators as its managers, while fresh", () => {
  const at = NOON - ADMINISTRATORS_COUNT_FOR;
  assertEquals(standingOf({ ...nobody, administrators: asked(at) }), MANAGER);
  assertEquals(standingOf({ ...nobody, administrators: asked(at - 1) }), NO_ROLES);
  assertEquals(standingOf({ ...nobody, group: null, administrators: asked(at) }), NO_ROLES);
  assertEquals(standingOf({ ...nobody, personId: 8, administrators: asked(at) }), NO_ROLES);
});

Deno.test("standingOf() takes a platform admin as a manager of everything", () => {
  const standing = standingOf({ ...nobody, personId: 900, group: null });
  assertEquals(standing, { ...MANAGER, platformAdmin: true });
});

Deno.test("standingOf() joins the departments of company and group, each once", () => {
  const group = yard({ [String(ID)]: { ...NO_GRANTS, departments: ["2", "3"] } });
  const standing = standingOf({ ...nobody, group, person: { ...person, departments: ["1", "2"] } });
  assertEquals(standing.departments, ["1", "2", "3"]);
});

Deno.test("isFresh() does not take an answer that never came", () => {
  assertEquals(isFresh(null, NOON), false);
});

const firstDay = {
  ...acme,
  dispatchers: 0,
  departments: [
    { id: "1", name: "Dispatch", members: 0, restricted: false },
    { id: "2", name: "Shop", members: 3, restricted: false },
  ],
};

Deno.test("nobody takes calls while the department has no members and nobody dispatches", () => {
  assertEquals(nobodyTakesCalls(firstDay, yard(), "1"), true);
  assertEquals(nobodyTakesCalls(firstDay, yard(), "gone"), true);
});

Deno.test("somebody takes calls: members or dispatchers, of the company or of the group", () => {
  const one = { ...firstDay, dispatchers: 1 };
  const member = yard({ [String(ID)]: { ...NO_GRANTS, departments: ["1"] } });
  assertEquals(nobodyTakesCalls(one, yard(), "1"), false, "a dispatcher of the company");
  assertEquals(nobodyTakesCalls(firstDay, yard(), "2"), false, "members of the department");
  assertEquals(nobodyTakesCalls(firstDay, dispatcherHere, "1"), false, "a dispatcher of the group");
  assertEquals(nobodyTakesCalls(firstDay, member, "1"), false, "a member by the group");
});

Deno.test("members of another department and managers take no calls of this one", () => {
  const other = yard({ [String(ID)]: { ...NO_GRANTS, departments: ["2"] } });
  const manager = yard({ [String(ID)]: { ...NO_GRANTS, manager: true } });
  assertEquals(nobodyTakesCalls(firstDay, other, "1"), true);
  assertEquals(nobodyTakesCalls(firstDay, manager, "1"), true);
});
