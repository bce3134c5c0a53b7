/** The policy as people set it: one word for each number. */

import type { Policy, PolicyChanges } from "./policy.ts";
import { MOST_MINUTES } from "./policy.ts";
import { PRIORITIES, type Priority } from "./priority.ts";

/** A field of the policy that is one value. */
export type PolicyField = Exclude<keyof Policy, "priorityFactors">;

/** What a setting takes: minutes, minutes or `same`, a count, `on` or `off`, a factor. */
export type SettingKind = "minutes" | "repeat" | "times" | "switch" | "often" | "factor";

/** One setting. */
export type PolicySetting =
  | { kind: Exclude<SettingKind, "factor">; field: PolicyField }
  | { kind: "factor"; field: Priority };

/** All settings, by the word for them, in the order in which people see them. */
export const POLICY_SETTINGS = {
  department: { kind: "minutes", field: "departmentNudgeMinutes" },
  department_repeat: { kind: "repeat", field: "departmentRepeatMinutes" },
  department_reminders: { kind: "times", field: "departmentNudges" },
  unclaimed: { kind: "minutes", field: "unclaimedNudgeMinutes" },
  unclaimed_repeat: { kind: "repeat", field: "unclaimedRepeatMinutes" },
  unclaimed_reminders: { kind: "times", field: "unclaimedNudges" },
  auto_escalation: { kind: "switch", field: "escalatesByItself" },
  escalated: { kind: "minutes", field: "escalationNudgeMinutes" },
  escalated_repeat: { kind: "repeat", field: "escalationRepeatMinutes" },
  check_in: { kind: "minutes", field: "checkInMinutes" },
  check_in_repeat: { kind: "repeat", field: "checkInRepeatMinutes" },
  summary: { kind: "minutes", field: "summaryTimeoutMinutes" },
  critical: { kind: "factor", field: "critical" },
  high: { kind: "factor", field: "high" },
  medium: { kind: "factor", field: "medium" },
  low: { kind: "factor", field: "low" },
  reports_per_person: { kind: "often", field: "reportsPerPersonPerHour" },
  reports_per_dispatcher: { kind: "often", field: "reportsPerDispatcherPerHour" },
  reports_per_group: { kind: "often", field: "reportsPerGroupPerHour" },
  commands_per_person: { kind: "often", field: "commandsPerPersonPerMinute" },
} as const satisfies Record<string, PolicySetting>;

/** The word for a setting. */
export type SettingName = keyof typeof POLICY_SETTINGS;

/** All such words. */
export const SETTING_NAMES = Object.keys(POLICY_SETTINGS) as SettingName[];

/** What takes a setting back, so that the level above counts again. */
export const DEFAULT_WORD = "default";

/** What repeats after as many minutes as until the first time. */
export const SAME_WORD = "same";

/** A setting's value, as it is typed. */
export function settingText(policy: Policy, name: SettingName): string {
  const setting: PolicySetting = POLICY_SETTINGS[name];
  if (setting.kind === "factor") return String(policy.priorityFactors[setting.field]);
  const value = policy[setting.field];
  if (typeof value === "boolean") return value ? "on" : "off";
  return value === null ? SAME_WORD : String(value);
}

/** The setting whose value a policy keeps there, `priorityFactors.high` say; `null`: none. */
export function settingKeptAt(path: string): SettingName | null {
  return SETTING_NAMES.find((name) => {
    const { kind, field } = POLICY_SETTINGS[name];
    return path === (kind === "factor" ? `priorityFactors.${field}` : field);
  }) ?? null;
}

/** The least and the most that a setting of that kind takes, where that is a number. */
export const SETTING_RANGES = {
  minutes: { least: 1, most: MOST_MINUTES },
  repeat: { least: 1, most: MOST_MINUTES },
  times: { least: 1, most: 100 },
  often: { least: 1, most: 1_000 },
  factor: { least: 0.01, most: 100 },
} as const;

/** Whether a level says something about it. */
export function isSet(changes: PolicyChanges, name: SettingName): boolean {
  const setting: PolicySetting = POLICY_SETTINGS[name];
  return setting.kind === "factor"
    ? changes.priorityFactors?.[setting.field] !== undefined
    : changes[setting.field] !== undefined;
}

/** The changes with one more setting, or without it; `null`: that is no value for it. */
export function withSetting(
  changes: PolicyChanges,
  name: SettingName,
  text: string,
): PolicyChanges | null {
  const setting: PolicySetting = POLICY_SETTINGS[name];
  const word = text.trim().toLowerCase();
  const value = word === DEFAULT_WORD ? undefined : settingValue(setting.kind, word);
  if (value === null) return null;
  if (setting.kind === "factor") {
    const { priorityFactors: before, ...rest } = changes;
    const after = PRIORITIES.flatMap((priority) => {
      const factor = priority === setting.field ? value?.value : before?.[priority];
      return factor === undefined ? [] : [[priority, factor] as const];
    });
    return after.length > 0 ? { ...rest, priorityFactors: Object.fromEntries(after) } : rest;
  }
  const { [setting.field]: _before, ...rest } = changes;
  return value === undefined ? rest : { ...rest, [setting.field]: value.value };
}

/** Wrapped, because `null` is a value; `null` when the word is none. */
function settingValue(
  kind: SettingKind,
  word: string,
): { value: number | boolean | null } | null {
  const within = (kind: keyof typeof SETTING_RANGES, value: number) => {
    const { least, most } = SETTING_RANGES[kind];
    return value >= least && value <= most ? { value } : null;
  };
  const whole = /^\d{1,6}$/.test(word) ? Number(word) : 0;
  switch (kind) {
    case "repeat":
      return word === SAME_WORD ? { value: null } : within(kind, whole);
    case "minutes":
    case "times":
    case "often":
      return within(kind, whole);
    case "switch":
      return word === "on" || word === "off" ? { value: word === "on" } : null;
    case "factor":
      return within(kind, /^\d{1,3}(\.\d{1,2})?$/.test(word) ? Number(word) : 0);
    default:
      return kind satisfies never;
  }
}
