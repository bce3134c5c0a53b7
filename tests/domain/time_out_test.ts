import { assertEquals } from "@std/assert";
import { deadlineOf } from "../../src/domain/deadlines.ts";
import { type Incident, STATUSES } from "../../src/domain/incident.ts";
import { PRIORITIES } from "../../src/domain/priority.ts";
import { hana, MINUTE, mona, NOON, otto, policy, rita, sami } from "./cast.ts";
import {
  called,
  claimed,
  escalatedBy,
  HISTORIES,
  incidentAfter,
  incidentIn,
  nudged,
  reported,
  type Step,
} from "./history.ts";
import { DISPATCHER, given, MANAGER, whenIncident } from "./story.ts";

const CALLED_AT = NOON + MINUTE;

Deno.test("deadlineOf() waits for a claim and for a summary, and for nothing else", () => {
  const deadlines = STATUSES.map((status) => [status, deadlineOf(incidentIn(status), policy)]);
  assertEquals(deadlines, [
    ["awaiting_department", null],
    ["awaiting_claim", { at: CALLED_AT + 10 * MINUTE, kind: "unclaimed" }],
    ["in_progress", null],
    ["awaiting_summary", { at: NOON + 5 * MINUTE + 20 * MINUTE, kind: "no_summary" }],
    ["resolved", null],
    ["closed", null],
  ]);
});

Deno.test("deadlineOf() follows the policy", () => {
  const patient = { ...policy, unclaimedNudgeMinutes: 60, summaryTimeoutMinutes: 90 };
  assertEquals(deadlineOf(incidentIn("awaiting_claim"), patient)?.at, CALLED_AT + 60 * MINUTE);
  assertEquals(deadlineOf(incidentIn("awaiting_summary"), patient)?.at, NOON + 95 * MINUTE);
});

Deno.test("nobody is reminded a moment before the time", () => {
  given(reported, called)
    .when({ type: "time_out" }, null, { now: CALLED_AT + 10 * MINUTE - 1 })
    .thenRefused({ reason: "not_due" });
});

Deno.test("each reminder counts from the one before it", () => {
  const first = CALLED_AT + 10 * MINUTE;
  const nudged = given(reported, called)
    .when({ type: "time_out" }, null, { now: first })
    .then({ type: "nudged", about: "unclaimed" });
  assertEquals(nudged.status === "awaiting_claim" && nudged.nudgedAt, first);
  whenIncident(nudged, first + 10 * MINUTE - 1)
    .when({ type: "time_out" }, null).thenRefused({ reason: "not_due" });
  whenIncident(nudged, first + 10 * MINUTE)
    .when({ type: "time_out" }, null).then({ type: "nudged", about: "unclaimed" });
});

Deno.test("after hours of downtime one reminder is owed, not one for each that was missed", () => {
  const back = CALLED_AT + 5 * 60 * MINUTE;
  const nudged = given(reported, called)
    .when({ type: "time_out" }, null, { now: back })
    .then({ type: "nudged", about: "unclaimed" });
  whenIncident(nudged, back + MINUTE)
    .when({ type: "time_out" }, null).thenRefused({ reason: "not_due" });
  assertEquals(deadlineOf(nudged, policy)?.at, back + 10 * MINUTE);
});

Deno.test("without a summary in time it closes, and remembers who was asked", () => {
  const due = NOON + 25 * MINUTE;
  const asked = given(...HISTORIES.awaiting_summary);
  asked.when({ type: "time_out" }, null, { now: due - 1 }).thenRefused({ reason: "not_due" });
  const closed = asked.when({ type: "time_out" }, null, { now: due })
    .then({ type: "closed", reason: "no_summary" });
  assertEquals(
    closed.status === "closed" && "summarizer" in closed &&
      [closed.reason, closed.summarizer, closed.endedAt],
    ["no_summary", sami, due],
  );
});

Deno.test("what waits for nobody never times out", () => {
  for (const status of ["awaiting_department", "in_progress", "resolved", "closed"] as const) {
    given(...HISTORIES[status])
      .when({ type: "time_out" }, null, { now: NOON + 1e10 })
      .thenRefused({ reason: "not_due" });
  }
});

/** Minutes from the moment until the reminder, and what it is about. */
function remindedAfter(incident: Incident, since: number): [number, string] | null {
  const deadline = deadlineOf(incident, policy);
  return deadline && [(deadline.at - since) / MINUTE, deadline.kind];
}

Deno.test("how urgent it is stretches the time until a reminder, and nothing else", () => {
  const waiting = incidentIn("awaiting_claim");
  const escalated = incidentAfter(reported, called, escalatedBy(rita));
  const asked = incidentIn("awaiting_summary");
  const minutes = PRIORITIES.map((priority) => [
    priority,
    remindedAfter({ ...waiting, priority }, CALLED_AT)?.[0],
    remindedAfter({ ...escalated, priority }, NOON + 2 * MINUTE)?.[0],
    remindedAfter({ ...asked, priority }, NOON + 5 * MINUTE)?.[0],
  ]);
  assertEquals(minutes, [
    ["low", 30, 45, 20],
    ["medium", 10, 15, 20],
    ["high", 5, 7.5, 20],
    ["critical", 2.5, 3.75, 20],
  ]);
});

