import { assertEquals } from "@std/assert";
import { type Group, suspendedFor } from "../../src/domain/group.ts";
import { type Incident, type Status, STATUSES } from "../../src/domain/incident.ts";
import { deadlineOf } from "../../src/domain/deadlines.ts";
import { NO_GRANTS, type Person, type Profile } from "../../src/domain/person.ts";
import {
  INDEX_PREFIXES,
  indexChanges,
  type IndexedRecord,
  indexesOf,
} from "../../src/store/indexes.ts";
import { MOST_WORDS } from "../../src/domain/words.ts";
import { acme, NOON, otto, policy, rita, YARD, yard } from "../domain/cast.ts";
import {
  called,
  cancelledBy,
  claimed,
  incidentAfter,
  incidentIn,
  reported,
} from "../domain/history.ts";

const stored = (status: Status): IndexedRecord => {
  const state = incidentIn(status);
  return {
    kind: "incident",
    value: { schema: 1, state, deadline: deadlineOf(state, policy, acme) },
  };
};
const person = (some: Partial<Person>): IndexedRecord => ({
  kind: "person",
  value: { schema: 1, company: "ACME", id: 7, ...NO_GRANTS, shifts: {}, ...some },
});
const profile = (handle: string | null): IndexedRecord => {
  const value: Profile = {
    schema: 1,
    id: 7,
    name: "Ana",
    handle,
    reachable: true,
    language: null,
    locale: null,
    notify: null,
  };
  return { kind: "profile", value };
};
const rota = (next: number | null): IndexedRecord => ({
  kind: "rota",
  value: { schema: 1, company: "ACME", department: "1", seenAt: NOON, next, told: null },
});
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

const MINUTE = 60_000;
const people = (...ids: number[]): Deno.KvKey[] => ids.map((id) => ["mine", id, "ACME", 42]);
const words = (text: string): Deno.KvKey[] =>
  text.split(" ").map((word) => ["word", "ACME", word, 42, 0]);
const due = (minutes: number): Deno.KvKey => ["due", NOON + minutes * MINUTE, "ACME", 42];
const OPEN: Deno.KvKey[] = [["open", YARD, "ACME", 42], ["current", "ACME", 42]];
const QUEUED: Deno.KvKey = ["queue", "ACME", "1", YARD, 42];
const OWNED: Deno.KvKey = ["owned", 102, "ACME", 42];
const OVER: Deno.KvKey[] = [
  ["ended", YARD, NOON + 6 * MINUTE, "ACME", 42],
  ["over", "ACME", NOON + 6 * MINUTE, 42],
];
const REPORTER = people(101);
const EVERYBODY = people(101, 102, 103, 104);
const REPORT = words("brakes failed on truck 12");

/**
 * Found by what: any incident by its people and its words, an open one by its time, by group, company,
 * department and owner, one that is over by when it ended.
 */
const EXPECTED: Record<Status, Deno.KvKey[]> = {
  awaiting_department: [...REPORTER, ...REPORT, due(12), ...OPEN],
  awaiting_claim: [...REPORTER, ...REPORT, due(11), ...OPEN, QUEUED],
  in_progress: [...EVERYBODY, ...REPORT, due(34), ...OPEN, QUEUED, OWNED],
  awaiting_summary: [...EVERYBODY, ...REPORT, due(15), ...OPEN, QUEUED, OWNED],
  resolved: [...EVERYBODY, ...words("replaced the brake line"), ...REPORT, ...OVER],
  closed: [...EVERYBODY, ...REPORT, ...OVER],
};

Deno.test("indexesOf() an incident is where it is looked for, in each status", () => {
  for (const status of STATUSES) assertEquals(keysOf(stored(status)), EXPECTED[status], status);
});

Deno.test("indexesOf() what was cancelled before anybody came is over like any other", () => {
  const state = incidentAfter(reported, cancelledBy(rita, "false_alarm"));
  const record: IndexedRecord = { kind: "incident", value: { schema: 1, state, deadline: null } };
  assertEquals(keysOf(record), [
    ...REPORTER,
    ...REPORT,
    ["ended", YARD, NOON + MINUTE, "ACME", 42],
    ["over", "ACME", NOON + MINUTE, 42],
  ]);
});

Deno.test("indexesOf() whoever has left still finds what they worked on; nobody owns it twice", () => {
  const state = incidentAfter(reported, called, claimed, [{ type: "unclaimed" }, otto]);
  const record: IndexedRecord = { kind: "incident", value: { schema: 1, state, deadline: null } };
  assertEquals(keysOf(record), [...people(101, 102), ...REPORT, ...OPEN, QUEUED]);
});

Deno.test("indexesOf() an incident is found by tags and summary before a long description", () => {
  const description = Array.from({ length: 400 }, (_, n) => `word${n}`).join(" ");
  const state = { ...incidentIn("resolved"), tags: ["brakes", "truck-12"], description };
  const found = keysOf({ kind: "incident", value: { schema: 1, state, deadline: null } })
    .flatMap(([prefix, , word]) => prefix === "word" ? [String(word)] : []);
  assertEquals(found.slice(0, 7), ["brakes", "truck", "12", "replaced", "the", "brake", "line"]);
  assertEquals(found.length, 7 + MOST_WORDS);
});

const comment = (text: string): IndexedRecord => ({
  kind: "comment",
  value: { schema: 1, incident: { company: "ACME", number: 42 }, chatId: YARD, place: 5, text },
});

Deno.test("indexesOf() a comment is found by its words at its place in the history", () => {
  assertEquals(indexesOf(comment("Towed, towed AWAY")), [
    { key: ["word", "ACME", "towed", 42, 5], value: YARD },
    { key: ["word", "ACME", "away", 42, 5], value: YARD },
  ]);
});

