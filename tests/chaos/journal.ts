/** Everything that was committed, in order, and what people can know of it. */

import { modelOf } from "../domain/model.ts";
import { formatIncidentId, type IncidentId } from "../../src/domain/ids.ts";
import { keys, type TypedKey } from "../../src/store/keys.ts";
import type { Change, Kv } from "../../src/store/kv.ts";
import type { Card, StoredEvent, StoredIncident } from "../../src/store/records.ts";
import type { Site, Told } from "../property/stage.ts";
import { watchWrites, type Writes } from "../property/writes.ts";
import type { Message } from "grammy/types";
import type { Person } from "../simulator/simulator.ts";

/** One commit. */
export interface Commit {
  /** Epoch milliseconds. */
  at: number;
  changes: readonly Change[];
}

/** An incident as it was committed last. */
export interface Recorded extends Told {
  version: number;
}

/** What was written. */
export interface Journal {
  commits: Commit[];
  /** Commits that were too late: something had changed. */
  lostRaces: Commit[];
  /** The incidents as they are now. */
  incidents: Map<string, Recorded>;
  /** Cards and messages as written last. */
  latest<T>(key: TypedKey<T>): T | null;
  /** The card on record. */
  cardOf(id: IncidentId): Card | null;
  /** Puts itself before the store. */
  watch(kv: Kv): Kv;
  /** Told of who and where there is, before the first incident. */
  meet(there: { sites: readonly Site[]; people: readonly Person[] }): void;
}

/** Starts a journal. */
export function keepJournal(now: () => number): Journal {
  const writes: Writes = watchWrites();
  const commits: Commit[] = [];
  const lostRaces: Commit[] = [];
  const incidents = new Map<string, Recorded>();
  let sites: readonly Site[] = [];
  let people: readonly Person[] = [];

  function note({ state }: StoredIncident): void {
    const id = { company: state.company, number: state.number };
    const name = formatIncidentId(id);
    const site = sites.find(({ group }) => group.id === state.chatId);
    if (!site) return;
    const before = incidents.get(name);
    incidents.set(name, {
      id,
      name,
      site,
      model: modelOf(state),
      version: state.version,
      source: before?.source ?? saidBy(site, state.reporter.id, state.sourceMessageId),
      said: before?.said ?? [],
    });
  }

  function hear(key: Deno.KvKey, { event }: StoredEvent): void {
    const told = incidents.get(`${String(key[1])}-${String(key[2])}`);
    if (!told || !event.actor) return;
    if (event.type !== "commented" && event.type !== "attached") return;
    told.said.push({
      ...saidBy(told.site, event.actor.id, event.messageId),
      isComment: event.type === "commented",
    });
  }

  function saidBy({ group }: Site, personId: number, messageId: number) {
    const by = people.find(({ id }) => id === personId)!;
    const found = group.messages.find((it) => it.message_id === messageId);
    // What was whispered can't be edited; nobody has such a message.
    const message = found ?? { message_id: messageId, chat: { id: group.id } } as Message;
    return { by, message, isComment: false };
  }

  return {
    commits,
    lostRaces,
    incidents,
    latest: writes.latest,
    cardOf: (id) => writes.latest(keys.card(id)),
    meet: (there) => ({ sites, people } = there),
    watch(kv) {
      const watched = writes.watch(kv);
      return {
        ...watched,
        async commit(checks, changes) {
          const versionstamp = await watched.commit(checks, changes);
          (versionstamp === null ? lostRaces : commits).push({ at: now(), changes });
          if (versionstamp === null) return null;
          for (const change of changes) {
            if (change.type !== "set") continue;
            if (change.key[0] === "incident") note(change.value as StoredIncident);
            if (change.key[0] === "history") hear(change.key, change.value as StoredEvent);
          }
          return versionstamp;
        },
      };
    },
  };
}
