import { assert, assertEquals } from "@std/assert";
import { patience, type Policy, PolicyChanges, policyFor } from "../../src/domain/policy.ts";
import { PRIORITIES } from "../../src/domain/priority.ts";
import { policy } from "./cast.ts";

const level = (changes: PolicyChanges) => ({ policy: PolicyChanges.parse(changes) });

/** Another value for everything that a level can set. */
const OTHER: Required<PolicyChanges> = {
  departmentNudgeMinutes: 101,
  departmentRepeatMinutes: 102,
  departmentNudges: 33,
  unclaimedNudgeMinutes: 104,
  unclaimedRepeatMinutes: 105,
  unclaimedNudges: 36,
  escalatesByItself: false,
  escalationNudgeMinutes: 107,
  escalationRepeatMinutes: 108,
  checkInMinutes: 109,
  checkInRepeatMinutes: 110,
  summaryTimeoutMinutes: 111,
  reportsPerPersonPerHour: 112,
  reportsPerGroupPerHour: 113,
  reportsPerDispatcherPerHour: 114,
  commandsPerPersonPerMinute: 115,
  priorityFactors: { critical: 0.1, high: 0.2, medium: 0.3, low: 0.4 },
};
const FIELDS = Object.keys(OTHER) as (keyof Policy)[];

Deno.test("what nobody sets is as everywhere", () => {
  assertEquals(policyFor(policy), policy);
  assertEquals(policyFor(policy, level({}), level({})), policy);
  assertEquals(Object.keys(policy).toSorted(), FIELDS.toSorted());
});

for (const field of FIELDS) {
  Deno.test(`${field}: a company goes before the defaults, a group before its company`, () => {
    const one = { [field]: OTHER[field] } as PolicyChanges;
    const company = policyFor(policy, level(one), level({}));
    assertEquals(company, { ...policy, ...one });
    const group = policyFor(policy, level({ [field]: policy[field] }), level(one));
    assertEquals(group, { ...policy, ...one });
    const back = policyFor(policy, level(one), level({ [field]: policy[field] }));
    assertEquals(back, policy);
  });
}

Deno.test("a repetition that a group sets to the same as the first goes before its company's", () => {
  const company = level({ unclaimedRepeatMinutes: 5 });
  assertEquals(policyFor(policy, company).unclaimedRepeatMinutes, 5);
  const group = level({ unclaimedRepeatMinutes: null });
  assertEquals(policyFor(policy, company, group).unclaimedRepeatMinutes, null);
});

Deno.test("of the factors, each level sets those that it names", () => {
  const company = level({ priorityFactors: { high: 0.7, low: 9 } });
  const group = level({ priorityFactors: { low: 4 } });
  assertEquals(policyFor(policy, company, group).priorityFactors, {
    critical: 0.25,
    high: 0.7,
    medium: 1,
    low: 4,
  });
  assertEquals(policyFor(policy, group).priorityFactors.high, policy.priorityFactors.high);
});

Deno.test("no level changes another", () => {
  const before = structuredClone(policy);
  const company = level({ priorityFactors: { low: 9 }, unclaimedNudges: 7 });
  policyFor(policy, company, level({ priorityFactors: { low: 5 } }));
  assertEquals(policy, before);
  assertEquals(company.policy, { priorityFactors: { low: 9 }, unclaimedNudges: 7 });
});

Deno.test("what is kept of a level is just what it sets", () => {
  assertEquals(PolicyChanges.parse(OTHER), OTHER);
  assertEquals<unknown>(PolicyChanges.parse({ unclaimedNudges: 3, more: 1 }), {
    unclaimedNudges: 3,
  });
  const wrong: unknown[] = [
    { unclaimedNudgeMinutes: 0 },
    { unclaimedNudgeMinutes: 10_081 },
    { unclaimedNudgeMinutes: 1.5 },
    { unclaimedNudgeMinutes: null },
    { unclaimedRepeatMinutes: 0 },
    { unclaimedNudges: 0 },
    { departmentNudges: 101 },
    { escalatesByItself: "on" },
    { reportsPerGroupPerHour: 1001 },
    { priorityFactors: { low: 0 } },
    { priorityFactors: { low: 100.5 } },
    { priorityFactors: { urgent: 1 } },
    { checkInMinutes: undefined },
  ];
  for (const changes of wrong) {
    assert(!PolicyChanges.safeParse(changes).success, JSON.stringify(changes));
  }
});

Deno.test("patience is stretched by the priority, and never less than a minute", () => {
  assertEquals(PRIORITIES.map((priority) => patience(8, priority, policy)), [24, 8, 4, 2]);
  assertEquals(patience(1, "critical", policy), 1);
});
