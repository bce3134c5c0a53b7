import { assert, assertEquals } from "@std/assert";
import type { LaterAction } from "../../src/domain/action.ts";
import { decide, decideReport } from "../../src/domain/decide.ts";
import { type Happening, IncidentEvent, NUDGES } from "../../src/domain/event.ts";
import { evolve, fold } from "../../src/domain/evolve.ts";
import { Incident, isOpen, type Status, STATUSES } from "../../src/domain/incident.ts";
import { type Grants, NO_GRANTS, type PersonRef } from "../../src/domain/person.ts";
import { Refusal, type RefusalReason } from "../../src/domain/refusal.ts";
import { refusals } from "./answers.ts";
import {
  guarded,
  hana,
  hugo,
  MINUTE,
  mona,
  NOON,
  otto,
  rita,
  sami,
  stella,
  wanda,
} from "./cast.ts";
import { incidentIn } from "./history.ts";
import { after, type Model, modelOf, newModel, welcoming } from "./model.ts";
import {
  guestOf,
  meant,
  MODEL_POLICY,
  type ModelFacts,
  OWN_NUMBER,
  refusalByModel,
} from "./model_verdict.ts";
import { type Chance, chanceFrom, seedFor } from "./random.ts";
import { NO_ROLES } from "./story.ts";
import { ACTION_TYPES, randomAction } from "./random_action.ts";

const WALKS = 700;
const STEPS = 60;
const DESCRIPTION = "Brakes failed on truck 12";

const PEOPLE = [rita, otto, hana, hugo, mona, sami, wanda, stella];
/** Rita reports, Stella is nobody; the others take calls in one way or another. */
const ROLES: ReadonlyMap<number, Grants> = new Map([
  [otto.id, { ...NO_GRANTS, departments: ["1"] }],
  [hana.id, { ...NO_GRANTS, departments: ["1", "2"] }],
  [wanda.id, { ...NO_GRANTS, departments: ["3"] }],
  [hugo.id, { ...NO_GRANTS, dispatcher: true }],
  [sami.id, { ...NO_GRANTS, dispatcher: true }],
  [mona.id, { ...NO_GRANTS, dispatcher: true, manager: true }],
]);

function standingOf(personId: number) {
  return { platformAdmin: false, ...NO_GRANTS, ...ROLES.get(personId) };
}

const DONE_BY_THE_CLOCK: readonly LaterAction["type"][] = ["time_out", "release"];

/** Somebody wants something, and the program decides. */
function decided(state: Incident, action: LaterAction, facts: ModelFacts) {
  const { now, actor, nobodyTakesCalls, otherNumber } = facts;
  const about = action.type === "assign"
    ? action.to.id
    : action.type === "release"
    ? action.personId
    : null;
  const other = incidentIn("in_progress");
  return decide(state, action, {
    now,
    actor,
    standing: standingOf(actor?.id ?? 0),
    company: guarded,
    policy: MODEL_POLICY,
    pins: true,
    nobodyTakesCalls,
    otherStanding: about === null ? null : standingOf(about),
    otherIncident: otherNumber === null ? null : { ...other, number: otherNumber },
  });
}

/** A life by chance, and its second telling. */
interface Walk {
  state: Incident;
  model: Model;
  history: IncidentEvent[];
}

/** What walks have come across. */
interface Seen {
  statuses: Set<Status>;
  done: Set<LaterAction["type"]>;
  refused: Set<RefusalReason>;
  /** What the clock has done. */
  clock: Set<string>;
}

function happen(walk: Walk, happenings: readonly Happening[], actor: PersonRef | null, at: number) {
  for (const happening of happenings) {
    const updateId = actor ? walk.history.length : null;
    const event: IncidentEvent = { ...happening, actor, at, updateId };
    assertEquals(IncidentEvent.parse(event), event);
    walk.history.push(event);
    walk.state = evolve(walk.state, event);
  }
}

function begin(chance: Chance): Walk {
  const departments = chance.pick([guarded.departments, guarded.departments.slice(0, 1)]);
  const report = decideReport(
    {
      type: "report",
      description: DESCRIPTION,
      sourceMessageId: 7,
      topicId: null,
      attachment: null,
    },
    {
      company: { ...guarded, departments },
      chatId: -1001,
      number: OWN_NUMBER,
      reporters: "anybody",
      standing: NO_ROLES,
      existing: null,
      limit: null,
    },
  );
  assert("events" in report);
  const history = report.events.map((it) => ({ ...it, actor: rita, at: NOON, updateId: 1 }));
  const model = newModel(DESCRIPTION, departments.length === 1 ? "1" : null);
  return { state: fold(history)!, model, history };
}

