import { assertEquals } from "@std/assert";
import type { Company } from "../../src/domain/company.ts";
import { deadlineAt, deadlineOf } from "../../src/domain/deadlines.ts";
import { decide } from "../../src/domain/decide.ts";
import { evolve } from "../../src/domain/evolve.ts";
import { parseHours } from "../../src/domain/hours.ts";
import type { Incident } from "../../src/domain/incident.ts";
import type { Priority } from "../../src/domain/priority.ts";
import { acme, MINUTE, mona, otto, policy, rita, sami } from "./cast.ts";
import {
  called,
  claimed,
  escalatedBy,
  history,
  reported,
  resolvePressedBy,
  type Step,
} from "./history.ts";
import { MANAGER, NO_ROLES, whenIncident } from "./story.ts";

/** Works on weekdays from eight to five in Chicago; not on Thanksgiving. */
const office: Company = {
  ...acme,
  timeZone: "America/Chicago",
  calendar: { hours: parseHours("mon-fri 08:00-17:00"), holidays: ["2026-11-26"] },
};

/** A moment in Chicago: Monday the 23rd of November and after. */
const on = (day: number, time: string) => Date.parse(`2026-11-${day}T${time}-06:00`);
const shown = (at: number | undefined) => new Date((at ?? 0) - 6 * 60 * MINUTE).toISOString();

/** What the steps lead to when all of them happen at that moment. */
function standing(at: number, ...steps: readonly Step[]): Incident {
  return history(steps).reduce<Incident | null>(
    (incident, event) => evolve(incident, { ...event, at }),
    null,
  )!;
}

function due(incident: Incident, company = office): string {
  const deadline = deadlineOf(incident, policy, company);
  return `${deadline?.kind} ${shown(deadline?.at).slice(8, 16)}`;
}

/** What the clock does at that moment. */
function atTheTime(incident: Incident, now: number): string[] {
  const decision = decide(incident, { type: "time_out" }, {
    now,
    actor: null,
    standing: NO_ROLES,
    company: office,
    policy,
    pins: true,
    nobodyTakesCalls: false,
    otherStanding: null,
    otherIncident: null,
  });
  return "refusal" in decision
    ? [decision.refusal.reason]
    : decision.events.map((it) => it.type === "nudged" ? `nudged about ${it.about}` : it.type);
}

Deno.test("in the evening the clock of every reminder stops, and goes on in the morning", () => {
  const evening = on(23, "16:55");
  const at = (...steps: Step[]) => due(standing(evening, ...steps));
  assertEquals(at(reported), "department 24T08:07");
  assertEquals(at(reported, called), "unclaimed 24T08:05");
  assertEquals(at(reported, called, escalatedBy(rita)), "escalated 24T08:10");
  assertEquals(at(reported, called, claimed), "silent 24T08:25");
  assertEquals(at(reported, called, claimed, escalatedBy(rita)), "escalated 24T08:10");
  const pressed = [reported, called, claimed, resolvePressedBy(sami)];
  assertEquals(at(...pressed), "summary 24T08:05");
  assertEquals(at(...pressed, [{ type: "nudged", about: "summary" }, null]), "no_summary 24T08:05");
});

Deno.test("what is reported at night is nothing to anybody before the morning", () => {
  const incident = standing(on(23, "21:30"), reported, called);
  assertEquals(due(incident), "unclaimed 24T08:10");
  for (const [day, time] of [[23, "21:40"], [23, "23:59"], [24, "07:59"], [24, "08:09"]] as const) {
    assertEquals(atTheTime(incident, on(day, time)), ["not_due"], time);
  }
  assertEquals(atTheTime(incident, on(24, "08:10")), ["nudged about unclaimed"]);
});

Deno.test("over a weekend and a holiday nobody is reminded", () => {
  const wednesday = standing(on(25, "16:55"), reported, called);
  assertEquals(due(wednesday), "unclaimed 27T08:05");
  const friday = standing(on(27, "17:30"), reported, called);
  assertEquals(due(friday), "unclaimed 30T08:10");
});

Deno.test("what is critical is reminded of at night, too, and escalates", () => {
  const night = on(26, "02:00");
  const at = (...steps: Step[]) =>
    due({ ...standing(night, ...steps), priority: "critical" as Priority });
  assertEquals(at(reported), "department 26T02:03");
  assertEquals(at(reported, called), "unclaimed 26T02:02");
  assertEquals(at(reported, called, claimed), "silent 26T02:07");
  assertEquals(at(reported, called, claimed, resolvePressedBy(sami)), "summary 26T02:10");
  const urgent = { ...standing(night, reported, called), priority: "critical" as const };
  assertEquals(atTheTime(urgent, night + 2 * MINUTE), ["not_due"]);
  assertEquals(atTheTime(urgent, night + 2.5 * MINUTE), ["nudged about unclaimed"]);
  const twice = { ...urgent, status: "awaiting_claim" as const, department: "1" };
  const waiting: Incident = { ...twice, calledAt: night, nudgedAt: night, nudges: 2 };
  assertEquals(atTheTime(waiting, night + 2.5 * MINUTE), ["escalated"]);
});

