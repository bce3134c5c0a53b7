/** What a group hears last, before the bot is silent there or leaves. */

import { html } from "./html.ts";
import { type NewMessage, plainMessage } from "./message.ts";
import type { Texts } from "./texts/texts.ts";

/** One line to a group that is suspended, or that the bot leaves. */
export function farewell(
  texts: Texts,
  chatId: number,
  why: "detached" | "archived" | "deleted",
): NewMessage {
  return { chatId, order: "direct", content: plainMessage(html`${texts.farewell[why]}`) };
}
