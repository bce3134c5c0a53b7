/** What people write: how long it may be, and what of it can be kept. */

/** How long each kind of text may be, after trimming; UTF-16 units, as Telegram counts. */
export const LENGTHS = {
  description: { least: 5, most: 3000 },
  summary: { least: 5, most: 2000 },
  /** As long as a message can be. */
  comment: { least: 1, most: 4096 },
  reason: { least: 1, most: 500 },
} as const;

/** A kind of text whose length is limited. */
export type TextKind = keyof typeof LENGTHS;

/** How long a tag may be, in characters. */
export const TAG = { least: 1, most: 24 } as const;

/** How many tags an incident may have. */
export const MOST_TAGS = 10;

const TAG_CHARACTERS = /^[\p{L}\p{N}\p{M}_-]+$/u;

/** Whether a word can be a tag: 1 to 24 letters, digits, `_` or `-`. */
export function isTag(word: string): boolean {
  return TAG_CHARACTERS.test(word) && [...word].length <= TAG.most;
}

/** Whether a text, already trimmed, has a length within the limits. */
export function fits(text: string, limits: { least: number; most: number }): boolean {
  return text.length >= limits.least && text.length <= limits.most;
}

/** Characters that change the direction of what follows them (Unicode UAX #9, explicit formatting). */
const BIDI_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
/** Control characters other than line feed and tab. */
// deno-lint-ignore no-control-regex -- these are the characters that are meant
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F]/g;

/** Nothing that anybody could see: blanks, zero-width characters, fillers. */
const INVISIBLE = /^[\s\u2800\p{Default_Ignorable_Code_Point}]*$/u;

/** Without control characters, direction overrides and halves of characters. */
export function withoutControls(text: string): string {
  return text.replace(BIDI_CONTROLS, "").replace(CONTROLS, "").toWellFormed();
}

/** A name on one line, without what could turn or break the text around it. */
export function oneLine(text: string): string {
  return withoutControls(text).replace(/\s+/g, " ").trim();
}

/** Whether anybody could see it. */
export function isVisible(text: string): boolean {
  return !INVISIBLE.test(text);
}
