/** The shapes that only the store and the delivery know; the domain has its own. */

import { z } from "zod";
import { Attachment } from "../domain/attachment.ts";
import { Deadline } from "../domain/deadlines.ts";
import { IncidentEvent } from "../domain/event.ts";
import { IncidentId } from "../domain/ids.ts";
import { Incident } from "../domain/incident.ts";
import { Outcome } from "../domain/outcome.ts";
import { MessageContent } from "../view/message.ts";

/** An incident with the deadline that its state and the policy in force gave it. */
export interface StoredIncident {
  /** The version of this record's shape. */
  schema: 1;
  /** What its history folds to. */
  state: Incident;
  /** When it wants attention next; indexed. */
  deadline: Deadline | null;
}

/** Schema of {@linkcode StoredIncident}. */
export const StoredIncident: z.ZodType<StoredIncident> = z.object({
  schema: z.literal(1),
  state: Incident,
  deadline: Deadline.nullable(),
});

/** One event of an incident's history. */
export interface StoredEvent {
  /** The version of this record's shape. */
  schema: 1;
  /** What happened. */
  event: IncidentEvent;
}

/** Schema of {@linkcode StoredEvent}. */
export const StoredEvent: z.ZodType<StoredEvent> = z.object({
  schema: z.literal(1),
  event: IncidentEvent,
});

/** What Telegram was told of an incident, not what is true. */
export interface Card {
  /** The version of this record's shape. */
  schema: 1;
  /** The message that is the card. */
  messageId: number;
  /** The forum topic it is in; `null`: in none, or in General. */
  topicId: number | null;
  /** The incident's version that it shows. */
  version: number;
  /** `unknown`: it may be pinned; `refused`: Telegram would not pin it. */
  pin: "none" | "unknown" | "pinned" | "refused";
  /** The last call (ping or reminder) that is still in the chat. */
  callMessageIds: number[];
  /** When that call was sent, epoch milliseconds; missing: long ago, or there is none. */
  calledAt?: number | undefined;
  /** The incident's wish to be pinned that was dealt with last; see `repins`. */
  repins: number;
}

/** Schema of {@linkcode Card}. */
export const Card: z.ZodType<Card> = z.object({
  schema: z.literal(1),
  messageId: z.int(),
  topicId: z.int().nullable().default(null),
  version: z.int(),
  pin: z.enum(["none", "unknown", "pinned", "refused"]),
  callMessageIds: z.array(z.int()),
  calledAt: z.int().optional(),
  repins: z.int().default(0),
});

/** When shifts begin in a department. */
export interface Rota {
  /** The version of this record's shape. */
  schema: 1;
  /** The company's id. */
  company: string;
  /** The department's id. */
  department: string;
  /** Shifts that began until then were dealt with, epoch milliseconds. */
  seenAt: number;
  /** When the next shift begins, epoch milliseconds; `null`: nobody has one. */
  next: number | null;
  /** The last group that was told of the shift that has just begun; `null`: none, or all were. */
  told: number | null;
}

/** Schema of {@linkcode Rota}. */
export const Rota: z.ZodType<Rota> = z.object({
  schema: z.literal(1),
  company: z.string(),
  department: z.string(),
  seenAt: z.int(),
  next: z.int().nullable(),
  told: z.int().nullable(),
});

/** Messages that the next ones of their kind replace. */
export interface Spoken {
  /** The version of this record's shape. */
  schema: 1;
  /** The messages, in order. */
  messageIds: number[];
}

/** Schema of {@linkcode Spoken}. */
export const Spoken: z.ZodType<Spoken> = z.object({
  schema: z.literal(1),
  messageIds: z.array(z.int()),
});

/** A number that counts up. */
export interface CompanyCounter {
  /** The version of this record's shape. */
  schema: 1;
  /** The last one given. */
  last: number;
}

/** Schema of {@linkcode CompanyCounter}. */
export const CompanyCounter: z.ZodType<CompanyCounter> = z.object({
  schema: z.literal(1),
  last: z.int().min(0),
});

