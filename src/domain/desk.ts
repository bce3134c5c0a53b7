/**
 * What administration answers: companies, groups and roles, beside the life of incidents. Every
 * answer is a value with the facts that its sentence needs.
 */

import { z } from "zod";
import { Locale } from "./locale.ts";
import { GROUP_SETTING_NAMES, type GroupSettingName } from "./group_setting.ts";
import { IncidentId } from "./ids.ts";
import { NotifySetting } from "./notify_setting.ts";
import { LifeAnswer } from "./desk_life.ts";
import { Grant, PersonRef } from "./person.ts";

const key = <const K extends string>(name: K) => ({ key: z.literal(name) });
const company = { company: z.string() };
const title = { title: z.string() };

/** What answers somebody who wants to be forgotten, or is being forgotten. */
export const FORGETTING_ANSWERS = [
  "forgetting_begun",
  "being_forgotten",
  "person_being_forgotten",
  "is_platform_admin",
  "button_too_old",
] as const;

const Own = z.discriminatedUnion("key", [
  z.object({ ...key("company_added"), ...company, name: z.string() }),
  z.object({ ...key("company_exists"), ...company }),
  z.object({ ...key("unknown_company"), ...company }),
  z.object({ ...key("department_added"), ...company, name: z.string() }),
  z.object({ ...key("department_exists"), ...company, name: z.string() }),
  z.object({ ...key("unknown_department"), ...company, departments: z.array(z.string()) }),
  z.object({ ...key("too_many_departments"), most: z.int() }),
  z.object({ ...key("group_attached"), ...company, ...title }),
  z.object({ ...key("group_attached_already"), ...company, ...title }),
  z.object({ ...key("group_rejected"), ...title, blocked: z.boolean() }),
  z.object({ ...key("group_blocked"), ...title }),
  z.object({ ...key("unknown_group"), chatId: z.int() }),
  z.object({ ...key("group_not_active") }),
  z.object({ ...key("activation_pending") }),
  z.object({ ...key("request_sent"), name: z.string() }),
  z.object({ ...key("request_on_file"), name: z.string() }),
  z.object({ ...key("request_name_length"), length: z.int() }),
  z.object({ ...key("too_many_requests"), most: z.int() }),
  z.object({
    key: z.enum(["granted", "revoked"]),
    person: PersonRef,
    grant: Grant,
    scope: z.string(),
    isNew: z.boolean(),
  }),
  z.object({ ...key("too_many_people"), most: z.int() }),
  z.object({ ...key("takes_calls"), person: PersonRef, isNew: z.boolean() }),
  z.object({ ...key("asked_to_take_calls"), isNew: z.boolean() }),
  z.object({ ...key("topic_set"), isOne: z.boolean() }),
  z.object({
    ...key("department_restricted"),
    ...company,
    name: z.string(),
    restricted: z.boolean(),
  }),
  z.object({ ...key("department_renamed"), ...company, name: z.string(), to: z.string() }),
  z.object({ ...key("default_department_set"), ...company, name: z.string() }),
  z.object({ ...key("time_zone_set"), ...company, name: z.string() }),
  z.object({ ...key("policy_set"), scope: z.string(), name: z.string(), value: z.string() }),
  z.object({
    ...key("setting_set"),
    setting: z.enum(GROUP_SETTING_NAMES),
    words: z.array(z.string()),
  }),
  z.object({ ...key("setting_kept") }),
  z.object({ ...key("hours_set"), ...company, hours: z.string().nullable() }),
  z.object({ ...key("holidays_set"), ...company, count: z.int() }),
  z.object({ ...key("too_many_holidays"), most: z.int() }),
  z.object({ ...key("not_a_member"), person: PersonRef, department: z.string() }),
  z.object({
    ...key("shift_set"),
    person: PersonRef,
    department: z.string(),
    hours: z.string().nullable(),
  }),
  z.object({ ...key("letter_sent_again") }),
  z.object({ ...key("letter_dropped") }),
  z.object({ ...key("letter_gone") }),
  z.object({ ...key("letters_dropped"), count: z.int() }),
  z.object({ ...key("own_language_set"), language: Locale.nullable(), read: Locale }),
  z.object({ ...key("group_language_set"), language: Locale.nullable(), read: Locale }),
  z.object({ ...key("company_language_set"), ...company, language: Locale }),
  z.object({ ...key("retention_set"), ...company, days: z.int().nullable() }),
  z.object({ ...key("retention_shorter"), ...company, days: z.int() }),
  z.object({ key: z.enum(FORGETTING_ANSWERS) }),
  z.object({ ...key("still_at_work"), incidents: z.array(IncidentId) }),
  z.object({ ...key("notify_set"), setting: NotifySetting.nullable() }),
  z.object({ ...key("not_allowed") }),
  z.object({ ...key("noted") }),
]);

