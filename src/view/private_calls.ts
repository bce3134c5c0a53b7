/** What people are told in private when something has happened that is theirs to deal with. */

import { type Company, findDepartment } from "../domain/company.ts";
import type { IncidentEvent } from "../domain/event.ts";
import type { AttachedGroup } from "../domain/group.ts";
import { formatIncidentId } from "../domain/ids.ts";
import { departmentOf, type Incident } from "../domain/incident.ts";
import { pointOf, type Told } from "../domain/matter.ts";
import type { Matter } from "../domain/notify.ts";
import type { PersonalAction } from "../domain/rules.ts";
import { assignmentText, escalationText } from "./announcements.ts";
import { departmentName, incidentButton, inPairs } from "./buttons.ts";
import { about, gist } from "./calls.ts";
import { messageLink } from "./card_link.ts";
import { displayName } from "./clip.ts";
import { type Html, html, lines } from "./html.ts";
import type { Button, Keyboard, NewMessage } from "./message.ts";
import { personName } from "./person_link.ts";
import { type Nudged, reminderText, waitingSince } from "./reminders.ts";
import type { Texts } from "./texts/texts.ts";

/** What an event has one person told, in private; nothing for most. */
export function announceInPrivate(
  texts: Texts,
  event: IncidentEvent,
  incident: Incident,
  { company, group, card, to }: {
    company: Company;
    group: Pick<AttachedGroup, "title">;
    card: { messageId: number; topicId: number | null } | null;
    to: Told;
  },
): NewMessage[] {
  const url = card && messageLink(incident.chatId, card.messageId, card.topicId);
  const link = {
    role: "private_call" as const,
    continues: false,
    onlyWhile: pointOf(event, incident),
    ...(event.type === "nudged" ? { nudgedAt: event.at } : {}),
  };
  const { id, matter, actions, maySee } = to;
  const said = maySee
    ? sayingOf(texts, event, incident, { company, matter })
    : html`${calledIn(texts, matter, incident, group)}`;
  if (!said) return [];
  const text = lines(
    said,
    displayName(company.name, company.id),
    url ? html`<a href="${url}">${texts.calls.openCard}</a>` : null,
  );
  const content = about(incident, text, link, keyboardOf(texts, actions, incident));
  return [{ chatId: id, order: "ping", content }];
}

/** Says that they are called, and where; what happened is read there. */
function calledIn(
  texts: Texts,
  matter: Matter,
  incident: Incident,
  group: Pick<AttachedGroup, "title">,
): string {
  return texts.notify.calledIn[matter](
    formatIncidentId(incident),
    displayName(group.title, "?", 80),
  );
}

function sayingOf(
  texts: Texts,
  event: IncidentEvent,
  incident: Incident,
  { company, matter }: { company: Company; matter: Matter },
): Html | null {
  const id = formatIncidentId(incident);
  switch (event.type) {
    case "escalated":
      return escalationText(texts, event, incident);
    case "assigned":
      return assignmentText(texts, event, incident, personName(texts, event.to));
    case "handed_over":
      return html`${texts.notify.yours(id, gist(incident))}`;
    case "priority_set":
      return html`${texts.notify.critical(id, gist(incident))}`;
    case "nudged":
      return html`${reminderInPrivate(texts, event, incident)}`;
    case "woken":
      return html`${texts.calls.snoozeOver(id, gist(incident))}`;
    case "department_chosen":
    case "department_changed":
    case "unclaimed":
    case "claim_ended":
    case "de_escalated":
    case "reopened": {
      if (matter === "assignment") return html`${texts.notify.yours(id, gist(incident))}`;
      const call = callText(texts, event, incident, company);
      return matter === "critical" ? html`${texts.prioritySigns.critical} ${call}` : html`${call}`;
    }
    default:
      return null;
  }
}

function callText(
  texts: Texts,
  { type, actor }: IncidentEvent,
  incident: Incident,
  company: Company,
): string {
  const [id, department] = [formatIncidentId(incident), departmentOf(incident) ?? ""];
  const name = departmentName(company, findDepartment(company, department)?.id ?? department);
  if (type !== "department_chosen") return texts.calls.again(id, name, gist(incident));
  return (actor ? texts.calls.department : texts.calls.routed)(id, name, gist(incident));
}

/** The one person who is asked something has nothing to reply to here. */
function reminderInPrivate(texts: Texts, event: Nudged, incident: Incident): string {
  const id = formatIncidentId(incident);
  switch (event.about) {
    case "unclaimed":
    case "escalated":
      return reminderText(texts, event, incident);
    case "silent": {
      const silence = Math.round((event.at - waitingSince(incident)) / 60_000);
      return texts.notify.silent(id, texts.duration(silence), gist(incident));
    }
    case "summary":
      return texts.notify.summary(id);
    case "department":
      return texts.notify.department(id, gist(incident));
    default:
      return event.about satisfies never;
  }
}

const BUTTONS: Partial<
  Record<PersonalAction, [verb: Parameters<typeof incidentButton>[1], style?: Button["style"]]>
> = {
  claim: ["claim", "success"],
  check_in: ["on_it", "primary"],
  resolve: ["resolve", "success"],
  leave: ["leave"],
};

function keyboardOf(
  texts: Texts,
  actions: readonly PersonalAction[],
  incident: Incident,
): Keyboard {
  return inPairs(actions.flatMap((action) => {
    const [verb, style] = BUTTONS[action] ?? [];
    return verb ? [incidentButton(texts, verb, incident, style)] : [];
  }));
}
