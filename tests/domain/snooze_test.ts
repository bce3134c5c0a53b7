import { assertEquals } from "@std/assert";
import { deadlineAt, deadlineOf } from "../../src/domain/deadlines.ts";
import { evolve } from "../../src/domain/evolve.ts";
import { type Incident, isOpen, type Status, STATUSES } from "../../src/domain/incident.ts";
import { lastNudge } from "../../src/domain/nudge.ts";
import type { PersonRef } from "../../src/domain/person.ts";
import { acme, hana, MINUTE, mona, NOON, otto, policy, rita, stella } from "./cast.ts";
import { DETAILS, event, FOLLOWS } from "./events.ts";
import {
  called,
  claimed,
  escalatedBy,
  HISTORIES,
  incidentAfter,
  nudgedAbout,
  reported,
  SNOOZED_UNTIL,
  snoozedBy,
  type Step,
} from "./history.ts";
import { given, MANAGER, MEMBER, whenIncident } from "./story.ts";

const HOUR = 60 * MINUTE;
const OPEN = ["awaiting_department", "awaiting_claim", "in_progress", "awaiting_summary"] as const;
const asManager = { standing: MANAGER };

Deno.test("the statuses in which it can be snoozed are the open ones", () => {
  assertEquals([...OPEN], STATUSES.filter((status) => isOpen(incidentAfter(...HISTORIES[status]))));
});

for (const status of OPEN) {
  Deno.test(`in ${status} a manager snoozes it for hours, and nothing is due before they are over`, () => {
    for (const [until, hours] of [["1h", 1], ["4h", 4]] as const) {
      const now = NOON + 20 * MINUTE;
      const over = now + hours * HOUR;
      const snoozed = given(...HISTORIES[status])
        .when({ type: "snooze", until }, mona, { ...asManager, now })
        .then({ type: "snoozed", until: over });
      assertEquals(snoozed.snoozed, { until: over, by: mona });
      assertEquals(deadlineOf(snoozed, policy, acme), { at: over, kind: "snooze" });
      whenIncident(snoozed, over - 1).when({ type: "time_out" }, null)
        .thenRefused({ reason: "not_due" });
      const woken = whenIncident(snoozed, over).when({ type: "time_out" }, null)
        .then({ type: "woken" });
      assertEquals(woken.snoozed, null);
    }
  });
}

/** What is waited for in each status, the time until it is due anew, and what was before. */
const ANEW: [string, readonly Step[], number, string][] = [
  ["awaiting_department", [reported, nudgedAbout("department")], 12, "department"],
  ["awaiting_claim", [reported, called, nudgedAbout("unclaimed")], 10, "unclaimed"],
  [
    "awaiting_claim at tier 2",
    [reported, called, escalatedBy(rita), nudgedAbout("escalated")],
    15,
    "escalated",
  ],
  ["in_progress", [...HISTORIES.in_progress, nudgedAbout("silent")], 30, "silent"],
  [
    "in_progress at tier 2",
    [...HISTORIES.in_progress, escalatedBy(rita), nudgedAbout("escalated")],
    15,
    "escalated",
  ],
  ["awaiting_summary", [...HISTORIES.awaiting_summary, nudgedAbout("summary")], 10, "summary"],
];

for (const [is, steps, minutes, kind] of ANEW) {
  Deno.test(`in ${is}, once a snooze is over everything waits anew`, () => {
    const over = SNOOZED_UNTIL;
    const snoozed = given(...steps, snoozedBy(mona));
    const byTheClock = snoozed.when({ type: "time_out" }, null, { now: over })
      .then({ type: "woken" });
    const byHand = snoozed.when({ type: "wake" }, mona, { ...asManager, now: over })
      .then({ type: "woken" });
    assertEquals(byHand, byTheClock);
    assertEquals(deadlineOf(byTheClock, policy, acme), { at: over + minutes * MINUTE, kind });
    whenIncident(byTheClock, over + minutes * MINUTE - 1).when({ type: "time_out" }, null)
      .thenRefused({ reason: "not_due" });
    const reminded = whenIncident(byTheClock, over + minutes * MINUTE)
      .when({ type: "time_out" }, null)
      .then({ type: "nudged", about: kind as "silent" });
    assertEquals(lastNudge(reminded), over + minutes * MINUTE);
  });
}

Deno.test("after a snooze there are two reminders again before it escalates, or a department is called", () => {
  const LATE = { now: NOON + 1e9 };
  for (
    const [steps, about] of [[[reported], "department"], [[reported, called], "unclaimed"]] as const
  ) {
    const twice = [nudgedAbout(about), nudgedAbout(about)];
    const woken: Step[] = [snoozedBy(mona), [{ type: "woken" }, null]];
    given(...steps, ...twice, ...woken, ...twice.slice(1)).when({ type: "time_out" }, null, LATE)
      .then({ type: "nudged", about });
  }
});

