/**
 * What a button says to the bot when it is pressed: a short verb and its arguments, joined by `:`.
 * Telegram allows 1 to 64 bytes; the longest here has 63.
 *
 * @see https://core.telegram.org/bots/api#inlinekeyboardbutton
 */

import { formatIncidentId, type IncidentId } from "../domain/ids.ts";

/** The verbs. Each stands once in the button table, which says what it does and who may press. */
export const BUTTON_VERBS = [
  "department",
  "claim",
  "join",
  "leave",
  "resolve",
  "back",
  "escalate",
  "de_escalate",
  "reopen",
  "repin",
  "on_it",
  "snooze",
  "quiet",
  "wake",
  "more",
  "close",
  "assign",
  "to",
  "change",
  "move",
  "priority",
  "set",
  "cancel",
  "false_alarm",
  "duplicate",
  "double",
  "other_reason",
  "history",
  "files",
  "issue",
  "page",
  "language",
  "notify",
  "calls",
  "allow",
  "attach",
  "create",
  "reject",
  "block",
  "again",
  "drop",
  "drop_all",
  "letters",
  "settings",
  "setting",
  "forget",
  "forget_for_ever",
  "retain",
  "a",
  "delete_company",
] as const;

/** The name of a button. */
export type ButtonVerb = typeof BUTTON_VERBS[number];

/** Callback data of a button about an incident. */
export function incidentData(verb: ButtonVerb, id: IncidentId, ...rest: string[]): string {
  return buttonData(verb, formatIncidentId(id), ...rest);
}

/** Callback data of any button. */
export function buttonData(verb: ButtonVerb, ...parts: (string | number)[]): string {
  return [verb, ...parts].join(":");
}

/** Takes callback data apart; `null` when it can't be the bot's. */
export function parseButtonData(data: string): { verb: ButtonVerb; args: string[] } | null {
  const [verb, ...args] = data.split(":");
  const known = BUTTON_VERBS.find((name) => name === verb);
  return known ? { verb: known, args } : null;
}
