import { assert, assertEquals } from "@std/assert";
import type { LaterAction } from "../../src/domain/action.ts";
import { decide } from "../../src/domain/decide.ts";
import type { Decision } from "../../src/domain/decision.ts";
import type { Happening } from "../../src/domain/event.ts";
import type { Facts } from "../../src/domain/facts.ts";
import { type Incident, STATUSES } from "../../src/domain/incident.ts";
import { Refusal } from "../../src/domain/refusal.ts";
import { possibleActions } from "../../src/domain/refuse.ts";
import { PARTS, partsOf, type PersonalAction, RULES } from "../../src/domain/rules.ts";
import { standingOf } from "../../src/domain/standing.ts";
import { acme, MINUTE, policy } from "./cast.ts";
import { DESIGN, DESIGN_ACTIONS } from "./design_table.ts";
import { refusalByDesign } from "./design_verdict.ts";
import { incidentAfter } from "./history.ts";
import { partsIn } from "./situation.ts";
import { SITUATIONS, type Told } from "./situations.ts";
import { EVERYBODY, NOW, type Somebody } from "./somebody.ts";
import { MEMBER, NO_ROLES } from "./story.ts";

const nina = { id: 109, name: "Nina" };
const attached = {
  messageId: 8,
  attachment: { kind: "location", latitude: 1, longitude: 2 },
} as const;

/** One of each action, and what happens where it may. */
const ACTIONS: Record<
  PersonalAction,
  [LaterAction, Happening | ((situation: Told, who: Somebody) => Happening)]
> = {
  choose_department: [
    { type: "choose_department", department: "2" },
    { type: "department_chosen", department: "2" },
  ],
  claim: [{ type: "claim" }, { type: "claimed" }],
  join: [{ type: "join" }, { type: "joined" }],
  leave: [
    { type: "leave" },
    ({ owner, helpers }, { person }) =>
      owner?.id === person.id ? { type: "handed_over", to: helpers[0]! } : { type: "left" },
  ],
  assign: [{ type: "assign", to: nina }, { type: "assigned", to: nina }],
  change_department: [
    { type: "change_department", department: "2" },
    { type: "department_changed", department: "2" },
  ],
  escalate: [{ type: "escalate", reason: null }, { type: "escalated", reason: null }],
  de_escalate: [{ type: "de_escalate" }, { type: "de_escalated" }],
  resolve: [{ type: "resolve", summary: null }, { type: "resolve_pressed" }],
  back_to_work: [{ type: "back_to_work" }, { type: "back_to_work" }],
  summarize: [
    { type: "summarize", summary: "Replaced the brake line", attached: null },
    { type: "summarized", summary: "Replaced the brake line" },
  ],
  cancel: [
    { type: "cancel", why: { reason: "false_alarm" } },
    { type: "cancelled", reason: "false_alarm", note: null, duplicateOf: null },
  ],
  reopen: [{ type: "reopen", reason: null }, { type: "reopened", reason: null }],
  comment: [
    { type: "comment", messageId: 8, text: "On my way" },
    { type: "commented", messageId: 8, text: "On my way" },
  ],
  edit_comment: [
    { type: "edit_comment", comment: 3, messageId: 8, text: "Almost there" },
    { type: "comment_edited", comment: 3, text: "Almost there" },
  ],
  attach: [{ type: "attach", attached, caption: "" }, { type: "attached", ...attached }],
  edit_source: [
    { type: "edit_source", description: "Brakes failed on truck 14" },
    { type: "description_edited", description: "Brakes failed on truck 14" },
  ],
  edit_description: [
    { type: "edit_description", description: "Brakes failed on truck 13" },
    { type: "description_edited", description: "Brakes failed on truck 13" },
  ],
  set_priority: [
    { type: "set_priority", priority: "high" },
    { type: "priority_set", priority: "high" },
  ],
  tag: [{ type: "tag", tags: ["brakes"] }, { type: "tagged", tags: ["brakes"] }],
  untag: [{ type: "untag", tags: ["truck"] }, { type: "untagged", tags: ["truck"] }],
  repin: [{ type: "repin" }, { type: "repinned" }],
  check_in: [{ type: "check_in" }, { type: "checked_in" }],
  snooze: [{ type: "snooze", until: "4h" }, { type: "snoozed", until: NOW + 240 * MINUTE }],
  wake: [{ type: "wake" }, { type: "woken" }],
  revoke_claim: [
    { type: "revoke_claim", personId: null },
    ({ owner, helpers }) => ({
      type: "claim_ended",
      person: owner!,
      cause: "revoked",
      heir: helpers[0] ?? null,
    }),
  ],
};

/** The incident, with a tag that can be taken off. */
function incidentOf({ steps }: Told): Incident {
  return { ...incidentAfter(...steps), tags: ["truck"] };
}

