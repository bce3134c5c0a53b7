import { assert, assertEquals } from "@std/assert";
import type { LaterAction } from "../../src/domain/action.ts";
import { deadlineOf } from "../../src/domain/deadlines.ts";
import type { EventType } from "../../src/domain/event.ts";
import { evolve } from "../../src/domain/evolve.ts";
import type { Incident } from "../../src/domain/incident.ts";
import { lastNudge } from "../../src/domain/nudge.ts";
import type { PersonRef } from "../../src/domain/person.ts";
import { acme, hana, hugo, MINUTE, NOON, otto, policy, rita, stella } from "./cast.ts";
import { DETAILS, event, FOLLOWS } from "./events.ts";
import { escalatedBy, HISTORIES, incidentAfter, nudgedAbout } from "./history.ts";
import { given, MANAGER, whenIncident } from "./story.ts";

/** The last that was heard of it: Hugo joined. */
const HEARD_AT = NOON + 4 * MINUTE;
const ASKED_AT = NOON + 5 * MINUTE;
const LATER = NOON + 100 * MINUTE;
/** Otto, Hana and Hugo work on it, and Otto was asked how it goes. */
const asked = incidentAfter(...HISTORIES.in_progress, nudgedAbout("silent"));

Deno.test("an owner of whom nothing is heard is asked how it goes, again and again", () => {
  const due = HEARD_AT + 30 * MINUTE;
  const working = given(...HISTORIES.in_progress);
  working.when({ type: "time_out" }, null, { now: due - 1 }).thenRefused({ reason: "not_due" });
  let incident = working.when({ type: "time_out" }, null, { now: due })
    .then({ type: "nudged", about: "silent" });
  for (const times of [1, 2, 3]) {
    const now = due + times * 30 * MINUTE;
    incident = whenIncident(incident, now).when({ type: "time_out" }, null)
      .then({ type: "nudged", about: "silent" });
    assertEquals(lastNudge(incident), now);
  }
  assertEquals(silenceOf(incident), [HEARD_AT, due + 90 * MINUTE]);
});

/** When it was last heard of, and when the owner was asked since then. */
function silenceOf(incident: Incident): [number, number | null] {
  assert(incident.status === "in_progress");
  return [incident.heardAt, incident.nudgedAt];
}

function after(type: EventType, actor: PersonRef | null): Incident {
  return evolve(asked, { ...event(type), actor, at: LATER });
}

/** What can happen while it stays in progress; what the clock says is no word of anybody. */
const MEANWHILE = [...DETAILS, ...FOLLOWS.in_progress].filter((type) =>
  type !== "nudged" && after(type, stella).status === "in_progress"
);

for (const type of MEANWHILE) {
  Deno.test(`whoever works on it is heard of by ${type}`, () => {
    // Whoever leaves is not at work any more.
    const crew = type === "left" ? [otto] : [otto, hana, hugo];
    for (const person of crew) {
      assertEquals(silenceOf(after(type, person)), [LATER, null], person.name);
    }
  });
}

/** They make somebody work on it who is new to it, or their owner. */
const BRING_SOMEBODY: readonly EventType[] = [
  "claimed",
  "assigned",
  "joined",
  "handed_over",
  "claim_ended",
];

Deno.test("of whoever does not work on it, nothing but a change of those who do counts", () => {
  const expected = new Map<EventType, [number, number | null]>(MEANWHILE.map((type) => [
    type,
    BRING_SOMEBODY.includes(type) ? [LATER, null] : [HEARD_AT, ASKED_AT],
  ]));
  // The question is asked anew, though nobody was heard of.
  expected.set("woken", [HEARD_AT, null]);
  const found = new Map(MEANWHILE.map((type) => [type, silenceOf(after(type, stella))]));
  assertEquals(found, expected);
});

Deno.test("a helper who leaves, or whose claim ends, is no word from the others", () => {
  assertEquals(silenceOf(after("left", hugo)), [HEARD_AT, ASKED_AT]);
  const ended = { ...event("claim_ended"), type: "claim_ended", person: hugo, heir: null } as const;
  const without = evolve(asked, { ...ended, cause: "role_lost", actor: null, at: LATER });
  assertEquals(silenceOf(without), [HEARD_AT, ASKED_AT]);
});

Deno.test("whatever breaks the silence buys the whole time again", () => {
  const words: [LaterAction, PersonRef][] = [
    [{ type: "check_in" }, otto],
    [{ type: "check_in" }, hana],
    [{ type: "comment", messageId: 8, text: "Waiting for parts" }, hugo],
    [{ type: "set_priority", priority: "medium" }, otto],
  ];
  const urgent = incidentAfter(
    ...HISTORIES.in_progress,
    [{ type: "priority_set", priority: "high" }, rita],
    nudgedAbout("silent"),
  );
  for (const [action, person] of words) {
    const said = whenIncident(urgent, LATER).when(action, person, { now: LATER });
    const happened = action.type === "check_in"
      ? said.then({ type: "checked_in" })
      : action.type === "comment"
      ? said.then({ type: "commented", messageId: 8, text: "Waiting for parts" })
      : said.then({ type: "priority_set", priority: "medium" });
    const minutes = action.type === "set_priority" ? 30 : 15;
    assertEquals(deadlineOf(happened, policy, acme), {
      at: LATER + minutes * MINUTE,
      kind: "silent",
    });
    assertEquals(lastNudge(happened), null);
  }
});

Deno.test("only those who work on it can say that they still do", () => {
  const refused = { reason: "not_allowed", allowed: ["owner", "helper"] } as const;
  given(...HISTORIES.in_progress).when({ type: "check_in" }, rita).thenRefused(refused);
  given(...HISTORIES.in_progress).when({ type: "check_in" }, stella, { standing: MANAGER })
    .thenRefused(refused);
  given(...HISTORIES.awaiting_summary).when({ type: "check_in" }, otto)
    .thenRefused({
      reason: "wrong_status",
      status: "awaiting_summary",
      person: { id: 105, name: "Sami" },
    });
});

Deno.test("back at work, they have the whole time before they are asked", () => {
  const back = given(...HISTORIES.awaiting_summary)
    .when({ type: "back_to_work" }, stella, { standing: MANAGER, now: LATER })
    .then({ type: "back_to_work" });
  assertEquals(silenceOf(back), [LATER, null]);
});

Deno.test("while the managers are called, it is they who are reminded, and the owner is not asked", () => {
  const escalated = incidentAfter(...HISTORIES.in_progress, escalatedBy(rita));
  const { kind } = deadlineOf(escalated, { ...policy, checkInMinutes: 1 }, acme)!;
  assertEquals(kind, "escalated");
  const reminded = whenIncident(escalated, LATER).when({ type: "time_out" }, null)
    .then({ type: "nudged", about: "escalated" });
  assertEquals(silenceOf(reminded), [HEARD_AT, null]);
  assertEquals(lastNudge(reminded), LATER);
});
