/** Errors as grammY throws them. */

import { GrammyError, HttpError } from "grammy";

/** Telegram said no. */
export function refused(
  code: number,
  description: string,
  parameters: { retry_after?: number; migrate_to_chat_id?: number } = {},
): GrammyError {
  const error = { ok: false as const, error_code: code, description, parameters };
  return new GrammyError(`Call to 'sendMessage' failed!`, error, "sendMessage", {});
}

/** Telegram could not be reached. */
export function unreachable(): HttpError {
  return new HttpError("Network request for 'sendMessage' failed!", new TypeError("fetch failed"));
}
