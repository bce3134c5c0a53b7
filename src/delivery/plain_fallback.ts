/** Servers of the Bot API that are older than some markup still show the text. */

import { Html, plainText } from "../view/html.ts";
import { verdictOn } from "./verdict.ts";

/** A text and how it is to be read. */
export interface Wording {
  /** The text. */
  text: string;
  /** Nothing for plain text. */
  markup: { parse_mode?: "HTML" };
}

/** Says a text as HTML; where the server can't parse that, without any markup. */
export async function orPlain<T>(
  source: string,
  say: (wording: Wording) => Promise<T>,
): Promise<T> {
  try {
    return await say({ text: source, markup: { parse_mode: "HTML" } });
  } catch (error) {
    if (verdictOn(error).kind !== "bad_markup") throw error;
    return await say({ text: plainText(new Html(source)), markup: {} });
  }
}
