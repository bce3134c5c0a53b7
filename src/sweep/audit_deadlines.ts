/** Deadlines that are missing, or not where the policy puts them. */

import type { StoredIncident } from "../store/records.ts";
import { replanOne } from "../execute/replan.ts";
import { type AuditContext, idOf, note } from "./audit_context.ts";

/** Puts an incident's deadline right; one that is due is the sweep's. */
export async function putDeadlineRight(
  audit: AuditContext,
  { state, deadline }: StoredIncident,
): Promise<void> {
  if (deadline !== null && deadline.at <= audit.deps.now()) return;
  if (await replanOne(audit.deps, state)) note(audit, "deadline", idOf(state));
}
