/** A press with the chat and message it happened on, and the answer to it. */

import type { CallbackQuery, Chat } from "grammy/types";
import { deliver } from "../delivery/deliver.ts";
import type { Committed } from "../execute/commit.ts";
import { sentenceFor } from "../view/answers.ts";
import type { Texts } from "../view/texts/texts.ts";
import { toast } from "./answer.ts";
import { noteOutcome } from "./command.ts";
import type { BotDeps } from "./incoming.ts";

/** A press, where it happened. */
export interface PressContext {
  /** The press. */
  query: CallbackQuery;
  /** Telegram's `update_id`. */
  updateId: number;
  /** The chat. */
  chat: Chat;
  /** Its id. */
  chatId: number;
  /** The message whose button it is; 0 for an ephemeral one. */
  messageId: number;
  /** In the language of whoever pressed, as far as it was read; their client's before that. */
  texts: Texts;
}

/** The toast goes out beside the card's edit: the presser does not wait for the group. */
export async function conclude(
  deps: BotDeps,
  { query, texts }: Pick<PressContext, "query" | "texts">,
  { outcome, deliveries }: Committed,
): Promise<void> {
  const [answered] = await Promise.allSettled([
    toast(deps, query.id, sentenceFor(texts, outcome, deps.now())),
    deliver(deps, deliveries),
  ]);
  noteOutcome(deps.trace, outcome);
  if (answered.status === "rejected") throw answered.reason;
}
