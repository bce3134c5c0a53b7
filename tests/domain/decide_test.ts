import { assertEquals } from "@std/assert";
import { hana, hugo, MINUTE, NOON, otto, rita, sami, stella } from "./cast.ts";
import {
  called,
  claimed,
  HISTORIES,
  incidentIn,
  joinedBy,
  nudged,
  reported,
  resolvePressedBy,
  timedOut,
} from "./history.ts";
import { DISPATCHER, given, MANAGER, MEMBER, NO_ROLES, whenIncident } from "./story.ts";

Deno.test("choosing a department calls it and starts the claim clock", () => {
  const after = given(reported)
    .when({ type: "choose_department", department: "2" }, rita)
    .then({ type: "department_chosen", department: "2" });
  const { askedAt: _askedAt, ...waited } = incidentIn("awaiting_department");
  assertEquals(after, {
    ...waited,
    status: "awaiting_claim",
    version: 2,
    department: "2",
    calledAt: NOON + MINUTE,
    nudgedAt: null,
    nudges: 0,
  });
});

Deno.test("a department that is not the company's is refused", () => {
  given(reported)
    .when({ type: "choose_department", department: "9" }, rita)
    .thenRefused({ reason: "unknown_department" });
});

Deno.test("the claimer owns it, and the claim clock is gone", () => {
  const after = given(reported, called, nudged)
    .when({ type: "claim" }, otto, { standing: MEMBER })
    .then({ type: "claimed" });
  assertEquals(after.status === "in_progress" && [after.owner, after.helpers], [otto, []]);
  assertEquals("calledAt" in after || "nudges" in after, false);
});

Deno.test("the second claimer hears who was first", () => {
  given(reported, called, claimed)
    .when({ type: "claim" }, hana, { standing: MEMBER })
    .thenRefused({ reason: "wrong_status", status: "in_progress", person: otto });
});

Deno.test("the owner who claims again hears that it is theirs", () => {
  given(reported, called, claimed)
    .when({ type: "claim" }, otto, { standing: MEMBER })
    .thenRefused({ reason: "already_owner" });
});

Deno.test("those who work on it can't join it again, with a role or without", () => {
  for (const standing of [MEMBER, NO_ROLES]) {
    const working = given(...HISTORIES.in_progress);
    working.when({ type: "join" }, otto, { standing }).thenRefused({ reason: "already_owner" });
    working.when({ type: "join" }, hana, { standing }).thenRefused({ reason: "already_helping" });
  }
});

Deno.test("helpers keep the order in which they joined", () => {
  const after = given(reported, called, claimed, joinedBy(hana))
    .when({ type: "join" }, hugo, { standing: DISPATCHER })
    .then({ type: "joined" });
  assertEquals(after.status === "in_progress" && after.helpers, [hana, hugo]);
});

Deno.test("a helper who leaves leaves the others as they were", () => {
  const after = given(...HISTORIES.in_progress).when({ type: "leave" }, hana).then({
    type: "left",
  });
  assertEquals(after.status === "in_progress" && [after.owner, after.helpers], [otto, [hugo]]);
});

Deno.test("the owner who leaves hands over to the longest-serving helper", () => {
  const after = given(...HISTORIES.in_progress)
    .when({ type: "leave" }, otto)
    .then({ type: "handed_over", to: hana });
  assertEquals(after.status === "in_progress" && [after.owner, after.helpers], [hana, [hugo]]);
});

Deno.test("a helper who left and came back is the last in line", () => {
  const back = given(...HISTORIES.in_progress, [{ type: "left" }, hana], joinedBy(hana));
  back.when({ type: "leave" }, otto).then({ type: "handed_over", to: hugo });
});

