import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { PolicyChanges, policyFor } from "../../src/domain/policy.ts";
import { SETTING_NAMES } from "../../src/domain/policy_setting.ts";
import { policyPage } from "../../src/view/policy_page.ts";
import { policy } from "../domain/cast.ts";
import { HOSTILE_NAMES } from "./hostile.ts";
import { entities, read } from "./reads.ts";
import { en } from "../../src/view/texts/en/en.ts";

function page(changes: PolicyChanges = {}, scope = "Acme Logistics") {
  return policyPage(en, {
    scope,
    policy: policyFor(policy, { policy: changes }),
    changes,
    command: "/policy ACME",
  });
}

const lines = (changes: PolicyChanges = {}) => read(page(changes)).text.split("\n");

Deno.test("every setting stands there by its word, with its value and what it means", () => {
  assertEquals(lines(), [
    "How patient Acme Logistics is",
    "department 12 · minutes until the reporter is reminded to choose a department",
    "department_repeat same · minutes between these reminders",
    "department_reminders 2 · after that many, the default department is called",
    "unclaimed 10 · minutes until the first reminder that nobody has claimed",
    "unclaimed_repeat same · minutes between these reminders",
    "unclaimed_reminders 2 · after that many, it escalates",
    "auto_escalation on · it escalates by itself",
    "escalated 15 · minutes until the managers are reminded",
    "escalated_repeat same · minutes between these reminders",
    "check_in 30 · minutes of silence until the owner is asked how it goes",
    "check_in_repeat same · minutes between these questions",
    "summary 20 · minutes from Resolve until it closes without a summary",
    "critical 0.25 · times the minutes above, when it is critical",
    "high 0.5 · when its priority is high",
    "medium 1 · when it is medium",
    "low 3 · when it is low",
    "reports_per_person 5 · reports that one person may make within an hour",
    "reports_per_dispatcher 60 · reports that a dispatcher or manager may make within an hour",
    "reports_per_group 60 · reports that one group may make within an hour",
    "commands_per_person 30 · commands that one person may send within a minute",
    "",
    "What is set here is marked ✏️. Set one, or take it back:",
    "/policy ACME unclaimed 5",
    "/policy ACME unclaimed default",
  ]);
});

Deno.test("what is set here is marked, even when it is as it would be anyway", () => {
  const marked = lines({
    unclaimedRepeatMinutes: null,
    escalatesByItself: false,
    summaryTimeoutMinutes: 20,
    priorityFactors: { low: 5 },
  }).filter((line) => / ✏️ · /.test(line)).map((line) => line.split(" · ")[0]);
  assertEquals(marked, [
    "unclaimed_repeat same ✏️",
    "auto_escalation off ✏️",
    "summary 20 ✏️",
    "low 5 ✏️",
  ]);
});

Deno.test("words and commands can be tapped to copy", () => {
  assertEquals(entities(read(page()), "code"), [
    ...SETTING_NAMES,
    "/policy ACME unclaimed 5",
    "/policy ACME unclaimed default",
  ]);
});

Deno.test("the page is valid, whatever the company or the group is called", () => {
  for (const [kind, name] of Object.entries(HOSTILE_NAMES)) {
    const { text } = read(page({ unclaimedNudgeMinutes: 10_080 }, name.slice(0, 80)));
    assertStringIncludes(text, "unclaimed 10080 ✏️", kind);
    assert(text.split("\n").length === 25, kind);
  }
});
