/** A group's way into a company and out of it, through the one write path. */

import type { CoreDeps } from "../deps.ts";
import { type Company, CompanyName, newCompany } from "../domain/company.ts";
import type { AttachedGroup, Group, PendingGroup } from "../domain/group.ts";
import type { PersonRef } from "../domain/person.ts";
import { nobodyTakesCalls } from "../domain/standing.ts";
import { mostSimilar } from "../domain/similarity.ts";
import { keys } from "../store/keys.ts";
import { readOne } from "../store/read.ts";
import { set, setGroup } from "../store/write.ts";
import {
  activationMessage,
  activationPrompt,
  activationRequest,
  rejectionMessage,
} from "../view/desk_messages.ts";
import { displayName } from "../view/clip.ts";
import type { NewMessage } from "../view/message.ts";
import { commitAction, type Committed } from "./commit.ts";
import { answered, type DeskOrigin, freeCompanyKey, listCompanies } from "./companies.ts";

/** How many open requests one person's groups may have. */
const MOST_REQUESTS = 3;
/** Most characters of a company's name. */
const MOST_NAME = 80;

/** The bot has been added to a group, or has come back. */
export function botAdded(
  deps: CoreDeps,
  origin: { chatId: number; updateId: number },
  { title, by }: { title: string; by: PersonRef },
): Promise<Committed> {
  const { chatId } = origin;
  return commitAction(deps, origin, { group: keys.group(chatId) }, async ({ group }) => {
    switch (group.value?.status) {
      case undefined: {
        const pending: PendingGroup = {
          schema: 1,
          status: "pending",
          chatId,
          title,
          addedBy: by,
          request: null,
        };
        return answered({ key: "noted" }, {
          changes: setGroup(group, pending),
          messages: [{ chatId, order: "direct", content: activationPrompt(by) }],
        });
      }
      case "blocked":
        return answered({ key: "group_blocked", title }, { leaves: chatId });
      case "suspended": {
        const active: AttachedGroup = { ...group.value, status: "active", title };
        const company = await readOne(deps.kv, keys.company(active.company));
        return answered({ key: "noted" }, {
          changes: setGroup(group, active),
          messages: company.value ? [activation(active, company.value)] : [],
        });
      }
      case "pending":
      case "active":
        return answered({ key: "noted" });
      default:
        return group.value satisfies never;
    }
  });
}

/** The bot is no longer in a group: an active one is suspended, a waiting one forgotten. */
export function botRemoved(
  deps: CoreDeps,
  origin: { chatId: number; updateId: number },
): Promise<Committed> {
  return commitAction(deps, origin, { group: keys.group(origin.chatId) }, ({ group }) => {
    switch (group.value?.status) {
      case "active":
        return answered({ key: "noted" }, {
          changes: setGroup(group, { ...group.value, status: "suspended" }),
        });
      case "pending":
        return answered({ key: "noted" }, { changes: setGroup(group, null) });
      default:
        return answered({ key: "noted" });
    }
  });
}

/** Somebody in a pending group says which company it is for; every platform admin is asked. */
export function requestActivation(
  deps: CoreDeps,
  origin: { chatId: number; updateId: number },
  { name: typed, by }: { name: string; by: PersonRef },
): Promise<Committed> {
  const wanted = { group: keys.group(origin.chatId) };
  return commitAction(deps, origin, wanted, async ({ group }, { now }) => {
    if (group.value?.status !== "pending") return answered({ key: "noted" });
    const parsed = CompanyName.safeParse(typed);
    if (!parsed.success) return answered({ key: "request_name_length", length: typed.length });
    const name = parsed.data;
    const { request, addedBy } = group.value;
    if (request) return answered({ key: "request_on_file", name: request.name });
    // Written again as it is, so that requests in several groups at once collide here and count again.
    const adder = await readOne(deps.kv, keys.profile(addedBy.id));
    let open = 0;
    const prefix = ["requested", addedBy.id];
    for await (const _ of deps.kv.list({ prefix }, { limit: MOST_REQUESTS })) open++;
    if (open >= MOST_REQUESTS) return answered({ key: "too_many_requests", most: MOST_REQUESTS });
    const requested: PendingGroup = { ...group.value, request: { name, by, at: now } };
    const content = activationRequest(requested, mostSimilar(name, await listCompanies(deps.kv)));
    return answered({ key: "request_sent", name }, {
      changes: [...setGroup(group, requested), ...(adder.value ? [set(adder, adder.value)] : [])],
      checks: [adder],
      messages: deps.settings.platformAdmins.map((chatId): NewMessage => ({
        chatId,
        order: "direct",
        content,
      })),
    });
  });
}

