import { assertEquals } from "@std/assert";
import { deadlineOf } from "../../src/domain/deadlines.ts";
import { type Incident, STATUSES } from "../../src/domain/incident.ts";
import { PRIORITIES } from "../../src/domain/priority.ts";
import { acme, hana, MINUTE, mona, NOON, otto, policy, rita, sami } from "./cast.ts";
import {
  called,
  claimed,
  escalatedBy,
  HISTORIES,
  incidentAfter,
  incidentIn,
  nudged,
  nudgedAbout,
  reported,
  type Step,
} from "./history.ts";
import { DISPATCHER, given, MANAGER, whenIncident } from "./story.ts";

const CALLED_AT = NOON + MINUTE;

Deno.test("deadlineOf() waits for somebody as long as it is open, and for nobody after that", () => {
  const deadlines = STATUSES.map((status) => [
    status,
    deadlineOf(incidentIn(status), policy, acme),
  ]);
  assertEquals(deadlines, [
    ["awaiting_department", { at: NOON + 12 * MINUTE, kind: "department" }],
    ["awaiting_claim", { at: CALLED_AT + 10 * MINUTE, kind: "unclaimed" }],
    ["in_progress", { at: NOON + 4 * MINUTE + 30 * MINUTE, kind: "silent" }],
    ["awaiting_summary", { at: NOON + 5 * MINUTE + 10 * MINUTE, kind: "summary" }],
    ["resolved", null],
    ["closed", null],
  ]);
});

Deno.test("the time until each first reminder is the policy's", () => {
  const patient = {
    ...policy,
    departmentNudgeMinutes: 50,
    unclaimedNudgeMinutes: 60,
    escalationNudgeMinutes: 70,
    checkInMinutes: 80,
    summaryTimeoutMinutes: 90,
  };
  const minutes = (incident: Incident, since: number) =>
    (deadlineOf(incident, patient, acme)!.at - NOON) / MINUTE - since;
  assertEquals(minutes(incidentIn("awaiting_department"), 0), 50);
  assertEquals(minutes(incidentIn("awaiting_claim"), 1), 60);
  assertEquals(minutes(incidentAfter(reported, called, escalatedBy(rita)), 2), 70);
  assertEquals(minutes(incidentIn("in_progress"), 4), 80);
  assertEquals(minutes(incidentIn("awaiting_summary"), 5), 45);
});

/** Each kind of reminder that repeats: what leads to it, and the policy's word for its repetition. */
const REPEATING = {
  department: { steps: [reported], field: "departmentRepeatMinutes", first: 12 },
  unclaimed: { steps: [reported, called], field: "unclaimedRepeatMinutes", first: 10 },
  escalated: {
    steps: [reported, called, escalatedBy(rita)],
    field: "escalationRepeatMinutes",
    first: 15,
  },
  silent: { steps: HISTORIES.in_progress, field: "checkInRepeatMinutes", first: 30 },
} as const;

for (const [about, { steps, field, first }] of Object.entries(REPEATING)) {
  const kind = about as keyof typeof REPEATING;

  Deno.test(`${kind}: the next reminders come as often as the first, or as the policy says`, () => {
    const reminded = incidentAfter(...steps, nudgedAbout(kind));
    const at = NOON + steps.length * MINUTE;
    const next = (repeat: number | null) =>
      (deadlineOf(reminded, { ...policy, [field]: repeat }, acme)!.at - at) / MINUTE;
    assertEquals([next(null), next(3), next(600)], [first, 3, 600]);
    const before = deadlineOf(incidentAfter(...steps), { ...policy, [field]: 3 }, acme)!;
    assertEquals((before.at - at) / MINUTE + 1, first, "the first one");
  });
}

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

