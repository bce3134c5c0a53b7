/** Settings of companies and groups, through the one write path. */

import type { CoreDeps } from "../deps.ts";
import { findDepartment } from "../domain/company.ts";
import { setGroup } from "../store/write.ts";
import type { Committed } from "./commit.ts";
import { answered, changeCompany, type DeskOrigin } from "./companies.ts";
import { unknownDepartment } from "./grants.ts";
import { type GroupCommitted, type GroupDeskOrigin, inGroup } from "./group_matter.ts";

/** All cards of a group appear in one forum topic from now on; `null`: each where it is reported. */
export async function setCardTopic(
  deps: CoreDeps,
  origin: GroupDeskOrigin,
  topicId: number | null,
): Promise<GroupCommitted> {
  return await inGroup(deps, origin, ({ read, group, standing }) => {
    if (!standing.manager) return answered({ key: "not_allowed" });
    return answered({ key: "topic_set", isOne: topicId !== null }, {
      changes: group.cardTopicId === topicId
        ? []
        : setGroup(read.group, { ...group, cardTopicId: topicId }),
    });
  });
}

/** Only members and managers may choose a department, or everybody may again. */
export function restrictDepartment(
  deps: CoreDeps,
  origin: DeskOrigin,
  { companyId, department: wanted, restricted }: {
    companyId: string;
    department: string;
    restricted: boolean;
  },
): Promise<Committed> {
  return changeCompany(deps, origin, companyId, (company) => {
    const department = findDepartment(company, wanted);
    if (!department) return { answer: unknownDepartment(company) };
    const departments = company.departments.map((one) =>
      one.id === department.id ? { ...one, restricted } : one
    );
    return {
      answer: {
        key: "department_restricted",
        company: companyId,
        name: department.name,
        restricted,
      },
      company: { ...company, departments },
    };
  });
}

/** The time zone in which a company's people read times. */
export function setTimeZone(
  deps: CoreDeps,
  origin: DeskOrigin,
  { companyId, timeZone }: { companyId: string; timeZone: string },
): Promise<Committed> {
  return changeCompany(deps, origin, companyId, (company) => ({
    answer: { key: "time_zone_set", company: companyId, name: timeZone },
    company: { ...company, timeZone },
  }));
}
