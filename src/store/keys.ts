/**
 * Every key in the store, with the schema of what it holds. Parts are separate array elements and
 * numbers stay numbers, so that a listing comes in the order that is meant.
 */

import { z } from "zod";
import { Act } from "../domain/act.ts";
import { CommandWindow } from "../domain/command_window.ts";
import { Company } from "../domain/company.ts";
import { Group, type GroupIs, SUSPENSIONS } from "../domain/group.ts";
import { Health } from "../domain/health.ts";
import { IncidentId } from "../domain/ids.ts";
import { Nightly } from "../domain/nightly.ts";
import { type CompanyRole, Person, Profile } from "../domain/person.ts";
import { Rate } from "../domain/rate.ts";
import { Refusals } from "../domain/refusals.ts";
import { Chore } from "./chore.ts";
import type { Administrators } from "../domain/standing.ts";
import type { Tally } from "../domain/statistics.ts";
import { Forgetting, Removal } from "./forgetting.ts";
import {
  AuditPlace,
  BotIdentity,
  Card,
  Comment,
  CompanyCounter,
  DeadLetter,
  DrainToken,
  FailedUpdate,
  Heartbeat,
  Listing,
  MessageLink,
  Move,
  Notice,
  OUTBOX_CLASSES,
  type OutboxClass,
  OutboxRow,
  Prompt,
  PublicAnswer,
  Rota,
  Spoken,
  StoredEvent,
  StoredIncident,
  SweepLease,
  UpdateMark,
} from "./records.ts";

/** A key whose value has a known shape. */
export interface TypedKey<T> {
  /** The key as Deno KV takes it. */
  key: Deno.KvKey;
  /** What parses its value. */
  schema: z.ZodType<T>;
}

function typed<T>(schema: z.ZodType<T>, ...key: Deno.KvKeyPart[]): TypedKey<T> {
  return { key, schema };
}

const Administrators: z.ZodType<Administrators> = z.object({
  schema: z.literal(1),
  ids: z.array(z.int()),
  fetchedAt: z.int(),
});

/** The rights in a group that somebody may be told about. */
export const NOTICES = ["pin", "post", "delete"] as const;

/** What a notice is about. */
export type NoticeAbout = typeof NOTICES[number];

/** What an index key holds: the key says it all. */
const Nothing: z.ZodType<null> = z.null();

