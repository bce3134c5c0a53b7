/**
 * Every button, once: what a press wants, where it may be pressed, who for. The authorization check
 * and the README's table come from here.
 */

import type { ButtonVerb } from "../view/callback_data.ts";
import { en } from "../view/texts/en/en.ts";
import { companyIdIn, personIdIn } from "./arguments.ts";
import {
  type ButtonRow,
  choiceButton,
  groupButton,
  incidentButton,
  incidentIn,
  incidentPress,
  letterButton,
  menuButton,
  momentIn,
  openButton,
  pageIn,
  SEES,
  whoMay,
} from "./button_row.ts";
import { consoleCallIn } from "./console/table.ts";

/** The table. */
export const BUTTONS: Record<ButtonVerb, ButtonRow> = {
  department: choiceButton("a department's name", "choose_department", (department) => ({
    type: "choose_department",
    department,
  })),
  claim: incidentButton(en.buttons.claim, "claim"),
  join: incidentButton(en.buttons.join, "join"),
  leave: incidentButton(en.buttons.leave, "leave"),
  resolve: incidentButton(en.buttons.resolve, "resolve"),
  back: incidentButton(en.buttons.back, "back_to_work"),
  escalate: incidentButton(en.buttons.escalate, "escalate"),
  de_escalate: incidentButton(en.buttons.de_escalate, "de_escalate"),
  reopen: incidentButton(en.buttons.reopen, "reopen"),
  repin: incidentButton(en.buttons.repin, "repin"),
  on_it: incidentButton(en.buttons.on_it, "check_in"),
  snooze: menuButton("snooze", en.buttons.snooze, "snooze"),
  quiet: choiceButton("for how long", "snooze", (until) => ({ type: "snooze", until })),
  wake: incidentButton(en.buttons.wake, "wake"),
  more: menuButton("more", en.buttons.more, null),
  close: {
    label: en.buttons.close,
    place: "anywhere",
    who: "whoever opened it",
    parse: (args) => args.length === 0 ? { kind: "close" } : null,
  },
  assign: menuButton("assign", en.buttons.assign, "assign"),
  to: choiceButton("a person's name", "assign", (id) => ({
    type: "assign",
    to: { id: personIdIn(id), name: "" },
  })),
  change: menuButton("change", en.buttons.change, "change_department"),
  move: choiceButton("another department's name", "change_department", (department) => ({
    type: "change_department",
    department,
  })),
  priority: menuButton("priority", en.buttons.priority, "set_priority"),
  set: choiceButton("a priority", "set_priority", (priority) => ({
    type: "set_priority",
    priority,
  })),
  cancel: menuButton("cancel", en.buttons.cancel, "cancel"),
  false_alarm: {
    label: en.buttons.false_alarm,
    place: "anywhere",
    who: whoMay("cancel"),
    parse: ([id, ...rest]) =>
      rest.length === 0
        ? incidentPress(id, { type: "cancel", why: { reason: "false_alarm" } })
        : null,
  },
  duplicate: menuButton("duplicate", en.buttons.duplicate, "cancel"),
  double: {
    label: "another incident",
    place: "anywhere",
    who: whoMay("cancel"),
    parse: ([id = "", number, ...rest]) => {
      const of = incidentIn(`${incidentIn(id)?.company}-${number}`);
      const action = { type: "cancel", why: { reason: "duplicate", of } };
      return rest.length === 0 ? incidentPress(id, action) : null;
    },
  },
  other_reason: openButton(
    en.buttons.other_reason,
    whoMay("cancel"),
    (incident) => ({ kind: "ask_reason", incident }),
    { hasPages: false },
  ),
  history: openButton(
    en.buttons.history,
    SEES,
    (incident, page) => ({ kind: "history", incident, page }),
  ),
  files: openButton(
    en.buttons.files("n"),
    SEES,
    (incident) => ({ kind: "files", incident }),
    { hasPages: false },
  ),
  issue: openButton(
    "an incident's id",
    SEES,
    (incident, page) => ({ kind: "issue", incident, page }),
  ),
  page: {
    label: "◀ ▶",
    place: "anywhere",
    who: "whoever asked for the list",
    parse: ([page = "", ...rest]) => {
      const number = pageIn(page);
      return number === undefined || rest.length > 0 ? null : { kind: "page", page: number };
    },
  },
  calls: {
    label: en.buttons.calls,
    place: "group",
    who: "anyone; an administrator of the group grants it",
    parse: (args) => args.length === 0 ? { kind: "take_calls" } : null,
  },
  allow: {
    label: en.buttons.allow("…"),
    place: "group",
    who: "manager",
    parse: ([id = "", ...rest]) => {
      const personId = personIdIn(id);
      return personId !== null && rest.length === 0 ? { kind: "allow_calls", personId } : null;
    },
  },
  attach: groupButton(en.buttons.attach("ID", "…"), (groupChatId, [id, ...rest]) => {
    const companyId = companyIdIn(id);
    return companyId !== null && rest.length === 0
      ? { kind: "attach", groupChatId, companyId }
      : null;
  }),
  create: groupButton(
    en.buttons.create("…"),
    (groupChatId, rest) => rest.length === 0 ? { kind: "create", groupChatId } : null,
  ),
  reject: groupButton(
    en.buttons.reject,
    (groupChatId, rest) => rest.length === 0 ? { kind: "reject", groupChatId, block: false } : null,
  ),
  block: groupButton(
    en.buttons.block,
    (groupChatId, rest) => rest.length === 0 ? { kind: "reject", groupChatId, block: true } : null,
  ),
  delete_company: {
    label: en.deletion.button("ID"),
    place: "private",
    who: "platform admin",
    parse: ([id, ...rest]) => {
      const companyId = companyIdIn(id);
      return companyId !== null && rest.length === 0 ? { kind: "delete_company", companyId } : null;
    },
  },
  again: letterButton(en.buttons.again("n"), "send_again"),
  drop: letterButton(en.buttons.drop("n"), "drop_letter"),
  drop_all: {
    label: en.buttons.drop_all,
    place: "private",
    who: "platform admin",
    parse: ([at = "", ...rest]) => {
      const until = momentIn(at);
      return until === null || rest.length > 0 ? null : { kind: "drop_letters", until, page: 0 };
    },
  },
  letters: {
    label: "◀ ▶ of what could not be said",
    place: "private",
    who: "platform admin",
    parse: ([page = "", ...rest]) => {
      const number = pageIn(page);
      return number === undefined || rest.length > 0 ? null : { kind: "letters", page: number };
    },
  },
  a: {
    label: "the console's buttons",
    place: "private",
    who: "the company's managers; for groups that wait, new companies and export: platform admin",
    parse: (words) => {
      const call = consoleCallIn(words);
      return call && { kind: "console", call };
    },
  },
};
