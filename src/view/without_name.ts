/** Somebody's name is taken out of a message that has it without a link. */

import { oneLine } from "../domain/text.ts";
import { clipHtml, displayName } from "./clip.ts";
import { escapeHtml } from "./html.ts";

/** A tag, or a name that is a link: that is somebody else, whatever they are called. */
const NO_PLAIN_TEXT = /(<a href="tg:\/\/user\?id=\d+">[^<]*<\/a>|<[^>]*>)/;

/**
 * HTML with another name in the place of one, wherever it stands as a word of its own, whole or cut as
 * names are. A part of a longer word or of an incident's id is no name.
 */
export function withoutName(html: string, name: string, instead: string): string {
  const shown = displayName(name, "");
  if (shown === "") return html;
  const forms = [escapeHtml(oneLine(name)), escapeHtml(shown), clipHtml(shown, 60).source];
  const any = forms.map((form) => form.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")).join("|");
  const word = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}_&-])(?:${any})(?![\\p{L}\\p{M}\\p{N}_-])`, "gu");
  // The parts at odd places are those that the pattern has found.
  return html.split(NO_PLAIN_TEXT)
    .map((part, i) => i % 2 === 1 ? part : part.replace(word, () => escapeHtml(instead)))
    .join("");
}
