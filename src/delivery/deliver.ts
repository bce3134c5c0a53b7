/** Delivers right after a commit, different chats at once, within a time budget. */

import type { Deps } from "../deps.ts";
import { describeError } from "../log.ts";
import type { Delivery } from "../store/drain_token.ts";
import { drain } from "./drain.ts";

/** How long a request may spend on delivering, in milliseconds; what is left is the sweep's. */
export const DELIVERY_BUDGET = 10_000;

/**
 * Says what a commit has put into the outbox, until `endAt` (epoch milliseconds). Failures are logged:
 * the rows are still there.
 */
export async function deliver(
  deps: Deps,
  deliveries: readonly Delivery[],
  endAt: number = deps.now() + DELIVERY_BUDGET,
): Promise<void> {
  await Promise.all(deliveries.map(async (delivery) => {
    try {
      await drain(deps, delivery, endAt);
    } catch (error) {
      deps.log.error("delivery failed", { chat: delivery.chatId, error: describeError(error) });
    }
  }));
}
