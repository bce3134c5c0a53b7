/** Invariant 6: what Telegram takes, counted here once more and not by the simulator's rules. */

import { parseHtml } from "../simulator/html.ts";
import type { Call } from "../simulator/simulator.ts";

/** @see https://core.telegram.org/bots/api#sendmessage */
const MOST_TEXT = 4096;
/** @see https://core.telegram.org/bots/api#answercallbackquery */
const MOST_TOAST = 200;
/** In bytes. @see https://core.telegram.org/bots/api#inlinekeyboardbutton */
const MOST_DATA = 64;

/** What is too long or empty in a call, a sentence each. */
export function wrongIn({ method, params, ok, error }: Call): string[] {
  const wrong: string[] = [];
  const text = typeof params.text === "string" ? params.text : null;
  if (text !== null) {
    const isToast = method === "answerCallbackQuery";
    const length = isToast ? text.length : parseHtml(text).text.length;
    const most = isToast ? MOST_TOAST : MOST_TEXT;
    if (length > most || length === 0) wrong.push(`${method} says ${length} characters: ${text}`);
  }
  for (const data of callbackData(params.reply_markup)) {
    const bytes = new TextEncoder().encode(data).length;
    if (bytes > MOST_DATA || bytes === 0) wrong.push(`${method} has a button "${data}"`);
  }
  // Two can look at the same message: what is gone can't be edited or removed twice.
  const isExpected = /not found|not modified|can't be (edited|deleted)/;
  if (!ok && !isExpected.test(error?.description ?? "")) {
    wrong.push(`${method} was refused: ${error?.description}`);
  }
  return wrong;
}

function callbackData(markup: unknown): string[] {
  const value: unknown = typeof markup === "string" ? JSON.parse(markup) : markup;
  const rows = (value as { inline_keyboard?: { callback_data?: string }[][] } | undefined)
    ?.inline_keyboard ?? [];
  return rows.flat().flatMap(({ callback_data }) => callback_data ?? []);
}
