/** What the store holds, and whether it fits together. */

import { assert, assertEquals } from "@std/assert";
import type { IncidentEvent } from "../../src/domain/event.ts";
import { fold } from "../../src/domain/evolve.ts";
import { type IncidentId, parseIncidentId } from "../../src/domain/ids.ts";
import type { Incident } from "../../src/domain/incident.ts";
import { isTallied, TALLIES, type Tallies } from "../../src/domain/statistics.ts";
import { INDEX_PREFIXES, indexesOf } from "../../src/store/indexes.ts";
import { keys, type TypedKey } from "../../src/store/keys.ts";
import { denoKv } from "../../src/store/kv.ts";
import { parseEntry, readOne } from "../../src/store/read.ts";
import { readAllTallies } from "../../src/store/tallies.ts";
import type { Program } from "../program.ts";

/** The record under a key. */
export async function stored<T>({ store }: Program, key: TypedKey<T>): Promise<T | null> {
  return (await readOne(denoKv(store), key)).value;
}

/** An incident's state. */
export async function incident(program: Program, id: string): Promise<Incident> {
  const value = await stored(program, keys.incident(idOf(id)));
  assert(value, `${id} is not stored`);
  return value.state;
}

/** Names of the events of an incident, oldest first. */
export async function events({ store }: Program, id: string): Promise<string[]> {
  return (await historyOf(store, idOf(id))).map(({ type }) => type);
}

function idOf(text: string): IncidentId {
  const id = parseIncidentId(text);
  assert(id, `"${text}" is no incident id`);
  return id;
}

/** What is known of people and administrators is refreshed at every contact, and commands are counted. */
const REFRESHED = ["profile", "handle", "administrators", "answer", "bot", "commands", "refusals"];

/** Every record with its version: equal before and after when nothing was changed. */
export async function records({ store }: Program): Promise<string[]> {
  const all: string[] = [];
  for await (const { key, versionstamp } of store.list({ prefix: [] })) {
    if (!REFRESHED.includes(String(key[0]))) all.push(`${key.join(" ")} @${versionstamp}`);
  }
  return all;
}

/** The same where so much is refused that the platform admin is told, which their chat's token shows. */
export async function recordsBesideReports(program: Program): Promise<string[]> {
  const token = `drain ${program.admin.id} @`;
  return (await records(program)).filter((record) => !record.startsWith(token));
}

/** Histories fold to states, indexes and tallies are those of the records, and nothing waits to be said. */
export async function assertInOrder(store: Deno.Kv): Promise<void> {
  const wanted = new Set<string>();
  const tallies = new Map<string, Tallies>();
  const want = (record: Parameters<typeof indexesOf>[0]) =>
    indexesOf(record).forEach(({ key, value }) => wanted.add(JSON.stringify([key, value])));
  for await (const entry of store.list({ prefix: ["incident"] })) {
    const id = { company: String(entry.key[1]), number: Number(entry.key[2]) };
    const value = parseEntry(keys.incident(id), entry).value;
    assert(value);
    assertEquals(fold(await historyOf(store, id)), value.state);
    want({ kind: "incident", value });
    const tally = tallies.get(id.company) ?? { open: 0, unclaimed: 0, escalated: 0 };
    for (const one of TALLIES) tally[one] += isTallied(value.state, one) ? 1 : 0;
    tallies.set(id.company, tally);
  }
  for await (const entry of store.list({ prefix: ["person"] })) {
    const value = parseEntry(keys.person(String(entry.key[1]), Number(entry.key[2])), entry).value;
    if (value) want({ kind: "person", value });
  }
  for await (const entry of store.list({ prefix: ["group"] })) {
    const value = parseEntry(keys.group(Number(entry.key[1])), entry).value;
    if (value) want({ kind: "group", value });
  }
  for await (const entry of store.list({ prefix: ["rota"] })) {
    const { value } = parseEntry(keys.rota(String(entry.key[1]), String(entry.key[2])), entry);
    if (value) want({ kind: "rota", value });
  }
  for await (const entry of store.list({ prefix: ["profile"] })) {
    const value = parseEntry(keys.profile(Number(entry.key[1])), entry).value;
    if (value) want({ kind: "profile", value });
  }
  for await (const entry of store.list({ prefix: ["comment"] })) {
    const id = { company: String(entry.key[1]), number: Number(entry.key[2]) };
    const { value } = parseEntry(keys.comment(id, Number(entry.key[3])), entry);
    if (value) want({ kind: "comment", value });
  }
  // A company whose incidents were all removed counts none.
  for (const [company, counted] of await readAllTallies(denoKv(store))) {
    assertEquals(counted, tallies.get(company) ?? { open: 0, unclaimed: 0, escalated: 0 });
    tallies.delete(company);
  }
  assertEquals(tallies, new Map());
  const found: string[] = [];
  for (const prefix of INDEX_PREFIXES) {
    for await (const { key, value } of store.list({ prefix: [prefix] })) {
      found.push(JSON.stringify([key, value]));
    }
  }
  assertEquals(found.toSorted(), [...wanted].toSorted());
  for await (const { key } of store.list({ prefix: ["outbox"] })) {
    assert(false, `Still to be said: ${key.join(" ")}`);
  }
}

async function historyOf(store: Deno.Kv, id: IncidentId): Promise<IncidentEvent[]> {
  const history: IncidentEvent[] = [];
  for await (const entry of store.list({ prefix: ["history", id.company, id.number] })) {
    const stored = parseEntry(keys.history(id, Number(entry.key[3])), entry).value;
    if (stored) history.push(stored.event);
  }
  return history;
}
