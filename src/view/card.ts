/** The one message in the group that shows an incident and carries its buttons. */

import type { Company } from "../domain/company.ts";
import { formatIncidentId } from "../domain/ids.ts";
import {
  type Cancelled,
  departmentOf,
  type Incident,
  isOpen,
  type Unsummarized,
} from "../domain/incident.ts";
import type { PersonRef } from "../domain/person.ts";
import { oneLine, withoutControls } from "../domain/text.ts";
import {
  departmentButtons,
  departmentName,
  filesButton,
  incidentButton,
  inPairs,
} from "./buttons.ts";
import { clipHtml, displayName } from "./clip.ts";
import type { Texts } from "./texts/texts.ts";
import { escapeHtml, type Html, html, join, lines } from "./html.ts";
import type { Button, Keyboard } from "./message.ts";
import { age } from "./moment.ts";
import { personLink, personName } from "./person_link.ts";

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

/** Renders the card; `withTexts: false`: without description and summary. */
export function renderCard(
  texts: Texts,
  incident: Incident,
  company: Company,
  { withTexts }: { withTexts: boolean } = { withTexts: true },
): CardView {
  const head = lines(
    titleLine(texts, incident, company),
    reporterLine(texts, incident),
    escalationLine(texts, incident),
    snoozeLine(texts, incident),
    ...crewLines(texts, incident),
  );
  const ends = [tagLine(incident), commentLine(texts, incident), footLine(texts, incident)];
  const foot = lines(...ends);
  const keyboard = keyboardOf(texts, incident, company);
  if (!withTexts) return { html: lines(head, foot.source ? foot : null), keyboard };
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
      summaryQuote && html`${texts.card.summary}:`,
      summaryQuote,
      foot.source ? foot : null,
    ),
    keyboard,
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

/** Sign, id, department and status in one line. */
export function titleLine(texts: Texts, incident: Incident, company: Company): Html {
  const department = departmentOf(incident);
  const priority = texts.prioritySigns[incident.priority];
  const sign = `${texts.signs[incident.status]}${priority}`;
  const title = html`${sign} <b>${formatIncidentId(incident)}</b>`;
  return join([
    title,
    ...(department === null ? [] : [clipHtml(departmentName(company, department), 100)]),
    statusName(texts, incident),
    ...(incident.escalation && isOpen(incident) ? [texts.card.escalated] : []),
  ], " · ");
}

/** What its status is called; closed ones say why. */
export function statusName(texts: Texts, incident: Incident): string {
  return incident.status === "closed"
    ? texts.ends[incident.reason]
    : texts.statuses[incident.status];
}

function reporterLine(texts: Texts, incident: Incident): Html {
  const { reporter, reportedAt, editedAt, reopened } = incident;
  return join([
    html`${texts.card.reported} ${personLink(texts, reporter)} ${age(texts, reportedAt)}`,
    ...(reopened > 0 ? [texts.card.reopened(reopened)] : []),
    ...(editedAt === null ? [] : [html`${texts.card.edited} ${age(texts, editedAt)}`]),
  ], " · ");
}

/** Why and since when the managers are called. */
function escalationLine(texts: Texts, { status, escalation }: Incident): Html | null {
  if (!escalation) return null;
  const { at, by, reason, takenBy, nudgedAt } = escalation;
  const isAwaited = status === "in_progress" && takenBy === null && nudgedAt !== null;
  return join([
    "🔺 ",
    by ? html`${texts.card.escalatedBy} ${personLink(texts, by)}` : texts.card.escalatedAt,
    " ",
    age(texts, at),
    reason ? html`: ${clipHtml(oneLine(reason), 200)}` : "",
    takenBy ? html`, ${texts.card.takenBy} ${personLink(texts, takenBy)}` : "",
    isAwaited ? html`, ${texts.card.reminded} ${age(texts, nudgedAt)}` : "",
  ]);
}

/** Until when nobody is reminded, and who wants it so. */
function snoozeLine(texts: Texts, { snoozed }: Incident): Html | null {
  if (!snoozed) return null;
  const until = html`${texts.card.snoozed} ${age(texts, snoozed.until)}`;
  return html`${until} ${texts.card.snoozedBy} ${personLink(texts, snoozed.by)}`;
}

function commentLine(texts: Texts, { comments: { count, newest } }: Incident): Html | null {
  if (!newest) return null;
  return html`💬 ${count} · ${personName(texts, newest.by)}: ${displayName(newest.line, "…", 120)}`;
}

function tagLine({ tags }: Incident): string | null {
  return tags.length === 0 ? null : tags.map((tag) => `#${tag}`).join(" ");
}

type WorkedOn = Extract<Incident, { owner: PersonRef }>;

