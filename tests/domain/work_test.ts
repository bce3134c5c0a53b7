import { assertEquals } from "@std/assert";
import { hana, hugo, MINUTE, mona, NOON, otto, rita, sami, stella } from "./cast.ts";
import {
  called,
  claimed,
  escalatedBy,
  HISTORIES,
  incidentAfter,
  incidentIn,
  joinedBy,
  reported,
  type Step,
} from "./history.ts";
import {
  DISPATCHER,
  given,
  type GivenFacts,
  MANAGER,
  MEMBER,
  NO_ROLES,
  whenIncident,
} from "./story.ts";

const OTHER_MEMBER = { ...NO_ROLES, departments: ["2"] };
const takeover: Step = [{ type: "claimed" }, mona];
const escalated = [...HISTORIES.in_progress, escalatedBy(hana, "No parts")];

Deno.test("while an escalated incident is worked on, its owner keeps it", () => {
  const after = given(...HISTORIES.in_progress)
    .when({ type: "escalate", reason: "No parts" }, hana)
    .then({ type: "escalated", reason: "No parts" });
  assertEquals(after.status === "in_progress" && [after.owner, after.helpers], [
    otto,
    [hana, hugo],
  ]);
  const { at, by, reason, takenBy } = after.escalation!;
  assertEquals([at, by, reason, takenBy], [NOON + 5 * MINUTE, hana, "No parts", null]);
});

Deno.test("a manager who claims it takes over, and the owner before is its first helper", () => {
  const before = incidentIn("in_progress");
  const after = given(...escalated)
    .when({ type: "claim" }, mona, { standing: MANAGER })
    .then({ type: "claimed" });
  assertEquals(
    after.status === "in_progress" && [after.owner, after.helpers, after.claimedAt],
    [mona, [otto, hana, hugo], before.claimedAt],
  );
  assertEquals([after.escalation?.takenBy, after.escalation?.by], [mona, hana]);
});

Deno.test("a helper who is a manager takes over without helping any longer", () => {
  const after = given(...escalated)
    .when({ type: "claim" }, hana, { standing: MANAGER })
    .then({ type: "claimed" });
  assertEquals(after.status === "in_progress" && [after.owner, after.helpers], [
    hana,
    [otto, hugo],
  ]);
});

Deno.test("what one manager has taken over another doesn't, until it is handed on", () => {
  given(...escalated, takeover)
    .when({ type: "claim" }, stella, { standing: MANAGER })
    .thenRefused({ reason: "wrong_status", status: "in_progress", person: mona });
  const handedOn = given(...escalated, takeover)
    .when({ type: "leave" }, mona).then({ type: "handed_over", to: otto });
  assertEquals(handedOn.escalation?.takenBy, null);
  whenIncident(handedOn, NOON + 9 * MINUTE)
    .when({ type: "claim" }, stella, { standing: MANAGER }).then({ type: "claimed" });
});

Deno.test("when the manager who took over is the last one out, nobody has taken over", () => {
  const after = given(reported, called, escalatedBy(rita), takeover)
    .when({ type: "leave" }, mona)
    .then({ type: "unclaimed" });
  assertEquals([after.status, after.escalation?.takenBy], ["awaiting_claim", null]);
});

Deno.test("what escalated by itself is at tier 2 in nobody's name, and does not escalate again", () => {
  const { escalation } = incidentAfter(reported, called, escalatedBy(null));
  assertEquals([escalation?.by, escalation?.reason], [null, null]);
  given(reported, called, escalatedBy(null)).when({ type: "escalate", reason: null }, rita)
    .thenRefused({ reason: "escalated_already" });
});

Deno.test("at tier 1 again the owner goes on and the department's people may help", () => {
  const after = given(...escalated, takeover)
    .when({ type: "de_escalate" }, mona, { standing: MANAGER })
    .then({ type: "de_escalated" });
  assertEquals(after.status === "in_progress" && [after.owner, after.escalation], [mona, null]);
  whenIncident(after, NOON + 9 * MINUTE)
    .when({ type: "join" }, stella, { standing: MEMBER }).then({ type: "joined" });
});

