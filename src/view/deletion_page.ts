/** The first question before a company is deleted. */

import type { Company } from "../domain/company.ts";
import { buttonData } from "./callback_data.ts";
import { displayName } from "./clip.ts";
import { html, lines } from "./html.ts";
import type { Panel } from "./menu.ts";
import type { Texts } from "./texts/texts.ts";

/** How much there is of a company. */
export interface CompanySums {
  /** All incidents that it ever had. */
  incidents: number;
  /** Those of them that are open. */
  open: number;
  /** Its groups. */
  groups: number;
  /** People with a role in it. */
  people: number;
}

/** What would go, and the button that leads to the second question. */
export function deletionPanel(
  { deletion: texts }: Texts,
  { id, name, departments }: Company,
  { incidents, open, groups, people }: CompanySums,
): Panel {
  return {
    html: lines(
      html`<b>${texts.question(id, displayName(name, id, 80))}</b>`,
      texts.goes,
      html`• ${texts.incidents(incidents, open)}`,
      html`• ${texts.groups(groups)}`,
      html`• ${texts.people(people)}`,
      html`• ${texts.departments(departments.length)}`,
    ),
    keyboard: [[{
      text: texts.button(id),
      data: buttonData("delete_company", id),
      style: "danger",
    }]],
  };
}