/** The keys, by what they hold. */
export const keys = {
  /** A company. */
  company: (id: string): TypedKey<Company> => typed(Company, "company", id),
  /** A person's roles in a company. */
  person: (company: string, personId: number): TypedKey<Person> =>
    typed(Person, "person", company, personId),
  /** Something that an administrator of a company did then. */
  act: (company: string, at: number, id: string): TypedKey<Act> =>
    typed(Act, "act", company, at, id),
  /** What is known of a Telegram user. */
  profile: (personId: number): TypedKey<Profile> => typed(Profile, "profile", personId),
  /** A group. */
  group: (chatId: number): TypedKey<Group> => typed(Group, "group", chatId),
  /** A group's Telegram administrators. */
  administrators: (chatId: number): TypedKey<Administrators> =>
    typed(Administrators, "administrators", chatId),
  /** An incident's state and deadline. */
  incident: ({ company, number }: IncidentId): TypedKey<StoredIncident> =>
    typed(StoredIncident, "incident", company, number),
  /** One event of an incident; `version` counts from 1. */
  history: ({ company, number }: IncidentId, version: number): TypedKey<StoredEvent> =>
    typed(StoredEvent, "history", company, number, version),
  /** What somebody said about an incident. */
  comment: ({ company, number }: IncidentId, place: number): TypedKey<Comment> =>
    typed(Comment, "comment", company, number, place),
  /** What Telegram was told of an incident. */
  card: ({ company, number }: IncidentId): TypedKey<Card> => typed(Card, "card", company, number),
  /** The last number given to an incident of a company. */
  lastNumber: (company: string): TypedKey<CompanyCounter> =>
    typed(CompanyCounter, "counter", company, "incident"),
  /** When shifts begin in a department. */
  rota: (company: string, department: string): TypedKey<Rota> =>
    typed(Rota, "rota", company, department),
  /** What a group was told when a shift of that department began last. */
  digest: (chatId: number, department: string): TypedKey<Spoken> =>
    typed(Spoken, "digest", chatId, department),
  /** A person's recent reports in a company. */
  personRate: (company: string, personId: number): TypedKey<Rate> =>
    typed(Rate, "rate", company, "person", personId),
  /** A group's recent reports. */
  groupRate: (company: string, chatId: number): TypedKey<Rate> =>
    typed(Rate, "rate", company, "group", chatId),
  /** A person's recent commands in a company's groups; `null`: in private, or where no company is. */
  commands: (personId: number, company: string | null): TypedKey<CommandWindow> =>
    typed(CommandWindow, "commands", personId, company ?? ""),
  /** How often a person has asked for what is kept of them. */
  dataRate: (personId: number): TypedKey<Rate> => typed(Rate, "data_rate", personId),
  /** Somebody is being forgotten. */
  forgetting: (personId: number): TypedKey<Forgetting> => typed(Forgetting, "forgetting", personId),
  /** An incident of which only parts are left. */
  removing: ({ company, number }: IncidentId): TypedKey<Removal> =>
    typed(Removal, "removing", company, number),
  /** The highest number among a company's incidents that were removed. */
  lastRemoved: (company: string): TypedKey<CompanyCounter> =>
    typed(CompanyCounter, "removed", company, "incident"),
  /** What a person has tried lately that only administrators may do. */
  refusals: (personId: number): TypedKey<Refusals> => typed(Refusals, "refusals", personId),
  /** Which incident a message belongs to. */
  message: (chatId: number, messageId: number): TypedKey<MessageLink> =>
    typed(MessageLink, "message", chatId, messageId),
  /** A group's move to another chat id that is under way. */
  moving: (from: number): TypedKey<Move> => typed(Move, "moving", from),
  /** Work for a company that takes many commits; `subject`: the department, if it is about one. */
  chore: (company: string, kind: Chore["kind"], subject: string = ""): TypedKey<Chore> =>
    typed(Chore, "chore", company, kind, subject),
  /** Where a group has moved. */
  moved: (from: number): TypedKey<Move> => typed(Move, "moved", from),
  /** The incident that the files of one album belong to. */
  album: (chatId: number, albumId: string): TypedKey<IncidentId> =>
    typed(IncidentId, "album", chatId, albumId),
  /** What the bot has asked one person in one chat. */
  prompt: (chatId: number, personId: number): TypedKey<Prompt> =>
    typed(Prompt, "prompt", chatId, personId),
  /** The last answer that had to be given to one person in front of the whole group. */
  publicAnswer: (chatId: number): TypedKey<PublicAnswer> => typed(PublicAnswer, "answer", chatId),
  /** The message that asks a new group which company it is for. */
  welcome: (chatId: number): TypedKey<PublicAnswer> => typed(PublicAnswer, "welcome", chatId),
  /** Something that a group, or who runs it, was told once. */
  notice: (chatId: number, about: NoticeAbout): TypedKey<Notice> =>
    typed(Notice, "notice", chatId, about),
  /** Who says what is to be said in a chat. */
  drain: (chatId: number): TypedKey<DrainToken> => typed(DrainToken, "drain", chatId),
  /** One thing to be said; see {@linkcode cardRowKey} and {@linkcode messageRowKey}. */
  outbox: (key: Deno.KvKey): TypedKey<OutboxRow> => typed(OutboxRow, ...key),
  /** What could not be said. */
  deadLetter: (at: number, id: string): TypedKey<DeadLetter> =>
    typed(DeadLetter, "dead_letter", at, id),
  /** A handled update. */
  update: (botId: number, updateId: number): TypedKey<UpdateMark> =>
    typed(UpdateMark, "update", botId, updateId),
  /** An update that could not be handled. */
  failedUpdate: (botId: number, updateId: number): TypedKey<FailedUpdate> =>
    typed(FailedUpdate, "failed", botId, updateId),
  /** Where the last audit stopped. */
  audit: (): TypedKey<AuditPlace> => typed(AuditPlace, "audit"),
  /** Who sweeps. */
  sweepLease: (): TypedKey<SweepLease> => typed(SweepLease, "sweep", "lease"),
  /** Who sends the nightly backup. */
  backupLease: (): TypedKey<SweepLease> => typed(SweepLease, "backup", "lease"),
  /** How the nightly backups have gone. */
  nightly: (): TypedKey<Nightly> => typed(Nightly, "backup", "nightly"),
  /** The last sweep. */
  heartbeat: (): TypedKey<Heartbeat> => typed(Heartbeat, "sweep", "heartbeat"),
  /** What the program knows of its own health. */
  health: (): TypedKey<Health> => typed(Health, "health"),
  /** The bot's own name. */
  bot: (botId: number): TypedKey<BotIdentity> => typed(BotIdentity, "bot", botId),
  /** Index: incidents by the moment they want attention; holds the chat id. */
  due: (at: number, { company, number }: IncidentId): TypedKey<number> =>
    typed(z.int(), "due", at, company, number),
  /** The list that a person looks at in a chat. */
  listing: (chatId: number, personId: number): TypedKey<Listing> =>
    typed(Listing, "listing", chatId, personId),
  /** Index: a company's open incidents. */
  current: ({ company, number }: IncidentId): TypedKey<null> =>
    typed(Nothing, "current", company, number),
  /** Index: a group's incidents that are over, by when they ended. */
  ended: (chatId: number, endedAt: number, { company, number }: IncidentId): TypedKey<null> =>
    typed(Nothing, "ended", chatId, endedAt, company, number),
  /** Index: a company's incidents that are over, by when they ended. */
  over: (endedAt: number, { company, number }: IncidentId): TypedKey<null> =>
    typed(Nothing, "over", company, endedAt, number),
  /** Index: the incidents that a person reported or has worked on. */
  mine: (personId: number, { company, number }: IncidentId): TypedKey<null> =>
    typed(Nothing, "mine", personId, company, number),
  /** Index: incidents by the words they are found by; holds the chat id. `place`: a comment's, or 0. */
  word: (company: string, word: string, number: number, place: number): TypedKey<number> =>
    typed(z.int(), "word", company, word, number, place),
  /** Index: a department's open incidents by group; holds the owner's id, or 0. */
  queue: (
    company: string,
    department: string,
    chatId: number,
    number: number,
  ): TypedKey<number> => typed(z.int(), "queue", company, department, chatId, number),
  /** Index: when the next shift of a department begins. */
  shiftStart: (at: number, company: string, department: string): TypedKey<null> =>
    typed(Nothing, "shift_start", at, company, department),
  /** Index: the open incidents of a group. */
  open: (chatId: number, { company, number }: IncidentId): TypedKey<null> =>
    typed(Nothing, "open", chatId, company, number),
  /** Index: the open incidents that a person owns. */
  owned: (personId: number, { company, number }: IncidentId): TypedKey<null> =>
    typed(Nothing, "owned", personId, company, number),
  /** Index: the members of a department; holds the hours in which they are on duty, if they have such. */
  member: (company: string, department: string, personId: number): TypedKey<string | null> =>
    typed(z.string().nullable(), "member", company, department, personId),
  /** Index: the company's own dispatchers. */
  dispatcher: (company: string, personId: number): TypedKey<null> =>
    typed(Nothing, "dispatcher", company, personId),
  /** Index: the company's own managers. */
  manager: (company: string, personId: number): TypedKey<null> =>
    typed(Nothing, "manager", company, personId),
  /** Index: the companies in which a person has a role, with the highest one. */
  works: (personId: number, company: string, role: CompanyRole): TypedKey<null> =>
    typed(Nothing, "works", personId, company, role),
  /** Index: the groups of a company; holds why one is suspended, if somebody wants it so, else the status. */
  groupOf: (company: string, chatId: number): TypedKey<GroupIs> =>
    typed(z.enum(["active", "suspended", ...SUSPENSIONS]), "groups", company, chatId),
  /** Index: groups with an open activation request, by who added the bot. */
  requested: (addedBy: number, chatId: number): TypedKey<null> =>
    typed(Nothing, "requested", addedBy, chatId),
  /** Who holds a handle now. */
  handle: (handle: string): TypedKey<number> => typed(z.int(), "handle", handle.toLowerCase()),
} as const;

