/** When a company works, and who of its people is on duty when. */

import { isDate } from "../domain/calendar.ts";
import { findDepartment } from "../domain/company.ts";
import { parseHours } from "../domain/hours.ts";
import { isOnDuty } from "../domain/shift.ts";
import { named } from "../execute/audience.ts";
import { listMembers } from "../execute/callees.ts";
import { changeHolidays, setHours } from "../execute/settings.ts";
import { setShift } from "../execute/shifts.ts";
import { currentIncidents } from "../store/listings.ts";
import { calendarPage, type Duty, dutyPage } from "../view/calendar_page.ts";
import { administered } from "./administered.ts";
import { answer } from "./answer.ts";
import { companyIdIn, personIn, words } from "./arguments.ts";
import { type Command, explain, finish } from "./command.ts";
import { finishSetting } from "./finish_setting.ts";
import { origin, privateCommand } from "./command_companies.ts";

/** `/hours` */
export const hoursCommand: Command = privateCommand("hours", {
  who: "manager",
  usage: "<company_id> [hours | always]",
  example: "ACME mon-fri 08:00-17:00; sat 9-13",
  async run(deps, call, self) {
    const [first, ...rest] = words(call.args);
    const companyId = companyIdIn(first);
    if (companyId === null) {
      return await explain(deps, call, self, call.texts.arguments.badCompanyId);
    }
    const text = rest.join(" ");
    if (text === "") {
      const company = await administered(deps, call, companyId);
      return company ? await answer(deps, call, calendarPage(call.texts, company)) : undefined;
    }
    const hours = isAlways(text) ? null : parseHours(text);
    if (!hours && !isAlways(text)) {
      return await explain(deps, call, self, call.texts.calendar.badHours);
    }
    const committed = await setHours(deps, origin(call), { companyId, hours });
    await finishSetting(deps, call, committed, () => currentIncidents(deps.kv, companyId));
  },
});

function isAlways(text: string): boolean {
  return text.toLowerCase() === "always";
}

/** `/holidays` */
export const holidaysCommand: Command = privateCommand(
  "holidays",
  {
    who: "manager",
    usage: "<company_id> [add | remove] [date] …",
    example: "ACME add 2026-12-25 2026-12-26",
    async run(deps, call, self) {
      const [first, verb, ...dates] = words(call.args);
      const companyId = companyIdIn(first);
      if (companyId === null) {
        return await explain(deps, call, self, call.texts.arguments.badCompanyId);
      }
      if (verb === undefined) {
        const company = await administered(deps, call, companyId);
        return company ? await answer(deps, call, calendarPage(call.texts, company)) : undefined;
      }
      if (verb !== "add" && verb !== "remove") return await explain(deps, call, self);
      if (dates.length === 0 || !dates.every(isDate)) {
        return await explain(deps, call, self, call.texts.calendar.badDates);
      }
      const change = { companyId, dates, remove: verb === "remove" };
      const committed = await changeHolidays(deps, origin(call), change);
      await finishSetting(deps, call, committed, () => currentIncidents(deps.kv, companyId));
    },
  },
);

/** `/shift` */
export const shiftCommand: Command = privateCommand("shift", {
  who: "manager",
  usage: "<company_id> <department> <person> <hours | off>",
  example: "ACME Dispatch @jane_doe mon-fri 22:00-06:00",
  async run(deps, call, self) {
    const [first, ...rest] = words(call.args);
    const companyId = companyIdIn(first);
    if (companyId === null) {
      return await explain(deps, call, self, call.texts.arguments.badCompanyId);
    }
    const company = await administered(deps, call, companyId);
    if (!company) return;
    const at = rest.findIndex((word) => /^(@\w+|\d+)$/.test(word));
    if (at < 1) return await explain(deps, call, self, call.texts.arguments.whichPerson);
    const found = await personIn(deps.kv, call, rest[at]);
    if (!found) return await explain(deps, call, self, call.texts.arguments.whichPerson);
    if ("problem" in found) return await explain(deps, call, self, found.problem);
    const text = rest.slice(at + 1).join(" ");
    const isOff = text.toLowerCase() === "off";
    const hours = isOff ? null : parseHours(text);
    if (!hours && !isOff) return await explain(deps, call, self, call.texts.calendar.badHours);
    const department = rest.slice(0, at).join(" ");
    const change = { companyId, department, personId: found.person.id, hours };
    await finish(deps, call, await setShift(deps, origin(call), change));
  },
});

/** `/shifts` */
export const shiftsCommand: Command = privateCommand("shifts", {
  who: "manager",
  usage: "<company_id> [department]",
  example: "ACME Dispatch",
  async run(deps, call, self) {
    const [first, ...rest] = words(call.args);
    const companyId = companyIdIn(first);
    if (companyId === null) {
      return await explain(deps, call, self, call.texts.arguments.badCompanyId);
    }
    const company = await administered(deps, call, companyId);
    if (!company) return;
    const one = rest.length > 0 ? findDepartment(company, rest.join(" ")) : null;
    const shown = one ? [one] : company.departments.slice(0, MOST_DEPARTMENTS_SHOWN);
    const duties: Duty[] = [];
    for (const { id, name } of shown) {
      const members = await listMembers(deps.kv, companyId, id);
      const people = await named(deps.kv, members.map((member) => member.id));
      duties.push({
        department: name,
        members: people.map((person) => {
          const hours = members.find((member) => member.id === person.id)?.shift ?? null;
          return { person, hours, onDuty: isOnDuty(hours, company.timeZone, deps.now()) };
        }),
      });
    }
    await answer(deps, call, dutyPage(call.texts, company, duties));
  },
});

/** Keeps the list within one message. */
const MOST_DEPARTMENTS_SHOWN = 10;