Deno.test("a snooze that ended long ago wakes it once, however long the downtime was", () => {
  const back = SNOOZED_UNTIL + 9 * HOUR;
  const woken = given(reported, called, snoozedBy(mona))
    .when({ type: "time_out" }, null, { now: back }).then({ type: "woken" });
  assertEquals(deadlineOf(woken, policy, acme), { at: back + 10 * MINUTE, kind: "unclaimed" });
});

Deno.test("owner and managers snooze and wake it; nobody else does", () => {
  const working = given(...HISTORIES.in_progress);
  const until = NOON + HOUR;
  const now = { now: NOON };
  working.when({ type: "snooze", until: "1h" }, otto, now).then({ type: "snoozed", until });
  given(...HISTORIES.in_progress, snoozedBy(mona)).when({ type: "wake" }, otto)
    .then({ type: "woken" });
  const refused = { reason: "not_allowed", allowed: ["owner", "manager"] } as const;
  for (const person of [hana, rita, stella]) {
    working.when({ type: "snooze", until: "1h" }, person, { standing: MEMBER })
      .thenRefused(refused);
    given(...HISTORIES.in_progress, snoozedBy(otto)).when({ type: "wake" }, person)
      .thenRefused(refused);
  }
});

Deno.test("what is not snoozed can't be woken, and what has ended can't be snoozed", () => {
  given(...HISTORIES.in_progress).when({ type: "wake" }, otto)
    .thenRefused({ reason: "no_change" });
  for (const status of ["resolved", "closed"] as const) {
    for (const type of ["snooze", "wake"] as const) {
      const action = type === "snooze" ? { type, until: "1h" as const } : { type };
      given(...HISTORIES[status]).when(action, mona, asManager)
        .thenRefused({
          reason: "wrong_status",
          status,
          person: { id: 105, name: "Sami" },
        });
    }
  }
});

Deno.test("the last snooze counts, be it shorter or longer", () => {
  const now = NOON + 10 * MINUTE;
  const snoozed = given(reported, called, snoozedBy(mona))
    .when({ type: "snooze", until: "1h" }, stella, { ...asManager, now })
    .then({ type: "snoozed", until: now + HOUR });
  assertEquals(snoozed.snoozed, { until: now + HOUR, by: stella });
});

/** What ends a snooze: another status, tier, department or owner. */
const ENDS_A_SNOOZE: Partial<Record<Status, readonly string[]>> = {
  awaiting_department: ["department_chosen", "cancelled", "woken"],
  awaiting_claim: [
    "claimed",
    "assigned",
    "department_changed",
    "escalated",
    "cancelled",
    "woken",
  ],
  in_progress: [
    "claimed",
    "assigned",
    "department_changed",
    "escalated",
    "handed_over",
    "unclaimed",
    "claim_ended",
    "resolve_pressed",
    "cancelled",
    "woken",
  ],
  awaiting_summary: [
    "department_changed",
    "back_to_work",
    "summarized",
    "closed",
    "cancelled",
    "woken",
  ],
};

for (const status of OPEN) {
  Deno.test(`in ${status} a snooze ends with what it was for, and with nothing else`, () => {
    const snoozed = incidentAfter(...HISTORIES[status], snoozedBy(mona));
    for (const type of [...DETAILS, ...FOLLOWS[status]]) {
      if (type === "snoozed") continue;
      const ends = ENDS_A_SNOOZE[status]!.includes(type);
      assertEquals(evolve(snoozed, event(type)).snoozed === null, ends, type);
    }
  });
}

Deno.test("at tier 2 a snooze ends when it is given back to the department", () => {
  for (const steps of [[reported, called], [reported, called, claimed]]) {
    const snoozed = incidentAfter(...steps, escalatedBy(rita), snoozedBy(mona));
    assertEquals(evolve(snoozed, event("de_escalated", mona)).snoozed, null);
  }
});

/** Until when it is quiet for somebody who snoozes it at that moment. */
function deadlineAfter(snoozed: Incident, now: number, priority: Incident["priority"]) {
  return deadlineAt({ ...snoozed, priority }, policy, { company: acme, now });
}

Deno.test("how urgent it is does not shorten a snooze", () => {
  const snoozed = incidentAfter(reported, called, snoozedBy(mona));
  for (const priority of ["low", "medium", "high", "critical"] as const) {
    assertEquals(deadlineAfter(snoozed, NOON + HOUR, priority), {
      at: SNOOZED_UNTIL,
      kind: "snooze",
    });
  }
});

Deno.test("a snooze of those who work on it is a word of them, that of a manager is none", () => {
  const heardAt = (person: PersonRef) => {
    const after = evolve(incidentAfter(...HISTORIES.in_progress), {
      type: "snoozed",
      until: SNOOZED_UNTIL,
      actor: person,
      at: NOON + HOUR,
      updateId: 1,
    });
    return after.status === "in_progress" && after.heardAt;
  };
  assertEquals([heardAt(otto), heardAt(mona)], [NOON + HOUR, NOON + 4 * MINUTE]);
});
