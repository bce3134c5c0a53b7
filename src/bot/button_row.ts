/** What a row of the button table is, and how such rows are made. */

import { LaterAction } from "../domain/action.ts";
import type { NotifySetting } from "../domain/notify_setting.ts";
import { formatIncidentId, type IncidentId, parseIncidentId } from "../domain/ids.ts";
import type { Locale } from "../domain/locale.ts";
import type { GroupSettingName } from "../domain/group_setting.ts";
import { type PersonalAction, RULES } from "../domain/rules.ts";
import type { Signed } from "../domain/sign.ts";
import type { LetterId } from "../store/dead_letters.ts";
import type { MenuName } from "../view/menu.ts";
import type { SettingsRow } from "../view/settings_panel.ts";
import { groupIdIn, momentIn, personIdIn } from "./arguments.ts";
import type { Texts } from "../view/texts/texts.ts";
import type { ConsoleCall } from "./console/entry.ts";

/** What a press wants, parsed from its callback data. */
export type Press =
  | { kind: "incident"; incident: IncidentId; action: LaterAction }
  | { kind: "menu"; incident: IncidentId; menu: MenuName; page: number }
  | { kind: "history" | "issue"; incident: IncidentId; page: number | null }
  | { kind: "ask_reason"; incident: IncidentId }
  | { kind: "files"; incident: IncidentId }
  | { kind: "page"; page: number }
  | { kind: "close" }
  | LanguagePress
  | SettingsPress
  | { kind: "notify"; setting: NotifySetting | null }
  | DeskPress
  | LettersPress
  | PrivacyPress
  | ConsolePress;

/** A language is chosen; `null`: none of one's own. */
export interface LanguagePress {
  /** Discriminant. */
  kind: "language";
  /** The language. */
  language: Locale | null;
}

/** What is pressed in the console. */
export interface ConsolePress {
  /** Discriminant. */
  kind: "console";
  /** What it wants. */
  call: ConsoleCall;
}

/** What opens, turns or closes something for whoever pressed. */
export type OpeningPress = Exclude<
  Press,
  | LanguagePress
  | DeskPress
  | LettersPress
  | SettingsPress
  | PrivacyPress
  | ConsolePress
  | { kind: "incident" }
  | { kind: "notify" }
>;

/** A page of a group's settings: the first, one of its rows, one of its signs. */
export interface SettingsPage {
  /** `null`: the first page. */
  row: SettingsRow | null;
  /** Of the signs: the one that is looked at; `null`: all. */
  sign: Signed | null;
}

/** What shows or changes the settings of the group. */
export type SettingsPress =
  | { kind: "settings"; page: SettingsPage }
  | { kind: "setting"; setting: GroupSettingName; words: readonly string[] };

/** What administers. */
export type DeskPress =
  | { kind: "take_calls" }
  | { kind: "allow_calls"; personId: number }
  | { kind: "attach"; groupChatId: number; companyId: string }
  | { kind: "create"; groupChatId: number }
  | { kind: "reject"; groupChatId: number; block: boolean }
  | { kind: "delete_company"; companyId: string };

/** What is done to the list of dead letters, and the page that is shown then. */
export type LettersPress =
  | { kind: "letters"; page: number }
  | { kind: "send_again" | "drop_letter"; letter: LetterId; page: number }
  | { kind: "drop_letters"; until: number; page: 0 };

/** What can't be undone; `at`: when it was asked, epoch milliseconds. */
export type PrivacyPress =
  | { kind: "forget" | "forget_for_ever"; personId: number; at: number }
  | { kind: "retain"; companyId: string; days: number; at: number };

/** A row of the button table. */
export interface ButtonRow {
  /** What people read on it. */
  label(texts: Texts): string;
  /** Where the bot puts it; pressed elsewhere it does not work. */
  place: "group" | "private" | "anywhere";
  /** Who may press, in words; decided anew at every press. */
  who: string;
  /** Parses the arguments; `null`: forged or out of date. */
  parse(args: readonly string[]): Press | null;
}

/** Whether only those who administer may press it. */
export function isForAdministrators({ who }: ButtonRow): boolean {
  return /^(the company's |the group's )?(managers?|platform admins?)\b/.test(who);
}

/** Who may, in words: the rule's own. */
export function whoMay(action: PersonalAction): string {
  const { who, untilClaim, atTier2, orAnyoneWhenNobodyTakesCalls } = RULES[action];
  return [
    who.join(", "),
    ...(untilClaim ? [`${untilClaim.join(", ")} until a claim`] : []),
    ...(atTier2 ? [`${atTier2.who.join(", ")} once it has escalated`] : []),
    ...(orAnyoneWhenNobodyTakesCalls ? ["anyone while nobody takes calls"] : []),
  ].join("; ");
}

