import { assert, assertEquals, assertThrows } from "@std/assert";
import type { EventType } from "../../src/domain/event.ts";
import { evolve, fold } from "../../src/domain/evolve.ts";
import { Incident } from "../../src/domain/incident.ts";
import {
  DETAILS,
  event,
  EVENT_TYPES,
  FOLLOWS,
  LEADS_TO,
  NEED_AN_ACTOR,
  TOUCHES,
} from "./events.ts";
import { incidentAfter, incidentIn } from "./history.ts";
import { SITUATIONS, type Told } from "./situations.ts";

function following({ status, reason }: Told): readonly EventType[] {
  if (status !== "closed") return [...DETAILS, ...FOLLOWS[status]];
  return [...DETAILS, "reopened", ...(reason === "no_summary" ? ["summarized" as const] : [])];
}

for (const situation of SITUATIONS) {
  const incident = incidentAfter(...situation.steps);
  const follow = following(situation);

  Deno.test(`evolve() takes in ${situation.is} what may follow, and throws at everything else`, () => {
    for (const type of EVENT_TYPES) {
      if (follow.includes(type)) {
        const after = evolve(incident, event(type));
        const comesFrom = situation.department === null && type === "reopened";
        // The work is done: another department only has its name on it.
        const isDone = situation.status === "awaiting_summary" && type === "department_changed";
        const expected = comesFrom
          ? "awaiting_department"
          : isDone
          ? situation.status
          : LEADS_TO[type] ?? situation.status;
        assertEquals(after.status, expected, type);
        assertEquals(after.version, incident.version + 1, type);
        assertEquals(Incident.parse(after), after, type);
      } else {
        const { message } = assertThrows(() => evolve(incident, event(type)));
        assertEquals(message, `Cannot apply "${type}": state is ${situation.status}`);
      }
    }
  });

  Deno.test(`in ${situation.is} no event changes what it should not`, () => {
    for (const type of follow) {
      const after: Record<string, unknown> = { ...evolve(incident, event(type)) };
      const before: Record<string, unknown> = { ...incident };
      for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
        if (field === "version" || TOUCHES[type].includes(field)) continue;
        assertEquals(after[field], before[field], `${type} changes ${field}`);
      }
    }
  });

  Deno.test(`evolve() throws in ${situation.is} when the clock does what only a person does`, () => {
    for (const type of follow.filter((it) => NEED_AN_ACTOR.includes(it))) {
      const { message } = assertThrows(() => evolve(incident, event(type, null)));
      assertEquals(message, `Cannot apply "${type}": it has no actor`);
    }
  });

  Deno.test(`evolve() leaves the incident in ${situation.is} as it was`, () => {
    const copy = structuredClone(incident);
    for (const type of follow) evolve(incident, event(type));
    assertEquals(incident, copy);
  });
}

Deno.test("only a report begins a history, and only once", () => {
  assertEquals(evolve(null, event("reported")).status, "awaiting_department");
  assertThrows(() => evolve(null, event("reported", null)), Error, "it has no actor");
  for (const type of EVENT_TYPES.filter((it) => it !== "reported")) {
    const { message } = assertThrows(() => evolve(null, event(type)));
    assertEquals(message, `Cannot apply "${type}": state is nothing`);
  }
});

Deno.test("every event can follow something", () => {
  const can = new Set(SITUATIONS.flatMap(following));
  const never = EVENT_TYPES.filter((type) => type !== "reported" && !can.has(type));
  assertEquals(never, []);
});

Deno.test("fold() of an empty history is nothing", () => {
  assertEquals(fold([]), null);
});

Deno.test("a new incident is of medium priority, at tier 1, and nobody has added anything", () => {
  const incident = incidentIn("awaiting_department");
  assertEquals(incident.priority, "medium");
  assertEquals([incident.escalation, incident.editedAt, incident.topicId], [null, null, null]);
  assertEquals([incident.tags, incident.workers], [[], []]);
  assertEquals([incident.reopened, incident.repins, incident.attachments], [0, 0, 0]);
  assertEquals(incident.comments, { count: 0, newest: null });
  assert(!("department" in incident));
});
