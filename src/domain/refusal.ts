/** Why an action did not happen. A refusal is a value: the view turns it into a sentence. */

import { z } from "zod";
import { REPORTERS, type Reporters } from "./group_settings.ts";
import { IncidentId } from "./ids.ts";
import { type Status, STATUSES } from "./incident.ts";
import { PersonRef } from "./person.ts";
import { type Part, PARTS } from "./rules.ts";
import { LENGTHS, type TextKind } from "./text.ts";

/** Why not; `reason` is the message key. */
export type Refusal =
  | { reason: "unknown_incident" }
  | { reason: "group_not_active"; status: "pending" | "suspended" | "unknown" }
  | { reason: "too_short" | "too_long"; what: TextKind; length: number }
  | { reason: "already_reported"; incident: IncidentId }
  | { reason: "too_many_reports"; scope: "person" | "group"; retryAt: number; isTold: boolean }
  | { reason: "reports_restricted"; to: Exclude<Reporters, "anybody"> }
  | { reason: "wrong_status"; status: Status; person: PersonRef | null }
  | { reason: "not_allowed"; allowed: readonly Part[] }
  | { reason: "unknown_department" }
  | { reason: "department_chosen_already"; department: string }
  | { reason: "restricted_department"; department: string }
  | { reason: "already_owner" }
  | { reason: "already_helping" }
  | { reason: "owns_already" | "not_eligible"; person: PersonRef }
  | { reason: "no_claim" }
  | { reason: "escalated_already" }
  | { reason: "not_escalated" }
  | { reason: "open_already" }
  | { reason: "no_change" }
  | { reason: "pins_off" }
  | { reason: "bad_tag" }
  | { reason: "too_many_tags" | "too_many_helpers" | "too_many_open"; most: number }
  | { reason: "not_due" };

/** The name of a refusal. */
export type RefusalReason = Refusal["reason"];

const text = z.enum(Object.keys(LENGTHS) as [TextKind, ...TextKind[]]);

/** Schema of {@linkcode Refusal}: a refusal can be part of a handled update's stored outcome. */
export const Refusal: z.ZodType<Refusal> = z.discriminatedUnion("reason", [
  z.object({ reason: z.literal("unknown_incident") }),
  z.object({
    reason: z.literal("group_not_active"),
    status: z.enum(["pending", "suspended", "unknown"]),
  }),
  z.object({ reason: z.enum(["too_short", "too_long"]), what: text, length: z.int() }),
  z.object({ reason: z.literal("already_reported"), incident: IncidentId }),
  z.object({
    reason: z.literal("too_many_reports"),
    scope: z.enum(["person", "group"]),
    retryAt: z.int(),
    isTold: z.boolean().default(false),
  }),
  z.object({
    reason: z.literal("reports_restricted"),
    to: z.enum(REPORTERS).exclude(["anybody"]),
  }),
  z.object({
    reason: z.literal("wrong_status"),
    status: z.enum(STATUSES),
    person: PersonRef.nullable(),
  }),
  z.object({ reason: z.literal("not_allowed"), allowed: z.array(z.enum(PARTS)) }),
  z.object({ reason: z.literal("unknown_department") }),
  z.object({ reason: z.literal("department_chosen_already"), department: z.string() }),
  z.object({ reason: z.literal("restricted_department"), department: z.string() }),
  z.object({ reason: z.literal("already_owner") }),
  z.object({ reason: z.literal("already_helping") }),
  z.object({ reason: z.enum(["owns_already", "not_eligible"]), person: PersonRef }),
  z.object({ reason: z.literal("no_claim") }),
  z.object({ reason: z.literal("escalated_already") }),
  z.object({ reason: z.literal("not_escalated") }),
  z.object({ reason: z.literal("open_already") }),
  z.object({ reason: z.literal("no_change") }),
  z.object({ reason: z.literal("pins_off") }),
  z.object({ reason: z.literal("bad_tag") }),
  z.object({
    reason: z.enum(["too_many_tags", "too_many_helpers", "too_many_open"]),
    most: z.int(),
  }),
  z.object({ reason: z.literal("not_due") }),
]);
