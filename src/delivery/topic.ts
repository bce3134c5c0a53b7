/** Forum topics come and go; what is to be said in one is said in General once it has gone. */

import { verdictOn } from "./verdict.ts";
import type { Spot } from "./wire.ts";

/**
 * Sends to a topic, else to General. There it replies to nothing: a reply goes where the message is that
 * it replies to.
 *
 * @throws {GrammyError | HttpError} when Telegram refuses for another reason.
 */
export async function inTopic<T>(spot: Spot, send: (spot: Spot) => Promise<T>): Promise<T> {
  try {
    return await send(spot);
  } catch (error) {
    if (verdictOn(error).kind !== "topic_gone") throw error;
    return await send({ topicId: null, replyTo: null });
  }
}
