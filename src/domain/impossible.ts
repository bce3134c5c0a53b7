/** What a history can't hold. */

import type { IncidentEvent } from "./event.ts";
import type { Incident } from "./incident.ts";
import type { PersonRef } from "./person.ts";

/** An event that does not fit the state: a bug. */
export function impossible(incident: Incident | null, event: IncidentEvent): Error {
  const state = incident ? incident.status : "nothing";
  return new Error(`Cannot apply "${event.type}": state is ${state}`);
}

/**
 * Who did it.
 *
 * @throws {Error} when the clock did what only a person does.
 */
export function personIn(event: IncidentEvent): PersonRef {
  if (!event.actor) throw new Error(`Cannot apply "${event.type}": it has no actor`);
  return event.actor;
}
