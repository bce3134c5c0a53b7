/** One of every answer, so that a new one is not forgotten by the tests. */

import { NOTIFY_SETTINGS } from "../../src/domain/notify_setting.ts";
import type { DeskAnswer } from "../../src/domain/desk.ts";
import { REPORTERS } from "../../src/domain/group_settings.ts";
import type { LifeAnswer } from "../../src/domain/desk_life.ts";
import { MOST_HELPERS, STATUSES } from "../../src/domain/incident.ts";
import type { Grant, PersonRef } from "../../src/domain/person.ts";
import type { Refusal, RefusalReason } from "../../src/domain/refusal.ts";
import { PARTS } from "../../src/domain/rules.ts";
import { LENGTHS, MOST_TAGS, type TextKind } from "../../src/domain/text.ts";
import { NOON, rita } from "./cast.ts";
import { LOCALES } from "../../src/domain/locale.ts";

/** The names and numbers that answers carry. */
export interface Carried {
  company: string;
  name: string;
  title: string;
  person: PersonRef;
  number: number;
  chatId: number;
}

const ORDINARY: Carried = {
  company: "ACME",
  name: "Acme Logistics",
  title: "Yard",
  person: rita,
  number: 42,
  chatId: -1001,
};

/** As long as a week of hours gets: four spans on each day, no two days alike. */
const LONGEST_HOURS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
  .map((day, i) => `${day} 00:0${i}-03:00 06:00-09:00 12:00-15:00 18:00-21:00`).join("; ");

const TEXTS = Object.keys(LENGTHS) as TextKind[];

/** Every refusal, in each of its forms. */
export function refusals({ company, name, person, number }: Carried = ORDINARY): Refusal[] {
  const department = name.slice(0, 40);
  const all: Record<RefusalReason, Refusal[]> = {
    unknown_incident: [{ reason: "unknown_incident" }],
    group_not_active: (["pending", "suspended", "unknown"] as const)
      .map((status) => ({ reason: "group_not_active", status })),
    too_short: TEXTS.map((what) => ({ reason: "too_short", what, length: 0 })),
    too_long: TEXTS.map((what) => ({ reason: "too_long", what, length: 4097 })),
    already_reported: [{ reason: "already_reported", incident: { company, number } }],
    too_many_reports: (["person", "group"] as const)
      .map((scope) => ({ reason: "too_many_reports", scope, retryAt: NOON, isTold: false })),
    reports_restricted: (["people", "dispatchers"] as const)
      .map((to) => ({ reason: "reports_restricted", to })),
    wrong_status: STATUSES.flatMap((status) => [
      { reason: "wrong_status", status, person },
      { reason: "wrong_status", status, person: null },
    ]),
    not_allowed: [{ reason: "not_allowed", allowed: [...PARTS] }],
    unknown_department: [{ reason: "unknown_department" }],
    department_chosen_already: [{ reason: "department_chosen_already", department }],
    restricted_department: [{ reason: "restricted_department", department }],
    already_owner: [{ reason: "already_owner" }],
    already_helping: [{ reason: "already_helping" }],
    owns_already: [{ reason: "owns_already", person }],
    not_eligible: [{ reason: "not_eligible", person }],
    no_claim: [{ reason: "no_claim" }],
    escalated_already: [{ reason: "escalated_already" }],
    not_escalated: [{ reason: "not_escalated" }],
    open_already: [{ reason: "open_already" }],
    no_change: [{ reason: "no_change" }],
    pins_off: [{ reason: "pins_off" }],
    bad_tag: [{ reason: "bad_tag" }],
    too_many_helpers: [{ reason: "too_many_helpers", most: MOST_HELPERS }],
    too_many_open: [{ reason: "too_many_open", most: MOST_HELPERS }],
    too_many_tags: [{ reason: "too_many_tags", most: MOST_TAGS }],
    not_due: [{ reason: "not_due" }],
  };
  return Object.values(all).flat();
}