Deno.test("whoever takes calls of the department can be given the incident, and nobody else", () => {
  const giveTo = (otherStanding: GivenFacts["otherStanding"], facts: GivenFacts = {}) =>
    given(reported, called).when({ type: "assign", to: stella }, sami, {
      standing: DISPATCHER,
      otherStanding: otherStanding!,
      ...facts,
    });
  for (const standing of [MEMBER, DISPATCHER, MANAGER]) {
    const after = giveTo(standing).then({ type: "assigned", to: stella });
    assertEquals(
      after.status === "in_progress" && [after.owner, after.helpers, after.claimedAt],
      [stella, [], NOON + 2 * MINUTE],
    );
  }
  for (const standing of [NO_ROLES, OTHER_MEMBER, null]) {
    giveTo(standing).thenRefused({ reason: "not_eligible", person: stella });
    giveTo(standing, { nobodyTakesCalls: true })
      .then({ type: "assigned", to: stella, asGuest: true });
  }
});

Deno.test("whoever owned it before helps first, and is not given it twice", () => {
  const facts = { standing: DISPATCHER, otherStanding: MEMBER };
  const after = given(...HISTORIES.in_progress)
    .when({ type: "assign", to: hugo }, sami, facts)
    .then({ type: "assigned", to: hugo });
  assertEquals(after.status === "in_progress" && [after.owner, after.helpers], [
    hugo,
    [otto, hana],
  ]);
  given(...HISTORIES.in_progress)
    .when({ type: "assign", to: otto }, sami, facts)
    .thenRefused({ reason: "owns_already", person: otto });
});

Deno.test("who is given an escalated incident has it at tier 1", () => {
  for (const history of [[reported, called, escalatedBy(rita)], [...escalated, takeover]]) {
    const after = given(...history)
      .when({ type: "assign", to: stella }, sami, { standing: DISPATCHER, otherStanding: MEMBER })
      .then({ type: "assigned", to: stella });
    assertEquals([after.status, after.escalation], ["in_progress", null]);
  }
});

Deno.test("in another department nobody works on it yet, and it is at tier 1", () => {
  const now = NOON + 30 * MINUTE;
  const after = given(...escalated, takeover)
    .when({ type: "change_department", department: "2" }, sami, { standing: MEMBER, now })
    .then({ type: "department_changed", department: "2" });
  assertEquals(
    after.status === "awaiting_claim" && [after.department, after.calledAt, after.nudgedAt],
    ["2", now, null],
  );
  assertEquals([after.escalation, "owner" in after, "helpers" in after], [null, false, false]);
  assertEquals(after.workers, [otto.id, hana.id, hugo.id, mona.id]);
});

Deno.test("the reporter changes the department until a claim, and again once nobody has it", () => {
  const change = { type: "change_department", department: "2" } as const;
  const allowed = ["member", "dispatcher", "manager"] as const;
  given(reported, called).when(change, rita).then({ type: "department_changed", department: "2" });
  given(reported, called, claimed).when(change, rita)
    .thenRefused({ reason: "not_allowed", allowed });
  given(reported, called, claimed, [{ type: "unclaimed" }, otto]).when(change, rita)
    .then({ type: "department_changed", department: "2" });
});

Deno.test("it is not sent where it is, nor to a department that is not the company's", () => {
  const sent = (department: string) =>
    given(reported, called).when({ type: "change_department", department }, rita);
  sent("1").thenRefused({ reason: "department_chosen_already", department: "Dispatch" });
  sent("9").thenRefused({ reason: "unknown_department" });
});

Deno.test("a manager takes a claim away: a helper's, or the owner's, which the next inherits", () => {
  const revoke = (personId: number | null) =>
    given(...HISTORIES.in_progress)
      .when({ type: "revoke_claim", personId }, mona, { standing: MANAGER });
  const helper = revoke(hana.id)
    .then({ type: "claim_ended", person: hana, cause: "revoked", heir: null });
  assertEquals(helper.status === "in_progress" && [helper.owner, helper.helpers], [otto, [hugo]]);
  for (const personId of [null, otto.id]) {
    const after = revoke(personId)
      .then({ type: "claim_ended", person: otto, cause: "revoked", heir: hana });
    assertEquals(after.status === "in_progress" && [after.owner, after.helpers], [hana, [hugo]]);
  }
  revoke(stella.id).thenRefused({ reason: "no_claim" });
});

