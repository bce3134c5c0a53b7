/** What is about one person: their part in an incident, what they did, and what was done to them. */

import { type Act, peopleIn, withPeople } from "./act.ts";
import type { IncidentEvent } from "./event.ts";
import type { Incident } from "./incident.ts";
import { mentions } from "./pseudonym.ts";

/** Who stands in a person's place where it is not about them: nobody's name but their own is given. */
const YOU = "you";
const SOMEBODY = "somebody else";
const CLOCK = "the clock";

/** What somebody was or is in an incident. */
export function partsIn(incident: Incident, personId: number): string[] {
  const is = (ref: { id: number } | null | undefined) => ref?.id === personId;
  return [
    ...(is(incident.reporter) ? ["reporter"] : []),
    ...("owner" in incident && is(incident.owner) ? ["owner"] : []),
    ...("helpers" in incident && incident.helpers.some(is) ? ["helper"] : []),
    ...("summarizer" in incident && is(incident.summarizer) ? ["summarizer"] : []),
    ...(incident.workers.includes(personId) ? ["worked on it"] : []),
  ];
}

/** An event as the person may have it; `null`: it is not about them. Times are ISO 8601, UTC. */
export function ownEvent(
  event: IncidentEvent,
  personId: number,
): Record<string, unknown> | null {
  if (!mentions(event, personId)) return null;
  const { type, at, actor, updateId: _updateId, ...rest } = event;
  const by = actor === null ? CLOCK : actor.id === personId ? YOU : SOMEBODY;
  // What somebody else wrote is theirs, though it is about this person.
  const kept = by === YOU ? rest : Object.fromEntries(
    Object.entries(rest).filter(([, value]) => isPerson(value)),
  );
  const own = Object.entries(kept).map(([name, value]) => [name, withoutOthers(value, personId)]);
  return { type, at: new Date(at).toISOString(), by, ...Object.fromEntries(own) };
}

/**
 * What an administrator did, as one person may have it: all of it when it was they, else what was changed
 * about them; `null`: it is not about them. Other people have no id in it.
 */
export function ownAct(act: Act, personId: number): Record<string, unknown> | null {
  const isTheirs = act.by === personId;
  const own = isTheirs
    ? act.changes
    : act.changes.filter((change) => peopleIn(change).includes(personId));
  if (own.length === 0 && !isTheirs) return null;
  const rename = (id: string) => id === String(personId) ? YOU : SOMEBODY;
  return {
    company: act.company,
    at: new Date(act.at).toISOString(),
    by: isTheirs ? YOU : SOMEBODY,
    what: act.what,
    changes: own.map((change) => withPeople(change, rename)),
  };
}

function withoutOthers(value: unknown, personId: number): unknown {
  if (!isPerson(value)) return value;
  return value.id === personId ? YOU : SOMEBODY;
}

function isPerson(value: unknown): value is { id: number; name: string } {
  return typeof value === "object" && value !== null && "id" in value && "name" in value &&
    typeof value.id === "number";
}