/** Attaches a group to a company that exists. Platform admins only. */
export function attachGroup(
  deps: CoreDeps,
  origin: DeskOrigin,
  { companyId, groupChatId }: { companyId: string; groupChatId: number },
): Promise<Committed> {
  const wanted = { group: keys.group(groupChatId), company: keys.company(companyId) };
  return commitAction(deps, origin, wanted, ({ group, company }) => {
    if (!deps.settings.platformAdmins.includes(origin.actorId)) {
      return answered({ key: "not_allowed" });
    }
    if (!company.value) return answered({ key: "unknown_company", company: companyId });
    if (!group.value) return answered({ key: "unknown_group", chatId: groupChatId });
    const { title } = group.value;
    if (isAttached(group.value)) {
      return answered({ key: "group_attached_already", company: group.value.company, title });
    }
    const after = attached(group.value, companyId);
    return answered({ key: "group_attached", company: companyId, title }, {
      changes: setGroup(group, after),
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
    if (!deps.settings.platformAdmins.includes(origin.actorId)) {
      return answered({ key: "not_allowed" });
    }
    if (!group.value) return answered({ key: "unknown_group", chatId: groupChatId });
    const { title } = group.value;
    if (isAttached(group.value)) {
      return answered({ key: "group_attached_already", company: group.value.company, title });
    }
    if (group.value.status === "blocked") return answered({ key: "group_blocked", title });
    const name = group.value.request?.name ?? displayName(title, "Company", MOST_NAME);
    const entry = await freeCompanyKey(deps.kv, name);
    const company = newCompany(String(entry.key[1]), name, now);
    const after = attached(group.value, company.id);
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
  return commitAction(deps, origin, wanted, ({ group }) => {
    if (!deps.settings.platformAdmins.includes(origin.actorId)) {
      return answered({ key: "not_allowed" });
    }
    if (!group.value) return answered({ key: "unknown_group", chatId: groupChatId });
    const { title } = group.value;
    if (isAttached(group.value)) {
      return answered({ key: "group_attached_already", company: group.value.company, title });
    }
    if (group.value.status === "blocked") return answered({ key: "group_blocked", title });
    const blocked: Group = { schema: 1, status: "blocked", chatId: groupChatId, title };
    return answered({ key: "group_rejected", title, blocked: block }, {
      changes: setGroup(group, block ? blocked : null),
      messages: [{ chatId: groupChatId, order: "direct", content: rejectionMessage() }],
      leaves: groupChatId,
    });
  });
}

function isAttached(group: Group): group is AttachedGroup {
  return group.status === "active" || group.status === "suspended";
}

/** A blocked group is let in again, but the bot is not there yet. */
function attached(group: Group, company: string): AttachedGroup {
  return {
    schema: 1,
    status: group.status === "blocked" ? "suspended" : "active",
    chatId: group.chatId,
    title: group.title,
    company,
    people: {},
    askedToTakeCalls: [],
  };
}

function activation(group: AttachedGroup, company: Company): NewMessage {
  const anyoneMayClaim = company.departments.every(({ id }) =>
    nobodyTakesCalls(company, group, id)
  );
  const content = activationMessage(company, { anyoneMayClaim });
  return { chatId: group.chatId, order: "direct", content };
}
