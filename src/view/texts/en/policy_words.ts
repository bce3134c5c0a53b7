/** The settings of a policy in few words, their values with units, and what each takes. */

import type { SettingKind, SettingName } from "../../../domain/policy_setting.ts";

/** In English. */
export const policyWords = {
  policyWords: {
    labels: {
      department: "Choosing: first reminder",
      department_repeat: "Choosing: then each",
      department_reminders: "Choosing: reminders",
      unclaimed: "Unclaimed: first reminder",
      unclaimed_repeat: "Unclaimed: then each",
      unclaimed_reminders: "Unclaimed: reminders",
      auto_escalation: "Escalates by itself",
      escalated: "Escalated: first reminder",
      escalated_repeat: "Escalated: then each",
      check_in: "How it goes: first question",
      check_in_repeat: "How it goes: then each",
      summary: "Waits for a summary",
      critical: "When critical",
      high: "When high",
      medium: "When medium",
      low: "When low",
      reports_per_person: "Reports of a person",
      reports_per_dispatcher: "Reports of a dispatcher",
      reports_per_group: "Reports of a group",
      commands_per_person: "Commands of a person",
    } satisfies Record<SettingName, string>,
    line: (label: string, value: string) => `${label} · ${value}`,
    on: "on",
    off: "off",
    /** What repeats after as many minutes as until the first time. */
    same: "as the first time",
    minutes: (n: string) => `${n} min`,
    times: (n: string) => `${n}`,
    factor: (n: string) => `minutes × ${n}`,
    perHour: (n: string) => `${n} per hour`,
    perMinute: (n: string) => `${n} per minute`,
    takes: {
      minutes: (least: number, most: number) => `minutes, from ${least} to ${most}`,
      repeat: (least: number, most: number, same: string) =>
        `minutes, from ${least} to ${most}, or ${same} as until the first time`,
      times: (least: number, most: number) => `a number from ${least} to ${most}`,
      often: (least: number, most: number) => `a number from ${least} to ${most}`,
      switch: "on or off",
      factor: (least: number, most: number) =>
        `a number from ${least} to ${most} that minutes are multiplied by`,
    } satisfies Record<SettingKind, unknown>,
    /** `usual`: the word that takes a setting back. */
    possible: (values: string, usual: string) => `Possible: ${values}; ${usual} makes it as usual.`,
  },
} as const;
