/** Attempts at what only administrators may do: how many are a slip, and how many are worth a look. */

import { z } from "zod";

/** What one person has been refused since the hour began. */
export interface Refusals {
  /** The version of this record's shape. */
  schema: 1;
  /** The `update_id`s of the attempts, oldest first. */
  updates: number[];
  /** How often each command or button was tried. */
  tried: Record<string, number>;
  /** Where, by chat id; the newest last. */
  chats: number[];
  /** The platform admins know of it. */
  told: boolean;
  /** When the hour is over, epoch milliseconds. */
  expiresAt: number;
}

/** Schema of {@linkcode Refusals}. */
export const Refusals: z.ZodType<Refusals> = z.object({
  schema: z.literal(1),
  updates: z.array(z.int()).max(100),
  tried: z.record(z.string(), z.int()),
  chats: z.array(z.int()).max(100),
  told: z.boolean(),
  expiresAt: z.int(),
});

/** How far back attempts count, in milliseconds. */
export const REFUSALS_WINDOW = 60 * 60_000;

/**
 * How many within that time are nothing: somebody who lost a role, or reads the menu of another group,
 * tries a few commands once or twice. More is a script, or somebody who looks for a gap.
 */
export const MOST_REFUSALS = 10;

/** Something that was refused. */
export interface Attempted {
  /** Telegram's `update_id`. */
  updateId: number;
  /** The command or the button. */
  what: string;
  /** Where it was tried. */
  chatId: number;
}

/**
 * Counts one more; the same record: nothing has to be kept. `tell`: it is time to tell the platform
 * admins. An update that is delivered again counts once, and who was told of counts no more.
 */
export function countRefusal(
  stored: Refusals | null,
  { updateId, what, chatId }: Attempted,
  now: number,
): { refusals: Refusals | null; tell: boolean } {
  const before = stored && stored.expiresAt > now ? stored : begin(now);
  if (before.told || before.updates.includes(updateId)) return { refusals: stored, tell: false };
  const updates = [...before.updates, updateId];
  const told = updates.length > MOST_REFUSALS;
  const refusals: Refusals = {
    ...before,
    updates,
    tried: { ...before.tried, [what]: (before.tried[what] ?? 0) + 1 },
    chats: [...before.chats.filter((id) => id !== chatId), chatId],
    told,
  };
  return { refusals, tell: told };
}

function begin(now: number): Refusals {
  return {
    schema: 1,
    updates: [],
    tried: {},
    chats: [],
    told: false,
    expiresAt: now + REFUSALS_WINDOW,
  };
}
