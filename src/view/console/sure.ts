/** Asks once more before something ends. */

import type { Panel } from "../menu.ts";
import type { Texts } from "../texts/texts.ts";
import { type ActName, type Address, type AddressArgs, consoleData } from "./address.ts";
import { framed } from "./frame.ts";

/** What is to be confirmed. */
export interface Sure {
  /** What would be done. */
  act: ActName;
  /** To what. */
  args: AddressArgs;
  /** The page of the list that it stands on. */
  n: number;
  /** What it would mean. */
  question: string;
  /** The command that does the same. */
  hint: string | null;
  /** Where one is without it. */
  back: Address;
}

/** The question, with *Yes* and the way back. */
export function surePanel(texts: Texts, { act, args, n, question, hint, back }: Sure): Panel {
  return framed(texts, {
    trail: [texts.admin.title, texts.admin.sure],
    body: [question],
    hint,
    rows: [[{ text: texts.admin.yes, data: consoleData(act, args, n), style: "danger" }]],
    turn: null,
    back,
  });
}
