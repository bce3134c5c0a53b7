/** When a company works. */

import type { Company } from "../../domain/company.ts";
import { formatHours } from "../../domain/hours.ts";
import { inPairs } from "../buttons.ts";
import { displayName } from "../clip.ts";
import type { Page } from "../paging.ts";
import type { Texts } from "../texts/texts.ts";
import { addressOf, consoleButton } from "./address.ts";
import { companyStep } from "./companies.ts";
import type { Frame } from "./frame.ts";

/** Hours, time zone and holidays. */
export function calendarPage(texts: Texts, company: Company): Frame {
  const { calendar: words, title } = texts.admin;
  const { id, timeZone, calendar: { hours, holidays } } = company;
  return {
    trail: [title, companyStep(company), words.title],
    body: [
      words.hours(hours ? displayName(formatHours(hours), "?", 600) : texts.calendar.always),
      words.zone(timeZone),
      words.holidays(holidays.length),
    ],
    hint: `/hours ${id} mon-fri 08:00-17:00; sat 9-13`,
    rows: [
      [
        consoleButton(words.setHours, "hours", [id]),
        ...(hours ? [consoleButton(words.always, "always", [id])] : []),
      ],
      [
        consoleButton(words.setZone, "time_zone", [id]),
        consoleButton(words.toHolidays, "holidays", [id]),
      ],
    ],
    turn: null,
    back: addressOf("company", [id]),
  };
}

/** The days on which a company does not work. */
export function holidaysPage(
  texts: Texts,
  { company, shown }: { company: Company; shown: Page<string> },
): Frame {
  const { calendar: words, title } = texts.admin;
  const { id } = company;
  return {
    trail: [title, companyStep(company), words.title, words.holidaysTitle],
    body: [shown.items.length === 0 ? words.noHolidays : words.drop],
    hint: `/holidays ${id} add 2026-12-25`,
    rows: [
      ...inPairs(
        shown.items.map((date) =>
          consoleButton(`➖ ${date}`, "drop_holiday", [id, date], shown.page)
        ),
      ),
      [consoleButton(words.add, "add_holidays", [id])],
    ],
    turn: { at: addressOf("holidays", [id], shown.page), pages: shown.pages },
    back: addressOf("calendar", [id]),
  };
}