/** The label of a button that always reads the same. */
export function labelOf(name: PlainLabel): ButtonRow["label"] {
  return (texts) => texts.buttons[name];
}

/** Names of such labels. */
export type PlainLabel = {
  [Name in keyof Texts["buttons"]]: Texts["buttons"][Name] extends string ? Name : never;
}[keyof Texts["buttons"]];

/** A button that does one thing to an incident. */
export function incidentButton(name: PlainLabel, action: SimpleAction): ButtonRow {
  return {
    label: labelOf(name),
    place: "anywhere",
    who: whoMay(action),
    parse: ([id, ...rest]) => rest.length === 0 ? incidentPress(id, { type: action }) : null,
  };
}

/** A button with one more argument, which the action needs. `words`: what stands on it, in the table. */
export function choiceButton(
  words: string,
  action: PersonalAction,
  toAction: (choice: string) => unknown,
): ButtonRow {
  return {
    label: () => words,
    place: "anywhere",
    who: whoMay(action),
    parse: ([id, choice, ...rest]) =>
      choice !== undefined && rest.length === 0 ? incidentPress(id, toAction(choice)) : null,
  };
}

/** In the words of the table. */
export const SEES = "whoever may see it";

/** A button that opens something about an incident, at a page or at its beginning. */
export function openButton(
  label: ButtonRow["label"],
  who: string,
  press: (incident: IncidentId, page: number | null) => Press,
  { hasPages }: { hasPages: boolean } = { hasPages: true },
): ButtonRow {
  return {
    label,
    place: "anywhere",
    who,
    parse: ([id = "", page, ...rest]) => {
      const incident = incidentIn(id);
      const number = page === undefined ? null : hasPages ? pageIn(page) : undefined;
      if (!incident || rest.length > 0 || number === undefined) return null;
      return press(incident, number);
    },
  };
}

/** A button that opens a menu, for those who can do what the menu is for. */
export function menuButton(
  menu: MenuName,
  action: PersonalAction | null,
): ButtonRow {
  return openButton(
    labelOf(menu),
    action ? whoMay(action) : SEES,
    (incident, page) => ({ kind: "menu", incident, menu, page: page ?? 0 }),
  );
}

/** A page's number, from 0; `undefined` when it can't be one. */
export function pageIn(word: string): number | undefined {
  return /^\d{1,6}$/.test(word) ? Number(word) : undefined;
}

/** What such a press wants; `null`: forged. */
export function incidentPress(id: string | undefined, raw: unknown): Press | null {
  const incident = incidentIn(id);
  const action = LaterAction.safeParse(raw);
  return incident && action.success ? { kind: "incident", incident, action: action.data } : null;
}

/** An incident's id and nothing else; `null`: forged. */
export function incidentIn(id: string | undefined): IncidentId | null {
  const incident = parseIncidentId(id ?? "");
  return incident && formatIncidentId(incident) === id?.toUpperCase() ? incident : null;
}

/** An action that needs nothing but its name. */
export type SimpleAction =
  | "claim"
  | "join"
  | "leave"
  | "resolve"
  | "back_to_work"
  | "escalate"
  | "de_escalate"
  | "reopen"
  | "repin"
  | "check_in"
  | "wake";

/** A button under a group's request, in a platform admin's chat. */
export function groupButton(
  label: ButtonRow["label"],
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

/** A button under a dead letter. */
export function letterButton(
  label: ButtonRow["label"],
  kind: "send_again" | "drop_letter",
): ButtonRow {
  return {
    label,
    place: "private",
    who: "platform admin",
    parse: ([at = "", id = "", page = "", ...rest]) => {
      const [moment, number] = [momentIn(at), pageIn(page)];
      const isForged = moment === null || number === undefined || id === "" || rest.length > 0;
      return isForged ? null : { kind, letter: { at: moment, id }, page: number };
    },
  };
}

/** A button that asks one person whether they want to be forgotten. */
export function forgetButton(
  label: ButtonRow["label"],
  kind: "forget" | "forget_for_ever",
): ButtonRow {
  return {
    label,
    place: "private",
    who: "whoever is asked",
    parse: ([id = "", at = "", ...rest]) => {
      const [personId, moment] = [personIdIn(id), momentIn(at)];
      return personId === null || moment === null || rest.length > 0
        ? null
        : { kind, personId, at: moment };
    },
  };
}
