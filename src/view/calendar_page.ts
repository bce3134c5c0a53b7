/** When a company works and who is on duty, as people read it. */

import type { Company } from "../domain/company.ts";
import { formatHours } from "../domain/hours.ts";
import type { PersonRef } from "../domain/person.ts";
import { displayName } from "./clip.ts";
import type { Texts } from "./texts/texts.ts";
import { type Html, html, join, lines } from "./html.ts";
import { pagesOf } from "./pages.ts";
import { personName } from "./person_link.ts";

/** Working hours and holidays. */
export function calendarPage(texts: Texts, { name, id, timeZone, calendar }: Company): Html {
  const { hours, holidays } = calendar;
  return lines(
    html`<b>${texts.calendar.title(displayName(name, id, 80), timeZone)}</b>`,
    hours ? formatHours(hours) : texts.calendar.always,
    `${texts.calendar.holidays}: ${holidays.join(", ") || texts.calendar.noHolidays}`,
  );
}

/** One department's people and their hours. */
export interface Duty {
  /** The department's name. */
  department: string;
  /** Its members; `hours` as `formatHours` writes them, `null`: none are set. */
  members: readonly { person: PersonRef; hours: string | null; onDuty: boolean }[];
}

/** Who is on duty when, as far as it fits one message. */
export function dutyPage(texts: Texts, { name, id }: Company, duties: readonly Duty[]): Html {
  const [page, ...rest] = pagesOf(duties.flatMap(({ department, members }) => [
    html`<b>${displayName(department, "?", 40)}</b>`,
    ...(members.length === 0
      ? [html`${texts.shift.noMembers}`]
      : members.map((it) => dutyLine(texts, it))),
  ]));
  return lines(
    html`<b>${texts.shift.title(displayName(name, id, 80))}</b>`,
    page ?? null,
    rest.length > 0 ? texts.shift.cut(`/shifts ${id}`) : null,
  );
}

function dutyLine(texts: Texts, { person, hours, onDuty }: Duty["members"][number]): Html {
  return join([
    personName(texts, person),
    `: ${hours ?? texts.shift.anyHours}`,
    onDuty ? ` · ${texts.shift.onDuty}` : "",
  ]);
}
