/** What all pages of the console have in common: where one is, the way back, and pages to turn. */

import { clipHtml, displayName } from "../clip.ts";
import { buttonData } from "../callback_data.ts";
import { type Html, html, lines } from "../html.ts";
import type { Panel } from "../menu.ts";
import type { Button, Keyboard } from "../message.ts";
import type { Texts } from "../texts/texts.ts";
import { type Address, consoleData } from "./address.ts";

/** Choices on one page of a list. */
export const CONSOLE_PAGE = 8;

/** A page before it is put into its frame. */
export interface Frame {
  /** The way that leads here, the page itself last. */
  trail: readonly string[];
  /** What it says; `null` lines are left out. */
  body: readonly (Html | string | null)[];
  /** The command that does the same; `null`: there is none. */
  hint: string | null;
  /** Buttons of its own. */
  rows: Keyboard;
  /** Which page of a list it shows; `null`: it is no list. */
  turn: { at: Address; pages: number } | null;
  /** Where it came from; `null`: it is the first. */
  back: Address | null;
}

/** The page, with its title above and the way back below. */
export function framed(texts: Texts, { trail, body, hint, rows, turn, back }: Frame): Panel {
  const title = trail.map((step) => displayName(step, "?", 40)).join(" › ");
  return {
    html: lines(
      html`<b>${title}</b>`,
      ...body,
      hint === null ? null : html`<code>${clipHtml(hint, 200)}</code>`,
    ),
    keyboard: [
      ...rows.filter((row) => row.length > 0),
      ...(turn ? turnRow(turn) : []),
      [
        ...(back ? [{ text: texts.buttons.menuBack, data: dataOf(back) }] : []),
        { text: texts.buttons.close, data: buttonData("close") },
      ],
    ],
  };
}

/** The same page under what has just been done. */
export function withNote(note: string, { html: page, keyboard }: Panel): Panel {
  return { html: lines(clipHtml(note, MOST_OF_A_NOTE), "", page), keyboard };
}

/** Most UTF-16 units of markup of a note. */
const MOST_OF_A_NOTE = 600;

/** Callback data that leads to a page. */
export function dataOf({ page, args, n }: Address): string {
  return consoleData(page, args, n);
}

/** The number in the middle shows the page as it is now. */
function turnRow({ at, pages }: { at: Address; pages: number }): Button[][] {
  if (pages <= 1) return [];
  const to = (n: number) => dataOf({ ...at, n });
  return [[
    ...(at.n > 0 ? [{ text: "‹", data: to(at.n - 1) }] : []),
    { text: `${at.n + 1}/${pages}`, data: to(at.n) },
    ...(at.n + 1 < pages ? [{ text: "›", data: to(at.n + 1) }] : []),
  ]];
}
