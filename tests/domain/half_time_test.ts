import { assertEquals } from "@std/assert";
import { deadlineOf } from "../../src/domain/deadlines.ts";
import { lastNudge } from "../../src/domain/nudge.ts";
import { acme, MINUTE, NOON, otto, policy, sami } from "./cast.ts";
import { HISTORIES, nudgedAbout } from "./history.ts";
import { given, whenIncident } from "./story.ts";

/** When Resolve was pressed; the summary is awaited for twenty minutes. */
const PRESSED_AT = NOON + 5 * MINUTE;
const asked = given(...HISTORIES.awaiting_summary);

Deno.test("whoever owes the summary is reminded once, at half time; then it closes", () => {
  const half = PRESSED_AT + 10 * MINUTE;
  asked.when({ type: "time_out" }, null, { now: half - 1 }).thenRefused({ reason: "not_due" });
  const reminded = asked.when({ type: "time_out" }, null, { now: half })
    .then({ type: "nudged", about: "summary" });
  assertEquals(lastNudge(reminded), half);
  const end = half + 10 * MINUTE;
  whenIncident(reminded, end - 1).when({ type: "time_out" }, null)
    .thenRefused({ reason: "not_due" });
  const closed = whenIncident(reminded, end).when({ type: "time_out" }, null)
    .then({ type: "closed", reason: "no_summary" });
  assertEquals(
    closed.status === "closed" && "summarizer" in closed &&
      [closed.reason, closed.summarizer, closed.endedAt],
    ["no_summary", sami, end],
  );
});

Deno.test("however late the reminder is, half of the time is left after it", () => {
  const back = PRESSED_AT + 300 * MINUTE;
  const reminded = asked.when({ type: "time_out" }, null, { now: back })
    .then({ type: "nudged", about: "summary" });
  assertEquals(deadlineOf(reminded, policy, acme), {
    at: back + 10 * MINUTE,
    kind: "no_summary",
  });
});

Deno.test("an odd time is halved to the second", () => {
  const odd = { ...policy, summaryTimeoutMinutes: 5 };
  const reminded = asked.when({ type: "time_out" }, null, {
    now: PRESSED_AT + 150_000,
    policy: odd,
  }).then({ type: "nudged", about: "summary" });
  assertEquals(deadlineOf(reminded, odd, acme)?.at, PRESSED_AT + 300_000);
  const least = { ...policy, summaryTimeoutMinutes: 1 };
  assertEquals(deadlineOf(reminded, least, acme)?.at, PRESSED_AT + 150_000 + 30_000);
});

Deno.test("whoever goes back to work and resolves again has both halves again", () => {
  const back = given(...HISTORIES.awaiting_summary, nudgedAbout("summary"))
    .when({ type: "back_to_work" }, otto).then({ type: "back_to_work" });
  const now = NOON + 60 * MINUTE;
  const again = whenIncident(back, now).when({ type: "resolve", summary: null }, otto)
    .then({ type: "resolve_pressed" });
  assertEquals(deadlineOf(again, policy, acme), { at: now + 10 * MINUTE, kind: "summary" });
  assertEquals(lastNudge(again), null);
});
