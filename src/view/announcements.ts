/** What the group is told when something has happened, beside the card. */

import type { Company } from "../domain/company.ts";
import type { IncidentEvent } from "../domain/event.ts";
import { formatIncidentId } from "../domain/ids.ts";
import { departmentOf, type Incident } from "../domain/incident.ts";
import type { PersonRef } from "../domain/person.ts";
import { departmentName } from "./buttons.ts";
import { about, calls, gist, type Point } from "./calls.ts";
import { displayName } from "./clip.ts";
import type { Texts } from "./texts/texts.ts";
import { type Html, html, join, lines } from "./html.ts";
import type { NewMessage } from "./message.ts";
import { remind } from "./reminders.ts";
import { personLink, personName } from "./person_link.ts";

/** While it can be taken over. */
const UNTIL_RESOLVE: Point = { onlyWhile: ["awaiting_claim", "in_progress"] };
/** While somebody is to claim it. */
const WHILE_WAITING: Point = { onlyWhile: ["awaiting_claim"] };
/** While somebody works on it. */
const WHILE_WORKED_ON: Point = { onlyWhile: ["in_progress"] };

/** The messages that one event causes, in order. `audience`: whom a call is for. */
export function announce(
  texts: Texts,
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
      const said = event.actor ? texts.calls.department : texts.calls.routed;
      const call = html`${said(id, department, gist(incident))}`;
      return calls(texts, "ping", incident, call, audience, WHILE_WAITING);
    }
    case "unclaimed": {
      const who = event.actor ? personName(texts, event.actor) : "";
      const call = html`${who} ${texts.calls.backInQueue(id, gist(incident))}`;
      return calls(texts, "ping", incident, call, audience, WHILE_WAITING);
    }
    case "department_changed":
    case "de_escalated":
    case "reopened": {
      const department = departmentOf(incident);
      if (audience.length === 0 || department === null) return [];
      const name = departmentName(company, department);
      const call = html`${texts.calls.again(id, name, gist(incident))}`;
      return calls(texts, "ping", incident, call, audience, WHILE_WAITING);
    }
    case "escalated": {
      const call = escalationText(texts, event, incident);
      return calls(texts, "ping", incident, call, audience, UNTIL_RESOLVE);
    }
    case "assigned": {
      const text = assignmentText(texts, event, incident, personLink(texts, event.to));
      return calls(texts, "ping", incident, text, [], WHILE_WORKED_ON);
    }
    case "claim_ended": {
      const said = texts.calls.claimEnded[event.cause](id);
      const ended = html`${personName(texts, event.person)} ${said}`;
      const { heir } = event;
      const next = heir ? join([" ", personLink(texts, heir), texts.calls.nowYours]) : "";
      return incident.status === "in_progress"
        ? calls(texts, "ping", incident, html`${ended}${next}`, [], WHILE_WORKED_ON)
        : calls(
          texts,
          "ping",
          incident,
          html`${ended} ${texts.calls.whoClaims(gist(incident))}`,
          audience,
          WHILE_WAITING,
        );
    }
    case "nudged":
      return remind(texts, event, incident, context);
    case "woken": {
      if (event.actor) return [];
      const call = html`${texts.calls.snoozeOver(id, gist(incident))}`;
      return calls(texts, "reminder", incident, call, audience, { onlyWhile: [incident.status] });
    }
    case "handed_over": {
      const before = event.actor ? personLink(texts, event.actor) : "";
      const said = html`${personLink(texts, event.to)}${texts.calls.handedOver(id)}`;
      const text = html`${said} ${before} ${texts.calls.handedOverBy}`;
      return calls(texts, "ping", incident, text, [], WHILE_WORKED_ON);
    }
    case "resolve_pressed": {
      const who = event.actor ? personLink(texts, event.actor) : "";
      return [{
        chatId: incident.chatId,
        order: "direct",
        content: {
          ...about(incident, html`${who}${texts.calls.summaryPrompt(id)}`, {
            role: "summary_prompt",
            continues: false,
            onlyWhile: ["awaiting_summary"],
          }),
          forceReply: texts.calls.summaryPlaceholder,
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
    case "checked_in":
    case "snoozed":
      return [];
    default:
      return event satisfies never;
  }
}

/** Calls the managers, with the reason if there is one. */
export function escalationText(
  texts: Texts,
  { reason, actor }: IncidentEvent & { type: "escalated" },
  incident: Incident,
): Html {
  const id = formatIncidentId(incident);
  return lines(
    actor
      ? texts.calls.escalated(id, gist(incident))
      : texts.calls.escalatedByItself(id, gist(incident)),
    reason === null ? null : texts.calls.escalatedBecause(displayName(reason, "…", 200)),
  );
}

/** Tells somebody, named by `who`, that it is theirs. */
export function assignmentText(
  texts: Texts,
  { actor }: IncidentEvent & { type: "assigned" },
  incident: Incident,
  who: Html,
): Html {
  const by = actor ? join([` ${texts.calls.assignedBy} `, personName(texts, actor), "."]) : "";
  return html`${who}${texts.calls.assigned(formatIncidentId(incident), gist(incident))}${by}`;
}