Deno.test("without anybody to inherit the last claim, the department is called again", () => {
  const now = NOON + 30 * MINUTE;
  const after = given(reported, called, claimed)
    .when({ type: "revoke_claim", personId: null }, mona, { standing: MANAGER, now })
    .then({ type: "claim_ended", person: otto, cause: "revoked", heir: null });
  assertEquals(after.status === "awaiting_claim" && [after.calledAt, after.nudgedAt], [now, null]);
});

Deno.test("whoever loses the role loses the claim; whoever has one for it keeps it", () => {
  const release = (facts: GivenFacts, ...more: Step[]) =>
    given(...HISTORIES.in_progress, ...more)
      .when({ type: "release", personId: otto.id, cause: "role_lost" }, null, facts);
  for (const otherStanding of [NO_ROLES, OTHER_MEMBER, null]) {
    const after = release({ otherStanding })
      .then({ type: "claim_ended", person: otto, cause: "role_lost", heir: hana });
    assertEquals(after.status === "in_progress" && after.owner, hana);
    release({ otherStanding, nobodyTakesCalls: true }).thenRefused({ reason: "no_claim" });
  }
  for (const otherStanding of [MEMBER, DISPATCHER, MANAGER]) {
    release({ otherStanding }).thenRefused({ reason: "no_claim" });
  }
});

Deno.test("whoever leaves the group loses the claim, with a role or without", () => {
  const left = (personId: number) =>
    given(...HISTORIES.in_progress).when(
      { type: "release", personId, cause: "left_group" },
      null,
      { otherStanding: MEMBER },
    );
  left(hugo.id).then({ type: "claim_ended", person: hugo, cause: "left_group", heir: null });
  left(otto.id).then({ type: "claim_ended", person: otto, cause: "left_group", heir: hana });
  left(rita.id).thenRefused({ reason: "no_claim" });
});

Deno.test("there is no claim to lose but in progress", () => {
  for (const status of ["awaiting_claim", "awaiting_summary", "resolved", "closed"] as const) {
    given(...HISTORIES[status])
      .when({ type: "release", personId: otto.id, cause: "left_group" }, null)
      .thenRefused({ reason: "no_claim" });
  }
});

Deno.test("everybody who worked on it is remembered once, in the order in which they came", () => {
  const left: Step = [{ type: "left" }, hana];
  const after = given(...HISTORIES.in_progress, left, joinedBy(hana))
    .when({ type: "assign", to: stella }, sami, { standing: DISPATCHER, otherStanding: MEMBER })
    .then({ type: "assigned", to: stella });
  assertEquals(after.workers, [otto.id, hana.id, hugo.id, stella.id]);
});

Deno.test("of a crowd that works on it two hundred are remembered", () => {
  const crowd = Array.from({ length: 250 }, (_, i) => joinedBy({ id: 1000 + i, name: "Crowd" }));
  const after = given(reported, called, claimed, ...crowd)
    .when({ type: "repin" }, mona, { standing: MANAGER })
    .then({ type: "repinned" });
  assertEquals([after.workers.length, after.workers[0], after.workers[199]], [200, otto.id, 1198]);
  assertEquals(after.status === "in_progress" && after.helpers.length, 250);
});

Deno.test("who took it while nobody took calls goes on when somebody does", () => {
  const guest = given(reported, called)
    .when({ type: "claim" }, stella, { standing: NO_ROLES, nobodyTakesCalls: true })
    .then({ type: "claimed", asGuest: true });
  const release = { type: "release" as const, personId: stella.id };
  whenIncident(guest, NOON + 9 * MINUTE)
    .when({ ...release, cause: "role_lost" }, null, { otherStanding: NO_ROLES })
    .thenRefused({ reason: "no_claim" });
  whenIncident(guest, NOON + 9 * MINUTE)
    .when({ ...release, cause: "left_group" }, null, { otherStanding: NO_ROLES })
    .then({ type: "claim_ended", person: stella, cause: "left_group", heir: null });
});

Deno.test("fifty help at once, and no more", () => {
  const crowd = Array.from({ length: 49 }, (_, i) => joinedBy({ id: 1000 + i, name: "Crowd" }));
  const full = given(reported, called, claimed, ...crowd)
    .when({ type: "join" }, stella, { standing: MEMBER })
    .then({ type: "joined" });
  whenIncident(full, NOON + 9 * MINUTE)
    .when({ type: "join" }, hugo, { standing: MEMBER })
    .thenRefused({ reason: "too_many_helpers", most: 50 });
});
