/** How long a company keeps incidents that are over, through the one write path. */

import type { CoreDeps } from "../deps.ts";
import { isShorter } from "../domain/retention.ts";
import type { Committed } from "./commit.ts";
import { changeCompany, type DeskOrigin } from "./companies.ts";

/**
 * Sets it; `days: null`: for ever. Less than before is not set unless `isConfirmed`. The company's
 * managers and platform admins.
 */
export function setRetention(
  deps: CoreDeps,
  origin: DeskOrigin,
  { companyId, days, isConfirmed }: {
    companyId: string;
    days: number | null;
    isConfirmed: boolean;
  },
): Promise<Committed> {
  return changeCompany(deps, origin, companyId, (company) => {
    if (days !== null && !isConfirmed && isShorter(days, company.retentionDays)) {
      return { answer: { key: "retention_shorter", company: companyId, days } };
    }
    return {
      answer: { key: "retention_set", company: companyId, days },
      company: { ...company, retentionDays: days },
    };
  });
}
