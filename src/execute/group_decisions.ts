/** What platform admins decide about groups that wait, through the one write path. */

import type { CoreDeps } from "../deps.ts";
import { newCompany } from "../domain/company.ts";
import type { DeskAnswer } from "../domain/desk.ts";
import type { AttachedGroup, BlockedGroup, Group, PendingGroup } from "../domain/group.ts";
import { USUAL_SETTINGS } from "../domain/group_settings.ts";
import { keys } from "../store/keys.ts";
import { readOne } from "../store/read.ts";
import { set, setGroup } from "../store/write.ts";
import { displayName } from "../view/clip.ts";
import { rejectionMessage } from "../view/desk_messages.ts";
import { commitAction, type Committed } from "./commit.ts";
import { answered, type DeskOrigin, freeCompanyKey, isPlatformAdmin } from "./companies.ts";
import { intoCompany, isFull, tooManyGroups } from "./group_life.ts";
import { textsForPerson } from "../view/texts/language.ts";
import { activation } from "./group_return.ts";

/** Most characters of a company's name. */
const MOST_NAME = 80;

/** Attaches a group to a company that exists, one that was detached again. Platform admins only. */
export function attachGroup(
  deps: CoreDeps,
  origin: DeskOrigin,
  { companyId, groupChatId }: { companyId: string; groupChatId: number },
): Promise<Committed> {
  const wanted = { group: keys.group(groupChatId), company: keys.company(companyId) };
  return commitAction(deps, origin, wanted, async ({ group, company }) => {
    const waiting = decidable(deps, origin, { group: group.value, groupChatId });
    if ("key" in waiting) return answered(waiting);
    if (!company.value) return answered({ key: "unknown_company", company: companyId });
    if (company.value.archivedAt !== null) {
      return answered({ key: "company_is_archived", company: companyId });
    }
    const { title } = waiting;
    const answer = { key: "group_attached" as const, company: companyId, title };
    if ("company" in waiting) {
      return await intoCompany(deps, { group, before: waiting, into: company }, answer);
    }
    if (await isFull(deps.kv, companyId)) return tooManyGroups(companyId);
    const after = attached(waiting, companyId);
    return answered(answer, {
      changes: [...setGroup(group, after), set(company, company.value)],
      messages: after.status === "active" ? [activation(after, company.value)] : [],
    });
  });
}

/** Creates a company under the name a pending group asked for, and attaches the group. */
export function createForGroup(
  deps: CoreDeps,
  origin: DeskOrigin,
  { groupChatId }: { groupChatId: number },
): Promise<Committed> {
  const wanted = { group: keys.group(groupChatId) };
  return commitAction(deps, origin, wanted, async ({ group }, { now }) => {
    const waiting = decidable(deps, origin, { group: group.value, groupChatId });
    if ("key" in waiting) return answered(waiting);
    const { title } = waiting;
    if (waiting.status === "blocked") return answered({ key: "group_blocked", title });
    if ("company" in waiting) return answered(alreadyIn(waiting));
    const name = waiting.request?.name ?? displayName(title, "Company", MOST_NAME);
    const entry = await freeCompanyKey(deps.kv, name);
    const company = newCompany(String(entry.key[1]), name, now);
    const after = attached(waiting, company.id);
    return answered({ key: "group_attached", company: company.id, title }, {
      changes: [set(entry, company), ...setGroup(group, after)],
      checks: [entry],
      messages: [activation(after, company)],
    });
  });
}

/** Turns a pending group down; the bot leaves, and stays away when it is blocked. */
export function rejectGroup(
  deps: CoreDeps,
  origin: DeskOrigin,
  { groupChatId, block }: { groupChatId: number; block: boolean },
): Promise<Committed> {
  const wanted = { group: keys.group(groupChatId) };
  return commitAction(deps, origin, wanted, async ({ group }) => {
    const waiting = decidable(deps, origin, { group: group.value, groupChatId });
    if ("key" in waiting) return answered(waiting);
    const { title } = waiting;
    if (waiting.status === "blocked") return answered({ key: "group_blocked", title });
    if ("company" in waiting) return answered(alreadyIn(waiting));
    // The group has no language of its own yet: whoever added the bot reads it.
    const adder = await readOne(deps.kv, keys.profile(waiting.addedBy.id));
    const content = rejectionMessage(textsForPerson(adder.value));
    const blocked: Group = { schema: 1, status: "blocked", chatId: groupChatId, title };
    return answered({ key: "group_rejected", title, blocked: block }, {
      changes: setGroup(group, block ? blocked : null),
      messages: [{ chatId: groupChatId, order: "direct", content }],
      leaves: groupChatId,
      log: { message: block ? "group blocked" : "group rejected", chat: groupChatId },
    });
  });
}

/** The group, when it waits for a decision of this person, or was detached; else why not. */
function decidable(
  deps: CoreDeps,
  origin: DeskOrigin,
  { group, groupChatId }: { group: Group | null; groupChatId: number },
): PendingGroup | BlockedGroup | AttachedGroup | DeskAnswer {
  if (!isPlatformAdmin(deps, origin.actorId)) return { key: "not_allowed" };
  if (!group) return { key: "unknown_group", chatId: groupChatId };
  if (group.status === "pending" || group.status === "blocked") return group;
  return group.suspension?.why === "detached" ? group : alreadyIn(group);
}

function alreadyIn({ company, title }: AttachedGroup): DeskAnswer {
  return { key: "group_attached_already", company, title };
}

/** A blocked group is let in again, but the bot is not there yet. */
function attached(group: PendingGroup | BlockedGroup, company: string): AttachedGroup {
  return {
    schema: 1,
    status: group.status === "blocked" ? "suspended" : "active",
    chatId: group.chatId,
    title: group.title,
    company,
    people: {},
    cardTopicId: null,
    language: null,
    policy: {},
    settings: USUAL_SETTINGS,
    askedToTakeCalls: [],
  };
}