/** One step: program and model are asked the same, and have to agree. */
function step(walk: Walk, chance: Chance, now: number, seen: Seen) {
  const action = randomAction(chance, PEOPLE);
  const names = action.type === "cancel" && action.why.reason === "duplicate"
    ? action.why.of
    : null;
  const facts: ModelFacts = {
    now,
    actor: DONE_BY_THE_CLOCK.includes(action.type) ? null : chance.pick(PEOPLE),
    roles: ROLES,
    nobodyTakesCalls: chance.below(8) === 0,
    otherNumber: names && chance.pick([names.number, null]),
  };
  const decision = decided(walk.state, action, facts);
  const refusal = refusalByModel(walk.model, action, facts);
  const what = JSON.stringify({ action, facts, model: walk.model });
  if (refusal) {
    assertEquals(decision, { refusal }, what);
    assertEquals(Refusal.parse(refusal), refusal);
    seen.refused.add(refusal.reason);
    return;
  }
  assert("events" in decision, `${JSON.stringify(decision)} ${what}`);
  const guest = guestOf(walk.model, action, facts);
  happen(walk, decision.events, facts.actor, now);
  const model = after(walk.model, meant(walk.model, action), facts.actor, now);
  walk.model = guest ? welcoming(model, guest) : model;
  assertEquals(modelOf(walk.state), walk.model, what);
  assertOneOwner(walk.state);
  seen.done.add(action.type);
  if (action.type === "time_out") {
    for (const event of decision.events) {
      seen.clock.add(event.type === "nudged" ? `nudged about ${event.about}` : event.type);
    }
  }
  seen.statuses.add(walk.state.status);
}

/** One person owns what is claimed, and nobody is in the crew twice. */
function assertOneOwner(state: Incident) {
  if (!("owner" in state)) return;
  const crew = [state.owner, ...state.helpers].map(({ id }) => id);
  assertEquals(new Set(crew).size, crew.length, "somebody is twice in the crew");
  assert(crew.every((id) => state.workers.includes(id)), "somebody works who never worked");
}

function assertSound({ state, history }: Walk) {
  assertEquals(fold(history), state);
  assertEquals(state.version, history.length);
  assertEquals(Incident.parse(state), state);
}

/** Tells as many lives, each to its end. */
function walked(chance: Chance): Seen {
  const seen: Seen = { statuses: new Set(), done: new Set(), refused: new Set(), clock: new Set() };
  for (let i = 0; i < WALKS; i++) {
    const walk = begin(chance);
    let now = NOON;
    for (let j = 0; j < STEPS; j++) {
      now += chance.below(15) * MINUTE;
      step(walk, chance, now, seen);
      assertEquals(isOpen(walk.state), !["resolved", "closed"].includes(walk.state.status));
    }
    assertSound(walk);
  }
  return seen;
}

/** What only a report can be refused for, or the place where it happens. */
const NOT_OF_AN_INCIDENT: readonly RefusalReason[] = [
  "group_not_active",
  "already_reported",
  "too_many_reports",
  "too_many_open",
  "reports_restricted",
  // Of a setting: group_setting_test.ts.
  "pins_off",
];
/** Walks have too few people for it. */
const OF_A_CROWD: readonly RefusalReason[] = ["too_many_helpers"];

const CLOCKWORK = [
  ...NUDGES.map((about) => `nudged about ${about}`),
  "closed",
  "department_chosen",
  "escalated",
  "woken",
];

Deno.test("whatever anybody does, program and design agree, and the history folds to the incident", () => {
  const seen = walked(chanceFrom(seedFor("random lives")));
  assertEquals([...seen.statuses].toSorted(), [...STATUSES].toSorted(), "every status");
  assertEquals([...seen.done].toSorted(), [...ACTION_TYPES].toSorted(), "every action");
  const reasons = new Set(refusals().map(({ reason }) => reason));
  for (const reason of [...NOT_OF_AN_INCIDENT, ...OF_A_CROWD]) reasons.delete(reason);
  assertEquals([...seen.refused].toSorted(), [...reasons].toSorted(), "every refusal");
  assertEquals([...seen.clock].toSorted(), CLOCKWORK.toSorted(), "all that the clock does");
});
