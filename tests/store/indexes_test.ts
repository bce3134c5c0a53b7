import { assertEquals } from "@std/assert";
import type { Group } from "../../src/domain/group.ts";
import { type Status, STATUSES } from "../../src/domain/incident.ts";
import { deadlineOf } from "../../src/domain/deadlines.ts";
import { NO_GRANTS, type Person, type Profile } from "../../src/domain/person.ts";
import {
  INDEX_PREFIXES,
  indexChanges,
  type IndexedRecord,
  indexesOf,
} from "../../src/store/indexes.ts";
import { NOON, policy, rita, YARD, yard } from "../domain/cast.ts";
import { incidentIn } from "../domain/history.ts";

const stored = (status: Status): IndexedRecord => {
  const state = incidentIn(status);
  return { kind: "incident", value: { schema: 1, state, deadline: deadlineOf(state, policy) } };
};
const person = (some: Partial<Person>): IndexedRecord => ({
  kind: "person",
  value: { schema: 1, company: "ACME", id: 7, ...NO_GRANTS, ...some },
});
const profile = (handle: string | null): IndexedRecord => {
  const value: Profile = { schema: 1, id: 7, name: "Ana", handle, reachable: true };
  return { kind: "profile", value };
};
const pending = (asked: boolean): IndexedRecord => {
  const request = asked ? { name: "Acme", by: rita, at: NOON } : null;
  const value: Group = {
    schema: 1,
    status: "pending",
    chatId: YARD,
    title: "Yard",
    addedBy: rita,
    request,
  };
  return { kind: "group", value };
};

const keysOf = (record: IndexedRecord) => indexesOf(record).map(({ key }) => key);

const OPEN = ["open", YARD, "ACME", 42];
const OWNED = ["owned", 102, "ACME", 42];
const MINUTE = 60_000;

/** Found by what: an open incident by its group and its owner, a waiting one by its time. */
const EXPECTED: Record<Status, Deno.KvKey[]> = {
  awaiting_department: [OPEN],
  awaiting_claim: [["due", NOON + 11 * MINUTE, "ACME", 42], OPEN],
  in_progress: [OPEN, OWNED],
  awaiting_summary: [["due", NOON + 25 * MINUTE, "ACME", 42], OPEN, OWNED],
  resolved: [],
  closed: [],
};

Deno.test("indexesOf() an incident is where it is looked for while it is open", () => {
  for (const status of STATUSES) assertEquals(keysOf(stored(status)), EXPECTED[status], status);
});

Deno.test("indexesOf() a deadline holds the chat, so that the sweep need not read the incident", () => {
  const [due] = indexesOf(stored("awaiting_claim"));
  assertEquals(due?.value, YARD);
});

Deno.test("indexesOf() a person is a key for each department and role", () => {
  assertEquals(keysOf(person({})), []);
  assertEquals(keysOf(person({ departments: ["1", "2"], dispatcher: true, manager: true })), [
    ["member", "ACME", "1", 7],
    ["member", "ACME", "2", 7],
    ["dispatcher", "ACME", 7],
    ["works", 7, "ACME", "manager"],
  ]);
});

Deno.test("indexesOf() a group counts for who added the bot, only while a request is open", () => {
  assertEquals(keysOf(pending(true)), [["requested", rita.id, YARD]]);
  assertEquals(keysOf(pending(false)), []);
  assertEquals(keysOf({ kind: "group", value: yard() }), []);
});

Deno.test("indexesOf() a handle is found however it is spelled", () => {
  assertEquals(indexesOf(profile("Ana_Lima")), [{ key: ["handle", "ana_lima"], value: 7 }]);
  assertEquals(indexesOf(profile(null)), []);
});

Deno.test("every index key begins with one of the index prefixes", () => {
  const records = [
    ...STATUSES.map(stored),
    person({ departments: ["1"], dispatcher: true, manager: true }),
    pending(true),
    profile("ana"),
  ];
  const used = new Set(records.flatMap(keysOf).map(([prefix]) => prefix));
  assertEquals([...used].toSorted(), [...INDEX_PREFIXES].toSorted());
});

Deno.test("indexChanges() brings the indexes from any state to any other", () => {
  const states = [null, ...STATUSES.map(stored)];
  const name = (key: Deno.KvKey) => JSON.stringify(key);
  for (const before of states) {
    for (const after of states) {
      const index = new Set((before ? keysOf(before) : []).map(name));
      for (const change of indexChanges(before, after)) {
        if (change.type === "set") index.add(name(change.key));
        else index.delete(name(change.key));
      }
      assertEquals([...index].toSorted(), (after ? keysOf(after) : []).map(name).toSorted());
    }
  }
});

Deno.test("indexChanges() touches nothing that stays", () => {
  assertEquals(indexChanges(stored("in_progress"), stored("in_progress")), []);
  assertEquals(
    indexChanges(person({ dispatcher: true }), person({ dispatcher: true, manager: true })),
    [
      { type: "set", key: ["works", 7, "ACME", "manager"], value: null },
      { type: "delete", key: ["works", 7, "ACME", "dispatcher"] },
    ],
  );
  assertEquals(indexChanges(null, null), []);
});