/** Which incident a message belongs to, and as what. */
export interface MessageLink {
  /** The version of this record's shape. */
  schema: 1;
  /** The incident. */
  incident: IncidentId;
  /**
   * `source`: it was reported by this message; `comment`: somebody's word about it; the others are the
   * bot's own messages, a `private_call` in the private chat of the person whom it calls.
   */
  role: "source" | "card" | "call" | "summary_prompt" | "comment" | "private_call";
  /** Of a `comment`: its place in the incident's history; without words it has none. */
  comment?: number | undefined;
}

/** Schema of {@linkcode MessageLink}. */
export const MessageLink: z.ZodType<MessageLink> = z.object({
  schema: z.literal(1),
  incident: IncidentId,
  role: z.enum(["source", "card", "call", "summary_prompt", "comment", "private_call"]),
  comment: z.int().optional(),
});

/** Something that somebody said about an incident, as it reads now; found by its words. */
export interface Comment {
  /** The version of this record's shape. */
  schema: 1;
  /** The incident. */
  incident: IncidentId;
  /** The incident's group. */
  chatId: number;
  /** Its place in the incident's history. */
  place: number;
  /** What it says. */
  text: string;
}

/** Schema of {@linkcode Comment}. */
export const Comment: z.ZodType<Comment> = z.object({
  schema: z.literal(1),
  incident: IncidentId,
  chatId: z.int(),
  place: z.int(),
  text: z.string(),
});

/** The list that a person looks at in a chat: turning a page makes it anew. */
export interface Listing {
  /** The version of this record's shape. */
  schema: 1;
  /** The command, without the slash. */
  command: string;
  /** What followed it. */
  args: string;
}

/** Schema of {@linkcode Listing}. */
export const Listing: z.ZodType<Listing> = z.object({
  schema: z.literal(1),
  command: z.string(),
  args: z.string(),
});

/** What the console has asked, and for what. */
export interface ConsoleQuestion {
  /** Discriminant. */
  for: "console";
  /** What is done with the answer: the words of its button. */
  act: string;
  /** The message that is the console. */
  panelId: number;
  /** Names the question: people who are chosen for another one are no answer. 31 bits. */
  requestId: number;
  /** It came with a keyboard for choosing people. */
  hasPicker: boolean;
}

/** What a person's next reply, or next message in private, is an answer to. */
export interface Prompt {
  /** The version of this record's shape. */
  schema: 1;
  /**
   * `description`: of a new incident; `person`: whom a command that gives a role is about;
   * `cancel_reason`: why there is nothing to do; `deletion`: whether a company is really to be deleted;
   * `console`: what something in the console needs.
   */
  asked:
    | { for: "description"; sourceMessageId: number | null; attachment: Attachment | null }
    | { for: "person"; command: string }
    | { for: "cancel_reason"; incident: IncidentId }
    | { for: "deletion"; company: string }
    | ConsoleQuestion;
  /** The message that asks; `null` until it is known to have been sent. */
  messageId: number | null;
  /** No longer counts from then on, epoch milliseconds. */
  expiresAt: number;
}

/** Schema of {@linkcode Prompt}. */
export const Prompt: z.ZodType<Prompt> = z.object({
  schema: z.literal(1),
  asked: z.discriminatedUnion("for", [
    z.object({
      for: z.literal("description"),
      sourceMessageId: z.int().nullable(),
      attachment: Attachment.nullable().default(null),
    }),
    z.object({ for: z.literal("person"), command: z.string() }),
    z.object({ for: z.literal("cancel_reason"), incident: IncidentId }),
    z.object({
      for: z.literal("console"),
      act: z.string(),
      panelId: z.int(),
      requestId: z.int(),
      hasPicker: z.boolean(),
    }),
    z.object({ for: z.literal("deletion"), company: z.string() }),
  ]),
  messageId: z.int().nullable(),
  expiresAt: z.int(),
});

/** An answer to one person that the next one replaces. */
export interface PublicAnswer {
  /** The version of this record's shape. */
  schema: 1;
  /** The message that holds it. */
  messageId: number;
}

