/** An incident with all that was said about it, in pages; nothing is cut. */

import type { Company } from "../domain/company.ts";
import type { IncidentEvent } from "../domain/event.ts";
import type { Incident } from "../domain/incident.ts";
import type { Signs } from "../domain/sign.ts";
import { withoutControls } from "../domain/text.ts";
import { closeButton, pageButtons } from "./buttons.ts";
import { incidentData } from "./callback_data.ts";
import { MOST_CARD_CHARACTERS, renderCard } from "./card.ts";
import { en } from "./texts/en/en.ts";
import { type Html, html, join } from "./html.ts";
import type { Panel } from "./menu.ts";
import type { Button } from "./message.ts";
import { momentIn } from "./moment.ts";
import { pagesOf, piecesOf } from "./pages.ts";
import { personName } from "./person_link.ts";

/** What the pages are made of. */
export interface IssueFacts {
  /** The incident. */
  incident: Incident;
  /** Its company. */
  company: Company;
  /** The signs that its group has chosen. */
  signs: Signs;
  /** Its history, oldest first. */
  events: readonly IncidentEvent[];
  /** Where its card can be opened; `null`: nowhere. */
  link: string | null;
  /** Buttons for what this person may do. */
  actions: readonly Button[][];
}

/** One page; `page` from 0. */
export function issuePanel(facts: IssueFacts, page: number): Panel {
  const { incident, company, signs, link, actions } = facts;
  const head = renderCard(incident, company, { withTexts: false, signs }).html;
  const pages = pagesOf([
    ...(link ? [html`<a href="${link}">${en.calls.openCard}</a>\n`] : []),
    ...piecesWithTitle(en.issue.description, incident.description),
    ...commentsIn(facts).flatMap(({ title, text }) => piecesWithTitle(title, text)),
    ...("summary" in incident ? piecesWithTitle(en.card.summary, incident.summary) : []),
  ], { most: MOST_CARD_CHARACTERS - head.source.length - BETWEEN.length, between: "" });
  const shown = Math.min(page, pages.length - 1);
  const turn = pageButtons(
    shown,
    pages.length,
    (to) => incidentData("issue", incident, String(to)),
  );
  return {
    html: join([head, pages[shown]!], BETWEEN),
    keyboard: [...actions, ...(turn.length ? [turn] : []), [closeButton()]],
  };
}

/** What stands between the head and a page. */
const BETWEEN = "\n\n";

/** Whole lines: the next one begins below. */
function piecesWithTitle(title: string | Html, text: string): Html[] {
  const [first, ...rest] = piecesOf(`${withoutControls(text)}\n`);
  return [html`<b>${title}:</b> ${first!}`, ...rest];
}

/** The comments as they read now; an edit names a comment by its place in the history, from 1. */
function commentsIn({ events, company }: IssueFacts): { title: Html; text: string }[] {
  const edited = new Map<number, string>();
  for (const event of events) {
    if (event.type === "comment_edited") edited.set(event.comment, event.text);
  }
  return events.flatMap((event, i) =>
    event.type !== "commented" ? [] : [{
      title: html`💬 ${event.actor ? personName(event.actor) : ""}, ${
        momentIn(company.timeZone, event.at)
      }`,
      text: edited.get(i + 1) ?? event.text,
    }]
  );
}
