import { assertEquals } from "@std/assert";
import { deadlineOf } from "../../src/domain/deadlines.ts";
import { acme, guarded, MINUTE, NOON, policy, rita, stella } from "./cast.ts";
import { cancelledBy, incidentIn, nudgedAbout, reported, type Step } from "./history.ts";
import { given, MANAGER, whenIncident } from "./story.ts";

const reminded = nudgedAbout("department");
const LATE = { now: NOON + 1e9 };

Deno.test("whoever has reported is reminded twice to choose a department; then the first is called", () => {
  const due = (nudges: number) => NOON + (nudges + 1) * 12 * MINUTE;
  given(reported).when({ type: "time_out" }, null, { now: due(0) - 1 })
    .thenRefused({ reason: "not_due" });
  const once = given(reported).when({ type: "time_out" }, null, { now: due(0) })
    .then({ type: "nudged", about: "department" });
  const twice = whenIncident(once, due(1)).when({ type: "time_out" }, null)
    .then({ type: "nudged", about: "department" });
  assertEquals(twice.status === "awaiting_department" && [twice.nudges, twice.nudgedAt], [
    2,
    due(1),
  ]);
  whenIncident(twice, due(2) - 1).when({ type: "time_out" }, null)
    .thenRefused({ reason: "not_due" });
  const called = whenIncident(twice, due(2)).when({ type: "time_out" }, null)
    .then({ type: "department_chosen", department: "1" });
  assertEquals(called.status === "awaiting_claim" && [called.calledAt, called.nudges], [
    due(2),
    0,
  ]);
});

Deno.test("the department that is called is the first of the company, whatever its id", () => {
  const company = { ...guarded, departments: guarded.departments.toReversed() };
  given(reported, reminded, reminded).when({ type: "time_out" }, null, { ...LATE, company })
    .then({ type: "department_chosen", department: "3" });
});

Deno.test("how many reminders there are before that is the policy's", () => {
  for (const departmentNudges of [1, 4]) {
    const facts = { ...LATE, policy: { ...policy, departmentNudges } };
    const reminders = Array.from({ length: departmentNudges }, () => reminded);
    given(reported, ...reminders.slice(1)).when({ type: "time_out" }, null, facts)
      .then({ type: "nudged", about: "department" });
    given(reported, ...reminders).when({ type: "time_out" }, null, facts)
      .then({ type: "department_chosen", department: "1" });
  }
});

Deno.test("a company without departments goes on reminding", () => {
  given(reported, reminded, reminded)
    .when({ type: "time_out" }, null, { ...LATE, company: { ...acme, departments: [] } })
    .then({ type: "nudged", about: "department" });
});

Deno.test("after it was reopened, a department has the whole time to be chosen", () => {
  const past: Step[] = [reported, reminded, reminded, cancelledBy(rita, "false_alarm")];
  const reopenedAt = NOON + 500 * MINUTE;
  const again = given(...past).when({ type: "reopen", reason: null }, rita, { now: reopenedAt })
    .then({ type: "reopened", reason: null });
  assertEquals(deadlineOf(again, policy, acme), {
    at: reopenedAt + 12 * MINUTE,
    kind: "department",
  });
  whenIncident(again, reopenedAt + 12 * MINUTE).when({ type: "time_out" }, null)
    .then({ type: "nudged", about: "department" });
});

Deno.test("what is said about it does not put off the question", () => {
  const asked = incidentIn("awaiting_department");
  const later = given(reported).when({ type: "comment", messageId: 8, text: "Hurry" }, rita)
    .then({ type: "commented", messageId: 8, text: "Hurry" });
  assertEquals(deadlineOf(later, policy, acme), deadlineOf(asked, policy, acme));
  const edited = given(reported)
    .when({ type: "edit_description", description: "Brakes failed" }, stella, {
      standing: MANAGER,
    })
    .then({ type: "description_edited", description: "Brakes failed" });
  assertEquals(deadlineOf(edited, policy, acme), deadlineOf(asked, policy, acme));
});