/** Schema of {@linkcode DeskAnswer}. */
export const DeskAnswer: z.ZodType<DeskAnswer> = z.union([Own, LifeAnswer]);

/** An answer, by its message key. */
export type DeskAnswer =
  | { key: "company_added"; company: string; name: string }
  | { key: "company_exists" | "unknown_company"; company: string }
  | { key: "department_added" | "department_exists"; company: string; name: string }
  | { key: "unknown_department"; company: string; departments: string[] }
  | { key: "too_many_departments"; most: number }
  | { key: "group_attached" | "group_attached_already"; company: string; title: string }
  | { key: "group_rejected"; title: string; blocked: boolean }
  | { key: "group_blocked"; title: string }
  | { key: "unknown_group"; chatId: number }
  | { key: "group_not_active" | "activation_pending" | "not_allowed" | "noted" }
  | { key: "letter_sent_again" | "letter_dropped" | "letter_gone" }
  | { key: "letters_dropped"; count: number }
  | { key: "request_sent" | "request_on_file"; name: string }
  | { key: "request_name_length"; length: number }
  | { key: "too_many_requests"; most: number }
  | { key: "granted" | "revoked"; person: PersonRef; grant: Grant; scope: string; isNew: boolean }
  | { key: "too_many_people"; most: number }
  | { key: "takes_calls"; person: PersonRef; isNew: boolean }
  | { key: "topic_set"; isOne: boolean }
  | { key: "department_restricted"; company: string; name: string; restricted: boolean }
  /** `name`: the one before. */
  | { key: "department_renamed"; company: string; name: string; to: string }
  | { key: "default_department_set" | "time_zone_set"; company: string; name: string }
  /** `scope`: the company's id; empty: this group. */
  | { key: "policy_set"; scope: string; name: string; value: string }
  /** `words`: as they would be typed. */
  | { key: "setting_set"; setting: GroupSettingName; words: string[] }
  | { key: "setting_kept" }
  /** `hours` as `formatHours` writes them; `null`: round the clock. */
  | { key: "hours_set"; company: string; hours: string | null }
  | { key: "holidays_set"; company: string; count: number }
  | { key: "too_many_holidays"; most: number }
  | { key: "not_a_member"; person: PersonRef; department: string }
  | { key: "shift_set"; person: PersonRef; department: string; hours: string | null }
  /** `language: null`: as Telegram, or the company, says; `read`: which one that comes to. */
  | { key: "own_language_set" | "group_language_set"; language: Locale | null; read: Locale }
  | { key: "company_language_set"; company: string; language: Locale }
  /** `days: null`: for ever. */
  | { key: "retention_set"; company: string; days: number | null }
  /** Shorter than until now: that has to be confirmed. */
  | { key: "retention_shorter"; company: string; days: number }
  | { key: typeof FORGETTING_ANSWERS[number] }
  /** They have something to hand over first. */
  | { key: "still_at_work"; incidents: IncidentId[] }
  | { key: "asked_to_take_calls"; isNew: boolean }
  /** `null`: one's role decides. */
  | { key: "notify_set"; setting: NotifySetting | null }
  | LifeAnswer;
