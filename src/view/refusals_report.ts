/** To a platform admin: somebody tries again and again what only administrators may do. */

import type { PersonRef } from "../domain/person.ts";
import { type Refusals, REFUSALS_WINDOW } from "../domain/refusals.ts";
import { clipHtml, displayName } from "./clip.ts";
import { type Html, html, join, lines } from "./html.ts";
import { type MessageContent, plainMessage } from "./message.ts";
import { personLink } from "./person_link.ts";
import type { Texts } from "./texts/texts.ts";

/** Most commands, and most chats, that are named. */
const MOST_NAMED = 12;

/** Who, what, how often, and where; `titles`: of groups, by chat id. */
export function refusalsReport(
  texts: Texts,
  { person, refusals, titles }: {
    person: PersonRef;
    refusals: Refusals;
    titles: ReadonlyMap<number, string>;
  },
): MessageContent {
  const { refusals: own } = texts;
  const tried = Object.entries(refusals.tried).toSorted(([, a], [, b]) => b - a)
    .slice(0, MOST_NAMED).map(([what, times]) => html`<code>${what}</code> × ${times}`);
  const places = refusals.chats.slice(-MOST_NAMED).map((id): Html => {
    const name = id > 0 ? own.inPrivate : displayName(titles.get(id) ?? "", "?", 100);
    return html`${clipHtml(name, 150)} (<code>${id}</code>)`;
  });
  return plainMessage(lines(
    html`🛡 <b>${own.title}</b>`,
    html`${own.who} ${personLink(texts, person)} (<code>${person.id}</code>)`,
    html`${own.tried(REFUSALS_WINDOW / 3_600_000)} ${join(tried, ", ")}`,
    html`${own.where} ${join(places, ", ")}`,
    own.first,
  ));
}
