/** Who is on duty when, through the one write path. */

import type { CoreDeps } from "../deps.ts";
import { type Company, findDepartment } from "../domain/company.ts";
import { formatHours, type Hours } from "../domain/hours.ts";
import { nextShift } from "../domain/shift.ts";
import { keys } from "../store/keys.ts";
import { readOne } from "../store/read.ts";
import type { Rota } from "../store/records.ts";
import { setPerson, setRota } from "../store/write.ts";
import { listMembers } from "./callees.ts";
import { commitAction, type Committed } from "./commit.ts";
import { administers, answered, type DeskOrigin } from "./companies.ts";
import { unknownDepartment } from "./grants.ts";

/** When somebody is on duty. */
export interface ShiftChange {
  /** The company's id. */
  companyId: string;
  /** The department's id or name. */
  department: string;
  /** Telegram's numeric id. */
  personId: number;
  /** `null`: at no special hours. */
  hours: Hours | null;
}

/** Sets the hours of one of the company's members. The company's managers and platform admins. */
export async function setShift(
  deps: CoreDeps,
  origin: DeskOrigin,
  { companyId, department: wantedDepartment, personId, hours }: ShiftChange,
): Promise<Committed> {
  const hint = (await readOne(deps.kv, keys.company(companyId))).value;
  const rotaOf = hint && findDepartment(hint, wantedDepartment);
  const wanted = {
    company: keys.company(companyId),
    actor: keys.person(companyId, origin.actorId),
    person: keys.person(companyId, personId),
    profile: keys.profile(personId),
    rota: keys.rota(companyId, rotaOf?.id ?? ""),
  };
  return await commitAction(deps, origin, wanted, (read, { now }) => {
    if (!administers(deps, origin.actorId, read.actor.value)) {
      return answered({ key: "not_allowed" });
    }
    const company = read.company.value;
    if (!company) return answered({ key: "unknown_company", company: companyId });
    if (company.archivedAt !== null) {
      return answered({ key: "company_is_archived", company: companyId });
    }
    const department = findDepartment(company, wantedDepartment);
    if (!department || department.id !== rotaOf?.id) return answered(unknownDepartment(company));
    const { name } = department;
    const before = read.person.value;
    // Of people whom the company does not have no name is told.
    const person = { id: personId, name: before ? read.profile.value?.name ?? "" : "" };
    if (!before?.departments.includes(department.id)) {
      return answered({ key: "not_a_member", person, department: name });
    }
    const { [department.id]: _before, ...others } = before.shifts;
    const text = hours && formatHours(hours);
    const shifts = text === null ? others : { ...others, [department.id]: text };
    const next = nextShift(text, company.timeZone, now);
    return answered({ key: "shift_set", person, department: name, hours: text }, {
      changes: [
        ...setPerson(read.person, { ...before, shifts }),
        ...setRota(
          read.rota,
          withStart(read.rota.value, { company, department: department.id, next, now }),
        ),
      ],
    });
  });
}

function withStart(
  before: Rota | null,
  { company, department, next, now }: {
    company: Company;
    department: string;
    next: number | null;
    now: number;
  },
): Rota {
  const starts = [before?.next ?? null, next].filter((at) => at !== null);
  return {
    schema: 1,
    company: company.id,
    department,
    seenAt: before?.seenAt ?? now,
    next: starts.length > 0 ? Math.min(...starts) : null,
    told: before?.told ?? null,
  };
}

/** The next moment after `after` at which somebody's shift in that department begins. */
export async function nextStart(
  { kv }: CoreDeps,
  company: Company,
  department: string,
  after: number,
): Promise<number | null> {
  const starts = (await listMembers(kv, company.id, department)).flatMap(({ shift }) => {
    const at = nextShift(shift, company.timeZone, after);
    return at === null ? [] : [at];
  });
  return starts.length > 0 ? Math.min(...starts) : null;
}

/** The beginnings of all shifts of a company, after its time zone has changed. */
export async function replanShifts(deps: CoreDeps, companyId: string): Promise<void> {
  const { value } = await readOne(deps.kv, keys.company(companyId));
  for (const { id: department } of value?.departments ?? []) {
    const wanted = { company: keys.company(companyId), rota: keys.rota(companyId, department) };
    const origin = { chatId: 0, updateId: null };
    await commitAction(deps, origin, wanted, async ({ company, rota }, { now }) => {
      if (!company.value || !rota.value) return answered({ key: "noted" });
      const next = await nextStart(deps, company.value, department, now);
      return answered({ key: "noted" }, { changes: setRota(rota, { ...rota.value, next }) });
    });
  }
}
