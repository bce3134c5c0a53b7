/** What opens for one person when they press *More*: buttons for what they may do, and nothing else. */

import type { Company } from "../domain/company.ts";
import { SNOOZES } from "../domain/action.ts";
import { snoozedUntil } from "../domain/decide_snooze.ts";
import { formatIncidentId } from "../domain/ids.ts";
import type { Incident } from "../domain/incident.ts";
import type { PersonRef } from "../domain/person.ts";
import { PRIORITIES } from "../domain/priority.ts";
import type { PersonalAction } from "../domain/rules.ts";
import { gist } from "./calls.ts";
import {
  closeButton,
  departmentButtons,
  incidentButton,
  inPairs,
  pageButtons,
  PRIORITY_STYLES,
} from "./buttons.ts";
import { titleLine } from "./card.ts";
import { incidentData } from "./callback_data.ts";
import { displayName } from "./clip.ts";
import type { Texts } from "./texts/texts.ts";
import { type Html, lines } from "./html.ts";
import type { Button, Keyboard } from "./message.ts";
import { momentIn } from "./moment.ts";
import type { Page } from "./paging.ts";

/** Something that one person looks at. */
export interface Panel {
  /** Telegram's HTML, at most 4,096 characters. */
  html: Html;
  /** The buttons under it. */
  keyboard: Keyboard;
}

/** Choices on one page of a menu. */
export const MENU_PAGE = 8;

/** The menus, by what they ask. */
export const MENUS = [
  "more",
  "assign",
  "change",
  "priority",
  "snooze",
  "cancel",
  "duplicate",
] as const;

/** The name of a menu. */
export type MenuName = typeof MENUS[number];

/** Buttons of the first menu, with the action that somebody must be able to do; `null`: to see it. */
const MORE: [Parameters<typeof incidentButton>[1], PersonalAction | null][] = [
  ["assign", "assign"],
  ["de_escalate", "de_escalate"],
  ["change", "change_department"],
  ["priority", "set_priority"],
  ["snooze", "snooze"],
  ["wake", "wake"],
  ["cancel", "cancel"],
  ["repin", "repin"],
  ["history", null],
];

/** What they can do beside the card's own buttons. */
export function moreMenu(
  texts: Texts,
  incident: Incident,
  company: Company,
  { possible, choosable }: {
    possible: ReadonlySet<PersonalAction>;
    choosable: ReadonlySet<string>;
  },
): Panel {
  const buttons = MORE
    .filter(([verb, action]) =>
      (action === null || possible.has(action)) && (verb !== "change" || choosable.size > 0) &&
      (verb !== "wake" || incident.snoozed !== null)
    )
    .map(([verb]) => incidentButton(texts, verb, incident));
  return {
    html: about(
      texts,
      incident,
      company,
      buttons.length > 1 ? texts.menu.more : texts.menu.onlyHistory,
    ),
    keyboard: [...inPairs(buttons), [closeButton(texts)]],
  };
}

/** Where it should go: to one of the departments that the person may choose. */
export function departmentMenu(
  texts: Texts,
  incident: Incident,
  company: Company,
  choosable: ReadonlySet<string>,
): Panel {
  const buttons = departmentButtons("move", incident, company, choosable);
  return {
    html: about(texts, incident, company, texts.menu.department),
    keyboard: [...inPairs(buttons), back(texts, incident)],
  };
}

/** How urgent it is. */
export function priorityMenu(texts: Texts, incident: Incident, company: Company): Panel {
  const buttons = PRIORITIES.toReversed().map((priority): Button => ({
    text: [texts.prioritySigns[priority], texts.priorities[priority]].filter(Boolean).join(" "),
    data: incidentData("set", incident, priority),
    style: PRIORITY_STYLES[priority],
  }));
  return {
    html: about(texts, incident, company, texts.menu.priority(texts.priorities[incident.priority])),
    keyboard: [...inPairs(buttons), back(texts, incident)],
  };
}

/** For how long nobody is reminded of it. */
export function snoozeMenu(texts: Texts, incident: Incident, company: Company, now: number): Panel {
  const buttons = SNOOZES.map((until): Button => ({
    text: texts.snoozes[until](
      momentIn(texts, company.timeZone, snoozedUntil(until, company, now)),
    ),
    data: incidentData("quiet", incident, until),
  }));
  return {
    html: about(texts, incident, company, texts.menu.snooze),
    keyboard: [...inPairs(buttons), back(texts, incident)],
  };
}

/** Why there is nothing to do. */
export function cancelMenu(texts: Texts, incident: Incident, company: Company): Panel {
  return {
    html: about(texts, incident, company, texts.menu.cancel),
    keyboard: [
      [
        incidentButton(texts, "false_alarm", incident),
        incidentButton(texts, "duplicate", incident),
      ],
      [incidentButton(texts, "other_reason", incident)],
      back(texts, incident),
    ],
  };
}

/** Which incident it doubles. */
export function duplicateMenu(
  texts: Texts,
  incident: Incident,
  company: Company,
  { items, page, pages }: Page<Incident>,
): Panel {
  const rows = items.map((other): Button[] => [{
    text: displayName(`${formatIncidentId(other)} · ${gist(other)}`, formatIncidentId(other), 60),
    data: incidentData("double", incident, String(other.number)),
  }]);
  const turn = pageButtons(page, pages, (to) => incidentData("duplicate", incident, String(to)));
  return {
    html: about(texts, incident, company, items.length ? texts.menu.duplicate : texts.menu.noOther),
    keyboard: [...rows, ...(turn.length ? [turn] : []), back(texts, incident)],
  };
}

/** Whom to give it to. */
export function assignMenu(
  texts: Texts,
  incident: Incident,
  company: Company,
  { items, page, pages }: Page<PersonRef>,
): Panel {
  const buttons = items.map((person): Button => ({
    text: displayName(person.name, texts.nameless(person.id), 30),
    data: incidentData("to", incident, String(person.id)),
  }));
  const turn = pageButtons(page, pages, (to) => incidentData("assign", incident, String(to)));
  return {
    html: about(texts, incident, company, items.length ? texts.menu.assign : texts.menu.nobody),
    keyboard: [...inPairs(buttons), ...(turn.length ? [turn] : []), back(texts, incident)],
  };
}

function about(texts: Texts, incident: Incident, company: Company, question: string): Html {
  return lines(titleLine(texts, incident, company), texts.quoted(gist(incident)), "", question);
}

function back(texts: Texts, incident: Incident): Button[] {
  return [
    { text: texts.buttons.menuBack, data: incidentData("more", incident) },
    closeButton(texts),
  ];
}
