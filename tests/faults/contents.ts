/** Everything that a store holds, parsed. */

import type { Company } from "../../src/domain/company.ts";
import type { IncidentEvent } from "../../src/domain/event.ts";
import type { Group } from "../../src/domain/group.ts";
import { formatIncidentId, type IncidentId } from "../../src/domain/ids.ts";
import type { Person, Profile } from "../../src/domain/person.ts";
import type {
  Card,
  Comment,
  CompanyCounter,
  DrainToken,
  MessageLink,
  Rota,
  StoredEvent,
  StoredIncident,
} from "../../src/store/records.ts";
import { isCount, keyText, typedKeyOf } from "./stored_record.ts";

/** What a store holds. */
export interface Contents {
  companies: Company[];
  people: Person[];
  profiles: Profile[];
  rotas: Rota[];
  groups: Group[];
  incidents: StoredIncident[];
  /** By the incident's id, in order. */
  histories: Map<string, { version: number; event: IncidentEvent }[]>;
  comments: Comment[];
  /** By the incident's id. */
  cards: Map<string, Card>;
  /** The last number given, by company. */
  lastNumbers: Map<string, number>;
  /** By the text of their key. */
  links: Map<string, MessageLink>;
  tokens: { chatId: number; token: DrainToken }[];
  /** Counts of groups and tallies of companies, by the text of their key. */
  counts: Map<string, number>;
  /** Everything, by the text of its key. */
  entries: Map<string, { key: Deno.KvKey; value: unknown }>;
  /** What can't be read. */
  unreadable: string[];
}

/** Reads a store from end to end. */
export async function readContents(store: Deno.Kv): Promise<Contents> {
  const contents: Contents = {
    companies: [],
    people: [],
    profiles: [],
    rotas: [],
    groups: [],
    incidents: [],
    histories: new Map(),
    comments: [],
    cards: new Map(),
    lastNumbers: new Map(),
    links: new Map(),
    tokens: [],
    counts: new Map(),
    entries: new Map(),
    unreadable: [],
  };
  for await (const { key, value } of store.list({ prefix: [] }, { batchSize: 500 })) {
    contents.entries.set(keyText(key), { key, value });
    if (isCount(key)) {
      if (value instanceof Deno.KvU64) contents.counts.set(keyText(key), Number(value.value));
      else contents.unreadable.push(`${keyText(key)} is no count`);
      continue;
    }
    const parsed = typedKeyOf(key)?.schema.safeParse(value);
    if (!parsed) contents.unreadable.push(`${keyText(key)}: nothing writes such a key`);
    else if (!parsed.success) {
      contents.unreadable.push(`${keyText(key)}: ${parsed.error.issues[0]?.message}`);
    } else put(contents, key, parsed.data);
  }
  return contents;
}

function put(contents: Contents, key: Deno.KvKey, value: unknown): void {
  const id = () => formatIncidentId({ company: String(key[1]), number: Number(key[2]) });
  switch (key[0]) {
    case "company":
      return void contents.companies.push(value as Company);
    case "person":
      return void contents.people.push(value as Person);
    case "profile":
      return void contents.profiles.push(value as Profile);
    case "rota":
      return void contents.rotas.push(value as Rota);
    case "group":
      return void contents.groups.push(value as Group);
    case "incident":
      return void contents.incidents.push(value as StoredIncident);
    case "history": {
      const history = contents.histories.get(id()) ?? [];
      history.push({ version: Number(key[3]), event: (value as StoredEvent).event });
      return void contents.histories.set(id(), history);
    }
    case "comment":
      return void contents.comments.push(value as Comment);
    case "card":
      return void contents.cards.set(id(), value as Card);
    case "counter":
      return void contents.lastNumbers.set(String(key[1]), (value as CompanyCounter).last);
    case "message":
      return void contents.links.set(keyText(key), value as MessageLink);
    case "drain":
      return void contents.tokens.push({ chatId: Number(key[1]), token: value as DrainToken });
  }
}

/** An incident's events as they were recorded. */
export async function historyOf(
  store: Deno.Kv,
  { company, number }: IncidentId,
): Promise<IncidentEvent[]> {
  const events: IncidentEvent[] = [];
  for await (
    const { value } of store.list<StoredEvent>({ prefix: ["history", company, number] })
  ) {
    events.push(value.event);
  }
  return events;
}
