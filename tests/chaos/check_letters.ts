/** Nothing is put aside unless Telegram has closed the chat. */

import type { DeadLetter, FailedUpdate } from "../../src/store/records.ts";
import type { Contents } from "../faults/contents.ts";
import type { Closure } from "./world.ts";

/** How long after a chat was open again an answer from before may still arrive, in milliseconds. */
const ON_THE_WAY = 10_000;

/** Dead letters without a permanent reason, and updates that were given up. */
export function wronglyPutAside({ entries }: Contents, closures: readonly Closure[]): string[] {
  const wrong: string[] = [];
  for (const { key, value } of entries.values()) {
    if (key[0] === "dead_letter") {
      const { chatId, reason, at } = value as DeadLetter;
      const isClosed = /^Forbidden: bot was (kicked|blocked)/.test(reason) &&
        closures.some((it) =>
          it.chatId === chatId && it.from <= at && at <= (it.to ?? at) + ON_THE_WAY
        );
      if (!isClosed) wrong.push(`Said to ${chatId} in vain at ${at}: ${reason}`);
    }
    if (key[0] === "failed") {
      const { error, givenUp } = value as FailedUpdate;
      if (givenUp) {
        wrong.push(`Update ${String(key[2])} was given up: ${error}`);
      }
    }
  }
  return wrong;
}

/** Updates that will not be brought again. */
export function updatesGivenUp({ entries }: Contents): Set<number> {
  const failed = [...entries.values()].filter(({ key, value }) =>
    key[0] === "failed" && (value as FailedUpdate).givenUp
  );
  return new Set(failed.map(({ key }) => Number(key[2])));
}
