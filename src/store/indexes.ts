/** Which index keys a record has. Nothing else writes index keys, so they can be checked and mended. */

import { departmentOf, type Incident, isOpen } from "../domain/incident.ts";
import { peopleOf } from "../domain/visibility.ts";
import { wordsOf } from "../domain/words.ts";
import { type Group, whatIs } from "../domain/group.ts";
import { highestRole, type Person, type Profile } from "../domain/person.ts";
import { keys, type TypedKey } from "./keys.ts";
import type { Change } from "./kv.ts";
import type { Comment, Rota, StoredIncident } from "./records.ts";

/** A record that is indexed. */
export type IndexedRecord =
  | { kind: "incident"; value: StoredIncident }
  | { kind: "person"; value: Person }
  | { kind: "group"; value: Group }
  | { kind: "comment"; value: Comment }
  | { kind: "rota"; value: Rota }
  | { kind: "profile"; value: Profile };

/** An index key and what it holds. */
export interface IndexEntry {
  /** The key. */
  key: Deno.KvKey;
  /** Its value. */
  value: unknown;
}

/** First parts of all index keys. */
export const INDEX_PREFIXES = [
  "due",
  "open",
  "queue",
  "shift_start",
  "current",
  "ended",
  "over",
  "owned",
  "mine",
  "word",
  "member",
  "dispatcher",
  "manager",
  "works",
  "groups",
  "requested",
  "handle",
] as const;

/** The index keys of one record. */
export function indexesOf(record: IndexedRecord): IndexEntry[] {
  switch (record.kind) {
    case "incident":
      return ofIncident(record.value);
    case "person": {
      const { company, id, departments, dispatcher, manager, shifts } = record.value;
      const role = highestRole(record.value);
      return [
        ...departments.map((department) =>
          entry(keys.member(company, department, id), shifts[department] ?? null)
        ),
        ...(dispatcher ? [entry(keys.dispatcher(company, id), null)] : []),
        ...(manager ? [entry(keys.manager(company, id), null)] : []),
        ...(role ? [entry(keys.works(id, company, role), null)] : []),
      ];
    }
    case "comment": {
      const { incident: { company, number }, chatId, place, text } = record.value;
      return wordsOf(text, MOST_WORDS_OF_A_COMMENT)
        .map((word) => entry(keys.word(company, word, number, place), chatId));
    }
    case "group": {
      const group = record.value;
      if ("company" in group) {
        return [entry(keys.groupOf(group.company, group.chatId), whatIs(group))];
      }
      if (group.status !== "pending" || !group.request) return [];
      return [entry(keys.requested(group.addedBy.id, group.chatId), null)];
    }
    case "rota": {
      const { next, company, department } = record.value;
      return next === null ? [] : [entry(keys.shiftStart(next, company, department), null)];
    }
    case "profile": {
      const { handle, id } = record.value;
      return handle === null ? [] : [entry(keys.handle(handle), id)];
    }
    default:
      return record satisfies never;
  }
}

/** A comment is found by its first words. */
const MOST_WORDS_OF_A_COMMENT = 50;

function ofIncident({ state, deadline }: StoredIncident): IndexEntry[] {
  const { company, number, chatId } = state;
  const indexes: IndexEntry[] = [
    ...peopleOf(state).map((personId) => entry(keys.mine(personId, state), null)),
    ...wordsOfIncident(state).map((word) => entry(keys.word(company, word, number, 0), chatId)),
  ];
  if (deadline) indexes.push(entry(keys.due(deadline.at, state), state.chatId));
  if (isOpen(state)) {
    indexes.push(entry(keys.open(chatId, state), null), entry(keys.current(state), null));
    const department = departmentOf(state);
    if (department !== null) {
      const ownerId = "owner" in state ? state.owner.id : 0;
      indexes.push(entry(keys.queue(company, department, chatId, number), ownerId));
    }
    if ("owner" in state) indexes.push(entry(keys.owned(state.owner.id, state), null));
  }
  if ("endedAt" in state) {
    const { endedAt } = state;
    indexes.push(
      entry(keys.ended(chatId, endedAt, state), null),
      entry(keys.over(endedAt, state), null),
    );
  }
  return indexes;
}

/** Tags and summary come first: a long description must not crowd them out. */
function wordsOfIncident(state: Incident): string[] {
  const summary = "summary" in state ? state.summary : "";
  const words = [state.tags.join(" "), summary, state.description].map((text) => wordsOf(text));
  return [...new Set(words.flat())];
}

function entry<T>({ key }: TypedKey<T>, value: T): IndexEntry {
  return { key, value };
}

/** The changes that bring the indexes from what `before` has to what `after` has. */
export function indexChanges(
  before: IndexedRecord | null,
  after: IndexedRecord | null,
): Change[] {
  const old = new Map((before ? indexesOf(before) : []).map((e) => [JSON.stringify(e.key), e]));
  const changes: Change[] = [];
  for (const { key, value } of after ? indexesOf(after) : []) {
    const name = JSON.stringify(key);
    if (!old.has(name) || old.get(name)?.value !== value) changes.push({ type: "set", key, value });
    old.delete(name);
  }
  for (const { key } of old.values()) changes.push({ type: "delete", key });
  return changes;
}
