import { assertEquals, assertThrows } from "@std/assert";
import type { EventType, Happening, IncidentEvent } from "../../src/domain/event.ts";
import { evolve, fold } from "../../src/domain/evolve.ts";
import { type Incident, type Status, STATUSES } from "../../src/domain/incident.ts";
import { hana, NOON, otto } from "./cast.ts";
import { incidentIn, reported } from "./history.ts";

/** One of each. */
const EVENTS: Record<EventType, Happening> = {
  reported: reported[0],
  department_chosen: { type: "department_chosen", department: "1" },
  claimed: { type: "claimed" },
  joined: { type: "joined" },
  left: { type: "left" },
  handed_over: { type: "handed_over", to: hana },
  unclaimed: { type: "unclaimed" },
  resolve_pressed: { type: "resolve_pressed" },
  back_to_work: { type: "back_to_work" },
  summarized: { type: "summarized", summary: "Replaced the brake line" },
  nudged: { type: "nudged", about: "unclaimed" },
  closed: { type: "closed", reason: "no_summary" },
};

/** What can follow, by the life of an incident in the design. */
const FOLLOWS: Record<Status | "nothing", readonly EventType[]> = {
  nothing: ["reported"],
  awaiting_department: ["department_chosen"],
  awaiting_claim: ["claimed", "nudged"],
  in_progress: ["joined", "left", "handed_over", "unclaimed", "resolve_pressed"],
  awaiting_summary: ["back_to_work", "summarized", "closed"],
  resolved: [],
  closed: ["summarized"],
};

/** Where each of them leads. */
const LEADS_TO: Record<EventType, Status> = {
  reported: "awaiting_department",
  department_chosen: "awaiting_claim",
  nudged: "awaiting_claim",
  unclaimed: "awaiting_claim",
  claimed: "in_progress",
  joined: "in_progress",
  left: "in_progress",
  handed_over: "in_progress",
  back_to_work: "in_progress",
  resolve_pressed: "awaiting_summary",
  summarized: "resolved",
  closed: "closed",
};

const NEED_AN_ACTOR: readonly EventType[] = [
  "reported",
  "claimed",
  "joined",
  "left",
  "resolve_pressed",
  "summarized",
];

function event(type: EventType, actor: IncidentEvent["actor"] = otto): IncidentEvent {
  return { ...EVENTS[type], actor, at: NOON, updateId: 1 };
}

const TYPES = Object.keys(EVENTS) as EventType[];
const STATES: (readonly [Status | "nothing", Incident | null])[] = [
  ["nothing", null],
  ...STATUSES.map((status) => [status, incidentIn(status)] as const),
];

for (const [state, incident] of STATES) {
  Deno.test(`evolve() takes from ${state} what may follow, and throws at everything else`, () => {
    for (const type of TYPES) {
      if (FOLLOWS[state].includes(type)) {
        const after = evolve(incident, event(type));
        assertEquals(after.status, LEADS_TO[type], type);
        assertEquals(after.version, (incident?.version ?? 0) + 1, type);
      } else {
        const { message } = assertThrows(() => evolve(incident, event(type)));
        assertEquals(message, `Cannot apply "${type}": state is ${state}`);
      }
    }
  });
}

Deno.test("evolve() throws when the clock does what only a person does", () => {
  for (const [state, incident] of STATES) {
    for (const type of FOLLOWS[state].filter((it) => NEED_AN_ACTOR.includes(it))) {
      assertThrows(
        () => evolve(incident, event(type, null)),
        Error,
        `Cannot apply "${type}": it has no actor`,
      );
    }
  }
});

Deno.test("evolve() leaves the state before as it was", () => {
  const before = incidentIn("in_progress");
  const copy = structuredClone(before);
  evolve(before, event("handed_over"));
  evolve(before, event("joined"));
  assertEquals(before, copy);
});

Deno.test("fold() of an empty history is nothing", () => {
  assertEquals(fold([]), null);
});
