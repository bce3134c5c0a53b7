/** Deadlines follow a policy, a calendar or a time zone that has changed. */

import type { CoreDeps } from "../deps.ts";
import { deadlineAt, type WorkingTime } from "../domain/deadlines.ts";
import type { IncidentId } from "../domain/ids.ts";
import type { Incident } from "../domain/incident.ts";
import { type Policy, policyFor } from "../domain/policy.ts";
import { keys } from "../store/keys.ts";
import type { Change } from "../store/kv.ts";
import { type Entry, readAll, readOne } from "../store/read.ts";
import { openIncidents } from "../store/listings.ts";
import type { StoredIncident } from "../store/records.ts";
import { setIncident } from "../store/write.ts";
import { commitAction } from "./commit.ts";
import { answered } from "./companies.ts";
import { activeGroup } from "./refused.ts";

/** Moves the deadlines of these incidents to where they belong now. */
export async function replan(deps: CoreDeps, ids: readonly IncidentId[]): Promise<void> {
  for (const id of ids) {
    const { value } = await readOne(deps.kv, keys.incident(id));
    if (value) await replanOne(deps, value.state);
  }
}

/** Incidents that are read together. */
const BATCH = 100;

/** Moves the deadlines of a group's open incidents; those that stand right are only read. */
export async function replanGroup(deps: CoreDeps, chatId: number): Promise<void> {
  const { value: group } = await readOne(deps.kv, keys.group(chatId));
  if (group?.status !== "active") return;
  const { value: company } = await readOne(deps.kv, keys.company(group.company));
  if (!company) return;
  const policy = policyFor(deps.settings.policy, company, group);
  const ids = await openIncidents(deps.kv, chatId);
  for (let i = 0; i < ids.length; i += BATCH) {
    const wanted = ids.slice(i, i + BATCH).map((id) => keys.incident(id));
    for (const entry of await readAll(deps.kv, wanted)) {
      const changes = restoredDeadline(entry, policy, { company, now: deps.now() });
      if (entry.value && changes.length > 0) await replanOne(deps, entry.value.state);
    }
  }
}

/** Moves one incident's deadline to where it belongs now; whether it was elsewhere. */
export async function replanOne(
  deps: CoreDeps,
  { company: companyId, number, chatId }: Pick<Incident, "company" | "number" | "chatId">,
): Promise<boolean> {
  const id = { company: companyId, number };
  let isMoved = false;
  const wanted = {
    incident: keys.incident(id),
    group: keys.group(chatId),
    company: keys.company(id.company),
  };
  await commitAction(deps, { chatId, updateId: null }, wanted, (read, { now }) => {
    const company = read.company.value;
    const group = activeGroup(read.group.value, id.company);
    if (!company || !group) return answered({ key: "noted" });
    const policy = policyFor(deps.settings.policy, company, group);
    const changes = restoredDeadline(read.incident, policy, { company, now });
    isMoved = changes.length > 0;
    return answered({ key: "noted" }, { changes });
  });
  return isMoved;
}

/** A deadline that was postponed or held, or comes from an older policy, goes to where it belongs. */
export function restoredDeadline(
  entry: Entry<StoredIncident>,
  policy: Policy,
  when: { company: WorkingTime; now: number },
): Change[] {
  if (!entry.value) return [];
  const { state, deadline } = entry.value;
  const right = deadlineAt(state, policy, when);
  if (right?.at === deadline?.at && right?.kind === deadline?.kind) return [];
  return setIncident(entry, { ...entry.value, deadline: right });
}
