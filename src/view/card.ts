/** The one message in the group that shows an incident and carries its buttons. */

import type { Company } from "../domain/company.ts";
import { formatIncidentId } from "../domain/ids.ts";
import type { Incident } from "../domain/incident.ts";
import type { PersonRef } from "../domain/person.ts";
import { incidentData } from "./callback_data.ts";
import { withoutControls } from "../domain/text.ts";
import { clipHtml, displayName } from "./clip.ts";
import { en } from "./en.ts";
import { escapeHtml, type Html, html, join, lines } from "./html.ts";
import type { Button, Keyboard } from "./message.ts";
import { age } from "./moment.ts";
import { personLink } from "./person_link.ts";

/**
 * Most characters of a card. Telegram counts 4,096 after parsing the markup; counting the markup
 * too keeps a card valid however it is counted.
 *
 * @see https://core.telegram.org/bots/api#sendmessage
 */
export const MOST_CARD_CHARACTERS = 4096;

/** Longer descriptions are folded. */
const FOLD_FROM_CHARACTERS = 280;
const FOLD_FROM_LINES = 5;
const MOST_HELPERS_SHOWN = 5;

/** An incident's card. */
export interface CardView {
  /** Telegram's HTML. */
  html: Html;
  /** The buttons that its status has. */
  keyboard: Keyboard;
}

/** Renders the card. */
export function renderCard(incident: Incident, company: Company): CardView {
  const head = lines(titleLine(incident, company), reporterLine(incident), ...crewLines(incident));
  const foot = footLine(incident);
  const room = MOST_CARD_CHARACTERS - head.source.length - foot.source.length - QUOTE_ROOM * 2;
  const summary = "summary" in incident ? withoutControls(incident.summary) : "";
  const description = withoutControls(incident.description);
  const summaryRoom = Math.max(room - escapeHtml(description).length, Math.floor(room / 2));
  const summaryQuote = summary ? quote(summary, summaryRoom) : null;
  const rest = room - (summaryQuote?.source.length ?? 0);
  return {
    html: lines(
      head,
      quote(description, rest),
      summaryQuote && html`${en.card.summary}:`,
      summaryQuote,
      foot.source ? foot : null,
    ),
    keyboard: keyboardOf(incident, company),
  };
}

/** Markup around the two quotes, and the line between them. */
const QUOTE_ROOM = 60;

function quote(text: string, most: number): Html {
  const body = clipHtml(text, most);
  const folded = text.length > FOLD_FROM_CHARACTERS || text.split("\n").length > FOLD_FROM_LINES;
  return folded
    ? html`<blockquote expandable>${body}</blockquote>`
    : html`<blockquote>${body}</blockquote>`;
}

function titleLine(incident: Incident, company: Company): Html {
  const title = html`${en.signs[incident.status]} <b>${formatIncidentId(incident)}</b>`;
  return join([
    title,
    ...("department" in incident ? [departmentName(company, incident.department)] : []),
    en.statuses[incident.status],
  ], " · ");
}

function reporterLine(incident: Incident): Html {
  return html`${en.card.reported} ${personLink(incident.reporter)} ${age(incident.reportedAt)}`;
}

function crewLines(incident: Incident): Html[] {
  if (incident.status === "awaiting_claim") {
    const called = html`${en.card.called} ${age(incident.calledAt)}`;
    return incident.nudgedAt === null
      ? [called]
      : [html`${called}, ${en.card.reminded} ${age(incident.nudgedAt)}`];
  }
  if (!("owner" in incident)) return [];
  const owner = html`${en.card.owner}: ${personLink(incident.owner)}`;
  const claimed = html`${en.card.claimed} ${age(incident.claimedAt)}`;
  return incident.helpers.length === 0
    ? [owner, claimed]
    : [owner, html`${en.card.helping}: ${people(incident.helpers)}`, claimed];
}

function people(refs: readonly PersonRef[]): Html {
  const shown = refs.slice(0, MOST_HELPERS_SHOWN).map(personLink);
  const hidden = refs.length - shown.length;
  return join(hidden > 0 ? [...shown, en.card.more(hidden)] : shown, ", ");
}

function footLine(incident: Incident): Html {
  switch (incident.status) {
    case "awaiting_summary":
      return html`${en.card.asked} ${personLink(incident.summarizer)} ${en.card.forSummary} ${
        age(incident.resolvePressedAt)
      }`;
    case "resolved":
      return html`${en.card.resolved} ${age(incident.endedAt)}`;
    case "closed":
      return html`${en.card.closed} ${age(incident.endedAt)}. ${
        personLink(incident.summarizer)
      } ${en.card.closedHint}`;
    case "awaiting_department":
    case "awaiting_claim":
    case "in_progress":
      return html``;
    default:
      return incident satisfies never;
  }
}

/** A department's name as people read it; its id when there is no such name. */
export function departmentName(company: Company, id: string): string {
  const name = company.departments.find((department) => department.id === id)?.name ?? "";
  return displayName(name, id);
}

function keyboardOf(incident: Incident, company: Company): Keyboard {
  const button = (
    text: string,
    verb: Parameters<typeof incidentData>[0],
    style?: Button["style"],
  ): Button => ({ text, data: incidentData(verb, incident), style });
  switch (incident.status) {
    case "awaiting_department":
      return inPairs(company.departments.map(({ id }) => ({
        text: departmentName(company, id),
        data: incidentData("department", incident, id),
      })));
    case "awaiting_claim":
      return [[button(en.buttons.claim, "claim", "success")]];
    case "in_progress":
      return [
        [button(en.buttons.join, "join"), button(en.buttons.leave, "leave")],
        [button(en.buttons.resolve, "resolve", "success")],
      ];
    case "awaiting_summary":
      return [[button(en.buttons.back, "back")]];
    case "resolved":
    case "closed":
      return [];
    default:
      return incident satisfies never;
  }
}

function inPairs(buttons: Button[]): Keyboard {
  const rows: Keyboard = [];
  for (let i = 0; i < buttons.length; i += 2) rows.push(buttons.slice(i, i + 2));
  return rows;
}
