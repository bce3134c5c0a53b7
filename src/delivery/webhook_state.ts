/** How Telegram sees the bot's webhook. */

import { GrammyError } from "grammy";
import type { Deps } from "../deps.ts";
import type { TelegramSeen } from "../domain/observation.ts";
import { describeError, redact } from "../log.ts";
import { verdictOn, WRONG_TOKEN } from "./verdict.ts";

/** Longer words about a failure are cut: they are for a line of a message. */
const LONGEST_FAILURE = 200;

/**
 * Asks Telegram. That it can't be asked is an answer, too.
 *
 * @see https://core.telegram.org/bots/api#webhookinfo
 */
export async function webhookState(deps: Deps): Promise<TelegramSeen> {
  try {
    const info = await deps.telegram.getWebhookInfo();
    const failure = info.last_error_message;
    return {
      kind: "answered",
      hasWebhook: Boolean(info.url),
      pending: info.pending_update_count,
      failedAt: info.last_error_date === undefined ? null : info.last_error_date * 1000,
      failure: failure === undefined
        ? null
        : redact(failure, deps.settings.secrets).slice(0, LONGEST_FAILURE).toWellFormed(),
    };
  } catch (error) {
    deps.log.warn("Telegram could not be asked", { error: describeError(error) });
    const verdict = error instanceof GrammyError ? verdictOn(error) : null;
    const isWrongToken = verdict?.kind === "hold" && verdict.reason === WRONG_TOKEN;
    return { kind: isWrongToken ? "wrong_token" : "silent" };
  }
}
