import { assertEquals } from "@std/assert";
import type { EventType, Happening } from "../../src/domain/event.ts";
import type { Incident } from "../../src/domain/incident.ts";
import { matterOf, offeredTo, pointOf } from "../../src/domain/matter.ts";
import type { Matter } from "../../src/domain/notify.ts";
import type { PersonRef } from "../../src/domain/person.ts";
import type { Standing } from "../../src/domain/standing.ts";
import { event, everyEvent } from "../view/every_event.ts";
import { acme, hana, otto, stella } from "./cast.ts";
import {
  called,
  claimed,
  escalatedBy,
  incidentAfter,
  incidentIn,
  nudgedAbout,
  reported,
} from "./history.ts";
import { DISPATCHER, MANAGER, MEMBER, NO_ROLES } from "./story.ts";

const waiting = incidentIn("awaiting_claim");
const working = incidentIn("in_progress");
const critical: Incident = { ...waiting, priority: "critical" };

/** What an event by the clock is, when somebody is to claim the incident. */
const WHILE_WAITING: Partial<Record<EventType, Matter>> = {
  assigned: "assignment",
  handed_over: "assignment",
  escalated: "escalation",
  department_chosen: "ping",
  department_changed: "ping",
  unclaimed: "ping",
  de_escalated: "ping",
  reopened: "ping",
  woken: "ping",
  nudged: "ping",
};
/** Depend on more than the incident. */
const OTHERS: EventType[] = ["claim_ended", "priority_set"];

Deno.test("of all that happens, this is something to be told in private", () => {
  for (const [type, forms] of Object.entries(everyEvent()) as [EventType, Happening[]][]) {
    if (OTHERS.includes(type)) continue;
    for (const form of forms) {
      const happened = event(form, { actor: null });
      assertEquals(matterOf(happened, waiting), WHILE_WAITING[type] ?? null, type);
    }
  }
});

Deno.test("a claim that has ended is a call, or somebody's own incident", () => {
  const ended = (heir: PersonRef | null) =>
    event({ type: "claim_ended", person: otto, cause: "revoked", heir });
  assertEquals(matterOf(ended(hana), working), "assignment");
  assertEquals(matterOf(ended(null), waiting), "ping");
  assertEquals(matterOf(ended(null), working), null, "a helper's");
});

Deno.test("calls about something critical are critical, reminders are pings", () => {
  for (const type of ["department_changed", "unclaimed", "reopened"] as const) {
    assertEquals(matterOf(event(everyEvent()[type][0]!), critical), "critical", type);
  }
  assertEquals(matterOf(event({ type: "nudged", about: "unclaimed" }), critical), "ping");
});

Deno.test("it becomes critical while somebody can be of help", () => {
  const set = event({ type: "priority_set", priority: "critical" });
  for (const status of ["awaiting_department", "awaiting_claim", "in_progress"] as const) {
    assertEquals(matterOf(set, incidentIn(status)), "critical", status);
  }
  assertEquals(matterOf(set, incidentIn("awaiting_summary")), null);
  assertEquals(matterOf(event({ type: "priority_set", priority: "high" }), waiting), null);
});

Deno.test("from the second time on managers are reminded as they were called", () => {
  const nudged = event({ type: "nudged", about: "escalated" });
  const after = (count: number) =>
    incidentAfter(
      reported,
      called,
      escalatedBy(otto),
      ...Array.from({ length: count }, () => nudgedAbout("escalated")),
    );
  assertEquals([1, 2, 5].map((n) => matterOf(nudged, after(n))), [
    "ping",
    "escalation",
    "escalation",
  ]);
});

Deno.test("who ends a snooze needs no word of it", () => {
  assertEquals(matterOf(event({ type: "woken" }, { actor: otto }), waiting), null);
  assertEquals(matterOf(event({ type: "woken" }, { actor: null }), waiting), "ping");
});

Deno.test("a call has a point while the incident is as it was; that it is critical, until it is resolved", () => {
  assertEquals(pointOf(event({ type: "reopened", reason: null }), waiting), ["awaiting_claim"]);
  assertEquals(pointOf(event({ type: "priority_set", priority: "critical" }), waiting), [
    "awaiting_department",
    "awaiting_claim",
    "in_progress",
  ]);
});

const escalated = incidentAfter(reported, called, claimed, escalatedBy(otto));
const call: Happening = { type: "department_chosen", department: "1" };
const nudge = (about: "silent" | "escalated"): Happening => ({ type: "nudged", about });

/** Who is offered what. */
const OFFERS: [string, PersonRef, Standing, Happening, Incident, string[]][] = [
  ["a member who is called", stella, MEMBER, call, waiting, ["claim"]],
  ["a dispatcher who is called", stella, DISPATCHER, call, waiting, ["claim"]],
  ["somebody without a role", stella, NO_ROLES, call, waiting, []],
  ["the new owner", otto, NO_ROLES, { type: "assigned", to: otto }, working, ["resolve", "leave"]],
  ["the owner who is asked", otto, MEMBER, nudge("silent"), working, [
    "check_in",
    "resolve",
    "leave",
  ]],
  ["a manager, once it has escalated", stella, MANAGER, nudge("escalated"), escalated, ["claim"]],
  ["a member, once it has escalated", stella, MEMBER, nudge("escalated"), escalated, []],
  [
    "who owns what becomes critical",
    otto,
    MEMBER,
    { type: "priority_set", priority: "critical" },
    working,
    [],
  ],
];

for (const [who, person, standing, happening, incident, offered] of OFFERS) {
  Deno.test(`${who} is offered ${offered.join(", ") || "nothing"}`, () => {
    const facts = { incident, company: acme, standing };
    assertEquals(offeredTo(person, event(happening), facts), offered);
  });
}
