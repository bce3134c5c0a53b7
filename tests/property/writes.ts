/** What the program writes, seen at its store: the keys of each step, and the indexes as they stand. */

import { INDEX_PREFIXES } from "../../src/store/indexes.ts";
import type { TypedKey } from "../../src/store/keys.ts";
import type { Change, Kv } from "../../src/store/kv.ts";
import { keyText } from "../faults/stored_record.ts";
import { DEPARTMENTS } from "./cast.ts";

/** Where the keys about an incident have its company and its number. */
const ABOUT: Record<string, readonly [company: number, number: number]> = {
  incident: [1, 2],
  history: [1, 2],
  comment: [1, 2],
  card: [1, 2],
  current: [1, 2],
  due: [2, 3],
  open: [2, 3],
  owned: [2, 3],
  mine: [2, 3],
  over: [1, 3],
  word: [1, 3],
  ended: [3, 4],
  queue: [1, 4],
};

/** The incident that a key is about; `null`: about none. */
export function incidentIn(key: Deno.KvKey): string | null {
  const places = ABOUT[String(key[0])];
  return places ? `${String(key[places[0]])}-${String(key[places[1]])}` : null;
}

/** The writes of a program. */
export interface Writes {
  /** Puts itself between the program and its store. */
  watch(kv: Kv): Kv;
  /** The keys written since the last call. */
  take(): Deno.KvKey[];
  /** The index keys about an incident, each with its value. */
  indexesOf(incident: string): ReadonlyMap<string, unknown>;
  /** A card, or a message's incident, as written last: what people see, without asking the store. */
  latest<T>({ key }: TypedKey<T>): T | null;
}

/** What {@linkcode Writes.latest} knows of. */
const SEEN = ["card", "message"];

/** Watches a program from its start. */
export function watchWrites(): Writes {
  let written: Deno.KvKey[] = [];
  const indexes = new Map<string, Map<string, unknown>>();
  const seen = new Map<string, unknown>();
  const note = (change: Change) => {
    written.push(change.key);
    const value = change.type === "set" ? change.value : null;
    if (SEEN.includes(String(change.key[0]))) seen.set(keyText(change.key), value);
    const id = incidentIn(change.key);
    if (id === null || !INDEX_PREFIXES.some((prefix) => prefix === change.key[0])) return;
    const own = indexes.get(id) ?? new Map<string, unknown>();
    indexes.set(id, own);
    if (change.type === "set") own.set(keyText(change.key), change.value);
    else own.delete(keyText(change.key));
  };
  return {
    watch: (kv) => ({
      ...kv,
      async commit(checks, changes) {
        const versionstamp = await kv.commit(checks, changes);
        if (versionstamp !== null) changes.forEach(note);
        return versionstamp;
      },
    }),
    take() {
      const taken = written;
      written = [];
      return taken;
    },
    latest: <T>({ key }: TypedKey<T>) => (seen.get(keyText(key)) ?? null) as T | null,
    indexesOf: (incident) => indexes.get(incident) ?? new Map(),
  };
}

/** What is noted of whoever acts, and of the place, whether anything happens or not. */
const NOTED = [
  "commands",
  "profile",
  "handle",
  "administrators",
  "answer",
  "listing",
  "bot",
  "sweep",
];

/** What is written besides the incident itself when something happens to it. */
const HAPPENS = [
  "counter",
  "tally",
  "rate",
  "message",
  "album",
  "update",
  "outbox",
  "drain",
  "prompt",
];

/** What a step may touch. */
export interface Reach {
  /** Incidents that something happens to; none: nothing happens. */
  incidents: readonly string[];
  company: string;
  /** The incidents' group. */
  chatId: number;
}

/** The keys that the step had no business with: of other companies, groups and incidents. */
export function straysAmong(keys: readonly Deno.KvKey[], reach: Reach): string[] {
  return keys.filter((key) => !isWithin(key, reach)).map(keyText);
}

function isWithin(key: Deno.KvKey, { incidents, company, chatId }: Reach): boolean {
  const [kind, ...rest] = key;
  if (NOTED.includes(String(kind))) return true;
  if (incidents.length === 0) return false;
  const id = incidentIn(key);
  if (id !== null ? !incidents.includes(id) : !HAPPENS.includes(String(kind))) return false;
  const isElsewhere = (part: Deno.KvKeyPart) =>
    (typeof part === "number" && part < 0 && part !== chatId) ||
    (typeof part === "string" && Object.hasOwn(DEPARTMENTS, part) && part !== company);
  return !rest.some(isElsewhere);
}