/** What the group's incidents add up to, kept as `Deno.KvU64`. */
export function countKey(company: string, chatId: number, counted: string): Deno.KvKey {
  return ["counter", company, "group", chatId, counted];
}

/** The part of {@linkcode countKey} that comes from incidents which were removed. */
export function removedCountKey(company: string, chatId: number, counted: string): Deno.KvKey {
  return ["removed", company, "group", chatId, counted];
}

/** How many of a company's incidents are so, kept as `Deno.KvU64`; see `src/domain/statistics.ts`. */
export function tallyKey(company: string, tally: Tally): Deno.KvKey {
  return ["tally", company, tally];
}

/** Cards and direct answers are said first, then pings, then reminders; leaving comes last. */
function classPart(order: OutboxClass): number {
  return OUTBOX_CLASSES.indexOf(order);
}

/** The class of a row with that key. */
export function classOf(key: Deno.KvKey): OutboxClass {
  return OUTBOX_CLASSES[Number(key[2])] ?? "direct";
}

/** The card's row: one per incident, however many changes it stands for. Before messages of its class. */
export function cardRowKey(chatId: number, id: IncidentId): Deno.KvKey {
  return ["outbox", chatId, classPart("direct"), "card", id.company, id.number];
}

/** A message's row: `place` orders commits, `index` the messages of one commit. */
export function messageRowKey(
  chatId: number,
  order: OutboxClass,
  place: number,
  index: number | string,
): Deno.KvKey {
  return ["outbox", chatId, classPart(order), place, index];
}
