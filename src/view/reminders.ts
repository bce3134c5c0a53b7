/** What those who are waited for are reminded of. */

import { type Company, defaultDepartment } from "../domain/company.ts";
import type { IncidentEvent } from "../domain/event.ts";
import { formatIncidentId } from "../domain/ids.ts";
import type { Incident, Status } from "../domain/incident.ts";
import type { PersonRef } from "../domain/person.ts";
import { departmentName, incidentButton } from "./buttons.ts";
import { about, calls, gist } from "./calls.ts";
import type { Texts } from "./texts/texts.ts";
import { type Html, html, join } from "./html.ts";
import type { Keyboard, NewMessage } from "./message.ts";
import { personLink } from "./person_link.ts";

/** Somebody is reminded. */
export type Nudged = IncidentEvent & { type: "nudged" };

/** The messages of one reminder. `audience`: whom it calls. */
export function remind(
  texts: Texts,
  event: Nudged,
  incident: Incident,
  { company, audience }: { company: Company; audience: readonly PersonRef[] },
): NewMessage[] {
  const to = (onlyWhile: Status, text: Html, keyboard: Keyboard = []): NewMessage[] => {
    const role = event.about === "summary" ? "summary_prompt" as const : "call" as const;
    const point = { onlyWhile: [onlyWhile], nudgedAt: event.at };
    const content = about(incident, text, { role, continues: false, ...point }, keyboard);
    return [{ chatId: incident.chatId, order: "reminder", content }];
  };
  switch (event.about) {
    case "department":
      return to(
        "awaiting_department",
        join([
          personLink(texts, incident.reporter),
          departmentQuestion(texts, incident, company),
        ]),
      );
    case "silent": {
      const owner = "owner" in incident ? personLink(texts, incident.owner) : "";
      return to("in_progress", html`${owner}${reminderText(texts, event, incident)}`, [
        [
          incidentButton(texts, "on_it", incident, "primary"),
          incidentButton(texts, "leave", incident),
        ],
        [incidentButton(texts, "resolve", incident, "success")],
      ]);
    }
    case "summary": {
      const asked = "summarizer" in incident ? personLink(texts, incident.summarizer) : "";
      return to("awaiting_summary", html`${asked}${reminderText(texts, event, incident)}`);
    }
    case "unclaimed":
    case "escalated": {
      const onlyWhile: Status[] = event.about === "escalated"
        ? ["awaiting_claim", "in_progress"]
        : ["awaiting_claim"];
      const text = html`${reminderText(texts, event, incident)}`;
      return calls(texts, "reminder", incident, text, audience, { onlyWhile, nudgedAt: event.at });
    }
    default:
      return event.about satisfies never;
  }
}

function departmentQuestion(texts: Texts, incident: Incident, company: Company): string {
  const fallback = departmentName(company, defaultDepartment(company)?.id ?? "");
  return texts.calls.whichDepartment(formatIncidentId(incident), fallback, gist(incident));
}

/** Says how long somebody has been waited for. */
export function reminderText(texts: Texts, event: Nudged, incident: Incident): string {
  const id = formatIncidentId(incident);
  const time = texts.duration(Math.round((event.at - waitingSince(incident)) / 60_000));
  switch (event.about) {
    case "escalated":
      return texts.calls.escalatedUnclaimed(id, time, gist(incident));
    case "silent":
      return texts.calls.silent(id, time, gist(incident));
    case "summary":
      return texts.calls.summaryAgain(id);
    case "unclaimed":
    case "department":
      return texts.calls.unclaimed(id, time, gist(incident));
    default:
      return event.about satisfies never;
  }
}

/** Since when whoever is waited for has let it wait, epoch milliseconds. */
export function waitingSince(incident: Incident): number {
  switch (incident.status) {
    case "awaiting_claim":
      return incident.calledAt;
    case "in_progress":
      return incident.escalation && !incident.escalation.takenBy
        ? Math.max(incident.escalation.at, incident.escalation.calledAt)
        : Math.max(incident.heardAt, incident.claimedAt);
    default:
      return incident.reportedAt;
  }
}
