import { assertEquals } from "@std/assert";
import { Company } from "../../src/domain/company.ts";
import { deadlineOf } from "../../src/domain/deadlines.ts";
import { decide } from "../../src/domain/decide.ts";
import { evolve } from "../../src/domain/evolve.ts";
import { Group } from "../../src/domain/group.ts";
import { Incident } from "../../src/domain/incident.ts";
import { lastNudge } from "../../src/domain/nudge.ts";
import { NO_GRANTS, Person } from "../../src/domain/person.ts";
import { acme, MINUTE, NOON, otto, policy, yard } from "./cast.ts";
import {
  called,
  claimed,
  escalatedBy,
  HISTORIES,
  incidentAfter,
  nudgedAbout,
  reported,
  type Step,
} from "./history.ts";
import { NO_ROLES } from "./story.ts";

/** What incidents did not have before they were reminded of in every status. */
const NEW_FIELDS = ["askedAt", "nudges", "heardAt", "snoozed"];

/** The incident as it was kept then. */
function older(...steps: readonly Step[]): Incident {
  const incident = incidentAfter(...steps);
  const isNew = (key: string) =>
    NEW_FIELDS.includes(key) || (key === "nudgedAt" && incident.status !== "awaiting_claim");
  const kept = Object.entries(incident).filter(([key]) => !isNew(key));
  const { escalation } = incident;
  if (!escalation) return Incident.parse(Object.fromEntries(kept));
  const { calledAt: _calledAt, nudges: _nudges, ...called } = escalation;
  return Incident.parse({ ...Object.fromEntries(kept), escalation: called });
}

/** The kind of its deadline, and its minutes after noon. */
function due(incident: Incident): [string, number] | null {
  const deadline = deadlineOf(incident, policy, acme);
  return deadline && [deadline.kind, (deadline.at - NOON) / MINUTE];
}

Deno.test("an older incident is waited for since the moment that it remembers", () => {
  assertEquals(due(older(reported)), ["department", 12]);
  assertEquals(due(older(reported, called)), ["unclaimed", 11]);
  assertEquals(due(older(reported, called, nudgedAbout("unclaimed"))), ["unclaimed", 12]);
  assertEquals(due(older(...HISTORIES.in_progress)), ["silent", 2 + 30], "since the claim");
  assertEquals(due(older(...HISTORIES.awaiting_summary)), ["summary", 5 + 10]);
  assertEquals(due(older(...HISTORIES.resolved)), null);
});

Deno.test("of an older escalation the managers are reminded from where they were", () => {
  const atWork = [reported, called, claimed, escalatedBy(otto)];
  assertEquals(due(older(...atWork)), ["escalated", 3 + 15]);
  assertEquals(due(older(...atWork, nudgedAbout("escalated"))), ["escalated", 4 + 15]);
  assertEquals(older(...atWork, nudgedAbout("escalated")).escalation?.nudges, 0);
});

Deno.test("an older incident is reminded of, and lives on, like any other", () => {
  for (const status of ["awaiting_department", "awaiting_claim", "in_progress"] as const) {
    const now = NOON + 1e9;
    const incident = older(...HISTORIES[status]);
    assertEquals(lastNudge(incident), null);
    const decision = decide(incident, { type: "time_out" }, {
      now,
      actor: null,
      standing: NO_ROLES,
      company: acme,
      policy,
      pins: true,
      nobodyTakesCalls: false,
      otherStanding: null,
      otherIncident: null,
    });
    const [event] = "events" in decision ? decision.events : [];
    assertEquals(event?.type, "nudged", status);
    const after = evolve(incident, { ...event!, actor: null, at: now, updateId: null });
    assertEquals(lastNudge(after), now);
    assertEquals(Incident.parse(after), after);
  }
});

Deno.test("an older company works round the clock, and company and group have no policy of their own", () => {
  const { calendar: _calendar, policy: _policy, ...company } = acme;
  assertEquals(Company.parse(company), acme);
  const { policy: _groups, ...group } = yard();
  assertEquals(Group.parse(group), yard());
});

Deno.test("an older person is on duty at no special hours", () => {
  const person = { schema: 1, company: "ACME", id: 7, ...NO_GRANTS, departments: ["1"] };
  assertEquals<unknown>(Person.parse(person), { ...person, shifts: {} });
});