/** Schema of {@linkcode PublicAnswer}. */
export const PublicAnswer: z.ZodType<PublicAnswer> = z.object({
  schema: z.literal(1),
  messageId: z.int(),
});

/** Something that a group, or who runs it, was told once. */
export interface Notice {
  /** The version of this record's shape. */
  schema: 1;
  /** Epoch milliseconds. */
  at: number;
}

/** Schema of {@linkcode Notice}. */
export const Notice: z.ZodType<Notice> = z.object({ schema: z.literal(1), at: z.int() });

/** Who says what is to be said in a chat. */
export interface DrainToken {
  /** The version of this record's shape. */
  schema: 1;
  /** Names the holder; `null` when nobody drains. */
  holder: string | null;
  /** The holder's time is over then, epoch milliseconds. */
  until: number;
  /** How often somebody asked for a delivery; also the place of a commit's rows. */
  asked: number;
  /** Rows were left when it was given back. */
  rowsLeft: boolean;
  /** Nothing may be sent before, epoch milliseconds. */
  holdUntil: number;
  /** Failures in a row, for the backoff. */
  failures: number;
  /** No new message may be sent before, epoch milliseconds; what is there may be changed. */
  sendsAfter: number;
}

/** Schema of {@linkcode DrainToken}. */
export const DrainToken: z.ZodType<DrainToken> = z.object({
  schema: z.literal(1),
  holder: z.string().nullable(),
  until: z.int(),
  asked: z.int(),
  rowsLeft: z.boolean(),
  holdUntil: z.int(),
  failures: z.int(),
  sendsAfter: z.int().default(0),
});

/** A token that nobody has held yet. */
export const FREE_TOKEN: DrainToken = {
  schema: 1,
  holder: null,
  until: 0,
  asked: 0,
  rowsLeft: false,
  holdUntil: 0,
  failures: 0,
  sendsAfter: 0,
};

/** The classes of the outbox in the order in which they are said; see `keys.ts`. */
export const OUTBOX_CLASSES = ["direct", "ping", "reminder", "leave"] as const;

/** The class of a row. */
export type OutboxClass = typeof OUTBOX_CLASSES[number];

/** What every row of the outbox has. */
export interface Waiting {
  /** The version of this record's shape. */
  schema: 1;
  /** Epoch milliseconds. */
  createdAt: number;
  /** How often it has failed; missing: never. Waiting for its turn is no failure. */
  attempts?: number | undefined;
  /** When it will be tried again, epoch milliseconds. The chat's token is what holds it back. */
  notBefore?: number | undefined;
  /** Telegram's reason of the last failure, without secrets. */
  lastError?: string | undefined;
}

/** One thing that is still to be said to Telegram. */
export type OutboxRow =
  & Waiting
  & (
    | {
      /** Discriminant: the incident wants to be shown as it is when this is delivered. */
      kind: "card";
      /** The incident. */
      incident: IncidentId;
    }
    | {
      /** Discriminant: a message with its content. */
      kind: "message";
      /** What it says. */
      content: MessageContent;
    }
    | {
      /** Discriminant: the bot leaves the group, after what it has to say there. */
      kind: "leave";
    }
  );

const waiting = {
  schema: z.literal(1),
  createdAt: z.int(),
  attempts: z.int().optional(),
  notBefore: z.int().optional(),
  lastError: z.string().optional(),
};

/** Schema of {@linkcode OutboxRow}. */
export const OutboxRow: z.ZodType<OutboxRow> = z.discriminatedUnion("kind", [
  z.object({ ...waiting, kind: z.literal("card"), incident: IncidentId }),
  z.object({ ...waiting, kind: z.literal("message"), content: MessageContent }),
  z.object({ ...waiting, kind: z.literal("leave") }),
]);

/** Something that could not be said, and why; kept for 30 days. */
export interface DeadLetter {
  /** The version of this record's shape. */
  schema: 1;
  /** Where it should have been said. */
  chatId: number;
  /** What should have been said. */
  row: OutboxRow;
  /** The order in which it was to be said. */
  order: OutboxClass;
  /** Telegram's reason. */
  reason: string;
  /** Epoch milliseconds. */
  at: number;
  /** Kept until then, epoch milliseconds; missing in older ones. */
  expiresAt?: number | undefined;
}

