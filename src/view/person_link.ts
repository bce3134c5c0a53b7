/** How a person stands in a text. */

import type { PersonRef } from "../domain/person.ts";
import { isPseudonym } from "../domain/pseudonym.ts";
import { clipHtml, displayName } from "./clip.ts";
import type { Texts } from "./texts/texts.ts";
import { type Html, html } from "./html.ts";

/** A name without a link, at most 60 UTF-16 units of markup. */
export function personName(texts: Texts, person: PersonRef): Html {
  return clipHtml(displayName(person.name, texts.nameless(person.id)), 60);
}

/**
 * A name that opens the person's profile; in a new message it also notifies them. Somebody who was
 * forgotten has no profile to open.
 */
export function personLink(texts: Texts, person: PersonRef): Html {
  if (isPseudonym(person.id)) return personName(texts, person);
  return html`<a href="tg://user?id=${person.id}">${personName(texts, person)}</a>`;
}
