/** Given what has happened, when somebody acts, then this happens, or that is why not. */

import { assertEquals } from "@std/assert";
import type { LaterAction } from "../../src/domain/action.ts";
import { decide } from "../../src/domain/decide.ts";
import { IncidentEvent } from "../../src/domain/event.ts";
import { evolve } from "../../src/domain/evolve.ts";
import type { Facts } from "../../src/domain/facts.ts";
import { Incident } from "../../src/domain/incident.ts";
import type { PersonRef } from "../../src/domain/person.ts";
import { Refusal } from "../../src/domain/refusal.ts";
import type { Standing } from "../../src/domain/standing.ts";
import { acme, MINUTE, NOON, policy } from "./cast.ts";
import { incidentAfter, type Step } from "./history.ts";

export const NO_ROLES: Standing = {
  platformAdmin: false,
  manager: false,
  dispatcher: false,
  departments: [],
};
export const MEMBER: Standing = { ...NO_ROLES, departments: ["1"] };
export const DISPATCHER: Standing = { ...NO_ROLES, dispatcher: true };
export const MANAGER: Standing = { ...DISPATCHER, manager: true };

/** What an action led to, to be compared with what it should. */
export interface Told {
  /** Exactly these events; the incident after them. */
  then(...events: readonly Step[0][]): Incident;
  thenRefused(refusal: Refusal): void;
}

/** What the story needs of the facts. */
export type GivenFacts = Partial<Omit<Facts, "actor">>;

/** Tells a story from its beginning. */
export function given(...steps: readonly Step[]) {
  return whenIncident(incidentAfter(...steps), NOON + steps.length * MINUTE);
}

/** Goes on with a story. */
export function whenIncident(incident: Incident, now: number) {
  return {
    when(
      action: LaterAction,
      actor: PersonRef | null,
      facts: GivenFacts = {},
    ): Told {
      const all: Facts = {
        now,
        actor,
        standing: NO_ROLES,
        company: acme,
        policy,
        pins: true,
        nobodyTakesCalls: false,
        otherStanding: null,
        otherIncident: null,
        ...facts,
      };
      const decision = decide(incident, action, all);
      return {
        then(...expected) {
          assertEquals(decision, { events: [...expected] });
          return expected.reduce<Incident>((state, happening) => {
            const event = { ...happening, actor, at: all.now, updateId: actor ? 9000 : null };
            assertEquals(IncidentEvent.parse(event), event);
            const after = evolve(state, event);
            assertEquals(Incident.parse(after), after);
            return after;
          }, incident);
        },
        thenRefused(refusal) {
          assertEquals(decision, { refusal });
          assertEquals(Refusal.parse(refusal), refusal);
        },
      };
    },
  };
}
