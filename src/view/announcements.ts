/** What the group is told when something has happened, beside the card. */

import type { Company } from "../domain/company.ts";
import type { IncidentEvent } from "../domain/event.ts";
import { formatIncidentId } from "../domain/ids.ts";
import type { Incident, Status } from "../domain/incident.ts";
import type { PersonRef } from "../domain/person.ts";
import { departmentName } from "./card.ts";
import { displayName } from "./clip.ts";
import { en } from "./en.ts";
import { type Html, html, join } from "./html.ts";
import type { MessageContent, NewMessage } from "./message.ts";
import { personLink, personName } from "./person_link.ts";

/**
 * Telegram notifies at most about this many people mentioned in one message.
 *
 * @see https://limits.tginfo.me/en
 */
export const MOST_MENTIONS = 5;

/** The messages that one event causes, in order. `audience`: whom a call is for. */
export function announce(
  event: IncidentEvent,
  incident: Incident,
  context: { company: Company; audience: readonly PersonRef[] },
): NewMessage[] {
  const { company, audience } = context;
  const id = formatIncidentId(incident);
  switch (event.type) {
    case "department_chosen": {
      if (audience.length === 0) return [];
      const department = departmentName(company, event.department);
      const call = html`${en.calls.department(id, department, gist(incident))}`;
      return calls("ping", incident, call, audience, ["awaiting_claim"]);
    }
    case "unclaimed": {
      const who = event.actor ? personName(event.actor) : "";
      const call = html`${who} ${en.calls.backInQueue(id, gist(incident))}`;
      return calls("ping", incident, call, audience, ["awaiting_claim"]);
    }
    case "nudged": {
      const since = "calledAt" in incident ? incident.calledAt : event.at;
      const minutes = Math.round((event.at - since) / 60_000);
      const call = html`${en.calls.unclaimed(id, minutes, gist(incident))}`;
      return calls("reminder", incident, call, audience, ["awaiting_claim"]);
    }
    case "handed_over": {
      const before = event.actor ? personLink(event.actor) : "";
      const text = html`${personLink(event.to)}${
        en.calls.handedOver(id)
      } ${before} ${en.calls.handedOverBy}`;
      return calls("ping", incident, text, [], ["in_progress"]);
    }
    case "resolve_pressed": {
      const who = event.actor ? personLink(event.actor) : "";
      return [{
        chatId: incident.chatId,
        order: "direct",
        content: {
          ...about(incident, html`${who}${en.calls.summaryPrompt(id)}`, {
            role: "summary_prompt",
            continues: false,
            onlyWhile: ["awaiting_summary"],
          }),
          forceReply: en.calls.summaryPlaceholder,
        },
      }];
    }
    case "reported":
    case "claimed":
    case "joined":
    case "left":
    case "back_to_work":
    case "summarized":
    case "closed":
      return [];
    default:
      return event satisfies never;
  }
}

/** What it is about, in one line: a phone at night shows no more. */
function gist({ description }: Incident): string {
  return displayName(description, "…", 80);
}

/** One message per five people, so that each of them is notified; one without mentions for nobody. */
function calls(
  order: NewMessage["order"],
  incident: Incident,
  text: Html,
  audience: readonly PersonRef[],
  onlyWhile: Status[],
): NewMessage[] {
  const messages: NewMessage[] = [];
  for (let i = 0; i === 0 || i < audience.length; i += MOST_MENTIONS) {
    const mentions = audience.slice(i, i + MOST_MENTIONS).map(personLink);
    const body = mentions.length === 0 ? text : html`${text} ${join(mentions, " ")}`;
    const content = about(incident, body, { role: "call", continues: i > 0, onlyWhile });
    messages.push({ chatId: incident.chatId, order, content });
  }
  return messages;
}

function about(
  { company, number }: Incident,
  text: Html,
  link: Omit<NonNullable<MessageContent["about"]>, "incident">,
): MessageContent {
  return {
    html: text.source,
    keyboard: [],
    forceReply: null,
    replyTo: null,
    about: { incident: { company, number }, ...link },
  };
}
