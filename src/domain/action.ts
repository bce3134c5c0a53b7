/** What somebody (or the clock) wants to happen to an incident. */

import { z } from "zod";
import { Attachment } from "./attachment.ts";
import { DepartmentId } from "./company.ts";
import { IncidentId } from "./ids.ts";
import { PersonId, PersonRef } from "./person.ts";
import { PRIORITIES, type Priority } from "./priority.ts";

/** Somebody reports a problem. */
export interface ReportAction {
  /** Discriminant. */
  type: "report";
  /** What happened. */
  description: string;
  /** The message it is made from. */
  sourceMessageId: number;
  /** The forum topic of that message; `null` outside of topics. */
  topicId: number | null;
  /** What that message carries. */
  attachment: Attachment | null;
}

/** An action on an incident that exists; `decide` says whether it may happen. */
export type LaterAction =
  | { type: "choose_department"; department: string }
  | { type: "claim" }
  | { type: "join" }
  | { type: "leave" }
  | { type: "assign"; to: PersonRef }
  | { type: "change_department"; department: string }
  | { type: "escalate"; reason: string | null }
  | { type: "de_escalate" }
  /** `summary`: given at once; `null`: it is asked for. */
  | { type: "resolve"; summary: string | null }
  | { type: "back_to_work" }
  | { type: "summarize"; summary: string; attached: Attached | null }
  | { type: "cancel"; why: CancelReason }
  | { type: "reopen"; reason: string | null }
  | { type: "comment"; messageId: number; text: string }
  /** `comment`: its place in the history; `null`: what was sent had no words until now. */
  | { type: "edit_comment"; comment: number | null; messageId: number; text: string }
  | { type: "attach"; attached: Attached; caption: string }
  | { type: "edit_description"; description: string }
  /** The message it was made from has other words now: its author has edited it. */
  | { type: "edit_source"; description: string }
  | { type: "set_priority"; priority: Priority }
  | { type: "tag"; tags: string[] }
  | { type: "untag"; tags: string[] }
  | { type: "repin" }
  | { type: "check_in" }
  | { type: "snooze"; until: SnoozeUntil }
  | { type: "wake" }
  /** `personId`: whose claim; `null`: the owner's. */
  | { type: "revoke_claim"; personId: number | null }
  | { type: "release"; personId: number; cause: ReleaseCause }
  | { type: "time_out" };

/** For how long nobody is reminded: hours, or until the next day on which people work begins. */
export const SNOOZES = ["1h", "4h", "tomorrow"] as const;

/** One of {@linkcode SNOOZES}. */
export type SnoozeUntil = typeof SNOOZES[number];

/** A file or place, and the message that carries it. */
export interface Attached {
  /** The message; 0 without one in the group. */
  messageId: number;
  /** What it carries. */
  attachment: Attachment;
}

/** Schema of {@linkcode Attached}. */
export const Attached: z.ZodType<Attached> = z.object({
  messageId: z.int(),
  attachment: Attachment,
});

/** Why an incident is cancelled. */
export type CancelReason =
  | { reason: "false_alarm" }
  | { reason: "duplicate"; of: IncidentId }
  | { reason: "cancelled"; note: string };

/** Why somebody can't go on working on it. */
export const RELEASE_CAUSES = ["role_lost", "left_group"] as const;

/** One of {@linkcode RELEASE_CAUSES}. */
export type ReleaseCause = typeof RELEASE_CAUSES[number];

/** Schema of {@linkcode ReportAction}. */
export const ReportAction: z.ZodType<ReportAction> = z.object({
  type: z.literal("report"),
  description: z.string().trim(),
  sourceMessageId: z.int(),
  topicId: z.int().nullable().default(null),
  attachment: Attachment.nullable().default(null),
});

const text = z.string().trim();
const reason = text.nullable().transform((value) => value || null);
const tags = z.array(z.string()).transform((words) => [...new Set(words.map(tagOf))]);

/** A tag as it is kept: without `#`, in lower case. */
function tagOf(word: string): string {
  return word.replace(/^#/, "").normalize("NFC").toLowerCase();
}

/** Schema of {@linkcode LaterAction}; texts are trimmed, their lengths are `decide`'s business. */
export const LaterAction: z.ZodType<LaterAction> = z.discriminatedUnion("type", [
  z.object({ type: z.literal("choose_department"), department: DepartmentId }),
  z.object({ type: z.literal("claim") }),
  z.object({ type: z.literal("join") }),
  z.object({ type: z.literal("leave") }),
  z.object({ type: z.literal("assign"), to: PersonRef }),
  z.object({ type: z.literal("change_department"), department: DepartmentId }),
  z.object({ type: z.literal("escalate"), reason: reason.default(null) }),
  z.object({ type: z.literal("de_escalate") }),
  z.object({ type: z.literal("resolve"), summary: reason.default(null) }),
  z.object({ type: z.literal("back_to_work") }),
  z.object({
    type: z.literal("summarize"),
    summary: text,
    attached: Attached.nullable().default(null),
  }),
  z.object({
    type: z.literal("cancel"),
    why: z.discriminatedUnion("reason", [
      z.object({ reason: z.literal("false_alarm") }),
      z.object({ reason: z.literal("duplicate"), of: IncidentId }),
      z.object({ reason: z.literal("cancelled"), note: text }),
    ]),
  }),
  z.object({ type: z.literal("reopen"), reason: reason.default(null) }),
  z.object({ type: z.literal("comment"), messageId: z.int(), text }),
  z.object({
    type: z.literal("edit_comment"),
    comment: z.int().nullable(),
    messageId: z.int(),
    text,
  }),
  z.object({ type: z.literal("attach"), attached: Attached, caption: text.default("") }),
  z.object({ type: z.literal("edit_description"), description: text }),
  z.object({ type: z.literal("edit_source"), description: text }),
  z.object({ type: z.literal("set_priority"), priority: z.enum(PRIORITIES) }),
  z.object({ type: z.literal("tag"), tags }),
  z.object({ type: z.literal("untag"), tags }),
  z.object({ type: z.literal("repin") }),
  z.object({ type: z.literal("check_in") }),
  z.object({ type: z.literal("snooze"), until: z.enum(SNOOZES) }),
  z.object({ type: z.literal("wake") }),
  z.object({ type: z.literal("revoke_claim"), personId: PersonId.nullable() }),
  z.object({ type: z.literal("release"), personId: PersonId, cause: z.enum(RELEASE_CAUSES) }),
  z.object({ type: z.literal("time_out") }),
]);
