/**
 * Every button, once: what a press wants, where it may be pressed, who for. The authorization check
 * and the README's table come from here.
 */

import { languageIn } from "./language.ts";
import { notifySettingIn } from "../domain/notify_setting.ts";
import type { ButtonVerb } from "../view/callback_data.ts";
import { companyIdIn, daysIn, momentIn, personIdIn } from "./arguments.ts";
import {
  type ButtonRow,
  choiceButton,
  forgetButton,
  groupButton,
  incidentButton,
  incidentIn,
  incidentPress,
  labelOf,
  letterButton,
  menuButton,
  openButton,
  pageIn,
  SEES,
  whoMay,
} from "./button_row.ts";
import { settingButton, settingsButton } from "./settings_button.ts";
import { consoleCallIn } from "./console/table.ts";

/** The table. */
export const BUTTONS: Record<ButtonVerb, ButtonRow> = {
  department: choiceButton("a department's name", "choose_department", (department) => ({
    type: "choose_department",
    department,
  })),
  claim: incidentButton("claim", "claim"),
  join: incidentButton("join", "join"),
  leave: incidentButton("leave", "leave"),
  resolve: incidentButton("resolve", "resolve"),
  back: incidentButton("back", "back_to_work"),
  escalate: incidentButton("escalate", "escalate"),
  de_escalate: incidentButton("de_escalate", "de_escalate"),
  reopen: incidentButton("reopen", "reopen"),
  repin: incidentButton("repin", "repin"),
  on_it: incidentButton("on_it", "check_in"),
  snooze: menuButton("snooze", "snooze"),
  quiet: choiceButton("for how long", "snooze", (until) => ({ type: "snooze", until })),
  wake: incidentButton("wake", "wake"),
  more: menuButton("more", null),
  close: {
    label: labelOf("close"),
    place: "anywhere",
    who: "whoever opened it",
    parse: (args) => args.length === 0 ? { kind: "close" } : null,
  },
  assign: menuButton("assign", "assign"),
  to: choiceButton("a person's name", "assign", (id) => ({
    type: "assign",
    to: { id: personIdIn(id), name: "" },
  })),
  change: menuButton("change", "change_department"),
  move: choiceButton("another department's name", "change_department", (department) => ({
    type: "change_department",
    department,
  })),
  priority: menuButton("priority", "set_priority"),
  set: choiceButton("a priority", "set_priority", (priority) => ({
    type: "set_priority",
    priority,
  })),
  cancel: menuButton("cancel", "cancel"),
  false_alarm: {
    label: labelOf("false_alarm"),
    place: "anywhere",
    who: whoMay("cancel"),
    parse: ([id, ...rest]) =>
      rest.length === 0
        ? incidentPress(id, { type: "cancel", why: { reason: "false_alarm" } })
        : null,
  },
  duplicate: menuButton("duplicate", "cancel"),
  double: {
    label: () => "another incident",
    place: "anywhere",
    who: whoMay("cancel"),
    parse: ([id = "", number, ...rest]) => {
      const of = incidentIn(`${incidentIn(id)?.company}-${number}`);
      const action = { type: "cancel", why: { reason: "duplicate", of } };
      return rest.length === 0 ? incidentPress(id, action) : null;
    },
  },
  other_reason: openButton(
    labelOf("other_reason"),
    whoMay("cancel"),
    (incident) => ({ kind: "ask_reason", incident }),
    { hasPages: false },
  ),
  history: openButton(
    labelOf("history"),
    SEES,
    (incident, page) => ({ kind: "history", incident, page }),
  ),
  files: openButton(
    (texts) => texts.buttons.files("n"),
    SEES,
    (incident) => ({ kind: "files", incident }),
    { hasPages: false },
  ),
  issue: openButton(
    () => "an incident's id",
    SEES,
    (incident, page) => ({ kind: "issue", incident, page }),
  ),
  page: {
    label: () => "◀ ▶",
    place: "anywhere",
    who: "whoever asked for the list",
    parse: ([page = "", ...rest]) => {
      const number = pageIn(page);
      return number === undefined || rest.length > 0 ? null : { kind: "page", page: number };
    },
  },
  language: {
    label: () => "a language's name",
    place: "anywhere",
    who: "in private anyone, for themselves; in a group manager",
    parse: ([word = "", ...rest]) => {
      const language = languageIn(word);
      return language === undefined || rest.length > 0 ? null : { kind: "language", language };
    },
  },
  notify: {
    label: () => "how much is told in private",
    place: "private",
    who: "anyone, for themselves",
    parse: ([word = "", ...rest]) => {
      const setting = rest.length > 0 ? undefined : notifySettingIn(word);
      return setting === undefined ? null : { kind: "notify", setting };
    },
  },
  calls: {
    label: labelOf("calls"),
    place: "group",
    who: "anyone; an administrator of the group grants it",
    parse: (args) => args.length === 0 ? { kind: "take_calls" } : null,
  },
  allow: {
    label: (texts) => texts.buttons.allow("…"),
    place: "group",
    who: "manager",
    parse: ([id = "", ...rest]) => {
      const personId = personIdIn(id);
      return personId !== null && rest.length === 0 ? { kind: "allow_calls", personId } : null;
    },
  },
  attach: groupButton((texts) => texts.buttons.attach("ID", "…"), (groupChatId, [id, ...rest]) => {
    const companyId = companyIdIn(id);
    return companyId !== null && rest.length === 0
      ? { kind: "attach", groupChatId, companyId }
      : null;
  }),
  create: groupButton(
    (texts) => texts.buttons.create("…"),
    (groupChatId, rest) => rest.length === 0 ? { kind: "create", groupChatId } : null,
  ),
  reject: groupButton(
    labelOf("reject"),
    (groupChatId, rest) => rest.length === 0 ? { kind: "reject", groupChatId, block: false } : null,
  ),
  block: groupButton(
    labelOf("block"),
    (groupChatId, rest) => rest.length === 0 ? { kind: "reject", groupChatId, block: true } : null,
  ),
  delete_company: {
    label: (texts) => texts.deletion.button("ID"),
    place: "private",
    who: "platform admin",
    parse: ([id, ...rest]) => {
      const companyId = companyIdIn(id);
      return companyId !== null && rest.length === 0 ? { kind: "delete_company", companyId } : null;
    },
  },
  again: letterButton((texts) => texts.buttons.again("n"), "send_again"),
  drop: letterButton((texts) => texts.buttons.drop("n"), "drop_letter"),
  drop_all: {
    label: labelOf("drop_all"),
    place: "private",
    who: "platform admin",
    parse: ([at = "", ...rest]) => {
      const until = momentIn(at);
      return until === null || rest.length > 0 ? null : { kind: "drop_letters", until, page: 0 };
    },
  },
  forget: forgetButton((texts) => texts.privacyButtons.forget, "forget"),
  forget_for_ever: forgetButton((texts) => texts.privacyButtons.forget_for_ever, "forget_for_ever"),
  retain: {
    label: (texts) => texts.privacyButtons.retain,
    place: "private",
    who: "manager",
    parse: ([id, days = "", at = "", ...rest]) => {
      const [companyId, number, moment] = [companyIdIn(id), daysIn(days), momentIn(at)];
      const isForged = companyId === null || !number || moment === null || rest.length > 0;
      return isForged ? null : { kind: "retain", companyId, days: number, at: moment };
    },
  },
  letters: {
    label: () => "◀ ▶ of what could not be said",
    place: "private",
    who: "platform admin",
    parse: ([page = "", ...rest]) => {
      const number = pageIn(page);
      return number === undefined || rest.length > 0 ? null : { kind: "letters", page: number };
    },
  },
  settings: settingsButton,
  setting: settingButton,
  a: {
    label: () => "the console's buttons",
    place: "private",
    who: "the company's managers; for waiting groups, new companies, full export: platform admin",
    parse: (words) => {
      const call = consoleCallIn(words);
      return call && { kind: "console", call };
    },
  },
};
