import { assertEquals } from "@std/assert";
import { deadlineOf } from "../../src/domain/deadlines.ts";
import { STATUSES } from "../../src/domain/incident.ts";
import { MINUTE, NOON, policy, sami } from "./cast.ts";
import { called, HISTORIES, incidentIn, reported } from "./history.ts";
import { given, whenIncident } from "./story.ts";

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
    closed.status === "closed" && [closed.reason, closed.summarizer, closed.endedAt],
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
