/** The list of what could not be said, for platform admins. */

import { pageButtons } from "./buttons.ts";
import { buttonData } from "./callback_data.ts";
import { clipHtml, displayName } from "./clip.ts";
import type { Texts } from "./texts/texts.ts";
import { type Html, html, lines } from "./html.ts";
import type { Panel } from "./menu.ts";
import { age } from "./moment.ts";

/** Letters on one page. */
export const LETTERS_PAGE = 5;

/** A letter as it is listed. */
export interface ListedLetter {
  /** When it was put aside, epoch milliseconds. */
  at: number;
  /** Tells it from others of that moment. */
  id: string;
  /** The chat it was for: its id. */
  chatId: number;
  /** The group's title or the person's name, as far as they are known. */
  chatName: string;
  /** Telegram's reason. */
  reason: string;
  /** What it says, as plain text. */
  words: string;
}

/** One page of the list. */
export interface LettersPage {
  /** The letters of this page, the newest first. */
  items: readonly ListedLetter[];
  /** From 0. */
  page: number;
  /** How many pages are known of. */
  pages: number;
  /** When the newest of all was put aside; `null`: there is none. */
  newest: number | null;
}

/** The page, with buttons that send each letter again or drop it. */
export function lettersPanel(texts: Texts, { items, page, pages, newest }: LettersPage): Panel {
  const first = page * LETTERS_PAGE + 1;
  const turn = pageButtons(page, pages, (to) => buttonData("letters", to));
  return {
    html: lines(
      html`<b>${texts.letters.title}</b>`,
      ...(items.length > 0
        ? items.flatMap((it, n) => entry(texts, it, first + n))
        : [texts.letters.none]),
    ),
    keyboard: [
      ...items.map(({ at, id }, n) => [
        { text: texts.buttons.again(first + n), data: buttonData("again", at, id, page) },
        { text: texts.buttons.drop(first + n), data: buttonData("drop", at, id, page) },
      ]),
      ...(turn.length > 0 ? [turn] : []),
      ...(newest === null
        ? []
        : [[{ text: texts.buttons.drop_all, data: buttonData("drop_all", newest) }]]),
    ],
  };
}

function entry(
  texts: Texts,
  { at, chatId, chatName, reason, words }: ListedLetter,
  n: number,
): Html[] {
  const name = displayName(chatName, "?", 64);
  return [
    html`<b>${n}</b> · ${age(texts, at)} · ${name} (<code>${chatId}</code>)`,
    html`${texts.letters.why}: ${clipHtml(reason, 200)}`,
    html`<blockquote>${clipHtml(displayName(words, "?", 160), 240)}</blockquote>`,
  ];
}
