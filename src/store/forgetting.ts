/** People who are being forgotten, and incidents that are being removed: work that goes on after a crash. */

import { z } from "zod";
import { PersonRef } from "../domain/person.ts";

/** The steps of forgetting somebody, in their order. */
export const FORGETTING_STEPS = [
  "roles",
  "chore",
  "history",
  "group",
  "administrators",
  "prompt",
  "outbox",
  "dead_letter",
  "update",
  "traces",
  "late",
  "act",
] as const;

/** One of {@linkcode FORGETTING_STEPS}. */
export type ForgettingStep = typeof FORGETTING_STEPS[number];

/** Somebody is being forgotten. */
export interface Forgetting {
  /** The version of this record's shape. */
  schema: 1;
  /** Who they are from then on. */
  pseudonym: PersonRef;
  /** What they were called, to be found in what waits to be said; empty: unknown. */
  name: string;
  /** The step that comes next. */
  step: ForgettingStep;
  /** The first key of that step that was not looked at; `null`: its first. */
  next: Deno.KvKey | null;
  /** When they wanted it, epoch milliseconds. */
  at: number;
}

/** Schema of {@linkcode Forgetting}. */
export const Forgetting: z.ZodType<Forgetting> = z.object({
  schema: z.literal(1),
  pseudonym: PersonRef,
  name: z.string().default(""),
  step: z.enum(FORGETTING_STEPS),
  next: z.custom<Deno.KvKey>(Array.isArray).nullable(),
  at: z.int(),
});

/** An incident is gone, its history not yet: there was too much of it for one commit. */
export interface Removal {
  /** The version of this record's shape. */
  schema: 1;
  /** The group it was in. */
  chatId: number;
}

/** Schema of {@linkcode Removal}. */
export const Removal: z.ZodType<Removal> = z.object({ schema: z.literal(1), chatId: z.int() });