for (const [about, { steps, first }] of Object.entries(REPEATING)) {
  const kind = about as keyof typeof REPEATING;

  Deno.test(`${kind}: after hours of downtime one reminder is owed, not one for each missed`, () => {
    const back = NOON + 5 * 60 * MINUTE;
    const reminded = given(...steps).when({ type: "time_out" }, null, { now: back })
      .then({ type: "nudged", about: kind });
    whenIncident(reminded, back + MINUTE)
      .when({ type: "time_out" }, null).thenRefused({ reason: "not_due" });
    assertEquals(remindedAfter(reminded, back), [first, kind]);
  });
}

Deno.test("it escalates by itself after two reminders, and no sooner", () => {
  const due = (nudges: number) => CALLED_AT + (nudges + 1) * 10 * MINUTE;
  const first = given(reported, called).when({ type: "time_out" }, null, { now: due(0) })
    .then({ type: "nudged", about: "unclaimed" });
  const second = whenIncident(first, due(1)).when({ type: "time_out" }, null)
    .then({ type: "nudged", about: "unclaimed" });
  whenIncident(second, due(2) - 1).when({ type: "time_out" }, null)
    .thenRefused({ reason: "not_due" });
  const escalated = whenIncident(second, due(2)).when({ type: "time_out" }, null)
    .then({ type: "escalated", reason: null });
  assertEquals(escalated.escalation, {
    at: due(2),
    by: null,
    reason: null,
    calledAt: due(2),
    nudgedAt: null,
    nudges: 0,
    takenBy: null,
  });
  assertEquals(remindedAfter(escalated, due(2)), [15, "escalated"]);
});

Deno.test("how many reminders there are before it escalates is the policy's", () => {
  const reminders = Array.from({ length: 5 }, () => nudged);
  for (const unclaimedNudges of [1, 5]) {
    const facts = { policy: { ...policy, unclaimedNudges }, now: NOON + 1e9 };
    given(reported, called, ...reminders.slice(0, unclaimedNudges - 1))
      .when({ type: "time_out" }, null, facts).then({ type: "nudged", about: "unclaimed" });
    given(reported, called, ...reminders.slice(0, unclaimedNudges))
      .when({ type: "time_out" }, null, facts).then({ type: "escalated", reason: null });
  }
});

Deno.test("where nothing escalates by itself, the department is reminded for ever", () => {
  const reminders = Array.from({ length: 9 }, () => nudged);
  const facts = { policy: { ...policy, escalatesByItself: false }, now: NOON + 1e9 };
  given(reported, called, ...reminders).when({ type: "time_out" }, null, facts)
    .then({ type: "nudged", about: "unclaimed" });
});

Deno.test("the managers are reminded for ever, and nothing else comes of it", () => {
  const reminders = Array.from({ length: 9 }, () => nudgedAbout("escalated"));
  for (const steps of [[reported, called], [reported, called, claimed]]) {
    const after = given(...steps, escalatedBy(rita), ...reminders)
      .when({ type: "time_out" }, null, { now: NOON + 1e9 })
      .then({ type: "nudged", about: "escalated" });
    assertEquals([after.escalation?.nudges, after.escalation?.nudgedAt], [10, NOON + 1e9]);
  }
});

Deno.test("whoever is called anew is reminded twice again before it escalates", () => {
  const facts = { now: NOON + 1e9 };
  const twice = [nudged, nudged];
  const again: Step[][] = [
    [[{ type: "department_changed", department: "2" }, mona]],
    [claimed, [{ type: "unclaimed" }, otto]],
    [escalatedBy(rita), [{ type: "de_escalated" }, mona]],
  ];
  for (const steps of again) {
    const before = [reported, called, ...twice];
    given(...before).when({ type: "time_out" }, null, facts)
      .then({ type: "escalated", reason: null });
    given(...before, ...steps, nudged).when({ type: "time_out" }, null, facts)
      .then({ type: "nudged", about: "unclaimed" });
    given(...before, ...steps, ...twice).when({ type: "time_out" }, null, facts)
      .then({ type: "escalated", reason: null });
  }
});

Deno.test("what waits for nobody never times out", () => {
  for (const status of ["resolved", "closed"] as const) {
    given(...HISTORIES[status])
      .when({ type: "time_out" }, null, { now: NOON + 1e10 })
      .thenRefused({ reason: "not_due" });
  }
});

