/** Says one message that waits in the outbox. */

import type { Deps } from "../deps.ts";
import { lastNudge } from "../domain/nudge.ts";
import type { Known } from "../store/drain_token.ts";
import { keys } from "../store/keys.ts";
import type { Change } from "../store/kv.ts";
import { readOne } from "../store/read.ts";
import type { Card, MessageLink } from "../store/records.ts";
import { set } from "../store/write.ts";
import type { MessageContent } from "../view/message.ts";
import { digestSent } from "./digest_sent.ts";
import { orPlain } from "./plain_fallback.ts";
import { removeCalls } from "./remove_calls.ts";
import { inTopic } from "./topic.ts";
import { messageOptions, type Spot } from "./wire.ts";

/** What was said. */
export interface Said {
  /** What is to be recorded. */
  changes: Change[];
  /** The card's record, when the message is one of its calls. */
  card: Card | null;
}

/** Its incident is no longer as it has to be for this, or has had a newer reminder. */
export function isPointless({ about }: MessageContent, known: Known | null): boolean {
  if (!about) return false;
  if (!known || !about.onlyWhile.includes(known.state.status)) return true;
  return about.nudgedAt !== undefined && about.nudgedAt !== lastNudge(known.state);
}

/**
 * Sends a message. `known`: the incident it is about.
 *
 * @throws {GrammyError | HttpError} when Telegram refuses.
 */
export async function sayMessage(
  deps: Deps,
  message: { chatId: number; content: MessageContent },
  known: Known | null,
): Promise<Said> {
  const { chatId, content } = message;
  const { about } = content;
  const spot = spotOf(content, known);
  const { message_id } = await inTopic(spot, (where) => {
    const options = messageOptions(content, where);
    return orPlain(
      content.html,
      ({ text, markup }) => deps.telegram.sendMessage(chatId, text, { ...options, ...markup }),
    );
  });
  if (!about) return { changes: await promptSent(deps, message, message_id), card: null };
  const link: MessageLink = { schema: 1, incident: about.incident, role: about.role };
  const changes = [set(keys.message(chatId, message_id), link)];
  const isCall = about.role === "call" || about.nudgedAt !== undefined;
  if (!isCall || isPrivate(content) || !known?.card) return { changes, card: null };
  const removed = about.continues
    ? { left: known.card.callMessageIds, changes: [] }
    : await removeCalls(deps, known, known.card);
  const card: Card = {
    ...known.card,
    callMessageIds: [...removed.left, message_id],
    calledAt: deps.now(),
  };
  return { changes: [...changes, ...removed.changes, set(keys.card(about.incident), card)], card };
}

function isPrivate({ about }: MessageContent): boolean {
  return about?.role === "private_call";
}

/** The card and its topic are in the group; what is said in private replies to nothing there. */
function spotOf(content: MessageContent, known: Known | null): Spot {
  if (isPrivate(content)) return { topicId: null, replyTo: null };
  return {
    topicId: known?.state.topicId ?? content.topicId ?? null,
    replyTo: content.replyTo ?? known?.card?.messageId ?? null,
  };
}

/** A question is answered by a reply to itself, and to no other message. */
async function promptSent(
  deps: Deps,
  { chatId, content }: { chatId: number; content: MessageContent },
  messageId: number,
): Promise<Change[]> {
  if (content.digest) return await digestSent(deps, { chatId, digest: content.digest }, messageId);
  if (content.isWelcome) return [set(keys.welcome(chatId), { schema: 1, messageId })];
  if (content.asks === undefined) return [];
  const prompt = await readOne(deps.kv, keys.prompt(chatId, content.asks));
  return prompt.value ? [set(prompt, { ...prompt.value, messageId })] : [];
}
