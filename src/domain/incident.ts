/** An incident's state: a union by status, so that each status has just the fields it needs. */

import { z } from "zod";
import { CompanyId, IncidentId } from "./ids.ts";
import type { IncidentBase } from "./incident_base.ts";
import { PersonRef } from "./person.ts";
import { DEFAULT_PRIORITY, PRIORITIES } from "./priority.ts";

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
  /** Since when a department has to be chosen, epoch milliseconds; 0: since the report. */
  askedAt: number;
  /** When the reporter was last reminded, epoch milliseconds; `null` before the first time. */
  nudgedAt: number | null;
  /** How often. */
  nudges: number;
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
  /** How many there were. */
  nudges: number;
}

/** Somebody works on it. */
export interface InProgress extends IncidentBase, Crew {
  /** Discriminant. */
  status: "in_progress";
  /** The department's id. */
  department: string;
  /** When those who work on it were last heard of, epoch milliseconds; 0: not since the claim. */
  heardAt: number;
  /** When reminders of it began anew, epoch milliseconds; 0: they did not. */
  wokenAt: number;
  /** When its owner was last asked how it goes, epoch milliseconds; `null`: not since then. */
  nudgedAt: number | null;
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
  /** When they were reminded, epoch milliseconds; `null` before that. */
  nudgedAt: number | null;
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

/** Ended because nobody gave a summary; a late one still resolves it. */
export interface Unsummarized extends IncidentBase, Crew {
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

/** Ended because there is nothing to do. */
export interface Cancelled extends IncidentBase {
  /** Discriminant. */
  status: "closed";
  /** The department's id; `null` when none was chosen. */
  department: string | null;
  /** Why. */
  reason: "false_alarm" | "duplicate" | "cancelled";
  /** Why, in the words of whoever cancelled it. */
  note: string | null;
  /** The incident that it doubles. */
  duplicateOf: IncidentId | null;
  /** Who cancelled it. */
  endedBy: PersonRef;
  /** Epoch milliseconds. */
  endedAt: number;
}

/** Ended without a summary. */
export type Closed = Unsummarized | Cancelled;

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
  topicId: z.int().nullable().default(null),
  editedAt: z.int().nullable().default(null),
  priority: z.enum(PRIORITIES).default(DEFAULT_PRIORITY),
  tags: z.array(z.string()).default([]),
  escalation: z.object({
    at: z.int(),
    by: PersonRef.nullable(),
    reason: z.string().nullable(),
    calledAt: z.int().default(0),
    nudgedAt: z.int().nullable(),
    nudges: z.int().default(0),
    takenBy: PersonRef.nullable(),
  }).nullable().default(null),
  snoozed: z.object({ until: z.int(), by: PersonRef }).nullable().default(null),
  reopened: z.int().default(0),
  repins: z.int().default(0),
  workers: z.array(z.int()).default([]),
  guests: z.array(z.int()).optional(),
  comments: z.object({
    count: z.int(),
    newest: z.object({ by: PersonRef, comment: z.int(), line: z.string() }).nullable(),
  }).default({ count: 0, newest: null }),
  attachments: z.int().default(0),
};

/** Keeps just these fields. */
const Base: z.ZodType<IncidentBase> = z.object(base);

const nudgedAt = z.int().nullable().default(null);
const reminded = { nudgedAt, nudges: z.int().default(0) };
const called = { ...base, department: z.string() };
const crewed = {
  ...called,
  owner: PersonRef,
  helpers: z.array(PersonRef),
  claimedAt: z.int(),
};

/** Schema of {@linkcode Incident}. */
export const Incident: z.ZodType<Incident> = z.discriminatedUnion("status", [
  z.object({
    ...base,
    status: z.literal("awaiting_department"),
    askedAt: z.int().default(0),
    ...reminded,
  }),
  z.object({
    ...called,
    status: z.literal("awaiting_claim"),
    calledAt: z.int(),
    ...reminded,
  }),
  z.object({
    ...crewed,
    status: z.literal("in_progress"),
    heardAt: z.int().default(0),
    wokenAt: z.int().default(0),
    nudgedAt,
  }),
  z.object({
    ...crewed,
    status: z.literal("awaiting_summary"),
    summarizer: PersonRef,
    resolvePressedAt: z.int(),
    nudgedAt,
  }),
  z.object({
    ...crewed,
    status: z.literal("resolved"),
    summary: z.string(),
    summarizer: PersonRef,
    endedAt: z.int(),
  }),
  z.discriminatedUnion("reason", [
    z.object({
      ...crewed,
      status: z.literal("closed"),
      reason: z.literal("no_summary"),
      summarizer: PersonRef,
      endedAt: z.int(),
    }),
    z.object({
      ...base,
      status: z.literal("closed"),
      department: z.string().nullable(),
      reason: z.enum(["false_alarm", "duplicate", "cancelled"]),
      note: z.string().nullable(),
      duplicateOf: IncidentId.nullable(),
      endedBy: PersonRef,
      endedAt: z.int(),
    }),
  ]),
]);

/** The statuses in which it still wants work. */
export const OPEN_STATUSES: readonly Status[] = STATUSES.filter((s) =>
  s !== "resolved" && s !== "closed"
);

/** Whether it still wants work: neither resolved nor closed. */
export function isOpen(incident: Incident): boolean {
  return OPEN_STATUSES.includes(incident.status);
}

/** 1: the department's people may claim; 2: it escalated, managers may. */
export function tierOf(incident: Incident): 1 | 2 {
  return incident.escalation ? 2 : 1;
}

/** The department that was chosen last; `null` before any was. */
export function departmentOf(incident: Incident): string | null {
  return "department" in incident ? incident.department : null;
}

/** Who works on it or did: the owner, then the helpers in the order in which they joined. */
export function crewOf(incident: Incident): PersonRef[] {
  return "owner" in incident ? [incident.owner, ...incident.helpers] : [];
}

/** How many may help at once: an incident has to fit a record of the store. */
export const MOST_HELPERS = 50;

/** What it has whatever its status. */
export function baseOf(incident: IncidentBase): IncidentBase {
  return Base.parse(incident);
}
