/** What has happened to an incident. History is a list of these; nothing in it ever changes. */

import { z } from "zod";
import { CompanyId } from "./ids.ts";
import { PersonRef } from "./person.ts";

/** What happened. */
export type Happening =
  | {
    type: "reported";
    company: string;
    number: number;
    chatId: number;
    sourceMessageId: number;
    description: string;
  }
  | { type: "department_chosen"; department: string }
  | { type: "claimed" }
  | { type: "joined" }
  | { type: "left" }
  | { type: "handed_over"; to: PersonRef }
  | { type: "unclaimed" }
  | { type: "resolve_pressed" }
  | { type: "back_to_work" }
  | { type: "summarized"; summary: string }
  | { type: "nudged"; about: "unclaimed" }
  | { type: "closed"; reason: "no_summary" };

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

const circumstance = {
  actor: PersonRef.nullable(),
  at: z.int(),
  updateId: z.int().nullable(),
};

/** Schema of {@linkcode IncidentEvent}. */
export const IncidentEvent: z.ZodType<IncidentEvent> = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("reported"),
    company: CompanyId,
    number: z.int().min(1),
    chatId: z.int(),
    sourceMessageId: z.int(),
    description: z.string(),
    ...circumstance,
  }),
  z.object({ type: z.literal("department_chosen"), department: z.string(), ...circumstance }),
  z.object({ type: z.literal("claimed"), ...circumstance }),
  z.object({ type: z.literal("joined"), ...circumstance }),
  z.object({ type: z.literal("left"), ...circumstance }),
  z.object({ type: z.literal("handed_over"), to: PersonRef, ...circumstance }),
  z.object({ type: z.literal("unclaimed"), ...circumstance }),
  z.object({ type: z.literal("resolve_pressed"), ...circumstance }),
  z.object({ type: z.literal("back_to_work"), ...circumstance }),
  z.object({ type: z.literal("summarized"), summary: z.string(), ...circumstance }),
  z.object({ type: z.literal("nudged"), about: z.literal("unclaimed"), ...circumstance }),
  z.object({ type: z.literal("closed"), reason: z.literal("no_summary"), ...circumstance }),
]);
