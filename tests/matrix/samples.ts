/** For each button of the table: what it is about, and arguments that the bot itself would give it. */

import type { PersonalAction } from "../../src/domain/rules.ts";

/** The people and groups that arguments name. */
export interface Named {
  /** A company's dispatcher, who can be assigned; by company. */
  assignee: Record<string, number>;
  /** Asked in ACME's yard to take calls. */
  asker: number;
  /** A group that waits to be let in. */
  pending: number;
  /** A message that could not be said. */
  letter: { at: number; id: string };
  /** Somebody who works on nothing, and has been asked whether they want to be forgotten. */
  leaver: number;
  /** A company at rest. */
  resting: string;
  /** When everything was asked that waits for an answer, epoch milliseconds. */
  at: number;
}

/** What a button is about. */
export type Sample =
  /** Does that to an incident; `more`: arguments after its id. */
  | { kind: "does"; action: PersonalAction; more?: (named: Named, id: string) => string }
  /** Opens something about an incident, for those who could do that to it; `null`: who may see it. */
  | { kind: "opens"; action: PersonalAction | null }
  /** For platform admins, in private. */
  | { kind: "platform"; data(named: Named): string }
  /** In a group that belongs to a company, for anyone. */
  | { kind: "group"; data(named: Named): string }
  /** In ACME's yard, for its managers. */
  | { kind: "yard"; data(named: Named): string }
  /** In a group that belongs to a company, for those who manage it. */
  | { kind: "managed"; data(named: Named): string }
  /** In private for anyone, in a group as `managed`. */
  | { kind: "spoken"; data(named: Named): string }
  /** In private, for anyone, about themselves. */
  | { kind: "self"; data(named: Named): string }
  /** In private, for the one who was asked. */
  | { kind: "leaver"; data(named: Named): string }
  /** In private, for the managers of ACME. */
  | { kind: "company"; data(named: Named): string }
  /** Whoever opened something, or asked for it; nothing is kept that it could change. */
  | { kind: "own"; data(named: Named): string };

const does = (
  action: PersonalAction,
  more?: (named: Named, id: string) => string,
): Sample => ({ kind: "does", action, ...(more ? { more } : {}) });
const opens = (action: PersonalAction | null): Sample => ({ kind: "opens", action });
const platform = (data: (named: Named) => string): Sample => ({ kind: "platform", data });

/** Another incident of the same group. */
const OTHER: Record<string, string> = { "ACME-4": "3", "ZETA-1": "2" };

/** By verb. A new button of the table needs a line here. */
export const SAMPLES: Partial<Record<string, Sample>> = {
  department: does("choose_department", () => "2"),
  claim: does("claim"),
  join: does("join"),
  leave: does("leave"),
  resolve: does("resolve"),
  back: does("back_to_work"),
  escalate: does("escalate"),
  de_escalate: does("de_escalate"),
  reopen: does("reopen"),
  repin: does("repin"),
  on_it: does("check_in"),
  snooze: opens("snooze"),
  quiet: does("snooze", () => "4h"),
  wake: does("wake"),
  more: opens(null),
  close: { kind: "own", data: () => "close" },
  assign: opens("assign"),
  to: does("assign", ({ assignee }, id) => String(assignee[id.split("-")[0]!])),
  change: opens("change_department"),
  move: does("change_department", () => "2"),
  priority: opens("set_priority"),
  set: does("set_priority", () => "critical"),
  cancel: opens("cancel"),
  false_alarm: does("cancel"),
  duplicate: opens("cancel"),
  double: does("cancel", (_named, id) => OTHER[id] ?? "4"),
  other_reason: opens("cancel"),
  history: opens(null),
  files: opens(null),
  issue: opens(null),
  page: { kind: "own", data: () => "page:0" },
  calls: { kind: "group", data: () => "calls" },
  allow: { kind: "yard", data: ({ asker }) => `allow:${asker}` },
  attach: platform(({ pending }) => `attach:${pending}:ACME`),
  create: platform(({ pending }) => `create:${pending}`),
  reject: platform(({ pending }) => `reject:${pending}`),
  block: platform(({ pending }) => `block:${pending}`),
  again: platform(({ letter: { at, id } }) => `again:${at}:${id}:0`),
  drop: platform(({ letter: { at, id } }) => `drop:${at}:${id}:0`),
  drop_all: platform(({ letter: { at } }) => `drop_all:${at}`),
  letters: platform(() => "letters:0"),
  delete_company: platform(({ resting }) => `delete_company:${resting}`),
  language: { kind: "spoken", data: () => "language:uz" },
  notify: { kind: "self", data: () => "notify:urgent" },
  settings: { kind: "managed", data: () => "settings:sign" },
  setting: { kind: "managed", data: () => "setting:pins:off" },
  forget: { kind: "leaver", data: ({ leaver, at }) => `forget:${leaver}:${at}` },
  forget_for_ever: { kind: "leaver", data: ({ leaver, at }) => `forget_for_ever:${leaver}:${at}` },
  retain: { kind: "company", data: ({ at }) => `retain:ACME:90:${at}` },
  // One of them; `console_test.ts` has them all.
  a: { kind: "company", data: () => "a:add_department:ACME:0" },
};
