/** Says one message that waits in the outbox. */

import type { Deps } from "../deps.ts";
import type { Known } from "../store/drain_token.ts";
import { keys } from "../store/keys.ts";
import type { Change } from "../store/kv.ts";
import type { Card, MessageLink } from "../store/records.ts";
import { set } from "../store/write.ts";
import type { MessageContent } from "../view/message.ts";
import { orPlain } from "./plain_fallback.ts";
import { verdictOn } from "./verdict.ts";
import { messageOptions } from "./wire.ts";

/** What was said. */
export interface Said {
  /** What is to be recorded. */
  changes: Change[];
  /** The card's record, when the message is one of its calls. */
  card: Card | null;
}

/**
 * Sends a message; nothing is sent when its incident is no longer in a status in which it has a
 * point. `known`: the incident it is about.
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
  if (about && !(known && about.onlyWhile.includes(known.state.status))) {
    return { changes: [], card: null };
  }
  const replyTo = content.replyTo ?? known?.card?.messageId ?? null;
  const options = messageOptions(content, replyTo);
  const { message_id } = await orPlain(
    content.html,
    ({ text, markup }) => deps.telegram.sendMessage(chatId, text, { ...options, ...markup }),
  );
  if (!about) return { changes: [], card: null };
  const link: MessageLink = { schema: 1, incident: about.incident, role: about.role };
  const changes = [set(keys.message(chatId, message_id), link)];
  if (about.role !== "call" || !known?.card) return { changes, card: null };
  const before = known.card.callMessageIds;
  if (!about.continues) await Promise.all(before.map((id) => removeCall(deps, chatId, id)));
  const card = {
    ...known.card,
    callMessageIds: about.continues ? [...before, message_id] : [message_id],
  };
  return { changes: [...changes, set(keys.card(about.incident), card)], card };
}

/** A call that can't be removed (too old, already gone) stays. */
async function removeCall(deps: Deps, chatId: number, messageId: number): Promise<void> {
  try {
    await deps.telegram.deleteMessage(chatId, messageId);
  } catch (error) {
    verdictOn(error);
    deps.log.debug("could not remove a call", { chat: chatId });
  }
}
