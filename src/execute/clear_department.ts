/** A department that was removed is cleared: incidents, members, shifts. Each step is a commit. */

import type { CoreDeps } from "../deps.ts";
import { decideTransfer } from "../domain/decide_clock.ts";
import { type AttachedGroup, formerGroup } from "../domain/group.ts";
import type { IncidentId } from "../domain/ids.ts";
import { type Grants, highestRole, type PersonRef, withoutGrant } from "../domain/person.ts";
import { describeError } from "../log.ts";
import type { ChoreOf } from "../store/chore.ts";
import type { Delivery } from "../store/drain_token.ts";
import { keys } from "../store/keys.ts";
import { KvError } from "../store/kv.ts";
import { groupsOf, pagesUnder } from "../store/listings.ts";
import { readOne } from "../store/read.ts";
import { setGroup, setPerson, setRota } from "../store/write.ts";
import { apply } from "./apply.ts";
import { commitAction } from "./commit.ts";
import { answered } from "./companies.ts";
import { redrawDepartment } from "./redraw.ts";
import { refused } from "./refused.ts";

/** People and groups take no turns with any chat. */
const NOWHERE = { chatId: 0, updateId: null };

/** Clears it as far as time allows; `isDone`: nothing is left to do. */
export async function clearDepartment(
  deps: CoreDeps,
  chore: ChoreOf<"department">,
  endAt: number,
): Promise<{ isDone: boolean; deliveries: Delivery[] }> {
  const { company, department } = chore;
  const deliveries: Delivery[] = [];
  const unfinished = { isDone: false, deliveries };
  let isEmpty = true;
  for await (const page of pagesUnder(deps.kv, ["queue", company, department])) {
    for (const { key } of page) {
      if (deps.now() >= endAt) return unfinished;
      const id = { company, number: Number(key[4]) };
      try {
        deliveries.push(...await transfer(deps, id, chore));
      } catch (error) {
        if (error instanceof KvError) throw error;
        // One that can't be moved keeps the department waiting, not the others.
        deps.log.error("incident not moved", { error: describeError(error) });
        isEmpty = false;
      }
    }
  }
  for await (const page of pagesUnder(deps.kv, ["member", company, department])) {
    for (const { key } of page) await endMembership(deps, chore, Number(key[3]));
  }
  for (const { chatId } of await groupsOf(deps.kv, company)) await clearGroup(deps, chore, chatId);
  await endShifts(deps, chore);
  if (!isEmpty || deps.now() >= endAt) return unfinished;
  // Where a department is still to be chosen, its button goes.
  deliveries.push(...await redrawDepartment(deps, company, department));
  return { isDone: true, deliveries };
}

/** One incident goes to the default department; a group that is suspended hears nothing of it. */
async function transfer(
  deps: CoreDeps,
  id: IncidentId,
  { department, by }: { department: string; by: PersonRef },
): Promise<Delivery[]> {
  const chatId = (await readOne(deps.kv, keys.incident(id))).value?.state.chatId;
  if (chatId === undefined) return [];
  const wanted = {
    incident: keys.incident(id),
    card: keys.card(id),
    group: keys.group(chatId),
    company: keys.company(id.company),
    administrators: keys.administrators(chatId),
  };
  const origin = { chatId, updateId: null };
  const { deliveries } = await commitAction(deps, origin, wanted, async (read, { now }) => {
    const before = read.incident.value?.state;
    const company = read.company.value;
    if (!before || !company || before.chatId !== chatId) {
      return refused({ reason: "unknown_incident" });
    }
    const decision = decideTransfer(before, department, company);
    if ("refusal" in decision) return refused(decision.refusal);
    const kept = read.group.value;
    const group: AttachedGroup = kept && "company" in kept && kept.company === id.company
      ? kept
      : formerGroup(chatId, id.company);
    const happened = await apply(deps, {
      before: read.incident,
      happenings: decision.events,
      circumstance: { actor: by, at: now, updateId: null },
      company,
      group,
      card: read.card.value,
      administrators: read.administrators.value?.ids ?? [],
    });
    return {
      ...happened,
      ...(group.status === "active" ? {} : { messages: [], cards: [] }),
      outcome: { kind: "done", action: "change_department", incident: id },
    };
  });
  return deliveries;
}

async function endMembership(
  deps: CoreDeps,
  { company, department }: ChoreOf<"department">,
  personId: number,
): Promise<void> {
  const wanted = { person: keys.person(company, personId) };
  await commitAction(deps, NOWHERE, wanted, ({ person }) => {
    if (!person.value) return answered({ key: "noted" });
    const { [department]: _hours, ...shifts } = person.value.shifts;
    const after = { ...without(person.value, department), shifts };
    return answered({ key: "noted" }, { changes: setPerson(person, after) });
  });
}

/** What only a group has given, and what it was told when a shift began. */
async function clearGroup(
  deps: CoreDeps,
  { company, department }: ChoreOf<"department">,
  chatId: number,
): Promise<void> {
  const wanted = { group: keys.group(chatId), digest: keys.digest(chatId, department) };
  await commitAction(deps, { chatId, updateId: null }, wanted, ({ group, digest }) => {
    const before = group.value;
    if (!before || !("company" in before) || before.company !== company) {
      return answered({ key: "noted" });
    }
    const people = Object.entries(before.people).flatMap(([id, grants]) => {
      const after = without(grants, department);
      return highestRole(after) ? [[id, after] as const] : [];
    });
    const hadMembers = Object.values(before.people).some(({ departments }) =>
      departments.includes(department)
    );
    return answered({ key: "noted" }, {
      changes: [
        ...(hadMembers ? setGroup(group, { ...before, people: Object.fromEntries(people) }) : []),
        ...(digest.value ? [{ type: "delete" as const, key: digest.key }] : []),
      ],
    });
  });
}

async function endShifts(
  deps: CoreDeps,
  { company, department }: ChoreOf<"department">,
): Promise<void> {
  await commitAction(deps, NOWHERE, { rota: keys.rota(company, department) }, ({ rota }) => {
    return answered({ key: "noted" }, { changes: rota.value ? setRota(rota, null) : [] });
  });
}

function without<G extends Grants>(grants: G, department: string): G {
  return { ...grants, ...withoutGrant(grants, { role: "member", department }) };
}
