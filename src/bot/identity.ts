/** The bot's own name, learnt in the background: no request ever waits for `getMe`. */

import type { Deps } from "../deps.ts";
import { describeError } from "../log.ts";
import { keys } from "../store/keys.ts";
import { readOne } from "../store/read.ts";
import { retry } from "../store/retry.ts";
import { set } from "../store/write.ts";

/** Knows the bot's @handle. */
export interface Identity {
  /** The handle without the @; `null` while neither this process nor the store knows it. */
  username(): Promise<string | null>;
  /** Asks Telegram, unless it is known; a failure is logged and tried again at the next call. */
  learn(): Promise<void>;
}

/** Makes an identity. */
export function createIdentity(deps: Deps): Identity {
  const key = keys.bot(deps.settings.botId);
  let known: string | null = null;
  let asked = false;
  return {
    async username() {
      known ??= (await readOne(deps.kv, key)).value?.username ?? null;
      return known;
    },
    async learn() {
      if (asked) return;
      try {
        const { username } = await deps.telegram.getMe();
        asked = true;
        known = username;
        await retry(deps, () => deps.kv.commit([], [set(key, { schema: 1, username })]));
      } catch (error) {
        deps.log.warn("could not learn the bot's name", { error: describeError(error) });
      }
    },
  };
}
