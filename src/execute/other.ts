/** What an action names besides its own incident: a person, or another incident. */

import type { LaterAction } from "../domain/action.ts";
import type { Incident } from "../domain/incident.ts";
import type { Person } from "../domain/person.ts";
import { keys } from "../store/keys.ts";
import type { Kv } from "../store/kv.ts";
import { type Entry, readOne } from "../store/read.ts";

/** What was read for it. */
export interface Other {
  /** Telegram's numeric id; `null`: it names nobody. */
  personId: number | null;
  /** That person's roles in the company. */
  person: Person | null;
  /** That incident. */
  incident: Incident | null;
  /** What must not have changed when the action is committed. */
  checks: Entry<unknown>[];
}

/** Reads what an action names; nothing for most. */
export async function readOther(kv: Kv, company: string, action: LaterAction): Promise<Other> {
  const nothing: Other = { personId: null, person: null, incident: null, checks: [] };
  switch (action.type) {
    case "assign":
    case "release": {
      const personId = action.type === "assign" ? action.to.id : action.personId;
      const person = await readOne(kv, keys.person(company, personId));
      return { ...nothing, personId, person: person.value, checks: [person] };
    }
    case "cancel": {
      if (action.why.reason !== "duplicate") return nothing;
      const incident = await readOne(kv, keys.incident(action.why.of));
      return { ...nothing, incident: incident.value?.state ?? null, checks: [incident] };
    }
    default:
      return nothing;
  }
}
