/** The one sentence that answers the person who acted. */

import type { DeskAnswer } from "../domain/desk.ts";
import { formatIncidentId } from "../domain/ids.ts";
import type { Outcome } from "../domain/outcome.ts";
import type { PersonRef } from "../domain/person.ts";
import type { Refusal } from "../domain/refusal.ts";
import { LENGTHS } from "../domain/text.ts";
import { displayName } from "./clip.ts";
import { lifeSentence } from "./life_answers.ts";
import { en } from "./texts/en/en.ts";
import { minutesUntil } from "./moment.ts";

/**
 * Most characters of a toast.
 *
 * @see https://core.telegram.org/bots/api#answercallbackquery
 */
export const MOST_TOAST_CHARACTERS = 200;

/** The sentence for an outcome, as plain text. */
export function sentenceFor(outcome: Outcome, now: number): string {
  switch (outcome.kind) {
    case "done":
      return en.done[outcome.action](formatIncidentId(outcome.incident));
    case "refused":
      return refusalSentence(outcome.refusal, now);
    case "desk":
      return deskSentence(outcome.answer);
    default:
      return outcome satisfies never;
  }
}

function refusalSentence(refusal: Refusal, now: number): string {
  const texts = en.refused;
  switch (refusal.reason) {
    case "unknown_incident":
    case "unknown_department":
    case "already_owner":
    case "already_helping":
    case "no_claim":
    case "escalated_already":
    case "not_escalated":
    case "open_already":
    case "no_change":
    case "bad_tag":
    case "not_due":
      return texts[refusal.reason];
    case "group_not_active":
      return refusal.status === "unknown" ? texts.unknownGroup : texts[refusal.status];
    case "too_short":
      return texts.too_short(refusal.what, refusal.length, LENGTHS[refusal.what].least);
    case "too_long":
      return texts.too_long(refusal.what, refusal.length, LENGTHS[refusal.what].most);
    case "already_reported":
      return texts.already_reported(formatIncidentId(refusal.incident));
    case "too_many_reports":
      return texts.too_many_reports[refusal.scope](minutesUntil(refusal.retryAt, now));
    case "department_chosen_already":
    case "restricted_department":
      return texts[refusal.reason](shown(refusal.department));
    case "owns_already":
    case "not_eligible":
      return texts[refusal.reason](named(refusal.person));
    case "too_many_tags":
    case "too_many_helpers":
    case "too_many_open":
      return texts[refusal.reason](refusal.most);
    case "wrong_status":
      return texts.status[refusal.status](refusal.person ? named(refusal.person) : "");
    case "not_allowed":
      return texts.not_allowed(refusal.allowed);
    default:
      return refusal satisfies never;
  }
}

function deskSentence(answer: DeskAnswer): string {
  const texts = en.desk;
  switch (answer.key) {
    case "company_added":
    case "department_added":
    case "department_exists":
    case "default_department_set":
    case "time_zone_set":
      return texts[answer.key](answer.company, shown(answer.name));
    case "department_renamed":
      return texts.department_renamed(shown(answer.name), shown(answer.to));
    case "company_exists":
    case "unknown_company":
      return texts[answer.key](answer.company);
    case "unknown_department":
      return texts.unknown_department(answer.departments.map(shown).join(", "));
    case "too_many_departments":
    case "too_many_requests":
    case "too_many_people":
    case "too_many_holidays":
      return texts[answer.key](answer.most);
    case "policy_set":
      return texts.policy_set(answer.scope || texts.hereInThisGroup, answer.name, answer.value);
    case "hours_set":
      return texts.hours_set(answer.company, answer.hours ?? en.calendar.always);
    case "holidays_set":
      return texts.holidays_set(answer.company, answer.count);
    case "not_a_member":
      return texts.not_a_member(named(answer.person), shown(answer.department));
    case "shift_set": {
      const [who, department] = [named(answer.person), shown(answer.department)];
      return answer.hours === null
        ? texts.shift_cleared(who, department)
        : texts.shift_set(who, department, answer.hours);
    }
    case "group_attached":
    case "group_attached_already":
      return texts[answer.key](answer.company, shown(answer.title));
    case "group_rejected":
      return texts.group_rejected(shown(answer.title), answer.blocked);
    case "group_blocked":
      return texts.group_blocked(shown(answer.title));
    case "unknown_group":
      return texts.unknown_group(answer.chatId);
    case "group_not_active":
    case "activation_pending":
    case "not_allowed":
    case "noted":
    case "letter_sent_again":
    case "letter_dropped":
    case "letter_gone":
      return texts[answer.key];
    case "request_sent":
    case "request_on_file":
      return texts[answer.key](shown(answer.name));
    case "request_name_length":
      return texts.request_name_length(answer.length);
    case "granted":
    case "revoked":
      return grantedSentence(answer);
    case "takes_calls":
      return answer.isNew
        ? texts.takes_calls(named(answer.person))
        : texts.takes_calls_again(named(answer.person));
    case "topic_set":
      return answer.isOne ? texts.topic_set : texts.topic_cleared;
    case "department_restricted":
      return texts.department_restricted[answer.restricted ? "on" : "off"](shown(answer.name));
    case "letters_dropped":
      return texts.letters_dropped(answer.count);
    case "asked_to_take_calls":
      return answer.isNew ? texts.asked : texts.asked_again;
    default:
      return lifeSentence(en, answer);
  }
}

function grantedSentence(answer: DeskAnswer & { key: "granted" | "revoked" }): string {
  const { grant, isNew } = answer;
  const who = named(answer.person);
  const scope = answer.scope ? shown(answer.scope) : en.desk.thisGroup;
  const texts = en.desk[answer.key];
  if (!isNew) return texts.again(who);
  return grant.role === "member"
    ? texts.member(who, scope, shown(grant.department))
    : texts[grant.role](who, scope);
}

function named(person: PersonRef): string {
  return displayName(person.name, en.nameless(person.id));
}

/** A company's, department's or group's name, fit to stand in a sentence. */
function shown(name: string): string {
  return displayName(name, "?", 80);
}