Deno.test("indexChanges() an edited comment is found by its new words and no longer by the old ones", () => {
  assertEquals(indexChanges(comment("Towed away"), comment("Towed back")), [
    { type: "set", key: ["word", "ACME", "back", 42, 5], value: YARD },
    { type: "delete", key: ["word", "ACME", "away", 42, 5] },
  ]);
});

Deno.test("indexesOf() a deadline holds the chat, so that the sweep need not read the incident", () => {
  const due = indexesOf(stored("awaiting_claim")).find(({ key }) => key[0] === "due");
  assertEquals(due?.value, YARD);
});

Deno.test("indexesOf() a person is a key for each department and role", () => {
  assertEquals(keysOf(person({})), []);
  assertEquals(keysOf(person({ departments: ["1", "2"], dispatcher: true, manager: true })), [
    ["member", "ACME", "1", 7],
    ["member", "ACME", "2", 7],
    ["dispatcher", "ACME", 7],
    ["manager", "ACME", 7],
    ["works", 7, "ACME", "manager"],
  ]);
});

Deno.test("indexesOf() a member's hours stand with the membership, of other departments nothing", () => {
  const shifts = { "1": "mon-fri 08:00-16:00", "3": "daily 22:00-06:00" };
  assertEquals(indexesOf(person({ departments: ["1", "2"], shifts })).slice(0, 2), [
    { key: ["member", "ACME", "1", 7], value: "mon-fri 08:00-16:00" },
    { key: ["member", "ACME", "2", 7], value: null },
  ]);
});

Deno.test("indexChanges() other hours are written into the membership", () => {
  const on = (hours: string): IndexedRecord =>
    person({ departments: ["1"], shifts: { "1": hours } });
  assertEquals(indexChanges(on("mon 08:00-16:00"), on("mon 09:00-16:00")), [
    { type: "set", key: ["member", "ACME", "1", 7], value: "mon 09:00-16:00" },
  ]);
  assertEquals(indexChanges(on("mon 08:00-16:00"), person({ departments: ["1"] })), [
    { type: "set", key: ["member", "ACME", "1", 7], value: null },
  ]);
});

Deno.test("indexesOf() a rota is found by when the next shift begins, as long as there is one", () => {
  assertEquals(indexesOf(rota(NOON)), [
    { key: ["shift_start", NOON, "ACME", "1"], value: null },
  ]);
  assertEquals(indexesOf(rota(null)), []);
});

Deno.test("indexesOf() an open incident stands in its department's queue with its owner", () => {
  const queued = (state: Incident) =>
    indexesOf({ kind: "incident", value: { schema: 1, state, deadline: null } })
      .filter(({ key }) => key[0] === "queue");
  const inQueue = (department: string, value: number) => [
    { key: ["queue", "ACME", department, YARD, 42], value },
  ];
  assertEquals(queued(incidentIn("awaiting_department")), []);
  assertEquals(queued(incidentIn("awaiting_claim")), inQueue("1", 0));
  assertEquals(queued({ ...incidentIn("awaiting_claim"), department: "2" }), inQueue("2", 0));
  assertEquals(queued(incidentIn("in_progress")), inQueue("1", otto.id));
  assertEquals(queued(incidentIn("awaiting_summary")), inQueue("1", otto.id));
  for (const status of ["resolved", "closed"] as const) {
    assertEquals(queued(incidentIn(status)), [], status);
  }
});

Deno.test("indexesOf() a group counts for who added the bot while a request is open, then for its company", () => {
  assertEquals(keysOf(pending(true)), [["requested", rita.id, YARD]]);
  assertEquals(keysOf(pending(false)), []);
  const groups = [yard(), suspendedFor(yard(), "detached")];
  assertEquals(groups.flatMap((value) => indexesOf({ kind: "group", value })), [
    { key: ["groups", "ACME", YARD], value: "active" },
    { key: ["groups", "ACME", YARD], value: "detached" },
  ]);
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
    { kind: "group" as const, value: yard() },
    comment("Towed away"),
    profile("ana"),
    rota(NOON),
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

Deno.test("indexChanges() writes anew what holds something else", () => {
  const moved = (chatId: number): IndexedRecord => {
    const state = { ...incidentIn("awaiting_claim"), chatId };
    return {
      kind: "incident",
      value: { schema: 1, state, deadline: deadlineOf(state, policy, acme) },
    };
  };
  const index = new Map(indexesOf(moved(YARD)).map((it) => [JSON.stringify(it.key), it.value]));
  for (const change of indexChanges(moved(YARD), moved(-1007))) {
    const name = JSON.stringify(change.key);
    if (change.type === "set") index.set(name, change.value);
    else index.delete(name);
  }
  const wanted = indexesOf(moved(-1007)).map((it) => [JSON.stringify(it.key), it.value] as const);
  assertEquals(Object.fromEntries(index), Object.fromEntries(wanted));
});

Deno.test("indexChanges() touches nothing that stays", () => {
  assertEquals(indexChanges(stored("in_progress"), stored("in_progress")), []);
  assertEquals(
    indexChanges(person({ dispatcher: true }), person({ dispatcher: true, manager: true })),
    [
      { type: "set", key: ["manager", "ACME", 7], value: null },
      { type: "set", key: ["works", 7, "ACME", "manager"], value: null },
      { type: "delete", key: ["works", 7, "ACME", "dispatcher"] },
    ],
  );
  assertEquals(indexChanges(null, null), []);
});
