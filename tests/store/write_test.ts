import { assertEquals } from "@std/assert";
import { NO_GRANTS, type Person } from "../../src/domain/person.ts";
import { keys } from "../../src/store/keys.ts";
import { set, setGroup, setIncident, setPerson } from "../../src/store/write.ts";
import { NOON, rita, YARD, yard } from "../domain/cast.ts";
import { incidentIn } from "../domain/history.ts";

const entry = <T>({ key }: { key: Deno.KvKey }, value: T | null) => ({
  key,
  value,
  versionstamp: value === null ? null : "1",
});
const ACME_42 = { company: "ACME", number: 42 };

Deno.test("set() says when a record is forgotten only when it is", () => {
  assertEquals(set({ key: ["a"] }, 1), { type: "set", key: ["a"], value: 1 });
  assertEquals(set({ key: ["a"] }, 1, 5), { type: "set", key: ["a"], value: 1, expireIn: 5 });
});

Deno.test("an incident that is resolved leaves what is open for what is over", () => {
  const before = {
    schema: 1 as const,
    state: incidentIn("awaiting_summary"),
    deadline: { at: NOON, kind: "no_summary" as const },
  };
  const after = { schema: 1 as const, state: incidentIn("resolved"), deadline: null };
  assertEquals(setIncident(entry(keys.incident(ACME_42), before), after), [
    { type: "set", key: ["incident", "ACME", 42], value: after },
    ...["replaced", "the", "brake", "line"].map((word) => ({
      type: "set" as const,
      key: ["word", "ACME", word, 42, 0],
      value: YARD,
    })),
    { type: "set", key: ["ended", YARD, after.state.endedAt, "ACME", 42], value: null },
    { type: "set", key: ["over", "ACME", after.state.endedAt, 42], value: null },
    { type: "delete", key: ["due", NOON, "ACME", 42] },
    { type: "delete", key: ["open", YARD, "ACME", 42] },
    { type: "delete", key: ["current", "ACME", 42] },
    { type: "delete", key: ["queue", "ACME", "1", YARD, 42] },
    { type: "delete", key: ["owned", 102, "ACME", 42] },
  ]);
});

Deno.test("a person's first role is a record and its index", () => {
  const person: Person = {
    schema: 1,
    company: "ACME",
    id: 7,
    ...NO_GRANTS,
    dispatcher: true,
    shifts: {},
  };
  assertEquals(setPerson(entry<Person>(keys.person("ACME", 7), null), person), [
    { type: "set", key: ["person", "ACME", 7], value: person },
    { type: "set", key: ["dispatcher", "ACME", 7], value: null },
    { type: "set", key: ["works", 7, "ACME", "dispatcher"], value: null },
  ]);
});

Deno.test("a group that is forgotten, or let in, takes its open request along", () => {
  const pending = {
    schema: 1 as const,
    status: "pending" as const,
    chatId: YARD,
    title: "Yard",
    addedBy: rita,
    request: { name: "Acme", by: rita, at: NOON },
  };
  const before = entry(keys.group(YARD), pending);
  const gone = { type: "delete" as const, key: ["requested", rita.id, YARD] };
  assertEquals(setGroup(before, null), [{ type: "delete", key: ["group", YARD] }, gone]);
  const active = yard();
  assertEquals(setGroup(before, active), [
    { type: "set", key: ["group", YARD], value: active },
    { type: "set", key: ["groups", "ACME", YARD], value: "active" },
    gone,
  ]);
});
