/** Settings of companies and groups, through the one write path. */

import type { CoreDeps } from "../deps.ts";
import { MOST_HOLIDAYS } from "../domain/calendar.ts";
import { findDepartment } from "../domain/company.ts";
import { formatHours, type Hours } from "../domain/hours.ts";
import { policyFor } from "../domain/policy.ts";
import { type SettingName, settingText, withSetting } from "../domain/policy_setting.ts";
import { setGroup } from "../store/write.ts";
import type { Committed } from "./commit.ts";
import { answered, changeCompany, type DeskOrigin } from "./companies.ts";
import { unknownDepartment } from "./grants.ts";
import { type GroupCommitted, type GroupDeskOrigin, inGroup } from "./group_matter.ts";

/** All cards of a group appear in one forum topic from now on; `null`: each where it is reported. */
export async function setCardTopic(
  deps: CoreDeps,
  origin: GroupDeskOrigin,
  topicId: number | null,
): Promise<GroupCommitted> {
  return await inGroup(deps, origin, ({ read, group, standing }) => {
    if (!standing.manager) return answered({ key: "not_allowed" });
    return answered({ key: "topic_set", isOne: topicId !== null }, {
      changes: group.cardTopicId === topicId
        ? []
        : setGroup(read.group, { ...group, cardTopicId: topicId }),
    });
  });
}

/** Only members and managers may choose a department, or everybody may again. */
export function restrictDepartment(
  deps: CoreDeps,
  origin: DeskOrigin,
  { companyId, department: wanted, restricted }: {
    companyId: string;
    department: string;
    restricted: boolean;
  },
): Promise<Committed> {
  return changeCompany(deps, origin, companyId, (company) => {
    const department = findDepartment(company, wanted);
    if (!department) return { answer: unknownDepartment(company) };
    const departments = company.departments.map((one) =>
      one.id === department.id ? { ...one, restricted } : one
    );
    return {
      answer: {
        key: "department_restricted",
        company: companyId,
        name: department.name,
        restricted,
      },
      company: { ...company, departments },
    };
  });
}

/** The time zone in which a company's people read times. */
export function setTimeZone(
  deps: CoreDeps,
  origin: DeskOrigin,
  { companyId, timeZone }: { companyId: string; timeZone: string },
): Promise<Committed> {
  return changeCompany(deps, origin, companyId, (company) => ({
    answer: { key: "time_zone_set", company: companyId, name: timeZone },
    company: { ...company, timeZone },
  }));
}

/** One setting of a company's policy. */
export function setPolicy(
  deps: CoreDeps,
  origin: DeskOrigin,
  { companyId, name, value }: { companyId: string; name: SettingName; value: string },
): Promise<Committed> {
  return changeCompany(deps, origin, companyId, (company) => {
    const policy = withSetting(company.policy, name, value);
    if (!policy) return { answer: { key: "noted" } };
    const shown = settingText(policyFor(deps.settings.policy, { policy }), name);
    return {
      answer: { key: "policy_set", scope: companyId, name, value: shown },
      company: { ...company, policy },
    };
  });
}

/** One setting of a group's policy, which goes before its company's. */
export async function setGroupPolicy(
  deps: CoreDeps,
  origin: GroupDeskOrigin,
  { name, value }: { name: SettingName; value: string },
): Promise<GroupCommitted> {
  return await inGroup(deps, origin, ({ read, group, company, standing }) => {
    if (!standing.manager) return answered({ key: "not_allowed" });
    const policy = withSetting(group.policy, name, value);
    if (!policy) return answered({ key: "noted" });
    const shown = settingText(policyFor(deps.settings.policy, company, { policy }), name);
    return answered({ key: "policy_set", scope: "", name, value: shown }, {
      changes: setGroup(read.group, { ...group, policy }),
    });
  });
}

/** When a company works; `null`: round the clock. */
export function setHours(
  deps: CoreDeps,
  origin: DeskOrigin,
  { companyId, hours }: { companyId: string; hours: Hours | null },
): Promise<Committed> {
  return changeCompany(deps, origin, companyId, (company) => ({
    answer: { key: "hours_set", company: companyId, hours: hours && formatHours(hours) },
    company: { ...company, calendar: { ...company.calendar, hours } },
  }));
}

/** Days on which a company does not work: more of them, or fewer. Local dates, `YYYY-MM-DD`. */
export function changeHolidays(
  deps: CoreDeps,
  origin: DeskOrigin,
  { companyId, dates, remove }: { companyId: string; dates: readonly string[]; remove: boolean },
): Promise<Committed> {
  return changeCompany(deps, origin, companyId, (company) => {
    const { holidays: before } = company.calendar;
    const kept = before.filter((date) => !dates.includes(date));
    const holidays = remove ? kept : [...kept, ...new Set(dates)].sort();
    if (holidays.length > MOST_HOLIDAYS) {
      return { answer: { key: "too_many_holidays", most: MOST_HOLIDAYS } };
    }
    return {
      answer: { key: "holidays_set", company: companyId, count: holidays.length },
      company: { ...company, calendar: { ...company.calendar, holidays } },
    };
  });
}
