/** How many commands one person may send within a minute. */

import { z } from "zod";

/** The commands of one person in one place since the minute began. */
export interface CommandWindow {
  /** The version of this record's shape. */
  schema: 1;
  /** The `update_id`s of the commands that were let through. */
  updates: number[];
  /** The `update_id` of the command that was answered with how long to wait; `null`: none yet. */
  told: number | null;
  /** When the minute is over, epoch milliseconds. */
  expiresAt: number;
}

/** Schema of {@linkcode CommandWindow}. */
export const CommandWindow: z.ZodType<CommandWindow> = z.object({
  schema: z.literal(1),
  updates: z.array(z.int()).max(1000),
  told: z.int().nullable(),
  expiresAt: z.int(),
});

/** How long a window lasts, in milliseconds. */
export const COMMAND_WINDOW = 60_000;

/** What becomes of one more command; `wait` says when the minute is over, epoch milliseconds. */
export type Passage =
  | { kind: "run" }
  | { kind: "wait"; until: number }
  | { kind: "silence" };

/**
 * Lets a command through, or not, and says what the window is then; the same window: nothing has to
 * be kept. The same update gets the same answer again.
 */
export function passCommand(
  stored: CommandWindow | null,
  command: { updateId: number; now: number; most: number },
): { passage: Passage; window: CommandWindow | null } {
  const { updateId, now, most } = command;
  const window = stored && stored.expiresAt > now ? stored : null;
  const { updates, told, expiresAt } = window ?? begin(now);
  if (updates.includes(updateId)) return { passage: { kind: "run" }, window: stored };
  if (updates.length < most) {
    const after: CommandWindow = { schema: 1, updates: [...updates, updateId], told, expiresAt };
    return { passage: { kind: "run" }, window: after };
  }
  const wait = { kind: "wait" as const, until: expiresAt };
  if (told === updateId) return { passage: wait, window: stored };
  if (told !== null) return { passage: { kind: "silence" }, window: stored };
  return { passage: wait, window: { schema: 1, updates, told: updateId, expiresAt } };
}

function begin(now: number): CommandWindow {
  return { schema: 1, updates: [], told: null, expiresAt: now + COMMAND_WINDOW };
}
