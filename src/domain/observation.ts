/** What the program sees of itself, once a minute. */

import { z } from "zod";
import type { Tallies } from "./statistics.ts";

/** What Telegram says about the updates it has for the bot. */
export type TelegramSeen =
  | {
    /** Discriminant: it has answered. */
    kind: "answered";
    /** It knows where to post updates. */
    hasWebhook: boolean;
    /** Updates that it could not deliver yet. */
    pending: number;
    /** When it last failed to deliver one, epoch milliseconds; `null`: never, or not for long. */
    failedAt: number | null;
    /** Its words about that failure; they hold no secret. */
    failure: string | null;
  }
  | {
    /** Discriminant: it does not know the bot's token. */
    kind: "wrong_token";
  }
  | {
    /** Discriminant: it could not be reached, or could not answer. */
    kind: "silent";
  };

/** What waits in the outbox, at most {@linkcode MOST_LISTED} rows of it. */
export interface OutboxSeen {
  /** How many rows wait. */
  rows: number;
  /** How long the oldest has waited, in milliseconds. */
  oldest: number;
  /** How long one has waited although nothing holds its chat back, in milliseconds. */
  stuck: number;
}

/** Most rows and letters that are counted: beyond that it does not matter how many more. */
export const MOST_LISTED = 1_000;

/** What was seen, without what belongs to a company. */
export interface Seen {
  /** When, epoch milliseconds. */
  at: number;
  /** Telegram. */
  telegram: TelegramSeen;
  /** When the last sweep ended, epoch milliseconds; `null`: there was none yet. */
  sweptAt: number | null;
  /** What waits to be said. */
  outbox: OutboxSeen;
  /** What could not be said within the last 24 hours. */
  deadLetters: number;
  /** How long the store took to answer, in milliseconds. */
  storeTook: number;
}

/** All that was seen. */
export interface Observation extends Seen {
  /** The companies' incidents, by company id. */
  tallies: ReadonlyMap<string, Tallies>;
}

/** Schema of {@linkcode Seen}. */
export const Seen: z.ZodType<Seen> = z.object({
  at: z.int(),
  telegram: z.discriminatedUnion("kind", [
    z.object({
      kind: z.literal("answered"),
      hasWebhook: z.boolean(),
      pending: z.int(),
      failedAt: z.int().nullable(),
      failure: z.string().nullable(),
    }),
    z.object({ kind: z.literal("wrong_token") }),
    z.object({ kind: z.literal("silent") }),
  ]),
  sweptAt: z.int().nullable(),
  outbox: z.object({ rows: z.int(), oldest: z.int(), stuck: z.int() }),
  deadLetters: z.int(),
  storeTook: z.int(),
});
