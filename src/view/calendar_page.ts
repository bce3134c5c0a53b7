/** When a company works and who is on duty, as people read it. */

import type { Company } from "../domain/company.ts";
import { formatHours } from "../domain/hours.ts";
import type { PersonRef } from "../domain/person.ts";
import { displayName } from "./clip.ts";
import { en } from "./texts/en/en.ts";
import { type Html, html, join, lines } from "./html.ts";
import { pagesOf } from "./pages.ts";
import { personName } from "./person_link.ts";

/** Working hours and holidays. */
export function calendarPage({ name, id, timeZone, calendar }: Company): Html {
  const { hours, holidays } = calendar;
  return lines(
    html`<b>${en.calendar.title(displayName(name, id, 80), timeZone)}</b>`,
    hours ? formatHours(hours) : en.calendar.always,
    `${en.calendar.holidays}: ${holidays.join(", ") || en.calendar.noHolidays}`,
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
export function dutyPage({ name, id }: Company, duties: readonly Duty[]): Html {
  const [page, ...rest] = pagesOf(duties.flatMap(({ department, members }) => [
    html`<b>${displayName(department, "?", 40)}</b>`,
    ...(members.length === 0 ? [html`${en.shift.noMembers}`] : members.map(dutyLine)),
  ]));
  return lines(
    html`<b>${en.shift.title(displayName(name, id, 80))}</b>`,
    page ?? null,
    rest.length > 0 ? en.shift.cut(`/shifts ${id}`) : null,
  );
}

function dutyLine({ person, hours, onDuty }: Duty["members"][number]): Html {
  return join([
    personName(person),
    `: ${hours ?? en.shift.anyHours}`,
    onDuty ? ` · ${en.shift.onDuty}` : "",
  ]);
}
