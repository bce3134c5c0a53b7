/** What the bot has said for everybody in a chat to see, in the order in which it appeared. */

import { plain, type Simulator } from "../simulator/simulator.ts";

/** A message as it appeared, or as it was edited. */
export interface Spoken {
  chatId: number;
  text: string;
  /** Epoch milliseconds. */
  at: number;
  isEdit: boolean;
  /** Only one person sees it. */
  isWhispered: boolean;
}

/** Listens from now on. */
export function listenTo(telegram: Simulator): Spoken[] {
  const spoken: Spoken[] = [];
  telegram.onNotice((notice) => {
    if (notice.kind !== "message" && notice.kind !== "edited") return;
    const { message, audience } = notice;
    if (message.from?.id !== telegram.bot.id || message.pinned_message) return;
    spoken.push({
      chatId: message.chat.id,
      text: plain(message),
      at: telegram.clock.now(),
      isEdit: notice.kind === "edited",
      isWhispered: audience !== undefined,
    });
  });
  return spoken;
}
