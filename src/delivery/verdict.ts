/** What Telegram's refusals mean for what was to be said. */

import { GrammyError, HttpError } from "grammy";
import { describeError } from "../log.ts";

/** What to do about an error. */
export type Verdict =
  /** Nothing goes to this chat for that many milliseconds; `ms: null`: back off. */
  | { kind: "hold"; ms: number | null; reason: string }
  /** The message already says so. */
  | { kind: "unchanged" }
  /** The message that was to be changed is not there any more, or can't be changed. */
  | { kind: "message_gone" }
  /** The group has another chat id now; this one is closed for good. */
  | { kind: "moved"; to: number }
  /** The forum topic is closed or deleted. */
  | { kind: "topic_gone" }
  /** This server does not know some of the markup. */
  | { kind: "bad_markup"; reason: string }
  /** The message that was to be replied to is not there any more. */
  | { kind: "reply_gone" }
  /** The bot may not delete it, or it is too old for that. */
  | { kind: "undeletable" }
  /** The bot lacks a right in the group. */
  | { kind: "no_right"; reason: string }
  /** The bot can't write there: kicked, blocked, never started, deactivated. */
  | { kind: "chat_closed"; reason: string }
  /** It will never go through as it is. */
  | { kind: "hopeless"; reason: string };

/** What lets a row wait: time or a person can mend it. */
export type Holding = Verdict & { kind: "hold" | "no_right" };

/** The reason of a hold that only a person can end: no letter is dead because of it. */
export const WRONG_TOKEN = "wrong token";

/** A wrong token is for a person to mend; until then one try a minute is enough. Milliseconds. */
export const WRONG_TOKEN_PAUSE = 60_000;

const MESSAGE_GONE = /message to edit not found|message can't be edited|MESSAGE_ID_INVALID/i;
const TOPIC_GONE = /message thread not found|TOPIC_CLOSED|TOPIC_DELETED/i;
const REPLY_GONE = /(message to (be replied|reply)|repl(y|ied) message) not found/i;
const UNDELETABLE = /message can't be deleted/i;
const NO_RIGHT =
  /not enough rights|have no rights|need administrator rights|CHAT_ADMIN_REQUIRED|CHAT_RESTRICTED|(WRITE|SEND_[A-Z]+)_FORBIDDEN/i;

/**
 * Reads an error of a Bot API call; any other error is a bug, and its row would never go through. The texts are those of Telegram's own server.
 *
 * @see https://core.telegram.org/bots/api#making-requests
 */
export function verdictOn(error: unknown): Verdict {
  if (error instanceof HttpError) return { kind: "hold", ms: null, reason: "network" };
  if (!(error instanceof GrammyError)) return { kind: "hopeless", reason: describeError(error) };
  const { error_code: code, description, parameters } = error;
  if (code === 429) {
    return { kind: "hold", ms: (parameters.retry_after ?? 1) * 1000, reason: "429" };
  }
  if (code >= 500) return { kind: "hold", ms: null, reason: String(code) };
  // An older server, which knows the token.
  if (/method not found/i.test(description)) return { kind: "hopeless", reason: description };
  if (code === 401 || code === 404) {
    return { kind: "hold", ms: WRONG_TOKEN_PAUSE, reason: WRONG_TOKEN };
  }
  if (parameters.migrate_to_chat_id !== undefined) {
    return { kind: "moved", to: parameters.migrate_to_chat_id };
  }
  if (NO_RIGHT.test(description)) return { kind: "no_right", reason: description };
  if (code === 403) return { kind: "chat_closed", reason: description };
  if (/message is not modified/i.test(description)) return { kind: "unchanged" };
  if (/can't parse entities/i.test(description)) return { kind: "bad_markup", reason: description };
  if (MESSAGE_GONE.test(description)) return { kind: "message_gone" };
  if (TOPIC_GONE.test(description)) return { kind: "topic_gone" };
  if (REPLY_GONE.test(description)) return { kind: "reply_gone" };
  if (UNDELETABLE.test(description)) return { kind: "undeletable" };
  return { kind: "hopeless", reason: description };
}

/** How long to wait after that many failures in a row, in milliseconds: a second, five minutes at most. */
export function backoff(failures: number): number {
  return Math.min(1_000 * 2 ** failures, 300_000);
}

/** The same for a right that a person has to give: ten minutes, an hour at most. */
export function patience(failures: number): number {
  return Math.min(600_000 * 2 ** failures, 3_600_000);
}
