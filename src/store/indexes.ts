/** Which index keys a record has. Nothing else writes index keys, so they can be checked and mended. */

import { isOpen } from "../domain/incident.ts";
import type { Group } from "../domain/group.ts";
import { highestRole, type Person, type Profile } from "../domain/person.ts";
import { keys, type TypedKey } from "./keys.ts";
import type { Change } from "./kv.ts";
import type { StoredIncident } from "./records.ts";

/** A record that is indexed. */
export type IndexedRecord =
  | { kind: "incident"; value: StoredIncident }
  | { kind: "person"; value: Person }
  | { kind: "group"; value: Group }
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
  "owned",
  "member",
  "dispatcher",
  "works",
  "requested",
  "handle",
] as const;

/** The index keys of one record. */
export function indexesOf(record: IndexedRecord): IndexEntry[] {
  switch (record.kind) {
    case "incident":
      return ofIncident(record.value);
    case "person": {
      const { company, id, departments, dispatcher } = record.value;
      const role = highestRole(record.value);
      return [
        ...departments.map((department) => entry(keys.member(company, department, id), null)),
        ...(dispatcher ? [entry(keys.dispatcher(company, id), null)] : []),
        ...(role ? [entry(keys.works(id, company, role), null)] : []),
      ];
    }
    case "group": {
      const group = record.value;
      if (group.status !== "pending" || !group.request) return [];
      return [entry(keys.requested(group.addedBy.id, group.chatId), null)];
    }
    case "profile": {
      const { handle, id } = record.value;
      return handle === null ? [] : [entry(keys.handle(handle), id)];
    }
    default:
      return record satisfies never;
  }
}

function ofIncident({ state, deadline }: StoredIncident): IndexEntry[] {
  const indexes: IndexEntry[] = [];
  if (deadline) indexes.push(entry(keys.due(deadline.at, state), state.chatId));
  if (isOpen(state)) {
    indexes.push(entry(keys.open(state.chatId, state), null));
    if ("owner" in state) indexes.push(entry(keys.owned(state.owner.id, state), null));
  }
  return indexes;
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
    if (!old.delete(JSON.stringify(key))) changes.push({ type: "set", key, value });
  }
  for (const { key } of old.values()) changes.push({ type: "delete", key });
  return changes;
}
