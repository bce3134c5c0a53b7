/** What has happened to an incident. History is a list of these; nothing in it ever changes. */

import { z } from "zod";
import { RELEASE_CAUSES, type ReleaseCause } from "./action.ts";
import { Attachment } from "./attachment.ts";
import { CompanyId, IncidentId } from "./ids.ts";
import { PersonRef } from "./person.ts";
import { PRIORITIES, type Priority } from "./priority.ts";

/** What happened. */
export type Happening =
  | {
    type: "reported";
    company: string;
    number: number;
    chatId: number;
    sourceMessageId: number;
    topicId: number | null;
    description: string;
  }
  | { type: "department_chosen"; department: string }
  | { type: "department_changed"; department: string }
  /** `asGuest`: without a role for it, while nobody took calls. */
  | { type: "claimed"; asGuest?: true | undefined }
  | { type: "joined"; asGuest?: true | undefined }
  | { type: "left" }
  | { type: "handed_over"; to: PersonRef }
  | { type: "unclaimed" }
  | { type: "assigned"; to: PersonRef; asGuest?: true | undefined }
  /** `heir`: the helper who owns it from then on, when it was the owner's. */
  | { type: "claim_ended"; person: PersonRef; cause: ClaimEnd; heir: PersonRef | null }
  | { type: "escalated"; reason: string | null }
  | { type: "de_escalated" }
  | { type: "resolve_pressed" }
  | { type: "back_to_work" }
  | { type: "summarized"; summary: string }
  | { type: "closed"; reason: "no_summary" }
  | {
    type: "cancelled";
    reason: "false_alarm" | "duplicate" | "cancelled";
    note: string | null;
    duplicateOf: IncidentId | null;
  }
  /** `department`: where it goes, when the one it was in is no more. */
  | { type: "reopened"; reason: string | null; department?: string | undefined }
  | { type: "commented"; messageId: number; text: string }
  /** `comment`: its place in the history. */
  | { type: "comment_edited"; comment: number; text: string }
  | { type: "attached"; messageId: number; attachment: Attachment }
  | { type: "description_edited"; description: string }
  | { type: "priority_set"; priority: Priority }
  | { type: "tagged"; tags: string[] }
  | { type: "untagged"; tags: string[] }
  | { type: "repinned" }
  | { type: "moved"; chatId: number }
  /** They are at work on it, and say so. */
  | { type: "checked_in" }
  /** `until`: epoch milliseconds. */
  | { type: "snoozed"; until: number }
  /** Nobody is kept from being reminded of it any longer. */
  | { type: "woken" }
  | { type: "nudged"; about: Nudge };

/** What somebody can be reminded of; see `Deadline`. */
export const NUDGES = ["department", "unclaimed", "escalated", "silent", "summary"] as const;

/** One of {@linkcode NUDGES}. */
export type Nudge = typeof NUDGES[number];

/** Why somebody no longer works on it without having left: a manager's word, or a role that is gone. */
export type ClaimEnd = "revoked" | ReleaseCause;

/** Who did it, when, and because of which update. */
export interface Circumstance {
  /** The person; `null` when the clock did it. */
  actor: PersonRef | null;
  /** Epoch milliseconds. */
  at: number;
  /** Telegram's `update_id`; `null` when no update caused it. */
  updateId: number | null;
}

/** Something that happened, with its circumstances. */
export type IncidentEvent = Happening & Circumstance;

/** The name of an event. */
export type EventType = Happening["type"];

const event = <const T extends EventType, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.object({
    type: z.literal(type),
    ...shape,
    actor: PersonRef.nullable(),
    at: z.int(),
    updateId: z.int().nullable(),
  });
const tags = z.array(z.string());
const asGuest = z.literal(true).optional();

/** Schema of {@linkcode IncidentEvent}. */
export const IncidentEvent: z.ZodType<IncidentEvent> = z.discriminatedUnion("type", [
  event("reported", {
    company: CompanyId,
    number: z.int().min(1),
    chatId: z.int(),
    sourceMessageId: z.int(),
    topicId: z.int().nullable().default(null),
    description: z.string(),
  }),
  event("department_chosen", { department: z.string() }),
  event("department_changed", { department: z.string() }),
  event("claimed", { asGuest }),
  event("joined", { asGuest }),
  event("left", {}),
  event("handed_over", { to: PersonRef }),
  event("unclaimed", {}),
  event("assigned", { to: PersonRef, asGuest }),
  event("claim_ended", {
    person: PersonRef,
    cause: z.enum(["revoked", ...RELEASE_CAUSES]),
    heir: PersonRef.nullable(),
  }),
  event("escalated", { reason: z.string().nullable() }),
  event("de_escalated", {}),
  event("resolve_pressed", {}),
  event("back_to_work", {}),
  event("summarized", { summary: z.string() }),
  event("closed", { reason: z.literal("no_summary") }),
  event("cancelled", {
    reason: z.enum(["false_alarm", "duplicate", "cancelled"]),
    note: z.string().nullable(),
    duplicateOf: IncidentId.nullable(),
  }),
  event("reopened", { reason: z.string().nullable(), department: z.string().optional() }),
  event("commented", { messageId: z.int(), text: z.string() }),
  event("comment_edited", { comment: z.int(), text: z.string() }),
  event("attached", { messageId: z.int(), attachment: Attachment }),
  event("description_edited", { description: z.string() }),
  event("priority_set", { priority: z.enum(PRIORITIES) }),
  event("tagged", { tags }),
  event("untagged", { tags }),
  event("repinned", {}),
  event("moved", { chatId: z.int() }),
  event("checked_in", {}),
  event("snoozed", { until: z.int() }),
  event("woken", {}),
  event("nudged", { about: z.enum(NUDGES) }),
]);
