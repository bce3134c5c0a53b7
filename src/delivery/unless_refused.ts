/** Calls of the Bot API that may be refused without harm. */

import { GrammyError } from "grammy";
import type { Deps } from "../deps.ts";
import { describeError } from "../log.ts";
import { verdictOn } from "./verdict.ts";

/** The result, or `null` when Telegram refuses it for good: bringing the update again won't help. */
export async function unlessRefused<T>(deps: Deps, call: () => Promise<T>): Promise<T | null> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof GrammyError) || verdictOn(error).kind === "hold") throw error;
    deps.log.debug("Telegram refused", { error: describeError(error) });
    return null;
  }
}

/** What Telegram says; `null` when it can't be asked just now. */
export async function unlessSilent<T>(deps: Deps, ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    deps.log.warn("Telegram could not be asked", { error: describeError(error) });
    return null;
  }
}
