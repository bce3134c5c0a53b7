/** What Telegram makes of a piece of HTML, and what it must never be. */

import { assert, assertEquals } from "@std/assert";
import type { Html } from "../../src/view/html.ts";
import type { Keyboard } from "../../src/view/message.ts";
import { type Formatted, parseHtml } from "../simulator/html.ts";

export const MOST_CHARACTERS = 4096;
const DIRECTION = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;
// deno-lint-ignore no-control-regex -- these are the characters that are meant
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F]/;

/** The text and its entities; fails when Telegram would not take it. */
export function read(html: Html | string): Formatted {
  const source = typeof html === "string" ? html : html.source;
  const formatted = parseHtml(source);
  assert(formatted.text.trim().length > 0, "nothing to read");
  assert(source.length <= MOST_CHARACTERS, `${source.length} characters of markup`);
  assert(formatted.text.length <= MOST_CHARACTERS, `${formatted.text.length} characters`);
  assert(source.isWellFormed(), "half a character");
  assert(!DIRECTION.test(source), "a direction override");
  assert(!CONTROL.test(source), "a control character");
  return formatted;
}

/** Fails unless Telegram takes the keyboard and people can read it. */
export function checkKeyboard(keyboard: Keyboard): void {
  const buttons = keyboard.flat();
  assert(buttons.length <= 100, `${buttons.length} buttons`);
  for (const { text, data } of buttons) {
    const bytes = new TextEncoder().encode(data).length;
    assert(bytes >= 1 && bytes <= 64, `${bytes} bytes of callback data`);
    assert(text.trim().length > 0, "a button without a label");
    assert(text.isWellFormed(), "half a character on a button");
    assert(!DIRECTION.test(text) && !CONTROL.test(text), "a button that turns its text");
  }
}

/** What somebody sees of each entity of that type. */
export function entities({ text, entities }: Formatted, type: string): string[] {
  return entities.filter((entity) => entity.type === type)
    .map(({ offset, length }) => text.slice(offset, offset + length));
}

/** The labels, row by row. */
export function labels(keyboard: Keyboard): string[][] {
  return keyboard.map((row) => row.map(({ text }) => text));
}

/** Fails unless each of the words stands on one of the labels, in that order. */
export function assertLabels(keyboard: Keyboard, words: readonly string[]): void {
  const found = labels(keyboard).flat();
  assertEquals(found.length, words.length, found.join(", "));
  words.forEach((word, i) => assert(found[i]!.includes(word), `${found[i]} is not ${word}`));
}
