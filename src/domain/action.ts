/** What somebody (or the clock) wants to happen to an incident. */

import { z } from "zod";
import { DepartmentId } from "./company.ts";

/** An action on an incident; `decide` says whether it may happen. */
export type Action =
  | { type: "report"; description: string; sourceMessageId: number }
  | { type: "choose_department"; department: string }
  | { type: "claim" }
  | { type: "join" }
  | { type: "leave" }
  | { type: "resolve" }
  | { type: "back_to_work" }
  | { type: "summarize"; summary: string }
  | { type: "time_out" };

/** An action on an incident that exists. */
export type LaterAction = Exclude<Action, { type: "report" }>;

/** A report. */
export type ReportAction = Extract<Action, { type: "report" }>;

/** Schema of {@linkcode ReportAction}. */
export const ReportAction: z.ZodType<ReportAction> = z.object({
  type: z.literal("report"),
  description: z.string().trim(),
  sourceMessageId: z.int(),
});

/** Schema of {@linkcode LaterAction}; texts are trimmed, their lengths are `decide`'s business. */
export const LaterAction: z.ZodType<LaterAction> = z.discriminatedUnion("type", [
  z.object({ type: z.literal("choose_department"), department: DepartmentId }),
  z.object({ type: z.literal("claim") }),
  z.object({ type: z.literal("join") }),
  z.object({ type: z.literal("leave") }),
  z.object({ type: z.literal("resolve") }),
  z.object({ type: z.literal("back_to_work") }),
  z.object({ type: z.literal("summarize"), summary: z.string().trim() }),
  z.object({ type: z.literal("time_out") }),
]);
