/**
 * Every button, once: what a press wants, where it may be pressed, who for. The authorization check
 * and the README's table come from here.
 */

import { LaterAction } from "../domain/action.ts";
import { type IncidentId, parseIncidentId } from "../domain/ids.ts";
import { type PersonalAction, RULES } from "../domain/rules.ts";
import type { ButtonVerb } from "../view/callback_data.ts";
import { en } from "../view/en.ts";
import { companyIdIn, groupIdIn, personIdIn } from "./arguments.ts";

/** What a press wants, parsed from its callback data. */
export type Press =
  | { kind: "incident"; incident: IncidentId; action: LaterAction }
  | { kind: "take_calls" }
  | { kind: "allow_calls"; personId: number }
  | { kind: "attach"; groupChatId: number; companyId: string }
  | { kind: "create"; groupChatId: number }
  | { kind: "reject"; groupChatId: number; block: boolean };

/** A row of the button table. */
export interface ButtonRow {
  /** What people read on it. */
  label: string;
  /** Where the bot puts it; pressed elsewhere it does not work. */
  place: "group" | "private";
  /** Who may press, in words; decided anew at every press. */
  who: string;
  /** Parses the arguments; `null`: forged or out of date. */
  parse(args: readonly string[]): Press | null;
}

function whoMay(action: PersonalAction): string {
  const { who, orAnyoneWhenNobodyTakesCalls } = RULES[action];
  return who.join(", ") + (orAnyoneWhenNobodyTakesCalls ? "; anyone while nobody takes calls" : "");
}

function incidentButton(label: string, action: SimpleAction): ButtonRow {
  return {
    label,
    place: "group",
    who: whoMay(action),
    parse: ([id, ...rest]) => rest.length === 0 ? incidentPress(id, { type: action }) : null,
  };
}

function incidentPress(id: string | undefined, raw: unknown): Press | null {
  const incident = parseIncidentId(id ?? "");
  const action = LaterAction.safeParse(raw);
  return incident && action.success ? { kind: "incident", incident, action: action.data } : null;
}

type SimpleAction = "claim" | "join" | "leave" | "resolve" | "back_to_work";

function groupButton(
  label: string,
  press: (groupChatId: number, args: readonly string[]) => Press | null,
): ButtonRow {
  return {
    label,
    place: "private",
    who: "platform admin",
    parse: ([id, ...rest]) => {
      const groupChatId = groupIdIn(id);
      return groupChatId === null ? null : press(groupChatId, rest);
    },
  };
}

/** The table. */
export const BUTTONS: Record<ButtonVerb, ButtonRow> = {
  department: {
    label: "a department's name",
    place: "group",
    who: whoMay("choose_department"),
    parse: ([id, department, ...rest]) =>
      rest.length === 0 ? incidentPress(id, { type: "choose_department", department }) : null,
  },
  claim: incidentButton(en.buttons.claim, "claim"),
  join: incidentButton(en.buttons.join, "join"),
  leave: incidentButton(en.buttons.leave, "leave"),
  resolve: incidentButton(en.buttons.resolve, "resolve"),
  back: incidentButton(en.buttons.back, "back_to_work"),
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
};
