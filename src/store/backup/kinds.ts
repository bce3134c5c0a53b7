/**
 * What a backup does with each kind of key, by the key's first part. Every kind stands here: what is
 * missing is unknown, and a store that holds something unknown is not exported.
 */

import { z } from "zod";
import { Act } from "../../domain/act.ts";
import { Company } from "../../domain/company.ts";
import { Group } from "../../domain/group.ts";
import { Person, Profile } from "../../domain/person.ts";
import { Forgetting, Removal } from "../forgetting.ts";
import { Chore } from "../chore.ts";
import { INDEX_PREFIXES } from "../indexes.ts";
import {
  Card,
  Comment,
  CompanyCounter,
  MessageLink,
  Move,
  Notice,
  PublicAnswer,
  Rota,
  Spoken,
  StoredEvent,
  StoredIncident,
} from "../records.ts";

/** What becomes of a kind of key. */
export type Kind =
  | {
    /** It is written down, and put back as it was. */
    fate: "kept";
    /** What parses its value. */
    schema: z.ZodType;
    /** Its keys go on with the company and the number of the incident that it is a part of. */
    isOfIncident: boolean;
  }
  /** It is forgotten, asked for again or made anew within a day. */
  | { fate: "short-lived" }
  /** It is made anew from the records. */
  | { fate: "index" };

const SHORT_LIVED: Kind = { fate: "short-lived" };

function kept(schema: z.ZodType): Kind {
  return { fate: "kept", schema, isOfIncident: false };
}

function ofIncident(schema: z.ZodType): Kind {
  return { fate: "kept", schema, isOfIncident: true };
}

/** A count of a group, or of a company. */
const Count: z.ZodType<Deno.KvU64> = z.custom<Deno.KvU64>((value) => value instanceof Deno.KvU64);

/** Kept kinds in the order they are written: what counts incidents comes after them. */
const RECORDS: Record<string, Kind> = {
  company: kept(Company),
  chore: kept(Chore),
  person: kept(Person),
  profile: kept(Profile),
  group: kept(Group),
  moved: kept(Move),
  moving: kept(Move),
  incident: ofIncident(StoredIncident),
  history: ofIncident(StoredEvent),
  comment: ofIncident(Comment),
  card: ofIncident(Card),
  message: kept(MessageLink),
  answer: kept(PublicAnswer),
  welcome: kept(PublicAnswer),
  notice: kept(Notice),
  rota: kept(Rota),
  digest: kept(Spoken),
  // Restored, what was under way goes on.
  forgetting: kept(Forgetting),
  removing: kept(Removal),
  act: kept(Act),
  counter: kept(z.union([CompanyCounter, Count])),
  removed: kept(z.union([CompanyCounter, Count])),
  tally: kept(Count),
};

const REST: Record<string, Kind> = {
  // What Telegram knows better, and is asked again.
  administrators: SHORT_LIVED,
  bot: SHORT_LIVED,
  // What counts for minutes or hours.
  rate: SHORT_LIVED,
  data_rate: SHORT_LIVED,
  commands: SHORT_LIVED,
  refusals: SHORT_LIVED,
  album: SHORT_LIVED,
  prompt: SHORT_LIVED,
  listing: SHORT_LIVED,
  // What is under way: said again, or done again, by whatever comes next.
  outbox: SHORT_LIVED,
  drain: SHORT_LIVED,
  audit: SHORT_LIVED,
  sweep: SHORT_LIVED,
  backup: SHORT_LIVED,
  health: SHORT_LIVED,
  // What expires: answers to redelivered updates, and what was put aside for people to look at.
  update: SHORT_LIVED,
  failed: SHORT_LIVED,
  dead_letter: SHORT_LIVED,
};

const KINDS: ReadonlyMap<Deno.KvKeyPart, Kind> = new Map<Deno.KvKeyPart, Kind>([
  ...Object.entries(RECORDS),
  ...Object.entries(REST),
  ...INDEX_PREFIXES.map((prefix) => [prefix, { fate: "index" }] as const),
]);

/** First parts of the keys that are kept, in the order they are written. */
export const KEPT_KINDS: readonly string[] = Object.keys(RECORDS);

/** First parts of all keys that the program writes. */
export function knownKinds(): Deno.KvKeyPart[] {
  return [...KINDS.keys()];
}

/** What becomes of a key; `undefined`: nothing in the program writes such a key. */
export function kindOf(key: Deno.KvKey): Kind | undefined {
  return KINDS.get(key[0]!);
}

/** The schema of the value under a key; `null` when it is not kept. */
export function keptSchema(key: Deno.KvKey): z.ZodType | null {
  const kind = kindOf(key);
  return kind?.fate === "kept" ? kind.schema : null;
}
