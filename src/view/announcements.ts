/** What the group is told when something has happened, beside the card. */

import type { Company } from "../domain/company.ts";
import type { IncidentEvent } from "../domain/event.ts";
import { formatIncidentId } from "../domain/ids.ts";
import { departmentOf, type Incident } from "../domain/incident.ts";
import type { PersonRef } from "../domain/person.ts";
import { departmentName } from "./buttons.ts";
import { about, calls, gist, type Point } from "./calls.ts";
import { displayName } from "./clip.ts";
import { en } from "./texts/en/en.ts";
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
      const said = event.actor ? en.calls.department : en.calls.routed;
      const call = html`${said(id, department, gist(incident))}`;
      return calls("ping", incident, call, audience, WHILE_WAITING);
    }
    case "unclaimed": {
      const who = event.actor ? personName(event.actor) : "";
      const call = html`${who} ${en.calls.backInQueue(id, gist(incident))}`;
      return calls("ping", incident, call, audience, WHILE_WAITING);
    }
    case "department_changed":
    case "de_escalated":
    case "reopened": {
      const department = departmentOf(incident);
      if (audience.length === 0 || department === null) return [];
      const name = departmentName(company, department);
      const call = html`${en.calls.again(id, name, gist(incident))}`;
      return calls("ping", incident, call, audience, WHILE_WAITING);
    }
    case "escalated": {
      const call = escalationText(event, incident);
      return calls("ping", incident, call, audience, UNTIL_RESOLVE);
    }
    case "assigned": {
      const text = assignmentText(event, incident, personLink(event.to));
      return calls("ping", incident, text, [], WHILE_WORKED_ON);
    }
    case "claim_ended": {
      const ended = html`${personName(event.person)} ${en.calls.claimEnded[event.cause](id)}`;
      const { heir } = event;
      const next = heir ? join([" ", personLink(heir), en.calls.nowYours]) : "";
      return incident.status === "in_progress"
        ? calls("ping", incident, html`${ended}${next}`, [], WHILE_WORKED_ON)
        : calls(
          "ping",
          incident,
          html`${ended} ${en.calls.whoClaims(gist(incident))}`,
          audience,
          WHILE_WAITING,
        );
    }
    case "nudged":
      return remind(event, incident, context);
    case "woken": {
      if (event.actor) return [];
      const call = html`${en.calls.snoozeOver(id, gist(incident))}`;
      return calls("reminder", incident, call, audience, { onlyWhile: [incident.status] });
    }
    case "handed_over": {
      const before = event.actor ? personLink(event.actor) : "";
      const text = html`${personLink(event.to)}${
        en.calls.handedOver(id)
      } ${before} ${en.calls.handedOverBy}`;
      return calls("ping", incident, text, [], WHILE_WORKED_ON);
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
    case "checked_in":
    case "snoozed":
      return [];
    default:
      return event satisfies never;
  }
}

/** Calls the managers, with the reason if there is one. */
export function escalationText(
  { reason, actor }: IncidentEvent & { type: "escalated" },
  incident: Incident,
): Html {
  const id = formatIncidentId(incident);
  return lines(
    actor ? en.calls.escalated(id, gist(incident)) : en.calls.escalatedByItself(id, gist(incident)),
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
