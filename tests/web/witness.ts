/** Hears how the webhook answers. */

import type { Update } from "grammy/types";
import { type Program, SECRET } from "../program.ts";

/** How the webhook answered, and when, in seconds after the first of the answers. */
export interface Answers {
  readonly statuses: number[];
  readonly seconds: number[];
}

/** Puts a witness between Telegram and the program; it overlooks notices of pins. */
export function witness({ telegram, app, clock }: Program): Answers {
  const statuses: number[] = [];
  const seconds: number[] = [];
  let first: number | null = null;
  telegram.connect(async (request) => {
    const at = clock.now();
    const update: Update = await request.clone().json();
    const response = await app.handle(request);
    if (update.message?.pinned_message) return response;
    first ??= at;
    statuses.push(response.status);
    seconds.push((at - first) / 1000);
    return response;
  }, { secret: SECRET });
  return { statuses, seconds };
}

/** Lets that many seconds pass, one by one, with everything at rest in between. */
export async function secondsPass({ telegram, clock }: Program, seconds: number): Promise<void> {
  await telegram.settled();
  for (let i = 0; i < seconds; i++) {
    await clock.advance(1_000);
    await telegram.settled();
  }
}
