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
import type { Signs } from "../domain/sign.ts";
import { oneLine, withoutControls } from "../domain/text.ts";
import {
  departmentButtons,
  departmentName,
  filesButton,
  incidentButton,
  inPairs,
} from "./buttons.ts";
import { clipHtml, displayName } from "./clip.ts";
import { en } from "./texts/en/en.ts";
import { withSigns } from "./texts/signs.ts";
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

/** How a card is rendered. */
export interface CardOptions {
  /** `false`: without description and summary. */
  withTexts?: boolean;
  /** The signs that its group has chosen. */
  signs?: Signs;
}

/** Renders the card. */
export function renderCard(
  incident: Incident,
  company: Company,
  { withTexts = true, signs = {} }: CardOptions = {},
): CardView {
  const head = lines(
    titleLine(incident, company, withSigns(en, signs)),
    reporterLine(incident),
    escalationLine(incident),
    snoozeLine(incident),
    ...crewLines(incident),
  );
  const ends = [tagLine(incident), commentLine(incident), footLine(incident)];
  const foot = lines(...ends);
  const keyboard = keyboardOf(incident, company);
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
      summaryQuote && html`${en.card.summary}:`,
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
export function titleLine(incident: Incident, company: Company, texts: Texts = en): Html {
  const department = departmentOf(incident);
  const priority = texts.prioritySigns[incident.priority];
  const title = html`${texts.signs[incident.status]}${priority} <b>${
    formatIncidentId(incident)
  }</b>`;
  return join([
    title,
    ...(department === null ? [] : [clipHtml(departmentName(company, department), 100)]),
    statusName(incident),
    ...(incident.escalation && isOpen(incident) ? [en.card.escalated] : []),
  ], " · ");
}

/** What its status is called; closed ones say why. */
export function statusName(incident: Incident): string {
  return incident.status === "closed" ? en.ends[incident.reason] : en.statuses[incident.status];
}

function reporterLine(incident: Incident): Html {
  const { reporter, reportedAt, editedAt, reopened } = incident;
  return join([
    html`${en.card.reported} ${personLink(reporter)} ${age(reportedAt)}`,
    ...(reopened > 0 ? [en.card.reopened(reopened)] : []),
    ...(editedAt === null ? [] : [html`${en.card.edited} ${age(editedAt)}`]),
  ], " · ");
}

/** Why and since when the managers are called. */
function escalationLine({ status, escalation }: Incident): Html | null {
  if (!escalation) return null;
  const { at, by, reason, takenBy, nudgedAt } = escalation;
  const isAwaited = status === "in_progress" && takenBy === null && nudgedAt !== null;
  return join([
    "🔺 ",
    by ? html`${en.card.escalatedBy} ${personLink(by)}` : en.card.escalatedAt,
    " ",
    age(at),
    reason ? html`: ${clipHtml(oneLine(reason), 200)}` : "",
    takenBy ? html`, ${en.card.takenBy} ${personLink(takenBy)}` : "",
    isAwaited ? html`, ${en.card.reminded} ${age(nudgedAt)}` : "",
  ]);
}

/** Until when nobody is reminded, and who wants it so. */
function snoozeLine({ snoozed }: Incident): Html | null {
  if (!snoozed) return null;
  return html`${en.card.snoozed} ${age(snoozed.until)} ${en.card.snoozedBy} ${
    personLink(snoozed.by)
  }`;
}

function commentLine({ comments: { count, newest } }: Incident): Html | null {
  if (!newest) return null;
  return html`💬 ${count} · ${personName(newest.by)}: ${displayName(newest.line, "…", 120)}`;
}

function tagLine({ tags }: Incident): string | null {
  return tags.length === 0 ? null : tags.map((tag) => `#${tag}`).join(" ");
}

type WorkedOn = Extract<Incident, { owner: PersonRef }>;

function crewLines(incident: Incident): Html[] {
  if (incident.status === "awaiting_claim") {
    return [withReminder(html`${en.card.called} ${age(incident.calledAt)}`, incident)];
  }
  if (!("owner" in incident)) return [];
  const owner = html`${en.card.owner}: ${personLink(incident.owner)}`;
  const claimed = claimedLine(incident);
  return incident.helpers.length === 0
    ? [owner, claimed]
    : [owner, html`${en.card.helping}: ${people(incident.helpers)}`, claimed];
}

/** Since when it is worked on, and how long those at work have been silent. */
function claimedLine(incident: WorkedOn): Html {
  const claimed = html`${en.card.claimed} ${age(incident.claimedAt)}`;
  if (incident.status !== "in_progress") return claimed;
  const { heardAt, claimedAt, nudgedAt } = incident;
  return join([
    claimed,
    ...(heardAt > claimedAt ? [html`${en.card.heard} ${age(heardAt)}`] : []),
    ...(nudgedAt === null ? [] : [html`${en.card.askedHow} ${age(nudgedAt)}`]),
  ], ", ");
}

function withReminder(line: Html, { nudgedAt }: { nudgedAt: number | null }): Html {
  return nudgedAt === null ? line : html`${line}, ${en.card.reminded} ${age(nudgedAt)}`;
}

function people(refs: readonly PersonRef[]): Html {
  const shown = refs.slice(0, MOST_HELPERS_SHOWN).map(personLink);
  const hidden = refs.length - shown.length;
  return join(hidden > 0 ? [...shown, en.card.more(hidden)] : shown, ", ");
}

function footLine(incident: Incident): Html | null {
  switch (incident.status) {
    case "awaiting_summary": {
      const { summarizer, resolvePressedAt } = incident;
      const asked = [
        en.card.asked,
        personLink(summarizer),
        en.card.forSummary,
        age(resolvePressedAt),
      ];
      return withReminder(join(asked, " "), incident);
    }
    case "resolved":
      return html`${en.card.resolved} ${age(incident.endedAt)}`;
    case "closed":
      return incident.reason === "no_summary"
        ? unsummarizedLine(incident)
        : cancelledLine(incident);
    case "awaiting_department":
      return incident.nudgedAt === null
        ? null
        : html`${en.card.askedReporter} ${age(incident.nudgedAt)}`;
    case "awaiting_claim":
    case "in_progress":
      return null;
    default:
      return incident satisfies never;
  }
}

function unsummarizedLine({ endedAt, summarizer }: Unsummarized): Html {
  return html`${en.card.closed} ${age(endedAt)}. ${personLink(summarizer)} ${en.card.closedHint}`;
}

function cancelledLine({ endedAt, endedBy, note, duplicateOf }: Cancelled): Html {
  const why = note ?? (duplicateOf && formatIncidentId(duplicateOf));
  const line = html`${en.card.closedBy} ${personLink(endedBy)} ${age(endedAt)}`;
  return why === null ? line : html`${line}: ${clipHtml(oneLine(why), 300)}`;
}

function keyboardOf(incident: Incident, company: Company): Keyboard {
  const button = (verb: CardVerb, style?: Button["style"]) => incidentButton(verb, incident, style);
  const escalate = incident.escalation ? [] : [button("escalate", "danger")];
  const rest = [button("more"), ...filesButton(incident)];
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