/** Schema of {@linkcode DeadLetter}. */
export const DeadLetter: z.ZodType<DeadLetter> = z.object({
  schema: z.literal(1),
  chatId: z.int(),
  row: OutboxRow,
  order: z.enum(OUTBOX_CLASSES).default("direct"),
  reason: z.string(),
  at: z.int(),
  expiresAt: z.int().optional(),
});

/** Where a group has gone. */
export interface Move {
  /** The version of this record's shape. */
  schema: 1;
  /** Its new chat id. */
  to: number;
}

/** Schema of {@linkcode Move}. */
export const Move: z.ZodType<Move> = z.object({ schema: z.literal(1), to: z.int() });

/** A handled update, so that a redelivery gets the same answer. */
export interface UpdateMark {
  /** The version of this record's shape. */
  schema: 1;
  /** What came of it. */
  outcome: Outcome;
  /** Forgotten from then on: Telegram redelivers for 24 hours. Epoch milliseconds. */
  expiresAt: number;
}

/** Schema of {@linkcode UpdateMark}. */
export const UpdateMark: z.ZodType<UpdateMark> = z.object({
  schema: z.literal(1),
  outcome: Outcome,
  expiresAt: z.int(),
});

/** An update whose handling failed for a reason that bringing it again won't mend. */
export interface FailedUpdate {
  /** The version of this record's shape. */
  schema: 1;
  /** Epoch milliseconds of the first failure. */
  firstAt: number;
  /** How often it failed. */
  attempts: number;
  /** The newest error, without secrets. */
  error: string;
  /** It was answered 200 and will not come again. */
  givenUp: boolean;
}

/** Schema of {@linkcode FailedUpdate}. */
export const FailedUpdate: z.ZodType<FailedUpdate> = z.object({
  schema: z.literal(1),
  firstAt: z.int(),
  attempts: z.int(),
  error: z.string(),
  givenUp: z.boolean(),
});

/** Where an audit stopped because its time was up; the next one goes on there. */
export interface AuditPlace {
  /** The version of this record's shape. */
  schema: 1;
  /** The first key that it has not looked at. */
  next: Deno.KvKey;
}

/** Schema of {@linkcode AuditPlace}. */
export const AuditPlace: z.ZodType<AuditPlace> = z.object({
  schema: z.literal(1),
  next: z.custom<Deno.KvKey>(Array.isArray),
});

/** Who sweeps. */
export interface SweepLease {
  /** The version of this record's shape. */
  schema: 1;
  /** Names the holder. */
  holder: string;
  /** The holder's time is over then, epoch milliseconds. */
  until: number;
}

/** Schema of {@linkcode SweepLease}. */
export const SweepLease: z.ZodType<SweepLease> = z.object({
  schema: z.literal(1),
  holder: z.string(),
  until: z.int(),
});

/** The last sweep. */
export interface Heartbeat {
  /** The version of this record's shape. */
  schema: 1;
  /** When it began, epoch milliseconds. */
  startedAt: number;
  /** When it ended, epoch milliseconds. */
  at: number;
  /** Deadlines that were dealt with. */
  due: number;
  /** Chats whose waiting messages were dealt with. */
  chats: number;
  /** There was time for everything. */
  isComplete: boolean;
}

/** Schema of {@linkcode Heartbeat}. */
export const Heartbeat: z.ZodType<Heartbeat> = z.object({
  schema: z.literal(1),
  startedAt: z.int(),
  at: z.int(),
  due: z.int(),
  chats: z.int(),
  isComplete: z.boolean(),
});

/** The bot's own name, so that a fresh process knows it without asking Telegram. */
export interface BotIdentity {
  /** The version of this record's shape. */
  schema: 1;
  /** The handle without the @. */
  username: string;
}

/** Schema of {@linkcode BotIdentity}. */
export const BotIdentity: z.ZodType<BotIdentity> = z.object({
  schema: z.literal(1),
  username: z.string(),
});
