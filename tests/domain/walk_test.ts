import { assert, assertEquals } from "@std/assert";
import type { LaterAction } from "../../src/domain/action.ts";
import { decide, decideReport } from "../../src/domain/decide.ts";
import { type Happening, IncidentEvent } from "../../src/domain/event.ts";
import { evolve, fold } from "../../src/domain/evolve.ts";
import { Incident, isOpen, type Status, STATUSES } from "../../src/domain/incident.ts";
import type { PersonRef } from "../../src/domain/person.ts";
import { acme, hana, hugo, MINUTE, NOON, otto, policy, rita, sami, stella } from "./cast.ts";
import { type Chance, chanceFrom, seedFor } from "./random.ts";
import { MANAGER, MEMBER, NO_ROLES } from "./story.ts";

const WALKS = 3000;
const STEPS = 25;
const PEOPLE = [rita, otto, hana, hugo, sami, stella];

function action(chance: Chance): LaterAction {
  const type = chance.pick(
    [
      "choose_department",
      "claim",
      "join",
      "leave",
      "resolve",
      "back_to_work",
      "summarize",
      "time_out",
    ] as const,
  );
  switch (type) {
    case "choose_department":
      return { type, department: chance.pick(["1", "2", "9"]) };
    case "summarize":
      return { type, summary: chance.pick(["Done.", "x", "Replaced the brake line"]) };
    default:
      return { type };
  }
}

/** A life by chance: whatever `decide` lets happen, happens. */
function walk(chance: Chance): { state: Incident; history: IncidentEvent[] } {
  const history: IncidentEvent[] = [];
  let now = NOON;
  let state: Incident | null = null;
  const happen = (happenings: readonly Happening[], actor: PersonRef | null) => {
    for (const happening of happenings) {
      const event: IncidentEvent = {
        ...happening,
        actor,
        at: now,
        updateId: actor ? history.length : null,
      };
      history.push(event);
      state = evolve(state, event);
    }
    return state!;
  };
  const report = decideReport(
    { type: "report", description: "Brakes failed", sourceMessageId: 7 },
    {
      company: chance.pick([acme, { ...acme, departments: acme.departments.slice(0, 1) }]),
      chatId: -1001,
      number: 42,
      existing: null,
      limit: null,
    },
  );
  assert("events" in report);
  let current = happen(report.events, rita);
  for (let i = 0; i < STEPS; i++) {
    now += chance.below(15) * MINUTE;
    const wanted = action(chance);
    const actor = wanted.type === "time_out" ? null : chance.pick(PEOPLE);
    const decision = decide(current, wanted, {
      now,
      actor,
      standing: chance.pick([NO_ROLES, MEMBER, MANAGER]),
      company: acme,
      policy,
      nobodyTakesCalls: chance.below(4) === 0,
    });
    if ("events" in decision) current = happen(decision.events, actor);
  }
  return { state: current, history };
}

Deno.test("whatever happens, the history folds to the incident, and every record keeps its shape", () => {
  const chance = chanceFrom(seedFor("random lives"));
  const seen = new Set<Status>();
  for (let i = 0; i < WALKS; i++) {
    const { state, history } = walk(chance);
    seen.add(state.status);
    assertEquals(fold(history), state);
    assertEquals(state.version, history.length);
    assertEquals(Incident.parse(state), state);
    assertEquals(IncidentEvent.array().parse(history), history);
  }
  assertEquals([...seen].toSorted(), [...STATUSES].toSorted(), "every status is an end");
});

Deno.test("whatever happens, one person owns what is claimed, and nobody helps twice", () => {
  const chance = chanceFrom(seedFor("random crews"));
  for (let i = 0; i < WALKS; i++) {
    const { state, history } = walk(chance);
    let then: Incident | null = null;
    for (const event of history) {
      then = evolve(then, event);
      if (!("owner" in then)) continue;
      const crew = [then.owner, ...then.helpers].map(({ id }) => id);
      assertEquals(new Set(crew).size, crew.length, "somebody is twice in the crew");
    }
    assertEquals(isOpen(state), state.status !== "resolved" && state.status !== "closed");
  }
});
