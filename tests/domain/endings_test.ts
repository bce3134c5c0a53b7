import { assertEquals } from "@std/assert";
import type { CancelReason, LaterAction } from "../../src/domain/action.ts";
import type { Refusal } from "../../src/domain/refusal.ts";
import { MINUTE, mona, NOON, otto, rita, sami, stella } from "./cast.ts";
import { called, escalatedBy, HISTORIES, incidentAfter, incidentIn, reported } from "./history.ts";
import { SITUATIONS } from "./situations.ts";
import { DISPATCHER, given, MANAGER, whenIncident } from "./story.ts";

const SUMMARY = "Replaced the brake line";

function resolveWith(summary: string): LaterAction {
  return { type: "resolve", summary };
}

Deno.test("with a summary at once it is resolved at once, in the words of whoever gave it", () => {
  const after = given(...HISTORIES.in_progress)
    .when(resolveWith(SUMMARY), otto)
    .then({ type: "resolve_pressed" }, { type: "summarized", summary: SUMMARY });
  assertEquals(after.status === "resolved" && [after.summary, after.summarizer], [SUMMARY, otto]);
  assertEquals([after.version, "resolvePressedAt" in after], [7, false]);
});

Deno.test("a summary at once is as long as any other", () => {
  const working = given(...HISTORIES.in_progress);
  working.when(resolveWith("Done"), otto)
    .thenRefused({ reason: "too_short", what: "summary", length: 4 });
  working.when(resolveWith("x".repeat(2001)), otto)
    .thenRefused({ reason: "too_long", what: "summary", length: 2001 });
});

Deno.test("a summary at once answers the question that somebody was asked, late or not", () => {
  for (const status of ["awaiting_summary", "closed"] as const) {
    const asked = given(...HISTORIES[status]);
    const after = asked.when(resolveWith(SUMMARY), sami)
      .then({ type: "summarized", summary: SUMMARY });
    assertEquals(after.status, "resolved");
    asked.when(resolveWith("Done"), sami)
      .thenRefused({ reason: "too_short", what: "summary", length: 4 });
    asked.when(resolveWith(SUMMARY), otto)
      .thenRefused({ reason: "not_allowed", allowed: ["summarizer", "manager"] });
  }
});

Deno.test("without a summary nobody resolves again what is resolved or awaits one", () => {
  for (const status of ["awaiting_summary", "resolved", "closed"] as const) {
    given(...HISTORIES[status])
      .when({ type: "resolve", summary: null }, mona, { standing: MANAGER })
      .thenRefused({ reason: "wrong_status", status, person: sami });
  }
});

Deno.test("a photo that comes with the summary is attached first", () => {
  const attached = {
    messageId: 9,
    attachment: { kind: "photo", fileId: "AgACAgI", size: 10, name: null },
  } as const;
  const after = given(...HISTORIES.awaiting_summary)
    .when({ type: "summarize", summary: SUMMARY, attached }, sami)
    .then({ type: "attached", ...attached }, { type: "summarized", summary: SUMMARY });
  assertEquals([after.status, after.attachments], ["resolved", 1]);
});

function cancelled(why: CancelReason, otherNumber: number | null = null) {
  const other = { ...incidentIn("in_progress"), number: otherNumber ?? 1 };
  return given(reported, called)
    .when({ type: "cancel", why }, rita, { otherIncident: otherNumber === null ? null : other });
}

Deno.test("a false alarm needs no more words", () => {
  const after = cancelled({ reason: "false_alarm" })
    .then({ type: "cancelled", reason: "false_alarm", note: null, duplicateOf: null });
  assertEquals(
    "endedBy" in after && [after.status, after.reason, after.endedBy, after.endedAt],
    ["closed", "false_alarm", rita, NOON + 2 * MINUTE],
  );
});

