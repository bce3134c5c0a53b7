/** The one sentence that answers the person who acted. */

import type { DeskAnswer } from "../domain/desk.ts";
import { formatIncidentId } from "../domain/ids.ts";
import { UNSET_WORD } from "../domain/notify_setting.ts";
import type { Outcome } from "../domain/outcome.ts";
import type { PersonRef } from "../domain/person.ts";
import type { Refusal } from "../domain/refusal.ts";
import { LENGTHS } from "../domain/text.ts";
import { displayName } from "./clip.ts";
import { lifeSentence } from "./life_answers.ts";
import { languageSentence } from "./language_panel.ts";
import type { Texts } from "./texts/texts.ts";
import { minutesUntil } from "./moment.ts";
import { settingLine, settingValue } from "./setting_words.ts";

/**
 * Most characters of a toast.
 *
 * @see https://core.telegram.org/bots/api#answercallbackquery
 */
export const MOST_TOAST_CHARACTERS = 200;

/** The sentence for an outcome, as plain text. */
export function sentenceFor(texts: Texts, outcome: Outcome, now: number): string {
  switch (outcome.kind) {
    case "done":
      return texts.done[outcome.action](formatIncidentId(outcome.incident));
    case "refused":
      return refusalSentence(texts, outcome.refusal, now);
    case "desk":
      return deskSentence(texts, outcome.answer);
    default:
      return outcome satisfies never;
  }
}

function refusalSentence(texts: Texts, refusal: Refusal, now: number): string {
  const sentences = texts.refused;
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
      return sentences[refusal.reason];
    case "reports_restricted":
      return texts.settings.reportsRestricted[refusal.to];
    case "pins_off":
      return texts.settings.pinsOff;
    case "group_not_active":
      return refusal.status === "unknown" ? sentences.unknownGroup : sentences[refusal.status];
    case "too_short":
      return sentences.too_short(refusal.what, refusal.length, LENGTHS[refusal.what].least);
    case "too_long":
      return sentences.too_long(refusal.what, refusal.length, LENGTHS[refusal.what].most);
    case "already_reported":
      return sentences.already_reported(formatIncidentId(refusal.incident));
    case "too_many_reports":
      return sentences.too_many_reports[refusal.scope](minutesUntil(refusal.retryAt, now));
    case "department_chosen_already":
    case "restricted_department":
      return sentences[refusal.reason](shown(refusal.department));
    case "owns_already":
    case "not_eligible":
      return sentences[refusal.reason](named(texts, refusal.person));
    case "too_many_tags":
    case "too_many_helpers":
    case "too_many_open":
      return sentences[refusal.reason](refusal.most);
    case "wrong_status":
      return sentences.status[refusal.status](refusal.person ? named(texts, refusal.person) : "");
    case "not_allowed":
      return sentences.not_allowed(refusal.allowed);
    default:
      return refusal satisfies never;
  }
}

function deskSentence(texts: Texts, answer: DeskAnswer): string {
  const sentences = texts.desk;
  switch (answer.key) {
    case "company_added":
    case "department_added":
    case "department_exists":
    case "default_department_set":
    case "time_zone_set":
      return sentences[answer.key](answer.company, shown(answer.name));
    case "department_renamed":
      return sentences.department_renamed(shown(answer.name), shown(answer.to));
    case "company_exists":
    case "unknown_company":
      return sentences[answer.key](answer.company);
    case "unknown_department":
      return sentences.unknown_department(answer.departments.map(shown).join(", "));
    case "too_many_departments":
    case "too_many_requests":
    case "too_many_people":
    case "too_many_holidays":
      return sentences[answer.key](answer.most);
    case "setting_set": {
      const value = settingValue(texts, answer.setting, answer.words);
      return settingLine(texts, answer.setting, value);
    }
    case "setting_kept":
      return texts.settings.unchanged;
    case "policy_set":
      return sentences.policy_set(
        answer.scope || sentences.hereInThisGroup,
        answer.name,
        answer.value,
      );
    case "hours_set":
      return sentences.hours_set(answer.company, answer.hours ?? texts.calendar.always);
    case "holidays_set":
      return sentences.holidays_set(answer.company, answer.count);
    case "not_a_member":
      return sentences.not_a_member(named(texts, answer.person), shown(answer.department));
    case "shift_set": {
      const [who, department] = [named(texts, answer.person), shown(answer.department)];
      return answer.hours === null
        ? sentences.shift_cleared(who, department)
        : sentences.shift_set(who, department, answer.hours);
    }
    case "group_attached":
    case "group_attached_already":
      return sentences[answer.key](answer.company, shown(answer.title));
    case "group_rejected":
      return sentences.group_rejected(shown(answer.title), answer.blocked);
    case "group_blocked":
      return sentences.group_blocked(shown(answer.title));
    case "unknown_group":
      return sentences.unknown_group(answer.chatId);
    case "group_not_active":
    case "activation_pending":
    case "not_allowed":
    case "noted":
    case "letter_sent_again":
    case "letter_dropped":
    case "letter_gone":
      return sentences[answer.key];
    case "request_sent":
    case "request_on_file":
      return sentences[answer.key](shown(answer.name));
    case "request_name_length":
      return sentences.request_name_length(answer.length);
    case "granted":
    case "revoked":
      return grantedSentence(texts, answer);
    case "takes_calls":
      return answer.isNew
        ? sentences.takes_calls(named(texts, answer.person))
        : sentences.takes_calls_again(named(texts, answer.person));
    case "topic_set":
      return answer.isOne ? sentences.topic_set : sentences.topic_cleared;
    case "department_restricted":
      return sentences.department_restricted[answer.restricted ? "on" : "off"](shown(answer.name));
    case "letters_dropped":
      return sentences.letters_dropped(answer.count);
    case "own_language_set":
    case "group_language_set":
    case "company_language_set":
      return languageSentence(texts, answer);
    case "retention_set":
      return answer.days === null
        ? texts.deskPrivacy.retention_for_ever(answer.company)
        : texts.deskPrivacy.retention_set(answer.company, answer.days);
    case "retention_shorter":
      return texts.deskPrivacy.retention_shorter(answer.company, answer.days);
    case "forgetting_begun":
    case "being_forgotten":
    case "person_being_forgotten":
    case "is_platform_admin":
    case "button_too_old":
      return texts.deskPrivacy[answer.key];
    case "still_at_work":
      return texts.deskPrivacy.still_at_work(answer.incidents.map(formatIncidentId).join(", "));
    case "asked_to_take_calls":
      return answer.isNew ? sentences.asked : sentences.asked_again;
    case "notify_set":
      return texts.notify.set[answer.setting ?? UNSET_WORD];
    default:
      return lifeSentence(texts, answer);
  }
}

function grantedSentence(
  texts: Texts,
  answer: DeskAnswer & { key: "granted" | "revoked" },
): string {
  const { grant, isNew } = answer;
  const who = named(texts, answer.person);
  const scope = answer.scope ? shown(answer.scope) : texts.desk.thisGroup;
  const sentences = texts.desk[answer.key];
  if (!isNew) return sentences.again(who);
  return grant.role === "member"
    ? sentences.member(who, scope, shown(grant.department))
    : sentences[grant.role](who, scope);
}

function named(texts: Texts, person: PersonRef): string {
  return displayName(person.name, texts.nameless(person.id));
}

/** A company's, department's or group's name, fit to stand in a sentence. */
function shown(name: string): string {
  return displayName(name, "?", 80);
}