Deno.test("nobody is reminded more often than once a minute, at a whole millisecond", () => {
  const urgent = { ...incidentIn("awaiting_claim"), priority: "critical" as const };
  const hasty = { ...policy, unclaimedNudgeMinutes: 1 };
  assertEquals(deadlineOf(urgent, hasty)?.at, CALLED_AT + MINUTE);
  const odd = { ...policy, priorityFactors: { ...policy.priorityFactors, critical: 1 / 7 } };
  assertEquals(deadlineOf(urgent, odd)?.at, CALLED_AT + Math.round(10 * MINUTE / 7));
});

Deno.test("a priority set meanwhile counts from the same call or reminder", () => {
  const now = CALLED_AT + 8 * MINUTE;
  const urgent = given(reported, called)
    .when({ type: "set_priority", priority: "high" }, rita, { now })
    .then({ type: "priority_set", priority: "high" });
  assertEquals(remindedAfter(urgent, CALLED_AT), [5, "unclaimed"]);
  whenIncident(urgent, now).when({ type: "time_out" }, null)
    .then({ type: "nudged", about: "unclaimed" });
});

const LATER = NOON + 40 * MINUTE;

Deno.test("whoever is called anew has the whole time, in the interval of the tier", () => {
  const waiting = given(reported, called, nudged);
  const escalated = given(reported, called, escalatedBy(rita));
  const ended = given(...HISTORIES.resolved);
  const manager = { standing: MANAGER, now: LATER };
  const calls: Incident[] = [
    waiting.when({ type: "escalate", reason: null }, rita, { now: LATER })
      .then({ type: "escalated", reason: null }),
    escalated.when({ type: "de_escalate" }, mona, manager).then({ type: "de_escalated" }),
    waiting.when({ type: "change_department", department: "2" }, mona, manager)
      .then({ type: "department_changed", department: "2" }),
    escalated.when({ type: "change_department", department: "2" }, mona, manager)
      .then({ type: "department_changed", department: "2" }),
    ended.when({ type: "reopen", reason: null }, rita, { now: LATER })
      .then({ type: "reopened", reason: null }),
  ];
  assertEquals(calls.map((incident) => remindedAfter(incident, LATER)), [
    [15, "escalated"],
    [10, "unclaimed"],
    [10, "unclaimed"],
    [10, "unclaimed"],
    [10, "unclaimed"],
  ]);
});

Deno.test("the managers are reminded in their own interval until one has claimed", () => {
  const due = NOON + 17 * MINUTE;
  const waiting = given(reported, called, escalatedBy(rita));
  waiting.when({ type: "time_out" }, null, { now: due - 1 }).thenRefused({ reason: "not_due" });
  const reminded = waiting.when({ type: "time_out" }, null, { now: due })
    .then({ type: "nudged", about: "escalated" });
  assertEquals(remindedAfter(reminded, due), [15, "escalated"]);
  const taken = whenIncident(reminded, due).when({ type: "claim" }, mona, { standing: MANAGER })
    .then({ type: "claimed" });
  assertEquals(deadlineOf(taken, policy), null);
});

Deno.test("while somebody works on it the managers are reminded until one takes over", () => {
  const due = NOON + 20 * MINUTE;
  const working = given(...HISTORIES.in_progress, escalatedBy(hana));
  working.when({ type: "time_out" }, null, { now: due - 1 }).thenRefused({ reason: "not_due" });
  const reminded = working.when({ type: "time_out" }, null, { now: due })
    .then({ type: "nudged", about: "escalated" });
  assertEquals(reminded.status === "in_progress" && reminded.owner, otto);
  assertEquals(remindedAfter(reminded, due), [15, "escalated"]);
  const after = whenIncident(reminded, due);
  const takenOver = after.when({ type: "claim" }, mona, { standing: MANAGER })
    .then({ type: "claimed" });
  const back = after.when({ type: "de_escalate" }, mona, { standing: MANAGER })
    .then({ type: "de_escalated" });
  const assigned = after.when({ type: "assign", to: sami }, mona, {
    standing: MANAGER,
    otherStanding: DISPATCHER,
  }).then({ type: "assigned", to: sami });
  assertEquals([takenOver, back, assigned].map((it) => deadlineOf(it, policy)), [null, null, null]);
});

Deno.test("an escalation that came to nothing leaves no reminder for the next one behind", () => {
  const past: Step[] = [escalatedBy(hana), [{ type: "nudged", about: "escalated" }, null]];
  const again = given(reported, called, claimed, ...past, [{ type: "de_escalated" }, mona])
    .when({ type: "escalate", reason: null }, otto, { now: LATER })
    .then({ type: "escalated", reason: null });
  assertEquals(remindedAfter(again, LATER), [15, "escalated"]);
});