Deno.test("a duplicate names another incident that is there, never itself", () => {
  const of = (number: number) =>
    ({ reason: "duplicate", of: { company: "ACME", number } }) as const;
  const duplicateOf = { company: "ACME", number: 41 };
  const after = cancelled(of(41), 41)
    .then({ type: "cancelled", reason: "duplicate", note: null, duplicateOf });
  assertEquals("duplicateOf" in after && after.duplicateOf, duplicateOf);
  cancelled(of(42), 42).thenRefused({ reason: "unknown_incident" });
  cancelled(of(41), null).thenRefused({ reason: "unknown_incident" });
});

Deno.test("a reason in one's own words has 1 to 500 characters that can be seen", () => {
  const refused: [string, Refusal][] = [
    ["", { reason: "too_short", what: "reason", length: 0 }],
    ["\u200b \u3164", { reason: "too_short", what: "reason", length: 0 }],
    ["x".repeat(501), { reason: "too_long", what: "reason", length: 501 }],
  ];
  for (const [note, refusal] of refused) {
    cancelled({ reason: "cancelled", note }).thenRefused(refusal);
    given(reported, called).when({ type: "escalate", reason: note }, rita).thenRefused(refusal);
    given(...HISTORIES.resolved).when({ type: "reopen", reason: note }, rita).thenRefused(refusal);
  }
  for (const note of ["x", "x".repeat(500)]) {
    cancelled({ reason: "cancelled", note })
      .then({ type: "cancelled", reason: "cancelled", note, duplicateOf: null });
    given(reported, called).when({ type: "escalate", reason: note }, rita)
      .then({ type: "escalated", reason: note });
    given(...HISTORIES.resolved).when({ type: "reopen", reason: note }, rita)
      .then({ type: "reopened", reason: note });
  }
});

Deno.test("what is cancelled while somebody works on it has no owner any more, but their past", () => {
  const after = given(...HISTORIES.in_progress, escalatedBy(otto))
    .when({ type: "cancel", why: { reason: "false_alarm" } }, stella, { standing: DISPATCHER })
    .then({ type: "cancelled", reason: "false_alarm", note: null, duplicateOf: null });
  assertEquals(["owner" in after, "claimedAt" in after], [false, false]);
  assertEquals(after.workers, incidentIn("in_progress").workers);
  assertEquals("department" in after && after.department, "1");
});

for (const { is, steps, status, department, workers } of SITUATIONS) {
  if (status !== "resolved" && status !== "closed") continue;
  Deno.test(`what was ${is} is reopened in the same department, at tier 1, for anybody to claim`, () => {
    const now = NOON + 90 * MINUTE;
    const before = incidentAfter(...steps);
    const after = whenIncident(before, now)
      .when({ type: "reopen", reason: null }, rita)
      .then({ type: "reopened", reason: null });
    const { reopened, repins, escalation } = after;
    assertEquals([reopened, repins, escalation], [before.reopened + 1, before.repins + 1, null]);
    assertEquals(after.workers, workers);
    const ends = ["summary", "summarizer", "endedAt", "endedBy", "reason", "note", "duplicateOf"];
    const left = [...ends, "owner", "helpers", "claimedAt"].filter((field) => field in after);
    assertEquals(left, []);
    if (department === null) {
      assertEquals([after.status, "department" in after], ["awaiting_department", false]);
    } else {
      assertEquals(
        after.status === "awaiting_claim" && [after.department, after.calledAt, after.nudgedAt],
        [department, now, null],
      );
    }
  });
}

Deno.test("an incident is reopened as often as it ends", () => {
  let state = incidentIn("resolved") as ReturnType<typeof incidentAfter>;
  for (const time of [1, 2, 3]) {
    const now = NOON + time * 60 * MINUTE;
    const open = whenIncident(state, now).when({ type: "reopen", reason: null }, otto)
      .then({ type: "reopened", reason: null });
    assertEquals(open.reopened, time);
    state = whenIncident(open, now).when({ type: "cancel", why: { reason: "false_alarm" } }, rita)
      .then({ type: "cancelled", reason: "false_alarm", note: null, duplicateOf: null });
  }
});
