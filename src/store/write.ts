/** Changes of records together with their indexes. */

import type { Group } from "../domain/group.ts";
import type { Person } from "../domain/person.ts";
import { indexChanges, type IndexedRecord } from "./indexes.ts";
import type { Change } from "./kv.ts";
import type { Entry } from "./read.ts";
import type { Comment, Rota, StoredIncident } from "./records.ts";

/** Sets a record that has no indexes. */
export function set<T>(entry: { key: Deno.KvKey }, value: T, expireIn?: number): Change {
  return expireIn === undefined
    ? { type: "set", key: entry.key, value }
    : { type: "set", key: entry.key, value, expireIn };
}

/** Sets an incident. */
export function setIncident(entry: Entry<StoredIncident>, value: StoredIncident): Change[] {
  return indexed(entry, { kind: "incident", value });
}

/** Sets a comment. */
export function setComment(entry: Entry<Comment>, value: Comment): Change[] {
  return indexed(entry, { kind: "comment", value });
}

/** Sets a person's roles in a company. */
export function setPerson(entry: Entry<Person>, value: Person): Change[] {
  return indexed(entry, { kind: "person", value });
}

/** Deletes a person's roles in a company. */
export function deletePerson(entry: Entry<Person>): Change[] {
  return removed(entry, entry.value && { kind: "person", value: entry.value });
}

/** Deletes an incident; its parts are records of their own. */
export function deleteIncident(entry: Entry<StoredIncident>): Change[] {
  return removed(entry, entry.value && { kind: "incident", value: entry.value });
}

/** Deletes a comment. */
export function deleteComment(entry: Entry<Comment>): Change[] {
  return removed(entry, entry.value && { kind: "comment", value: entry.value });
}

/** Sets when shifts begin in a department, or deletes it. */
export function setRota(entry: Entry<Rota>, value: Rota | null): Change[] {
  if (value) return indexed(entry, { kind: "rota", value });
  const before = entry.value && { kind: "rota" as const, value: entry.value };
  return [{ type: "delete", key: entry.key }, ...indexChanges(before, null)];
}

/** Sets a group, or deletes it. */
export function setGroup(entry: Entry<Group>, value: Group | null): Change[] {
  if (value) return indexed(entry, { kind: "group", value });
  return removed(entry, entry.value && { kind: "group", value: entry.value });
}

function removed({ key }: { key: Deno.KvKey }, before: IndexedRecord | null): Change[] {
  return [{ type: "delete", key }, ...indexChanges(before, null)];
}

function indexed<R extends IndexedRecord>(entry: Entry<R["value"]>, after: R): Change[] {
  const before = entry.value ? { ...after, value: entry.value } : null;
  return [set(entry, after.value), ...indexChanges(before, after)];
}
