/** Who may see an incident. */

import { crewOf, type Incident } from "./incident.ts";
import type { Standing } from "./standing.ts";

/** Somebody who looks, and where. */
export interface Viewer {
  /** Telegram's numeric id. */
  personId: number;
  /** The group they look in; `null` in private. */
  chatId: number | null;
  /** In private: without the roles of any group. */
  standing: Standing;
}

/**
 * People of a group see its incidents there. In private, reporter and everybody who worked on it see
 * it, and the company's own dispatchers and managers see all of the company's.
 */
export function maySee(incident: Incident, { personId, chatId, standing }: Viewer): boolean {
  if (chatId !== null) return incident.chatId === chatId;
  return peopleOf(incident).includes(personId) ||
    standing.dispatcher || standing.manager;
}

/**
 * Whether somebody whom the bot has called in private may answer the call there: they hear what has
 * become of it as long as the company lets them take calls.
 */
export function mayAnswerCall({ manager, dispatcher, departments }: Standing): boolean {
  return manager || dispatcher || departments.length > 0;
}

/** Ids of those whose incident it is: who reported it, and who works on it or has worked. */
export function peopleOf(incident: Incident): number[] {
  const { reporter, workers } = incident;
  return [...new Set([reporter.id, ...workers, ...crewOf(incident).map(({ id }) => id)])];
}