Deno.test("a priority set at night moves what is due, in either direction", () => {
  const incident = standing(on(23, "21:30"), reported, called);
  const later = whenIncident(incident, on(23, "22:00"));
  const urgent = later.when({ type: "set_priority", priority: "critical" }, rita, {
    company: office,
  }).then({ type: "priority_set", priority: "critical" });
  assertEquals(atTheTime(urgent, on(23, "22:00")), ["nudged about unclaimed"]);
  const calm = whenIncident(urgent, on(23, "22:01"))
    .when({ type: "set_priority", priority: "high" }, rita)
    .then({ type: "priority_set", priority: "high" });
  assertEquals(atTheTime(calm, on(23, "22:01")), ["not_due"]);
  assertEquals(due(calm), "unclaimed 24T08:05");
});

Deno.test("what came due during the day and was missed is held until people work again", () => {
  const incident = standing(on(23, "16:40"), reported, called);
  assertEquals(due(incident), "unclaimed 23T16:50");
  const heldAt = (now: number, held = incident) =>
    shown(deadlineAt(held, policy, { company: office, now })?.at).slice(8, 16);
  assertEquals(heldAt(on(23, "16:45")), "23T16:50", "before it is due");
  assertEquals(heldAt(on(23, "16:59")), "23T16:50", "while people work");
  assertEquals(heldAt(on(23, "17:00")), "24T08:00");
  assertEquals(heldAt(on(24, "07:59")), "24T08:00");
  assertEquals(heldAt(on(24, "08:00")), "23T16:50");
  for (const [day, time] of [[23, "17:00"], [24, "03:00"], [24, "07:59"]] as const) {
    assertEquals(atTheTime(incident, on(day, time)), ["not_due"], time);
  }
  assertEquals(atTheTime(incident, on(24, "08:00")), ["nudged about unclaimed"]);
  const urgent = { ...incident, priority: "critical" as const };
  assertEquals(atTheTime(urgent, on(23, "23:00")), ["nudged about unclaimed"]);
  assertEquals(heldAt(on(23, "23:00"), urgent), "23T16:42");
});

Deno.test("what comes due just when people stop is for the morning", () => {
  const incident = standing(on(23, "16:50"), reported, called);
  assertEquals(due(incident), "unclaimed 23T17:00");
  assertEquals(atTheTime(incident, on(23, "17:00")), ["not_due"]);
  assertEquals(atTheTime(incident, on(24, "08:00")), ["nudged about unclaimed"]);
});

Deno.test("the next reminder counts from the one before, in working time", () => {
  const once = evolve(standing(on(23, "16:40"), reported, called), {
    type: "nudged",
    about: "unclaimed",
    actor: null,
    at: on(23, "16:52"),
    updateId: null,
  });
  assertEquals(due(once), "unclaimed 24T08:02");
});

Deno.test("a snooze that ends at night ends in the morning, unless it is critical", () => {
  const evening = standing(on(23, "16:30"), reported, called, claimed);
  const snoozed = whenIncident(evening, on(23, "16:30"))
    .when({ type: "snooze", until: "1h" }, otto, { company: office })
    .then({ type: "snoozed", until: on(23, "17:30") });
  assertEquals(due(snoozed), "snooze 24T08:00");
  assertEquals(atTheTime(snoozed, on(23, "17:30")), ["not_due"]);
  assertEquals(atTheTime(snoozed, on(24, "08:00")), ["woken"]);
  const urgent = { ...snoozed, priority: "critical" as const };
  assertEquals(due(urgent), "snooze 23T17:30");
  assertEquals(atTheTime(urgent, on(23, "17:30")), ["woken"]);
});

Deno.test("tomorrow is the next day on which people work", () => {
  const until = (day: number, time: string) => {
    const now = on(day, time);
    const decision = decide(
      standing(now, reported, called),
      { type: "snooze", until: "tomorrow" },
      {
        now,
        actor: mona,
        standing: MANAGER,
        company: office,
        policy,
        pins: true,
        nobodyTakesCalls: false,
        otherStanding: null,
        otherIncident: null,
      },
    );
    const [event] = "events" in decision ? decision.events : [];
    return event?.type === "snoozed" ? shown(event.until).slice(8, 16) : event;
  };
  assertEquals(until(23, "09:00"), "24T08:00");
  assertEquals(until(24, "00:30"), "25T08:00");
  assertEquals(until(25, "16:00"), "27T08:00", "Thursday is a holiday");
  assertEquals(until(27, "16:00"), "30T08:00", "then comes a weekend");
});

Deno.test("round the clock, nothing is held", () => {
  const incident = standing(on(23, "16:40"), reported, called);
  for (const now of [on(23, "16:45"), on(23, "23:00"), on(28, "12:00")]) {
    assertEquals(deadlineAt(incident, policy, { company: acme, now }), {
      at: on(23, "16:50"),
      kind: "unclaimed",
    });
  }
});

Deno.test("an hour that comes twice is two hours, and one that is skipped is none", () => {
  const night: Company = {
    ...office,
    timeZone: "America/New_York",
    calendar: { hours: parseHours("daily 00:00-04:00"), holidays: [] },
  };
  const slow = { ...policy, unclaimedNudgeMinutes: 240 };
  const after = (calledAt: string) => {
    const incident = standing(Date.parse(calledAt), reported, called);
    return new Date(deadlineOf(incident, slow, night)!.at).toISOString().slice(0, 16);
  };
  assertEquals(after("2026-11-01T00:00-04:00"), "2026-11-01T08:00", "3 in the morning");
  assertEquals(after("2027-03-14T00:00-05:00"), "2027-03-15T05:00", "1 in the next morning");
  assertEquals(after("2026-11-03T00:00-05:00"), "2026-11-03T09:00", "4 in the morning");
});