Deno.test("the last one out puts it back to be claimed, with a new clock", () => {
  const now = NOON + 90 * MINUTE;
  const after = given(reported, called, nudged, claimed)
    .when({ type: "leave" }, otto, { now })
    .then({ type: "unclaimed" });
  assertEquals(after.status === "awaiting_claim" && [after.calledAt, after.nudgedAt], [now, null]);
  assertEquals("owner" in after || "helpers" in after || "claimedAt" in after, false);
  whenIncident(after, now + 10 * MINUTE - 1)
    .when({ type: "time_out" }, null).thenRefused({ reason: "not_due" });
  whenIncident(after, now + 10 * MINUTE)
    .when({ type: "time_out" }, null).then({ type: "nudged", about: "unclaimed" });
});

Deno.test("whoever presses Resolve is asked for the summary", () => {
  const after = given(...HISTORIES.in_progress)
    .when({ type: "resolve", summary: null }, hana)
    .then({ type: "resolve_pressed" });
  assertEquals(after.status === "awaiting_summary" && after.summarizer, hana);
});

Deno.test("back to work keeps the owner, the helpers and the time of the claim", () => {
  const before = given(...HISTORIES.in_progress);
  const pressed = before.when({ type: "resolve", summary: null }, otto).then({
    type: "resolve_pressed",
  });
  const after = whenIncident(pressed, NOON + 60 * MINUTE)
    .when({ type: "back_to_work" }, hugo)
    .then({ type: "back_to_work" });
  assertEquals(after.status, "in_progress");
  assertEquals("owner" in after && [after.owner, after.helpers, after.claimedAt], [
    otto,
    [hana, hugo],
    NOON + 2 * MINUTE,
  ]);
  assertEquals("summarizer" in after || "resolvePressedAt" in after, false);
});

Deno.test("the summary of whoever pressed Resolve, or of a manager, resolves it", () => {
  const summary = "Replaced the brake line";
  for (const [who, standing] of [[sami, NO_ROLES], [stella, MANAGER]] as const) {
    const after = given(...HISTORIES.awaiting_summary)
      .when({ type: "summarize", summary, attached: null }, who, { standing })
      .then({ type: "summarized", summary });
    assertEquals(after.status === "resolved" && [after.summary, after.summarizer], [summary, who]);
  }
});

Deno.test("the owner who did not press Resolve does not write the summary", () => {
  given(...HISTORIES.awaiting_summary)
    .when({ type: "summarize", summary: "Done by me", attached: null }, otto)
    .thenRefused({ reason: "not_allowed", allowed: ["summarizer", "manager"] });
});

Deno.test("a summary has 5 to 2,000 characters, and the refusal says how many there were", () => {
  const asked = given(...HISTORIES.awaiting_summary);
  const sum = (length: number) =>
    ({ type: "summarize", summary: "x".repeat(length), attached: null }) as const;
  asked.when(sum(4), sami).thenRefused({ reason: "too_short", what: "summary", length: 4 });
  asked.when(sum(2001), sami).thenRefused({ reason: "too_long", what: "summary", length: 2001 });
  for (const length of [5, 2000]) {
    asked.when(sum(length), sami).then({ type: "summarized", summary: "x".repeat(length) });
  }
});

Deno.test("a late summary still resolves what was closed for want of one", () => {
  const late = given(...HISTORIES.awaiting_summary, timedOut);
  const after = late.when(
    { type: "summarize", summary: "Sorry, brakes are fine", attached: null },
    sami,
  )
    .then({ type: "summarized", summary: "Sorry, brakes are fine" });
  assertEquals(after.status, "resolved");
  assertEquals("reason" in after, false);
});

Deno.test("nothing changes a resolved incident", () => {
  given(...HISTORIES.resolved)
    .when({ type: "summarize", summary: "Another story", attached: null }, sami, {
      standing: MANAGER,
    })
    .thenRefused({ reason: "wrong_status", status: "resolved", person: sami });
});

Deno.test("resolve pressed by a second person names the first", () => {
  given(...HISTORIES.in_progress, resolvePressedBy(hugo))
    .when({ type: "resolve", summary: null }, otto)
    .thenRefused({ reason: "wrong_status", status: "awaiting_summary", person: hugo });
});
