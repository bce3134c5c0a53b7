/** What the group is told when something has happened, beside the card. */

import type { Company } from "../domain/company.ts";
import type { IncidentEvent } from "../domain/event.ts";
import { formatIncidentId } from "../domain/ids.ts";
import { departmentOf, type Incident, type Status } from "../domain/incident.ts";
import type { PersonRef } from "../domain/person.ts";
import { departmentName } from "./buttons.ts";
import { displayName } from "./clip.ts";
import { en } from "./en.ts";
import { type Html, html, join, lines } from "./html.ts";
import type { MessageContent, NewMessage } from "./message.ts";
import { personLink, personName } from "./person_link.ts";

/**
 * Telegram notifies at most about this many people mentioned in one message.
 *
 * @see https://limits.tginfo.me/en
 */
export const MOST_MENTIONS = 5;

/** While it can be taken over. */
const UNTIL_RESOLVE: Status[] = ["awaiting_claim", "in_progress"];

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
    case "department_changed":
    case "de_escalated":
    case "reopened": {
      const department = departmentOf(incident);
      if (audience.length === 0 || department === null) return [];
      const name = departmentName(company, department);
      const call = html`${en.calls.again(id, name, gist(incident))}`;
      return calls("ping", incident, call, audience, ["awaiting_claim"]);
    }
    case "escalated": {
      const call = escalationText(event, incident);
      return calls("ping", incident, call, audience, UNTIL_RESOLVE);
    }
    case "assigned": {
      const text = assignmentText(event, incident, personLink(event.to));
      return calls("ping", incident, text, [], ["in_progress"]);
    }
    case "claim_ended": {
      const ended = html`${personName(event.person)} ${en.calls.claimEnded[event.cause](id)}`;
      const { heir } = event;
      const next = heir ? join([" ", personLink(heir), en.calls.nowYours]) : "";
      return incident.status === "in_progress"
        ? calls("ping", incident, html`${ended}${next}`, [], ["in_progress"])
        : calls(
          "ping",
          incident,
          html`${ended} ${en.calls.whoClaims(gist(incident))}`,
          audience,
          ["awaiting_claim"],
        );
    }
    case "nudged": {
      const call = html`${reminderText(event, incident)}`;
      const onlyWhile: Status[] = event.about === "escalated" ? UNTIL_RESOLVE : ["awaiting_claim"];
      return calls("reminder", incident, call, audience, onlyWhile);
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
    case "cancelled":
    case "commented":
    case "comment_edited":
    case "attached":
    case "description_edited":
    case "priority_set":
    case "tagged":
    case "untagged":
    case "repinned":
    case "moved":
      return [];
    default:
      return event satisfies never;
  }
}

/** Calls the managers, with the reason if there is one. */
export function escalationText(
  { reason }: IncidentEvent & { type: "escalated" },
  incident: Incident,
): Html {
  return lines(
    en.calls.escalated(formatIncidentId(incident), gist(incident)),
    reason === null ? null : en.calls.escalatedBecause(displayName(reason, "…", 200)),
  );
}

/** Tells somebody, named by `who`, that it is theirs. */
export function assignmentText(
  { actor }: IncidentEvent & { type: "assigned" },
  incident: Incident,
  who: Html,
): Html {
  const by = actor ? join([` ${en.calls.assignedBy} `, personName(actor), "."]) : "";
  return html`${who}${en.calls.assigned(formatIncidentId(incident), gist(incident))}${by}`;
}

/** Says how long somebody has been waited for. */
export function reminderText(
  event: IncidentEvent & { type: "nudged" },
  incident: Incident,
): string {
  const id = formatIncidentId(incident);
  const minutes = minutesWaited(incident, event.at);
  return event.about === "escalated"
    ? en.calls.escalatedUnclaimed(id, minutes, gist(incident))
    : en.calls.unclaimed(id, minutes, gist(incident));
}

/** What it is about, in one line: a phone at night shows no more. */
export function gist({ description }: Incident): string {
  return displayName(description, "…", 80);
}

/** For how many minutes whoever was called has let it wait. */
function minutesWaited(incident: Incident, now: number): number {
  const since = "calledAt" in incident ? incident.calledAt : incident.escalation?.at ?? now;
  return Math.round((now - since) / 60_000);
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
