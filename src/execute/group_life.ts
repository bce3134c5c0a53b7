/** Groups that leave a company, or go to another one; through the one write path. */

import type { CoreDeps } from "../deps.ts";
import type { Company } from "../domain/company.ts";
import { type AttachedGroup, inCompany, released, suspendedFor } from "../domain/group.ts";
import { MOST_GROUPS } from "../domain/quota.ts";
import { keys, tallyKey } from "../store/keys.ts";
import type { Change, Kv } from "../store/kv.ts";
import { openIncidents } from "../store/listings.ts";
import { type Entry, readOne } from "../store/read.ts";
import { set, setGroup } from "../store/write.ts";
import { farewell } from "../view/farewell.ts";
import { textsForGroup } from "../view/texts/language.ts";
import { type Attempt, commitAction, type Committed } from "./commit.ts";
import { administers, answered, type DeskOrigin, isPlatformAdmin } from "./companies.ts";
import { forgottenNotices } from "./group_members.ts";
import { activation } from "./group_return.ts";

/** The company that a group belongs to, as far as is known; `""`: to none. */
async function companyOf(kv: Kv, chatId: number): Promise<string> {
  const { value } = await readOne(kv, keys.group(chatId));
  return value && "company" in value ? value.company : "";
}

/**
 * Detaches a group: it is suspended, whatever the bot's place in it, and its incidents stay on record.
 * The company's managers and platform admins.
 */
export async function detachGroup(
  deps: CoreDeps,
  origin: DeskOrigin,
  { groupChatId }: { groupChatId: number },
): Promise<Committed> {
  const companyId = await companyOf(deps.kv, groupChatId);
  const wanted = {
    group: keys.group(groupChatId),
    company: keys.company(companyId),
    person: keys.person(companyId, origin.actorId),
  };
  return await commitAction(deps, origin, wanted, (read) => {
    const group = read.group.value;
    // To everybody else a group of others is like one that does not exist.
    if (!administers(deps, origin.actorId, read.person.value)) {
      return answered({ key: "not_allowed" });
    }
    const company = read.company.value;
    if (!group || !("company" in group) || group.company !== company?.id) {
      return answered({ key: "no_such_group", chatId: groupChatId });
    }
    if (company.archivedAt !== null) {
      return answered({ key: "company_is_archived", company: company.id });
    }
    const { title } = group;
    if (group.suspension?.why === "detached") {
      return answered({ key: "group_detached_already", company: company.id, title });
    }
    return answered({ key: "group_detached", company: company.id, title }, {
      changes: setGroup(read.group, suspendedFor(group, "detached")),
      messages: group.status === "active"
        ? [farewell(textsForGroup(group, company), groupChatId, "detached")]
        : [],
    });
  });
}

/** Moves a group without open incidents to another company. Platform admins only. */
export async function transferGroup(
  deps: CoreDeps,
  origin: DeskOrigin,
  { groupChatId, companyId }: { groupChatId: number; companyId: string },
): Promise<Committed> {
  const formerId = await companyOf(deps.kv, groupChatId);
  const wanted = {
    group: keys.group(groupChatId),
    former: keys.company(formerId),
    company: keys.company(companyId),
  };
  return await commitAction(deps, origin, wanted, async (read) => {
    if (!isPlatformAdmin(deps, origin.actorId)) return answered({ key: "not_allowed" });
    const group = read.group.value;
    if (!group || !("company" in group) || group.company !== formerId) {
      return answered({ key: "no_such_group", chatId: groupChatId });
    }
    const company = read.company.value;
    if (!company) return answered({ key: "unknown_company", company: companyId });
    const { title } = group;
    for (const each of [read.former.value, company]) {
      if (each && each.archivedAt !== null) {
        return answered({ key: "company_is_archived", company: each.id });
      }
    }
    if (companyId === formerId) {
      return answered({ key: "group_attached_already", company: companyId, title });
    }
    return await intoCompany(deps, { group: read.group, before: group, into: read.company }, {
      key: "group_moved",
      company: companyId,
      title,
    });
  });
}

/** A group with its new company, ready to be attached. */
export interface Arrival {
  /** The group's entry. */
  group: Parameters<typeof setGroup>[0];
  /** The group as it is. */
  before: AttachedGroup;
  /** The company that it comes into; it exists. */
  into: Entry<Company>;
}

/**
 * Takes a group into a company: into its own again, or without open incidents into another one, where it
 * begins without roles and policy of its own, and whose managers are told anew which rights are missing.
 * What is not possible is answered.
 */
export async function intoCompany(
  deps: CoreDeps,
  { group, before, into }: Arrival,
  answer: Parameters<typeof answered>[0],
): Promise<Attempt> {
  const { kv } = deps;
  const company = into.value!;
  const { chatId, title } = before;
  const isOther = before.company !== company.id;
  // Whatever opens an incident of that company moves this: none can slip in between.
  const [opened] = await kv.getMany([tallyKey(before.company, "open")]);
  if (isOther) {
    const count = (await openIncidents(kv, chatId)).length;
    if (count > 0) {
      return answered({ key: "group_has_open", company: before.company, title, count });
    }
  }
  if (await isFull(kv, company.id)) return tooManyGroups(company.id);
  const after = released(isOther ? inCompany(before, company.id) : before);
  const anew = isOther ? await forgottenNotices(kv, chatId) : { changes: [], checks: [] };
  return answered(answer, {
    changes: [
      ...setGroup(group, after),
      set(into, company),
      ...(isOther ? await forgottenDigests(kv, chatId) : []),
      ...anew.changes,
    ],
    checks: [...(isOther && opened ? [opened] : []), ...anew.checks],
    messages: after.status === "active" ? [activation(after, company)] : [],
  });
}

/**
 * Whether a company has as many groups as fit. Whoever adds one writes the company again as it is, so
 * that two at once collide, and count again.
 */
export async function isFull(kv: Kv, company: string): Promise<boolean> {
  let count = 0;
  for await (const { value } of kv.list({ prefix: ["groups", company] })) {
    // One that was detached makes room.
    if (value !== "detached") count++;
  }
  return count >= MOST_GROUPS;
}

/** The answer when it has. */
export function tooManyGroups(company: string): Attempt {
  return answered({ key: "too_many_groups", company, most: MOST_GROUPS });
}

/** What shifts of the departments before were told is nothing to those of the new company. */
export async function forgottenDigests(kv: Kv, chatId: number): Promise<Change[]> {
  const changes: Change[] = [];
  for await (const { key } of kv.list({ prefix: ["digest", chatId] })) {
    changes.push({ type: "delete", key });
  }
  return changes;
}
