/** Reading an incident's history. */

import type { IncidentEvent } from "../domain/event.ts";
import type { IncidentId } from "../domain/ids.ts";
import { keys } from "../store/keys.ts";
import { parseEntry } from "../store/read.ts";
import { messageLink } from "../view/card_link.ts";
import { incidentButton } from "../view/buttons.ts";
import { issuePanel } from "../view/issue_page.ts";
import type { Panel } from "../view/menu.ts";
import { timelinePanel } from "../view/timeline.ts";
import type { BotDeps } from "./incoming.ts";
import type { Look } from "./look.ts";

/** All events, oldest first. */
export async function historyOf(
  { kv }: BotDeps,
  { company, number }: IncidentId,
): Promise<IncidentEvent[]> {
  const events: IncidentEvent[] = [];
  for await (const entry of kv.list({ prefix: ["history", company, number] })) {
    const typedKey = keys.history({ company, number }, Number(entry.key[3]));
    const { value } = parseEntry(typedKey, entry);
    if (value) events.push(value.event);
  }
  return events;
}

/** A page of the timeline; `page: null`: the newest. */
export async function timelineFor(
  deps: BotDeps,
  { incident, company }: Look,
  page: number | null,
): Promise<Panel> {
  return timelinePanel(incident, company, await historyOf(deps, incident), page);
}

/** A page of the whole incident, with buttons for what this person may do. */
export async function issueFor(deps: BotDeps, look: Look, page: number): Promise<Panel> {
  const { incident, company, group, card, possible } = look;
  const events = await historyOf(deps, incident);
  const link = card && messageLink(incident.chatId, card.messageId, card.topicId);
  const verbs = (["claim", "join", "leave", "resolve", "escalate", "reopen"] as const)
    .filter((verb) => possible.has(verb));
  const actions = [
    verbs.slice(0, 3).map((verb) => incidentButton(verb, incident)),
    [
      ...verbs.slice(3).map((verb) => incidentButton(verb, incident)),
      incidentButton("more", incident),
    ],
  ].filter((row) => row.length > 0);
  const { signs } = group.settings;
  return issuePanel({ incident, company, signs, events, link, actions }, page);
}
