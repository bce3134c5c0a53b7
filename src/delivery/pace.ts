/**
 * How fast the outbox speaks: Telegram's limits, kept by each process for itself.
 *
 * What counts is a message that the outbox sends, a card or any other. Edits, pins, removals, toasts
 * and direct answers don't. Several processes together may be faster than one: Telegram then says 429,
 * and that holds the chat for all of them.
 *
 * @see https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
 */

import { WRONG_TOKEN_PAUSE } from "./verdict.ts";

/** The limits, in messages; 0 lifts one. */
export interface PaceLimits {
  /** In one chat within a second. */
  chatPerSecond: number;
  /** In one group within a minute. */
  groupPerMinute: number;
  /** In all chats together within a second. */
  overallPerSecond: number;
}

/** What one process may say now. */
export interface Pace {
  /** 0: a message may go to the chat now, and counts. Else how long to wait, in milliseconds. */
  take(chatId: number): number;
  /** How long nothing at all may be sent, in milliseconds. */
  stoppedFor(): number;
  /** Telegram does not know the token: everything stops for a while. `false`: it has stopped already. */
  stopForToken(): boolean;
  /** Telegram knows the token. */
  tokenWorks(): void;
}

const SECOND = 1_000;
const MINUTE = 60_000;

/** Begins with nothing said. Remembers no more than what was said within the last minute. */
export function createPace(limits: PaceLimits, now: () => number): Pace {
  const { chatPerSecond, groupPerMinute, overallPerSecond } = limits;
  /** When messages were sent, the newest last; the chat spoken to last comes last. */
  const chats = new Map<number, number[]>();
  let overall: number[] = [];
  let stoppedUntil = 0;

  function note(chatId: number, sent: readonly number[], at: number): void {
    chats.delete(chatId);
    chats.set(chatId, newest([...sent, at], Math.max(chatPerSecond, groupPerMinute)));
    overall = newest([...overall, at], overallPerSecond);
    for (const [other, times] of chats) {
      if ((times.at(-1) ?? 0) > at - MINUTE) break;
      chats.delete(other);
    }
  }

  return {
    take(chatId) {
      const at = now();
      const sent = chats.get(chatId) ?? [];
      const wait = Math.max(
        waitFor(sent, { most: chatPerSecond, within: SECOND }, at),
        chatId < 0 ? waitFor(sent, { most: groupPerMinute, within: MINUTE }, at) : 0,
        waitFor(overall, { most: overallPerSecond, within: SECOND }, at),
      );
      if (wait === 0) note(chatId, sent, at);
      return wait;
    },
    stoppedFor: () => Math.max(0, stoppedUntil - now()),
    stopForToken() {
      const at = now();
      if (stoppedUntil > at) return false;
      stoppedUntil = at + WRONG_TOKEN_PAUSE;
      return true;
    },
    tokenWorks() {
      stoppedUntil = 0;
    },
  };
}

/** How long until so many within that time allow one more. */
function waitFor(
  sent: readonly number[],
  { most, within }: { most: number; within: number },
  now: number,
): number {
  const first = most === 0 ? undefined : sent.at(-most);
  return first === undefined ? 0 : Math.max(0, first + within - now);
}

function newest(times: readonly number[], most: number): number[] {
  return most === 0 ? [] : times.slice(-most);
}
