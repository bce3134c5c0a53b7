/** Buttons about an incident, and how they stand in rows. */

import type { Company } from "../domain/company.ts";
import { departmentEver } from "../domain/departments.ts";
import type { Incident } from "../domain/incident.ts";
import type { Priority } from "../domain/priority.ts";
import { buttonData, type ButtonVerb, incidentData } from "./callback_data.ts";
import { displayName } from "./clip.ts";
import type { Texts } from "./texts/texts.ts";
import type { Button, Keyboard } from "./message.ts";

/** A department's name as people read it, be it no more; its id when nobody remembers the name. */
export function departmentName(company: Company, id: string): string {
  const department = departmentEver(company, id);
  const name = displayName(department?.name ?? "", id);
  return department && "restricted" in department && department.restricted ? `🔒 ${name}` : name;
}

/** A button whose label says what it does. */
export function incidentButton(
  texts: Texts,
  verb: ButtonVerb & keyof Texts["buttons"],
  incident: Incident,
  style?: Button["style"],
): Button {
  const label = texts.buttons[verb];
  return {
    text: typeof label === "string" ? label : verb,
    data: incidentData(verb, incident),
    style,
  };
}

/** Buttons of departments; without `choosable`, of all. */
export function departmentButtons(
  verb: "department" | "move",
  incident: Incident,
  company: Company,
  choosable: ReadonlySet<string> | null = null,
): Button[] {
  const shown = company.departments.filter(({ id }) => choosable?.has(id) ?? true);
  return shown.map(({ id }) => ({
    text: departmentName(company, id),
    data: incidentData(verb, incident, id),
  }));
}

/** The colour of a priority's button, where clients know colours. */
export const PRIORITY_STYLES: Record<Priority, Button["style"]> = {
  low: undefined,
  medium: undefined,
  high: "primary",
  critical: "danger",
};

/** Opens the attachments; nothing without any. */
export function filesButton(texts: Texts, incident: Incident): Button[] {
  if (incident.attachments === 0) return [];
  const text = texts.buttons.files(incident.attachments);
  return [{ text, data: incidentData("files", incident) }];
}

/** Closes a menu. */
export const closeButton = (texts: Texts): Button => ({
  text: texts.buttons.close,
  data: buttonData("close"),
});

/** One page back and one page on, as far as there are such pages. */
export function pageButtons(
  page: number,
  pages: number,
  data: (page: number) => string,
): Button[] {
  return [
    ...(page > 0 ? [{ text: "◀", data: data(page - 1) }] : []),
    ...(page + 1 < pages ? [{ text: "▶", data: data(page + 1) }] : []),
  ];
}

/** Two in a row. */
export function inPairs(buttons: readonly Button[]): Keyboard {
  const rows: Keyboard = [];
  for (let i = 0; i < buttons.length; i += 2) rows.push(buttons.slice(i, i + 2));
  return rows;
}
