/** An incident's state: a union by status, so that each status has just the fields it needs. */

import { z } from "zod";
import { CompanyId } from "./ids.ts";
import { PersonRef } from "./person.ts";

/** What every incident has. */
export interface IncidentBase {
  /** The company's id. */
  company: string;
  /** Counts up per company. */
  number: number;
  /** How many events it has seen; the newest event's place in the history. */
  version: number;
  /** The group it was reported in. */
  chatId: number;
  /** The message it was made from: the card replies to it. */
  sourceMessageId: number;
  /** Who reported it. */
  reporter: PersonRef;
  /** 5 to 3,000 characters, as typed. */
  description: string;
  /** Epoch milliseconds. */
  reportedAt: number;
}

/** Who works on it. */
export interface Crew {
  /** Exactly one person answers for it. */
  owner: PersonRef;
  /** In the order in which they joined. */
  helpers: PersonRef[];
  /** Epoch milliseconds of the claim that it is in progress by. */
  claimedAt: number;
}

/** Nobody has said yet which department it is for. */
export interface AwaitingDepartment extends IncidentBase {
  /** Discriminant. */
  status: "awaiting_department";
}

/** A department was called; nobody has claimed. */
export interface AwaitingClaim extends IncidentBase {
  /** Discriminant. */
  status: "awaiting_claim";
  /** The department's id. */
  department: string;
  /** When the claim clock started, epoch milliseconds. */
  calledAt: number;
  /** When the last reminder was decided, epoch milliseconds; `null` before the first. */
  nudgedAt: number | null;
}

/** Somebody works on it. */
export interface InProgress extends IncidentBase, Crew {
  /** Discriminant. */
  status: "in_progress";
  /** The department's id. */
  department: string;
}

/** The work is done; the words are missing. */
export interface AwaitingSummary extends IncidentBase, Crew {
  /** Discriminant. */
  status: "awaiting_summary";
  /** The department's id. */
  department: string;
  /** Who pressed *Resolve* and is asked for the summary. */
  summarizer: PersonRef;
  /** Epoch milliseconds. */
  resolvePressedAt: number;
}

/** Done, with a summary. */
export interface Resolved extends IncidentBase, Crew {
  /** Discriminant. */
  status: "resolved";
  /** The department's id. */
  department: string;
  /** 5 to 2,000 characters. */
  summary: string;
  /** Who wrote the summary. */
  summarizer: PersonRef;
  /** Epoch milliseconds. */
  endedAt: number;
}

/** Ended without a summary; a late one still resolves it. */
export interface Closed extends IncidentBase, Crew {
  /** Discriminant. */
  status: "closed";
  /** The department's id. */
  department: string;
  /** Why. */
  reason: "no_summary";
  /** Who was asked for the summary. */
  summarizer: PersonRef;
  /** Epoch milliseconds. */
  endedAt: number;
}

/** An incident in one of its states. */
export type Incident =
  | AwaitingDepartment
  | AwaitingClaim
  | InProgress
  | AwaitingSummary
  | Resolved
  | Closed;

/** A status an incident can be in. */
export type Status = Incident["status"];

/** All statuses in the order of an incident's life. */
export const STATUSES: readonly Status[] = [
  "awaiting_department",
  "awaiting_claim",
  "in_progress",
  "awaiting_summary",
  "resolved",
  "closed",
];

const base = {
  company: CompanyId,
  number: z.int().min(1),
  version: z.int().min(1),
  chatId: z.int(),
  sourceMessageId: z.int(),
  reporter: PersonRef,
  description: z.string(),
  reportedAt: z.int(),
};
const called = { ...base, department: z.string() };
const crewed = {
  ...called,
  owner: PersonRef,
  helpers: z.array(PersonRef),
  claimedAt: z.int(),
};

/** Schema of {@linkcode Incident}. */
export const Incident: z.ZodType<Incident> = z.discriminatedUnion("status", [
  z.object({ ...base, status: z.literal("awaiting_department") }),
  z.object({
    ...called,
    status: z.literal("awaiting_claim"),
    calledAt: z.int(),
    nudgedAt: z.int().nullable(),
  }),
  z.object({ ...crewed, status: z.literal("in_progress") }),
  z.object({
    ...crewed,
    status: z.literal("awaiting_summary"),
    summarizer: PersonRef,
    resolvePressedAt: z.int(),
  }),
  z.object({
    ...crewed,
    status: z.literal("resolved"),
    summary: z.string(),
    summarizer: PersonRef,
    endedAt: z.int(),
  }),
  z.object({
    ...crewed,
    status: z.literal("closed"),
    reason: z.literal("no_summary"),
    summarizer: PersonRef,
    endedAt: z.int(),
  }),
]);

/** Whether it still wants work: neither resolved nor closed. */
export function isOpen(incident: Incident): boolean {
  return incident.status !== "resolved" && incident.status !== "closed";
}

/** Who works on it or did: the owner, then the helpers in the order in which they joined. */
export function crewOf(incident: Incident): PersonRef[] {
  return "owner" in incident ? [incident.owner, ...incident.helpers] : [];
}
