/** What people are told in private when something has happened that is theirs to deal with. */

import type { Company } from "../domain/company.ts";
import type { IncidentEvent } from "../domain/event.ts";
import type { Incident } from "../domain/incident.ts";
import { assignmentText, escalationText } from "./announcements.ts";
import { reminderText } from "./reminders.ts";
import { incidentButton } from "./buttons.ts";
import { messageLink } from "./card_link.ts";
import { displayName } from "./clip.ts";
import type { Texts } from "./texts/texts.ts";
import { type Html, html, lines } from "./html.ts";
import { type Keyboard, type NewMessage, plainMessage } from "./message.ts";
import { personName } from "./person_link.ts";

/** What an event has one person told, in private; nothing for most. `to`: their chat. */
export function announceInPrivate(
  texts: Texts,
  event: IncidentEvent,
  incident: Incident,
  { company, card, to }: {
    company: Company;
    card: { messageId: number; topicId: number | null } | null;
    to: number;
  },
): NewMessage[] {
  const said = saying(texts, event, incident);
  if (!said) return [];
  const url = card && messageLink(incident.chatId, card.messageId, card.topicId);
  const text = lines(
    said.text,
    displayName(company.name, company.id),
    url ? html`<a href="${url}">${texts.calls.openCard}</a>` : null,
  );
  return [{ chatId: to, order: "ping", content: plainMessage(text, said.keyboard) }];
}

function saying(
  texts: Texts,
  event: IncidentEvent,
  incident: Incident,
): { text: Html; keyboard: Keyboard } | null {
  const claim = [[incidentButton(texts, "claim", incident, "success")]];
  switch (event.type) {
    case "escalated":
      return { text: escalationText(texts, event, incident), keyboard: claim };
    case "nudged":
      return event.about === "escalated"
        ? { text: html`${reminderText(texts, event, incident)}`, keyboard: claim }
        : null;
    case "assigned":
      return {
        text: assignmentText(texts, event, incident, personName(texts, event.to)),
        keyboard: [[incidentButton(texts, "resolve", incident, "success")]],
      };
    default:
      return null;
  }
}
