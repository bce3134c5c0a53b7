/** Forum topics come and go; what is to be said in one is said in General once it has gone. */

import { verdictOn } from "./verdict.ts";
import type { Spot } from "./wire.ts";

/**
 * Sends to a topic, else to General. There it replies to nothing: a reply goes where the message is that
 * it replies to. What it replies to may be gone, too.
 *
 * @throws {GrammyError | HttpError} when Telegram refuses for another reason.
 */
export async function inTopic<T>(spot: Spot, send: (spot: Spot) => Promise<T>): Promise<T> {
  try {
    return await send(spot);
  } catch (error) {
    const { kind } = verdictOn(error);
    if (kind === "reply_gone") return await inTopic({ ...spot, replyTo: null }, send);
    if (kind !== "topic_gone") throw error;
    return await send({ topicId: null, replyTo: null });
  }
}