/** Every answer of administration, in each of its forms. */
export function deskAnswers(carried: Carried = ORDINARY): DeskAnswer[] {
  const { company, name, title, person, chatId } = carried;
  const either = [true, false];
  const hours = [LONGEST_HOURS, null];
  const departments = Array.from({ length: 50 }, () => name.slice(0, 40));
  const all: Record<DeskAnswer["key"], DeskAnswer[]> = {
    company_added: [{ key: "company_added", company, name }],
    company_exists: [{ key: "company_exists", company }],
    unknown_company: [{ key: "unknown_company", company }],
    department_added: [{ key: "department_added", company, name }],
    department_exists: [{ key: "department_exists", company, name }],
    unknown_department: [{ key: "unknown_department", company, departments }],
    too_many_departments: [{ key: "too_many_departments", most: 50 }],
    group_attached: [{ key: "group_attached", company, title }],
    group_attached_already: [{ key: "group_attached_already", company, title }],
    group_rejected: either.map((blocked) => ({ key: "group_rejected", title, blocked })),
    group_blocked: [{ key: "group_blocked", title }],
    unknown_group: [{ key: "unknown_group", chatId }],
    group_not_active: [{ key: "group_not_active" }],
    activation_pending: [{ key: "activation_pending" }],
    request_sent: [{ key: "request_sent", name }],
    request_on_file: [{ key: "request_on_file", name }],
    request_name_length: [{ key: "request_name_length", length: 4096 }],
    too_many_requests: [{ key: "too_many_requests", most: 3 }],
    granted: rolesMoved("granted", carried),
    revoked: rolesMoved("revoked", carried),
    too_many_people: [{ key: "too_many_people", most: 100 }],
    takes_calls: either.map((isNew) => ({ key: "takes_calls", person, isNew })),
    asked_to_take_calls: either.map((isNew) => ({ key: "asked_to_take_calls", isNew })),
    topic_set: either.map((isOne) => ({ key: "topic_set", isOne })),
    department_restricted: either.map((restricted) => ({
      key: "department_restricted",
      company,
      name: name.slice(0, 40),
      restricted,
    })),
    department_renamed: [{
      key: "department_renamed",
      company,
      name: name.slice(0, 40),
      to: name.slice(0, 40),
    }],
    default_department_set: [{ key: "default_department_set", company, name: name.slice(0, 40) }],
    time_zone_set: [{ key: "time_zone_set", company, name: "America/Argentina/ComodRivadavia" }],
    setting_set: [
      { key: "setting_set", setting: "topic", words: ["2147483647"] },
      { key: "setting_set", setting: "topic", words: ["none"] },
      ...["on", "off"].flatMap((word): DeskAnswer[] => [
        { key: "setting_set", setting: "pins", words: [word] },
        { key: "setting_set", setting: "silent", words: [word] },
      ]),
      ...REPORTERS.map((word): DeskAnswer => ({
        key: "setting_set",
        setting: "reporters",
        words: [word],
      })),
      { key: "setting_set", setting: "sign", words: ["awaiting_department", "👩‍🚒👩‍🚒"] },
      { key: "setting_set", setting: "sign", words: ["medium", "default"] },
      { key: "setting_set", setting: "sign", words: ["reset"] },
    ],
    setting_kept: [{ key: "setting_kept" }],
    policy_set: ["", company].map((scope) => ({
      key: "policy_set",
      scope,
      name: "department_reminders",
      value: "10080",
    })),
    hours_set: hours.map((each) => ({ key: "hours_set", company, hours: each })),
    holidays_set: [0, 1, 100].map((count) => ({ key: "holidays_set", company, count })),
    too_many_holidays: [{ key: "too_many_holidays", most: 100 }],
    not_a_member: [{ key: "not_a_member", person, department: name.slice(0, 40) }],
    shift_set: hours.map((each) => ({
      key: "shift_set",
      person,
      department: name.slice(0, 40),
      hours: each,
    })),
    letter_sent_again: [{ key: "letter_sent_again" }],
    letter_dropped: [{ key: "letter_dropped" }],
    letter_gone: [{ key: "letter_gone" }],
    letters_dropped: [{ key: "letters_dropped", count: 7 }],
    own_language_set: languagesSet("own_language_set"),
    group_language_set: languagesSet("group_language_set"),
    company_language_set: LOCALES.map((language) => ({
      key: "company_language_set",
      company,
      language,
    })),
    retention_set: [30, null].map((days) => ({ key: "retention_set", company, days })),
    retention_shorter: [{ key: "retention_shorter", company, days: 30 }],
    forgetting_begun: [{ key: "forgetting_begun" }],
    being_forgotten: [{ key: "being_forgotten" }],
    person_being_forgotten: [{ key: "person_being_forgotten" }],
    is_platform_admin: [{ key: "is_platform_admin" }],
    button_too_old: [{ key: "button_too_old" }],
    still_at_work: [1, 5].map((count) => ({
      key: "still_at_work",
      incidents: Array.from({ length: count }, () => ({ company, number: carried.number })),
    })),
    ...lifeAnswers(carried),
    not_allowed: [{ key: "not_allowed" }],
    notify_set: [null, ...NOTIFY_SETTINGS].map((setting) => ({ key: "notify_set", setting })),
    noted: [{ key: "noted" }],
  };
  return Object.values(all).flat();
}

