/** Long texts in pages, each of them a valid message. */

import { type Html, html, join } from "./html.ts";

/** How much of a message a page takes, in UTF-16 units of markup: there is a title, too. */
export const MOST_OF_A_PAGE = 3_500;

/**
 * Puts pieces on pages, with something between them; no piece is cut, so each has to be shorter than
 * a page. Never without a page.
 */
export function pagesOf(
  pieces: readonly Html[],
  { most, between }: { most: number; between: string } = { most: MOST_OF_A_PAGE, between: "\n" },
): Html[] {
  const pages: Html[][] = [[]];
  let size = 0;
  for (const piece of pieces) {
    const { length } = piece.source;
    if (size > 0 && size + length > most) {
      pages.push([]);
      size = 0;
    }
    pages.at(-1)!.push(piece);
    size += length + between.length;
  }
  return pages.map((page) => join(page, between));
}

/** A word with the blanks behind it; of a very long one, or of very many blanks, a part. */
const WORD = /\S{1,50}\s{0,50}|\s{1,50}/gu;

/**
 * Cuts a text into pieces of at most 600 UTF-16 units of markup: behind blanks where there are some,
 * never in the middle of a character. One after the other they are the text.
 */
export function piecesOf(text: string): Html[] {
  return (text.match(WORD) ?? []).map((word) => html`${word}`);
}
