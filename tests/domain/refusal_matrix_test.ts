import { assert, assertEquals } from "@std/assert";
import type { LaterAction } from "../../src/domain/action.ts";
import { decide, type Decision, type Facts } from "../../src/domain/decide.ts";
import { type Status, STATUSES } from "../../src/domain/incident.ts";
import { Refusal } from "../../src/domain/refusal.ts";
import { PARTS, partsOf, type PersonalAction, RULES } from "../../src/domain/rules.ts";
import { standingOf } from "../../src/domain/standing.ts";
import { acme, hana, hugo, otto, policy, sami } from "./cast.ts";
import { ANYONE_WHILE_NOBODY_TAKES_CALLS, DESIGN } from "./design_table.ts";
import { incidentIn } from "./history.ts";
import { EVERYBODY, NOW, partsWhile, type Somebody } from "./somebody.ts";

const ACTIONS: Record<PersonalAction, LaterAction> = {
  choose_department: { type: "choose_department", department: "2" },
  claim: { type: "claim" },
  join: { type: "join" },
  leave: { type: "leave" },
  resolve: { type: "resolve" },
  back_to_work: { type: "back_to_work" },
  summarize: { type: "summarize", summary: "Replaced the brake line" },
};
const NAMES = Object.keys(RULES) as PersonalAction[];

/** Whom the truth about a status names. */
const IN_CHARGE: Record<Status, Somebody["person"] | null> = {
  awaiting_department: null,
  awaiting_claim: null,
  in_progress: otto,
  awaiting_summary: sami,
  resolved: sami,
  closed: sami,
};

const refused = (refusal: Refusal): Decision => ({ refusal });

/** What the design says, from its table alone. */
function expected(
  action: PersonalAction,
  status: Status,
  who: Somebody,
  nobodyTakesCalls: boolean,
): Decision {
  const { from, who: allowed } = DESIGN[action];
  const parts = partsWhile(who, status);
  const works = status === "in_progress";
  if (works && parts.includes("owner") && (action === "claim" || action === "join")) {
    return refused({ reason: "already_owner" });
  }
  if (works && parts.includes("helper") && action === "join") {
    return refused({ reason: "already_helping" });
  }
  if (action === "choose_department" && status !== "awaiting_department") {
    return refused({ reason: "department_chosen_already", department: "Dispatch" });
  }
  if (!from.includes(status)) {
    return refused({ reason: "wrong_status", status, person: IN_CHARGE[status] });
  }
  const anyone = nobodyTakesCalls && ANYONE_WHILE_NOBODY_TAKES_CALLS.includes(action);
  if (!anyone && !parts.some((part) => allowed.includes(part))) {
    return refused({ reason: "not_allowed", allowed });
  }
  return { events: [eventOf(action, parts.includes("owner"))] };
}

function eventOf(action: PersonalAction, byOwner: boolean) {
  switch (action) {
    case "choose_department":
      return { type: "department_chosen" as const, department: "2" };
    case "claim":
      return { type: "claimed" as const };
    case "join":
      return { type: "joined" as const };
    case "leave":
      return byOwner ? { type: "handed_over" as const, to: hana } : { type: "left" as const };
    case "resolve":
      return { type: "resolve_pressed" as const };
    case "back_to_work":
      return { type: "back_to_work" as const };
    case "summarize":
      return { type: "summarized" as const, summary: "Replaced the brake line" };
    default:
      return action satisfies never;
  }
}

function decided(
  action: PersonalAction,
  status: Status,
  { person, facts }: Somebody,
  nobodyTakesCalls: boolean,
): Decision {
  const all: Facts = {
    now: NOW,
    actor: person,
    standing: standingOf(facts),
    company: acme,
    policy,
    nobodyTakesCalls,
  };
  return decide(incidentIn(status), ACTIONS[action], all);
}

Deno.test("the design's table and the program's have the same actions", () => {
  assertEquals(NAMES.toSorted(), Object.keys(DESIGN).toSorted());
});

Deno.test("somebody of every part is asked about", () => {
  for (const part of PARTS) {
    assert(EVERYBODY.some(({ parts }) => parts.includes(part)), `nobody is ${part}`);
  }
});

Deno.test("partsOf() gives everybody exactly the parts that the design gives them", () => {
  for (const status of STATUSES) {
    for (const who of EVERYBODY) {
      const parts = partsOf(who.person.id, incidentIn(status), standingOf(who.facts));
      assertEquals(
        [...parts].toSorted(),
        partsWhile(who, status).toSorted(),
        `${who.is}, ${status}`,
      );
    }
  }
});

for (const action of NAMES) {
  for (const status of STATUSES) {
    Deno.test(`${action} in ${status}: whoever may, may; everybody else hears why not`, () => {
      for (const who of EVERYBODY) {
        for (const nobodyTakesCalls of [false, true]) {
          const decision = decided(action, status, who, nobodyTakesCalls);
          const cell = `${who.is}${nobodyTakesCalls ? ", while nobody takes calls" : ""}`;
          assertEquals(decision, expected(action, status, who, nobodyTakesCalls), cell);
          if ("refusal" in decision) {
            assertEquals(Refusal.parse(decision.refusal), decision.refusal);
          }
        }
      }
    });
  }
}

Deno.test("nothing that a person does is done by the clock", () => {
  for (const action of NAMES) {
    for (const status of STATUSES) {
      const facts: Facts = {
        now: NOW,
        actor: null,
        standing: standingOf(EVERYBODY.at(-1)!.facts),
        company: acme,
        policy,
        nobodyTakesCalls: true,
      };
      const decision = decide(incidentIn(status), ACTIONS[action], facts);
      assertEquals(decision, refused({ reason: "not_allowed", allowed: DESIGN[action].who }));
    }
  }
});

Deno.test("an unclaimed incident is claimed by anyone in the group only while nobody takes calls", () => {
  const stranger = EVERYBODY[0]!;
  assertEquals(decided("claim", "awaiting_claim", stranger, true), {
    events: [{ type: "claimed" }],
  });
  assertEquals(decided("join", "in_progress", stranger, true), { events: [{ type: "joined" }] });
  assertEquals("refusal" in decided("claim", "awaiting_claim", stranger, false), true);
});

Deno.test("the helper who took over leaves to the next, never to themselves", () => {
  const [owner] = EVERYBODY.filter(({ person }) => person === otto);
  assertEquals(decided("leave", "in_progress", owner!, false), {
    events: [{ type: "handed_over", to: hana }],
  });
  assertEquals(incidentIn("in_progress").helpers, [hana, hugo]);
});