/** Each language chosen, and none. */
function languagesSet(key: "own_language_set" | "group_language_set"): DeskAnswer[] {
  return LOCALES.flatMap((read) => [{ key, language: read, read }, { key, language: null, read }]);
}

/** Each role given or taken, in a company or in a group, for the first time or again. */
function rolesMoved(key: "granted" | "revoked", { name, person }: Carried): DeskAnswer[] {
  const grants: Grant[] = [
    { role: "dispatcher" },
    { role: "manager" },
    { role: "member", department: name.slice(0, 40) },
  ];
  return grants.flatMap((grant) =>
    ["", name].flatMap((scope) =>
      [true, false].map((isNew) => ({ key, person, grant, scope, isNew }))
    )
  );
}

/** Those about the life of companies, departments and groups. */
function lifeAnswers(
  { company, name, title, chatId, number }: Carried,
): Record<LifeAnswer["key"], LifeAnswer[]> {
  const department = name.slice(0, 40);
  return {
    group_detached: [{ key: "group_detached", company, title }],
    group_detached_already: [{ key: "group_detached_already", company, title }],
    group_moved: [{ key: "group_moved", company, title }],
    group_has_open: [1, 2_000].map((count) => ({ key: "group_has_open", company, title, count })),
    no_such_group: [{ key: "no_such_group", chatId }],
    too_many_groups: [{ key: "too_many_groups", company, most: 200 }],
    too_many_of_company: [{ key: "too_many_of_company", company, most: 1_000 }],
    department_placed: [{ key: "department_placed", company, name: department, place: number }],
    department_removed: [{
      key: "department_removed",
      company,
      name: department,
      to: department,
    }],
    last_department: [{ key: "last_department", company, name: department }],
    company_renamed: [{ key: "company_renamed", company, name }],
    company_archived: [{ key: "company_archived", company }],
    company_restored: [{ key: "company_restored", company }],
    company_is_archived: [{ key: "company_is_archived", company }],
    company_not_archived: [{ key: "company_not_archived", company }],
    archive_first: [{ key: "archive_first", company }],
    deletion_asked: [{ key: "deletion_asked", company }],
    deletion_unconfirmed: [{ key: "deletion_unconfirmed", company }],
    deletion_begun: [{ key: "deletion_begun", company }],
    company_going: [{ key: "company_going", company }],
  };
}
