import { assertEquals } from "@std/assert";
import { lastNudge } from "../../src/domain/nudge.ts";
import { mona, NOON } from "./cast.ts";
import { incidentIn } from "./history.ts";

const escalation = {
  at: NOON,
  by: null,
  reason: null,
  calledAt: 0,
  nudgedAt: NOON + 5,
  nudges: 1,
  takenBy: null,
};

Deno.test("lastNudge() is that of the department until it escalates, then that of the managers", () => {
  const waiting = { ...incidentIn("awaiting_claim"), nudgedAt: NOON + 1 };
  assertEquals(lastNudge(waiting), NOON + 1);
  assertEquals(lastNudge({ ...waiting, escalation }), NOON + 5);
  assertEquals(lastNudge({ ...waiting, escalation: { ...escalation, nudgedAt: null } }), null);
  assertEquals(lastNudge({ ...waiting, escalation: { ...escalation, takenBy: mona } }), NOON + 1);
});

Deno.test("lastNudge() is null where nobody is reminded", () => {
  assertEquals(lastNudge(incidentIn("in_progress")), null);
  assertEquals(lastNudge({ ...incidentIn("in_progress"), escalation }), NOON + 5);
  assertEquals(lastNudge(incidentIn("resolved")), null);
});
