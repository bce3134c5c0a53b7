/** An incident's history as people read it. */

import type { Company } from "../domain/company.ts";
import type { IncidentEvent } from "../domain/event.ts";
import { formatIncidentId, type IncidentId } from "../domain/ids.ts";
import { LENGTHS } from "../domain/text.ts";
import { closeButton, departmentName, pageButtons } from "./buttons.ts";
import { incidentData } from "./callback_data.ts";
import { displayName } from "./clip.ts";
import type { Texts } from "./texts/texts.ts";
import { type Html, html, join, lines } from "./html.ts";
import type { Panel } from "./menu.ts";
import { momentIn } from "./moment.ts";
import { pagesOf } from "./pages.ts";
import { personName } from "./person_link.ts";

/** How much of a text stands in the timeline: a reason whole; `/issue` shows all of the rest. */
const MOST_OF_A_TEXT = LENGTHS.reason.most;

/** One page of the timeline, oldest event first; `page` from 0, `null`: the last one. */
export function timelinePanel(
  texts: Texts,
  incident: IncidentId,
  company: Company,
  events: readonly IncidentEvent[],
  page: number | null,
): Panel {
  const head = html`<b>${formatIncidentId(incident)}</b> · ${texts.timeline.title}`;
  const pages = pagesOf(events.map((event) => eventLine(texts, event, company)));
  const shown = Math.min(page ?? pages.length - 1, pages.length - 1);
  const turn = pageButtons(
    shown,
    pages.length,
    (to) => incidentData("history", incident, String(to)),
  );
  return {
    html: lines(head, pages[shown] ?? null),
    keyboard: [...(turn.length ? [turn] : []), [closeButton(texts)]],
  };
}

/** When, who, what. */
function eventLine(texts: Texts, event: IncidentEvent, company: Company): Html {
  const who = event.actor ? personName(texts, event.actor) : texts.timeline.clock;
  const { said, words } = whatHappened(texts, event, company);
  const line = html`<code>${momentIn(texts, company.timeZone, event.at)}</code> ${who} ${said}`;
  return words ? html`${line}: ${displayName(words, "…", MOST_OF_A_TEXT)}` : line;
}

function whatHappened(
  texts: Texts,
  event: IncidentEvent,
  company: Company,
): { said: string | Html; words?: string | null } {
  const phrases = texts.timeline;
  switch (event.type) {
    case "reported":
    case "description_edited":
      return { said: phrases[event.type], words: event.description };
    case "department_chosen":
    case "department_changed":
      return { said: phrases[event.type](departmentName(company, event.department)) };
    case "claimed":
    case "joined":
    case "left":
    case "unclaimed":
    case "de_escalated":
    case "resolve_pressed":
    case "back_to_work":
    case "closed":
    case "repinned":
    case "moved":
    case "checked_in":
      return { said: phrases[event.type] };
    case "handed_over":
    case "assigned":
      return { said: html`${phrases[event.type]} ${personName(texts, event.to)}` };
    case "claim_ended":
      return {
        said: join([
          `${phrases.claim_ended} `,
          personName(texts, event.person),
          phrases.ends[event.cause],
        ]),
      };
    case "escalated":
    case "reopened":
      return { said: phrases[event.type], words: event.reason };
    case "summarized":
      return { said: phrases.summarized, words: event.summary };
    case "cancelled": {
      const of = event.duplicateOf && formatIncidentId(event.duplicateOf);
      return {
        said: `${phrases.cancelled} (${texts.ends[event.reason]})`,
        words: event.note ?? of,
      };
    }
    case "commented":
    case "comment_edited":
      return { said: phrases[event.type], words: event.text };
    case "attached":
      return { said: phrases.attached(texts.attachments[event.attachment.kind]) };
    case "priority_set":
      return { said: phrases.priority_set(texts.priorities[event.priority]) };
    case "tagged":
    case "untagged":
      return { said: phrases[event.type], words: event.tags.map((tag) => `#${tag}`).join(" ") };
    case "snoozed":
      return { said: phrases.snoozed(momentIn(texts, company.timeZone, event.until)) };
    case "woken":
      return { said: event.actor ? phrases.woken : phrases.snoozeOver };
    case "nudged":
      return { said: phrases.nudged[event.about] };
    default:
      return event satisfies never;
  }
}
