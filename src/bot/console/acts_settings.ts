/** What is set: a company's policy and its calendar. */

import { isDate } from "../../domain/calendar.ts";
import { parseHours } from "../../domain/hours.ts";
import { withSetting } from "../../domain/policy_setting.ts";
import type { Committed } from "../../execute/commit.ts";
import { changeHolidays, setHours, setPolicy, setTimeZone } from "../../execute/settings.ts";
import { type ActName, addressOf } from "../../view/console/address.ts";
import { words } from "../arguments.ts";
import { timeZoneNamed } from "../command_settings.ts";
import { replanAfter } from "../finish_setting.ts";
import type { BotDeps } from "../incoming.ts";
import { valueQuestion } from "../../view/policy_value.ts";
import { act, type ConsoleAct } from "./entry.ts";

const after = (deps: BotDeps, committed: Committed, { company }: { company: string }) =>
  replanAfter(deps, company, committed);

/** What is set. */
export const SETTING_ACTS = {
  /** Sets a number of the policy. */
  set_policy: act({
    kind: "text",
    who: "company",
    takes: ["company", "setting"],
    commands: ["policy"],
    hint: ({ company, setting }) => `${company} ${setting} <value | default>`,
    next: ({ company, setting }) => addressOf("setting", [company, setting]),
    question: (texts, { setting }) => valueQuestion(texts, setting),
    async run(deps, origin, { company: companyId, setting: name }, { text, texts }) {
      if (!withSetting({}, name, text)) return { problem: texts.policy.badValue };
      return await setPolicy(deps, origin, { companyId, name, value: text });
    },
    after,
  }),
  /** Switches a setting, or takes it back. */
  policy_to: act({
    kind: "press",
    who: "company",
    takes: ["company", "setting", "value"],
    commands: ["policy"],
    hint: ({ company, setting, value }) => `${company} ${setting} ${value}`,
    next: ({ company, setting }) => addressOf("setting", [company, setting]),
    run: (deps, origin, { company: companyId, setting: name, value }) =>
      setPolicy(deps, origin, { companyId, name, value }),
    after,
  }),
  /** Sets when a company works. */
  hours: act({
    kind: "text",
    who: "company",
    takes: ["company"],
    commands: ["hours"],
    hint: ({ company }) => `${company} mon-fri 08:00-17:00; sat 9-13`,
    next: ({ company }) => addressOf("calendar", [company]),
    question: (texts) => texts.admin.ask.hours,
    async run(deps, origin, { company: companyId }, { text, texts }) {
      const hours = parseHours(text);
      if (!hours) return { problem: texts.calendar.badHours };
      return await setHours(deps, origin, { companyId, hours });
    },
    after,
  }),
  /** Lets a company work round the clock. */
  always: act({
    kind: "press",
    who: "company",
    takes: ["company"],
    commands: ["hours"],
    hint: ({ company }) => `${company} always`,
    next: ({ company }) => addressOf("calendar", [company]),
    run: (deps, origin, { company: companyId }) =>
      setHours(deps, origin, { companyId, hours: null }),
    after,
  }),
  /** Sets the time zone of a company. */
  time_zone: act({
    kind: "text",
    who: "company",
    takes: ["company"],
    commands: ["time_zone"],
    hint: ({ company }) => `${company} America/Chicago`,
    next: ({ company }) => addressOf("calendar", [company]),
    question: (texts) => texts.admin.ask.zone,
    async run(deps, origin, { company: companyId }, { text, texts }) {
      const timeZone = timeZoneNamed(text);
      if (timeZone === null) return { problem: texts.arguments.unknownTimeZone };
      return await setTimeZone(deps, origin, { companyId, timeZone });
    },
    after,
  }),
  /** Adds holidays. */
  add_holidays: act({
    kind: "text",
    who: "company",
    takes: ["company"],
    commands: ["holidays"],
    hint: ({ company }) => `${company} add 2026-12-25 2026-12-26`,
    next: ({ company, n }) => addressOf("holidays", [company], n),
    question: (texts) => texts.admin.ask.days,
    async run(deps, origin, { company: companyId }, { text, texts }) {
      const dates = words(text);
      if (dates.length === 0 || !dates.every(isDate)) return { problem: texts.calendar.badDates };
      return await changeHolidays(deps, origin, { companyId, dates, remove: false });
    },
    after,
  }),
  /** Makes a holiday a working day again. */
  drop_holiday: act({
    kind: "press",
    who: "company",
    takes: ["company", "date"],
    commands: ["holidays"],
    hint: ({ company, date }) => `${company} remove ${date}`,
    next: ({ company, n }) => addressOf("holidays", [company], n),
    run: (deps, origin, { company: companyId, date }) =>
      changeHolidays(deps, origin, { companyId, dates: [date], remove: true }),
    after,
  }),
} satisfies Partial<Record<ActName, ConsoleAct>>;
