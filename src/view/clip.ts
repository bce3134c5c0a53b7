/** Foreign text made safe to show: short enough, and unable to turn the text around it. */

import { isVisible, oneLine } from "../domain/text.ts";
import { escapeHtml, Html } from "./html.ts";

/** At most `most` UTF-16 units, never half a character; what is cut ends in `…`. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  return text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, "").trimEnd() + "…";
}

/** A name for display: one line, at most `most` UTF-16 units; `fallback` when it shows nothing. */
export function displayName(name: string, fallback: string, most = 48): string {
  const line = oneLine(name);
  return isVisible(line) ? clip(line, most) : fallback;
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
