/** Lists of incidents, a page at a time. */

import type { Company } from "../domain/company.ts";
import { formatIncidentId } from "../domain/ids.ts";
import type { Incident } from "../domain/incident.ts";
import { gist } from "./calls.ts";
import { closeButton, pageButtons } from "./buttons.ts";
import { buttonData, incidentData } from "./callback_data.ts";
import { titleLine } from "./card.ts";
import { clipHtml } from "./clip.ts";
import type { Texts } from "./texts/texts.ts";
import { html, join, lines } from "./html.ts";
import type { Panel } from "./menu.ts";
import { age } from "./moment.ts";
import { personName } from "./person_link.ts";

/** Incidents on one page. */
export const LIST_PAGE = 8;

/** One page of a list. */
export interface ListPage {
  /** What the list is of. */
  title: keyof Texts["list"]["title"];
  /** The incidents of this page with their companies. */
  items: readonly { incident: Incident; company: Company }[];
  /** How many the whole list has. */
  total: number;
  /** From 0. */
  page: number;
}

/** The page, with a button that opens each incident. */
export function listPanel(texts: Texts, { title, items, total, page }: ListPage): Panel {
  const rows = items.flatMap(({ incident, company }) => [
    titleLine(texts, incident, company),
    join([
      html`${clipHtml(gist(incident), 120)} · ${whose(texts, incident)}`,
      age(texts, incident.reportedAt),
    ], " "),
  ]);
  const opens = items.map(({ incident }) => ({
    text: formatIncidentId(incident),
    data: incidentData("issue", incident),
  }));
  const pages = Math.ceil(total / LIST_PAGE);
  const turn = pageButtons(page, pages, (to) => buttonData("page", to));
  return {
    html: lines(
      html`<b>${texts.list.title[title]}</b> · ${texts.list.count(total)}`,
      ...(rows.length ? rows : [texts.list.none]),
    ),
    keyboard: [
      ...inFours(opens),
      ...(turn.length ? [turn] : []),
      [closeButton(texts)],
    ],
  };
}

function whose(texts: Texts, incident: Incident) {
  return personName(texts, "owner" in incident ? incident.owner : incident.reporter);
}

function inFours<T>(items: readonly T[]): T[][] {
  const rows: T[][] = [];
  for (let i = 0; i < items.length; i += 4) rows.push(items.slice(i, i + 4));
  return rows;
}
