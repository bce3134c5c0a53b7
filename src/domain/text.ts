/** What people write: how long it may be, and what of it can be kept. */

/** Lengths count UTF-16 units, as Telegram does. A description, after trimming. */
export const DESCRIPTION = { least: 5, most: 3000 } as const;

/** A summary, after trimming. */
export const SUMMARY = { least: 5, most: 2000 } as const;

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
