/** Why an action did not happen. A refusal is a value: the view turns it into a sentence. */

import { z } from "zod";
import { IncidentId } from "./ids.ts";
import { type Status, STATUSES } from "./incident.ts";
import { PersonRef } from "./person.ts";
import { type Part, PARTS } from "./rules.ts";

/** Why not; `reason` is the message key. */
export type Refusal =
  | { reason: "unknown_incident" }
  | { reason: "group_not_active"; status: "pending" | "suspended" | "unknown" }
  | { reason: "too_short" | "too_long"; what: "description" | "summary"; length: number }
  | { reason: "already_reported"; incident: IncidentId }
  | { reason: "too_many_reports"; scope: "person" | "group"; retryAt: number }
  | { reason: "wrong_status"; status: Status; person: PersonRef | null }
  | { reason: "not_allowed"; allowed: readonly Part[] }
  | { reason: "unknown_department" }
  | { reason: "department_chosen_already"; department: string }
  | { reason: "already_owner" }
  | { reason: "already_helping" }
  | { reason: "not_due" };

/** The name of a refusal. */
export type RefusalReason = Refusal["reason"];

const text = z.enum(["description", "summary"]);

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
  }),
  z.object({
    reason: z.literal("wrong_status"),
    status: z.enum(STATUSES),
    person: PersonRef.nullable(),
  }),
  z.object({ reason: z.literal("not_allowed"), allowed: z.array(z.enum(PARTS)) }),
  z.object({ reason: z.literal("unknown_department") }),
  z.object({ reason: z.literal("department_chosen_already"), department: z.string() }),
  z.object({ reason: z.literal("already_owner") }),
  z.object({ reason: z.literal("already_helping") }),
  z.object({ reason: z.literal("not_due") }),
]);