/** Minutes from the moment until the reminder, and what it is about. */
function remindedAfter(incident: Incident, since: number): [number, string] | null {
  const deadline = deadlineOf(incident, policy, acme);
  return deadline && [(deadline.at - since) / MINUTE, deadline.kind];
}

Deno.test("how urgent it is stretches the time until a reminder, but not until it closes", () => {
  const minutes = PRIORITIES.map((priority) => {
    const after = (incident: Incident, since: number) =>
      remindedAfter({ ...incident, priority }, NOON + since * MINUTE)?.[0];
    return [
      priority,
      after(incidentIn("awaiting_department"), 0),
      after(incidentIn("awaiting_claim"), 1),
      after(incidentAfter(reported, called, nudged), 2),
      after(incidentAfter(reported, called, escalatedBy(rita)), 2),
      after(incidentIn("in_progress"), 4),
      after(incidentIn("awaiting_summary"), 5),
    ];
  });
  assertEquals(minutes, [
    ["low", 36, 30, 30, 45, 90, 10],
    ["medium", 12, 10, 10, 15, 30, 10],
    ["high", 6, 5, 5, 7.5, 15, 10],
    ["critical", 3, 2.5, 2.5, 3.75, 7.5, 10],
  ]);
});

Deno.test("nobody is reminded more often than once a minute, at a whole millisecond", () => {
  const urgent = { ...incidentIn("awaiting_claim"), priority: "critical" as const };
  const hasty = { ...policy, unclaimedNudgeMinutes: 1 };
  assertEquals(deadlineOf(urgent, hasty, acme)?.at, CALLED_AT + MINUTE);
  const odd = { ...policy, priorityFactors: { ...policy.priorityFactors, critical: 1 / 7 } };
  assertEquals(deadlineOf(urgent, odd, acme)?.at, CALLED_AT + Math.round(10 * MINUTE / 7));
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
  assertEquals(remindedAfter(taken, due), [30, "silent"]);
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
  // Mona does not work on what she gives back: nothing was heard of Otto and Hana since Hana escalated.
  assertEquals(
    [takenOver, back, assigned].map((it) => remindedAfter(it, due)),
    [[30, "silent"], [15, "silent"], [30, "silent"]],
  );
});

Deno.test("when the manager who took over leaves, the managers have the whole time again", () => {
  const reminder = nudgedAbout("escalated");
  const past = [reported, called, claimed, escalatedBy(otto), reminder, reminder];
  const takeover: Step = [{ type: "claimed" }, mona];
  const handed = given(...past, takeover).when({ type: "leave" }, mona, { now: LATER })
    .then({ type: "handed_over", to: otto });
  const left = given(...past).when({ type: "leave" }, otto, { now: LATER })
    .then({ type: "unclaimed" });
  for (const incident of [handed, left]) {
    assertEquals(remindedAfter(incident, LATER), [15, "escalated"]);
    assertEquals([incident.escalation?.nudges, incident.escalation?.takenBy], [0, null]);
  }
});

Deno.test("when an owner leaves before any manager came, the managers wait on as they did", () => {
  const due = NOON + 20 * MINUTE;
  const handed = given(...HISTORIES.in_progress, escalatedBy(hana))
    .when({ type: "leave" }, otto, { now: due - MINUTE }).then({ type: "handed_over", to: hana });
  assertEquals(remindedAfter(handed, due), [0, "escalated"]);
});

Deno.test("an escalation that came to nothing leaves no reminder for the next one behind", () => {
  const past: Step[] = [escalatedBy(hana), [{ type: "nudged", about: "escalated" }, null]];
  const again = given(reported, called, claimed, ...past, [{ type: "de_escalated" }, mona])
    .when({ type: "escalate", reason: null }, otto, { now: LATER })
    .then({ type: "escalated", reason: null });
  assertEquals(remindedAfter(again, LATER), [15, "escalated"]);
});