function crewLines(texts: Texts, incident: Incident): Html[] {
  if (incident.status === "awaiting_claim") {
    return [
      withReminder(texts, html`${texts.card.called} ${age(texts, incident.calledAt)}`, incident),
    ];
  }
  if (!("owner" in incident)) return [];
  const owner = html`${texts.card.owner}: ${personLink(texts, incident.owner)}`;
  const claimed = claimedLine(texts, incident);
  return incident.helpers.length === 0
    ? [owner, claimed]
    : [owner, html`${texts.card.helping}: ${people(texts, incident.helpers)}`, claimed];
}

/** Since when it is worked on, and how long those at work have been silent. */
function claimedLine(texts: Texts, incident: WorkedOn): Html {
  const claimed = html`${texts.card.claimed} ${age(texts, incident.claimedAt)}`;
  if (incident.status !== "in_progress") return claimed;
  const { heardAt, claimedAt, nudgedAt } = incident;
  return join([
    claimed,
    ...(heardAt > claimedAt ? [html`${texts.card.heard} ${age(texts, heardAt)}`] : []),
    ...(nudgedAt === null ? [] : [html`${texts.card.askedHow} ${age(texts, nudgedAt)}`]),
  ], ", ");
}

function withReminder(texts: Texts, line: Html, { nudgedAt }: { nudgedAt: number | null }): Html {
  return nudgedAt === null ? line : html`${line}, ${texts.card.reminded} ${age(texts, nudgedAt)}`;
}

function people(texts: Texts, refs: readonly PersonRef[]): Html {
  const shown = refs.slice(0, MOST_HELPERS_SHOWN).map((it) => personLink(texts, it));
  const hidden = refs.length - shown.length;
  return join(hidden > 0 ? [...shown, texts.card.more(hidden)] : shown, ", ");
}

function footLine(texts: Texts, incident: Incident): Html | null {
  switch (incident.status) {
    case "awaiting_summary": {
      const { summarizer, resolvePressedAt } = incident;
      const asked = [
        texts.card.asked,
        personLink(texts, summarizer),
        texts.card.forSummary,
        age(texts, resolvePressedAt),
      ];
      return withReminder(texts, join(asked, " "), incident);
    }
    case "resolved":
      return html`${texts.card.resolved} ${age(texts, incident.endedAt)}`;
    case "closed":
      return incident.reason === "no_summary"
        ? unsummarizedLine(texts, incident)
        : cancelledLine(texts, incident);
    case "awaiting_department":
      return incident.nudgedAt === null
        ? null
        : html`${texts.card.askedReporter} ${age(texts, incident.nudgedAt)}`;
    case "awaiting_claim":
    case "in_progress":
      return null;
    default:
      return incident satisfies never;
  }
}

function unsummarizedLine(texts: Texts, { endedAt, summarizer }: Unsummarized): Html {
  const closed = html`${texts.card.closed} ${age(texts, endedAt)}.`;
  return html`${closed} ${personLink(texts, summarizer)} ${texts.card.closedHint}`;
}

function cancelledLine(texts: Texts, { endedAt, endedBy, note, duplicateOf }: Cancelled): Html {
  const why = note ?? (duplicateOf && formatIncidentId(duplicateOf));
  const line = html`${texts.card.closedBy} ${personLink(texts, endedBy)} ${age(texts, endedAt)}`;
  return why === null ? line : html`${line}: ${clipHtml(oneLine(why), 300)}`;
}

function keyboardOf(texts: Texts, incident: Incident, company: Company): Keyboard {
  const button = (verb: CardVerb, style?: Button["style"]) =>
    incidentButton(texts, verb, incident, style);
  const escalate = incident.escalation ? [] : [button("escalate", "danger")];
  const rest = [button("more"), ...filesButton(texts, incident)];
  switch (incident.status) {
    case "awaiting_department":
      return [...inPairs(departmentButtons("department", incident, company)), rest];
    case "awaiting_claim":
      return [[button("claim", "success")], [...escalate, ...rest]];
    case "in_progress":
      return [
        ...(isToBeTakenOver(incident) ? [[button("claim", "danger")]] : []),
        [button("join"), button("leave")],
        [button("resolve", "success")],
        [...escalate, ...rest],
      ];
    case "awaiting_summary":
      return [[button("back"), ...rest]];
    case "resolved":
    case "closed":
      return [[button("reopen"), ...rest]];
    default:
      return incident satisfies never;
  }
}

type CardVerb = "claim" | "join" | "leave" | "resolve" | "back" | "escalate" | "reopen" | "more";

/** It has escalated from work in progress, and no manager has taken over yet. */
function isToBeTakenOver({ escalation }: Incident): boolean {
  return escalation !== null && escalation.takenBy === null;
}
