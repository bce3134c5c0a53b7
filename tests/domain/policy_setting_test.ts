import { assert, assertEquals } from "@std/assert";
import { type Policy, PolicyChanges, policyFor } from "../../src/domain/policy.ts";
import {
  isSet,
  POLICY_SETTINGS,
  SETTING_NAMES,
  type SettingKind,
  type SettingName,
  settingText,
  withSetting,
} from "../../src/domain/policy_setting.ts";
import { policy } from "./cast.ts";
import { chanceFrom, seedFor } from "./random.ts";

/** What may be typed for each kind of setting, and how it is shown. */
const GOOD: Record<SettingKind, Record<string, string>> = {
  minutes: { "1": "1", "10080": "10080", "0005": "5", " 90 ": "90" },
  repeat: { "1": "1", "10080": "10080", "same": "same", "SAME": "same" },
  times: { "1": "1", "100": "100" },
  often: { "1": "1", "1000": "1000" },
  switch: { "on": "on", "off": "off", "OFF": "off" },
  factor: { "1": "1", "0.01": "0.01", "0.5": "0.5", "100": "100", "2.50": "2.5" },
};

const NO_NUMBERS = ["", " ", "ten", "1e3", "0x10", "-5", "+5", "5m", "٣", "1 0", "NaN", "Infinity"];
const NO_WHOLE = [...NO_NUMBERS, "0", "1.5", "1,5", "9999999", "on"];
const BAD: Record<SettingKind, readonly string[]> = {
  minutes: [...NO_WHOLE, "10081", "same"],
  repeat: [...NO_WHOLE, "10081", "null"],
  times: [...NO_WHOLE, "101", "same"],
  often: [...NO_WHOLE, "1001", "same"],
  switch: ["", "yes", "true", "1", "0", "onoff"],
  factor: [...NO_NUMBERS, "0", "0.001", "0.00", "100.01", "1000", ".5", "1.", "0.123", "same"],
};

for (const name of SETTING_NAMES) {
  const { kind } = POLICY_SETTINGS[name];

  Deno.test(`${name} takes what is a value for it, shows it, and is taken back by "default"`, () => {
    for (const [typed, shown] of Object.entries(GOOD[kind])) {
      const changes = withSetting({}, name, typed);
      assert(changes, typed);
      assertEquals(PolicyChanges.parse(changes), changes);
      assertEquals(settingText(policyFor(policy, { policy: changes }), name), shown);
      assertEquals(isSet(changes, name), true);
      for (const word of ["default", " Default "]) {
        const back = withSetting(changes, name, word);
        assertEquals(back, {});
        assertEquals(isSet(back!, name), false);
      }
    }
    assertEquals(withSetting({}, name, "default"), {});
  });

  Deno.test(`${name} takes nothing else`, () => {
    for (const typed of BAD[kind]) {
      assertEquals(withSetting({}, name, typed), null, JSON.stringify(typed));
    }
  });
}

Deno.test("each setting is one number of the policy, and each number of it has one", () => {
  const fields = SETTING_NAMES.map((name) => {
    const { kind, field } = POLICY_SETTINGS[name];
    return kind === "factor" ? `priorityFactors.${field}` : field;
  });
  const numbers = (Object.keys(policy) as (keyof Policy)[]).flatMap((field) =>
    field === "priorityFactors"
      ? Object.keys(policy.priorityFactors).map((priority) => `${field}.${priority}`)
      : [field]
  );
  assertEquals(fields.toSorted(), numbers.toSorted());
});

/** What every setting says, in words. */
function shown(of: Policy): Record<string, string> {
  return Object.fromEntries(SETTING_NAMES.map((name) => [name, settingText(of, name)]));
}

Deno.test("whatever is set and taken back, what was typed last is in force, and nothing else moves", () => {
  const chance = chanceFrom(seedFor("policy settings"));
  for (let walk = 0; walk < 100; walk++) {
    let changes: PolicyChanges = {};
    const set = new Map<SettingName, string>();
    for (let step = 0; step < 40; step++) {
      const name = chance.pick(SETTING_NAMES);
      const { kind } = POLICY_SETTINGS[name];
      const typed = chance.pick(["default", ...Object.keys(GOOD[kind]), ...BAD[kind]]);
      const before = structuredClone(changes);
      const next = withSetting(changes, name, typed);
      assertEquals(changes, before, "the changes before are left as they were");
      if (next === null) {
        assert(BAD[kind].includes(typed), `${name} ${typed}`);
        continue;
      }
      if (typed === "default") set.delete(name);
      else set.set(name, GOOD[kind][typed]!);
      changes = next;
      const expected = { ...shown(policy), ...Object.fromEntries(set) };
      assertEquals(shown(policyFor(policy, { policy: PolicyChanges.parse(changes) })), expected);
      assertEquals(
        SETTING_NAMES.filter((one) => isSet(changes, one)).toSorted(),
        [...set.keys()].toSorted(),
      );
    }
    for (const name of SETTING_NAMES) changes = withSetting(changes, name, "default")!;
    assertEquals(changes, {});
  }
});