function factsFor({ person, facts }: Somebody, nobodyTakesCalls: boolean): Facts {
  return {
    now: NOW,
    actor: person,
    standing: standingOf(facts),
    company: acme,
    policy,
    pins: true,
    nobodyTakesCalls,
    otherStanding: MEMBER,
    otherIncident: null,
  };
}

/** What the design says, from its table alone. */
function expected(
  action: PersonalAction,
  situation: Told,
  who: Somebody,
  nobodyTakesCalls: boolean,
): Decision {
  const refusal = refusalByDesign(action, situation, who, nobodyTakesCalls);
  if (refusal) return { refusal };
  if (action === "wake" && situation.quietUntil === null) {
    return { refusal: { reason: "no_change" } };
  }
  const [, happens] = ACTIONS[action];
  const event = typeof happens === "function" ? happens(situation, who) : happens;
  const isByRole = refusalByDesign(action, situation, who, false) === null;
  const isTaken = event.type === "claimed" || event.type === "joined";
  return { events: [isTaken && !isByRole ? { ...event, asGuest: true } : event] };
}

Deno.test("the design's table and the program's have the same actions", () => {
  assertEquals(Object.keys(RULES).toSorted(), DESIGN_ACTIONS.toSorted());
});

Deno.test("somebody of every part is asked about, in every status, at both tiers", () => {
  for (const part of PARTS) {
    const is = SITUATIONS.some((situation) =>
      EVERYBODY.some((who) => partsIn(who, situation).includes(part))
    );
    assert(is, `nobody is ${part}`);
  }
  assertEquals([...new Set(SITUATIONS.map(({ status }) => status))], [...STATUSES]);
  for (const status of STATUSES.slice(1)) {
    const tiers = SITUATIONS.filter((it) => it.status === status).map(({ tier }) => tier);
    assertEquals([...new Set(tiers)].toSorted(), [1, 2], status);
  }
});

Deno.test("partsOf() gives everybody exactly the parts that the design gives them", () => {
  for (const situation of SITUATIONS) {
    for (const who of EVERYBODY) {
      const parts = partsOf(who.person.id, incidentOf(situation), standingOf(who.facts));
      assertEquals(
        [...parts].toSorted(),
        partsIn(who, situation).toSorted(),
        `${who.is}, ${situation.is}`,
      );
    }
  }
});

for (const action of DESIGN_ACTIONS) {
  for (const situation of SITUATIONS) {
    Deno.test(`${action} in ${situation.is}: whoever may, may; everybody else hears why not`, () => {
      for (const who of EVERYBODY) {
        for (const nobodyTakesCalls of [false, true]) {
          const facts = factsFor(who, nobodyTakesCalls);
          const decision = decide(incidentOf(situation), ACTIONS[action][0], facts);
          const cell = `${who.is}${nobodyTakesCalls ? ", while nobody takes calls" : ""}`;
          assertEquals(decision, expected(action, situation, who, nobodyTakesCalls), cell);
          if ("refusal" in decision) {
            assertEquals(Refusal.parse(decision.refusal), decision.refusal);
          }
        }
      }
    });
  }
}

for (const situation of SITUATIONS) {
  Deno.test(`in ${situation.is} everybody is offered just what they may do`, () => {
    for (const who of EVERYBODY) {
      const facts = factsFor(who, false);
      const offered = possibleActions(incidentOf(situation), who.person, facts);
      const may = DESIGN_ACTIONS.filter((action) =>
        refusalByDesign(action, situation, who, false) === null
      );
      assertEquals([...offered].toSorted(), may.toSorted(), who.is);
    }
  });
}

Deno.test("nothing that a person does is done by the clock", () => {
  for (const action of DESIGN_ACTIONS) {
    const allowed = DESIGN[action].who[1].filter(({ untilClaim }) => !untilClaim)
      .map(({ part }) => part);
    for (const situation of SITUATIONS) {
      const facts = { ...factsFor(EVERYBODY.at(-1)!, true), actor: null };
      const decision = decide(incidentOf(situation), ACTIONS[action][0], facts);
      assertEquals(decision, { refusal: { reason: "not_allowed", allowed } }, situation.is);
    }
  }
});

Deno.test("an unclaimed incident is claimed by anyone in the group only while nobody takes calls", () => {
  const stranger = EVERYBODY[0]!;
  const when = (is: string, action: LaterAction, nobodyTakesCalls: boolean) =>
    decide(
      incidentOf(SITUATIONS.find((it) => it.is === is)!),
      action,
      { ...factsFor(stranger, nobodyTakesCalls), standing: NO_ROLES },
    );
  for (const is of ["awaiting_claim", "awaiting_claim at tier 2"]) {
    assertEquals(when(is, { type: "claim" }, true), {
      events: [{ type: "claimed", asGuest: true }],
    }, is);
    assertEquals("refusal" in when(is, { type: "claim" }, false), true, is);
  }
  assertEquals(when("in_progress", { type: "join" }, true), {
    events: [{ type: "joined", asGuest: true }],
  });
});
