/** A shift begins: its people are told what is open in each group, in one message. */

import type { CoreDeps } from "../deps.ts";
import { type Company, findDepartment } from "../domain/company.ts";
import { hasBegun } from "../domain/shift.ts";
import type { Delivery } from "../store/drain_token.ts";
import { keys } from "../store/keys.ts";
import { queuesOf } from "../store/listings.ts";
import { readOne } from "../store/read.ts";
import type { Rota } from "../store/records.ts";
import { setRota } from "../store/write.ts";
import type { NewMessage } from "../view/message.ts";
import { type Digest, shiftDigest } from "../view/shift_digest.ts";
import { inItsVoice } from "../view/voice.ts";
import { named } from "./audience.ts";
import { listMembers } from "./callees.ts";
import { commitAction } from "./commit.ts";
import { answered } from "./companies.ts";
import { activeGroup } from "./refused.ts";
import { nextStart } from "./shifts.ts";
import { textsForGroup } from "../view/texts/language.ts";

/** A department of a company. */
export interface DepartmentOf {
  /** The company's id. */
  company: string;
  /** The department's id. */
  department: string;
}

/** Does what the beginning of a shift asks for, if one has begun; what is to be said comes back. */
export async function startShift(
  deps: CoreDeps,
  { company: companyId, department }: DepartmentOf,
): Promise<Delivery[]> {
  const wanted = { rota: keys.rota(companyId, department), company: keys.company(companyId) };
  const { deliveries } = await commitAction(deps, DESK, wanted, async (read, { now }) => {
    const rota = read.rota.value;
    const company = read.company.value;
    if (!rota || rota.next === null || rota.next > now) return answered({ key: "noted" });
    const { messages, told } = company && findDepartment(company, department)
      ? await digests(deps, company, { rota, now })
      : { messages: [], told: null };
    const after: Rota = told === null
      ? {
        ...rota,
        seenAt: now,
        next: company && await nextStart(deps, company, department, now),
        told,
      }
      : { ...rota, told };
    return answered({ key: "noted" }, { changes: setRota(read.rota, after), messages });
  });
  return deliveries;
}

/** Shifts belong to no chat: their decisions take turns with each other. */
const DESK = { chatId: 0, updateId: null };

/** Messages of one commit; the next sweep goes on with the other groups. */
const MOST_MESSAGES = 100;

/** What groups are told; `told`: the last of them, when there are more. */
async function digests(
  deps: CoreDeps,
  company: Company,
  { rota: { department, seenAt: since, told }, now }: { rota: Rota; now: number },
): Promise<{ messages: NewMessage[]; told: number | null }> {
  const people = await named(deps.kv, await begunSince(deps, company, { department, since, now }));
  if (people.length === 0) return { messages: [], told: null };
  const messages: NewMessage[] = [];
  let last = told;
  for await (const queue of queuesOf(deps.kv, company.id, department, told)) {
    if (messages.length >= MOST_MESSAGES) return { messages, told: last };
    last = queue.chatId;
    const group = await readOne(deps.kv, keys.group(queue.chatId));
    const active = activeGroup(group.value, company.id);
    if (!active) continue;
    const oldest = { company: company.id, number: queue.numbers[0]!.number };
    const { value } = await readOne(deps.kv, keys.incident(oldest));
    const digest: Digest = {
      people,
      department,
      chatId: queue.chatId,
      incidents: queue.numbers,
      oldestAt: value?.state.reportedAt ?? null,
    };
    const texts = textsForGroup(active, company);
    messages.push(...inItsVoice(active, shiftDigest(texts, company, digest)));
  }
  return { messages, told: null };
}

/** Ids of those who are on duty now, and were not before `since`. */
async function begunSince(
  { kv }: CoreDeps,
  company: Company,
  { department, since, now }: { department: string; since: number; now: number },
): Promise<number[]> {
  const members = await listMembers(kv, company.id, department);
  return members
    .filter(({ shift }) => hasBegun(shift, company.timeZone, { since, at: now }))
    .map(({ id }) => id);
}
