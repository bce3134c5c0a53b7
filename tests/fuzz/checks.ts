/** What must not happen, whatever comes. */

import { readContents } from "../faults/contents.ts";
import { wrongIn } from "../faults/invariants.ts";
import type { Program } from "../program.ts";
import type { Call } from "../simulator/simulator.ts";

/** Refusals that come from forged ids: there is no such chat, message, press or person. */
const NOTHING_THERE = new RegExp(
  [
    "query is too old",
    "(message to (be replied|edit|delete|pin|unpin)|message thread|chat|user) not found",
    "message is not modified",
    "message can't be (deleted|edited)",
    "there is no text in the message to edit",
    "wrong file identifier",
    "can't use file of type",
    "(USER_NOT_PARTICIPANT|PARTICIPANT_ID_INVALID|invalid user_id|user is deactivated)",
    "(BOT_NOT_ADMIN|TOPIC_CLOSED|MESSAGE_EXPIRED|MESSAGE_NOT_COMMAND)",
    "group chat was upgraded",
    // A private chat that claims to be a group.
    "(ephemeral messages are not available|in (the )?private chats?)",
    "not enough rights",
    "bot (can't initiate conversation|was blocked|was kicked|is not a member)",
  ].join("|"),
);

/** Calls that Telegram refuses for what they are, not for what there is not. */
export function wrongCalls(calls: readonly Call[]): string[] {
  return calls.flatMap(({ error, method, params }) =>
    error && !NOTHING_THERE.test(error.description)
      ? [`${method}: ${error.description} ${JSON.stringify(params).slice(0, 500)}`]
      : []
  );
}

/** Nothing fails; what was no update, or can't be said, is told and is no failure. */
export function wrongLines(lines: readonly string[]): string[] {
  return lines.filter((line) =>
    line.includes('"level":"error"') && !/"not an update"|"could not be said"/.test(line)
  );
}

/** Schemas, histories, indexes and counts. */
export async function wrongRecords({ store, clock }: Program): Promise<string[]> {
  return wrongIn(await readContents(store), { now: clock.now(), busy: true });
}
