/** Foreign text made safe to show: short enough, and unable to turn the text around it. */

import { escapeHtml, Html } from "./html.ts";

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

/** At most `most` UTF-16 units, never half a character; what is cut ends in `…`. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  return text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, "").trimEnd() + "…";
}

/** A name for display: one line, at most `most` UTF-16 units; `fallback` when it shows nothing. */
export function displayName(name: string, fallback: string, most = 48): string {
  const line = withoutControls(name).replace(/\s+/g, " ").trim();
  return INVISIBLE.test(line) ? fallback : clip(line, most);
}

/** Text as HTML of at most `most` UTF-16 units of markup; what is cut ends in `…`. */
export function clipHtml(text: string, most: number): Html {
  const whole = escapeHtml(text);
  if (whole.length <= most) return new Html(whole);
  let source = "";
  for (const char of text) {
    const next = escapeHtml(char);
    if (source.length + next.length > most - 1) break;
    source += next;
  }
  return new Html(source.trimEnd() + "…");
}
