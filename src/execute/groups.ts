/** A group's way into a company and out of it, through the one write path. */

import type { CoreDeps } from "../deps.ts";
import { CompanyName } from "../domain/company.ts";
import type { PendingGroup } from "../domain/group.ts";
import type { PersonRef } from "../domain/person.ts";
import { mostSimilar } from "../domain/similarity.ts";
import { keys } from "../store/keys.ts";
import { openIncidents } from "../store/listings.ts";
import { profilesOf } from "../store/reachable.ts";
import { readAll, readOne } from "../store/read.ts";
import { LOST_RACE, retry } from "../store/retry.ts";
import { set, setGroup } from "../store/write.ts";
import { activationPrompt, activationRequest, groupLost } from "../view/desk_messages.ts";
import type { MessageContent, NewMessage } from "../view/message.ts";
import { endsNotShown } from "./cards_behind.ts";
import { commitAction, type Committed } from "./commit.ts";
import { answered, listCompanies } from "./companies.ts";
import { textsForPerson } from "../view/texts/language.ts";
import type { Texts } from "../view/texts/texts.ts";
import { MOST_PINNED_AGAIN, returned } from "./group_return.ts";

/** How many open requests one person's groups may have. */
const MOST_REQUESTS = 3;

/** The bot has been added to a group, or has come back. */
export function botAdded(
  deps: CoreDeps,
  origin: { chatId: number; updateId: number },
  { title, by, texts }: {
    title: string;
    by: PersonRef;
    /** In their language: the group has none yet. */
    texts: Texts;
  },
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
          messages: [{ chatId, order: "direct", content: activationPrompt(texts, by) }],
        });
      }
      case "blocked":
        return answered({ key: "group_blocked", title }, { leaves: chatId });
      case "suspended":
        return await returned(deps, group, { ...group.value, title });
      case "pending":
      case "active":
        return answered({ key: "noted" });
      default:
        return group.value satisfies never;
    }
  });
}

/** The bot's rights have changed: what it was not allowed to pin or unpin may be so now. */
export function botRightsChanged(
  deps: CoreDeps,
  origin: { chatId: number; updateId: number },
): Promise<Committed> {
  return commitAction(deps, origin, { group: keys.group(origin.chatId) }, async ({ group }) => {
    if (group.value?.status !== "active") return answered({ key: "noted" });
    const open = await openIncidents(deps.kv, origin.chatId);
    const cards = await readAll(deps.kv, open.map((id) => keys.card(id)));
    const refused = open.filter((_, i) => cards[i]?.value?.pin === "refused");
    const ended = await endsNotShown(deps.kv, group.value);
    return answered({ key: "noted" }, {
      cards: [...refused.slice(0, MOST_PINNED_AGAIN), ...ended],
    });
  });
}

/** The bot is no longer in a group: an active one is suspended, a waiting one forgotten. */
export function botRemoved(
  deps: CoreDeps,
  origin: { chatId: number; updateId: number },
): Promise<Committed> {
  return commitAction(deps, origin, { group: keys.group(origin.chatId) }, async ({ group }) => {
    const before = group.value;
    switch (before?.status) {
      case "active":
        return answered({ key: "noted" }, {
          changes: setGroup(group, { ...before, status: "suspended" }),
          messages: await toPlatformAdmins(deps, (texts) => groupLost(texts, before)),
        });
      case "suspended": {
        const { suspension } = before;
        if (!suspension?.botIsThere) return answered({ key: "noted" });
        const after = { ...before, suspension: { ...suspension, botIsThere: false } };
        return answered({ key: "noted" }, { changes: setGroup(group, after) });
      }
      case "pending":
        return answered({ key: "noted" }, { changes: setGroup(group, null) });
      default:
        return answered({ key: "noted" });
    }
  });
}

/** To each of them in their own language. */
async function toPlatformAdmins(
  { kv, settings }: CoreDeps,
  say: (texts: Texts) => MessageContent,
): Promise<NewMessage[]> {
  const admins = await profilesOf(kv, settings.platformAdmins);
  return admins.map(({ id, profile }) => ({
    chatId: id,
    order: "direct",
    content: say(textsForPerson(profile)),
  }));
}

/** The group has another title. */
export async function renameGroup(deps: CoreDeps, chatId: number, title: string): Promise<void> {
  await retry(deps, async () => {
    const entry = await readOne(deps.kv, keys.group(chatId));
    if (!entry.value || entry.value.title === title) return;
    const changes = setGroup(entry, { ...entry.value, title });
    if (await deps.kv.commit([entry], changes) === null) return LOST_RACE;
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
    const similar = mostSimilar(name, await listCompanies(deps.kv));
    return answered({ key: "request_sent", name }, {
      changes: [...setGroup(group, requested), ...(adder.value ? [set(adder, adder.value)] : [])],
      checks: [adder],
      messages: await toPlatformAdmins(
        deps,
        (texts) => activationRequest(texts, requested, similar),
      ),
    });
  });
}
