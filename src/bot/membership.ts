/** The bot's own place in a chat, and who administers a group. */

import type { ChatMember, ChatMemberUpdated, User } from "grammy/types";
import { openIncidents } from "../store/listings.ts";
import { releaseClaims } from "../sweep/release.ts";
import { timeOut } from "../sweep/time_out.ts";
import { deliver } from "../delivery/deliver.ts";
import { isInside } from "../delivery/presence.ts";
import type { PersonRef } from "../domain/person.ts";
import { noteContact } from "../execute/contact.ts";
import { forgetAdministrators, forgetNotices } from "../execute/group_members.ts";
import { showRestAnew } from "../execute/group_return.ts";
import { botAdded, botRemoved, botRightsChanged } from "../execute/groups.ts";
import {
  type BotDeps,
  type IncomingMessage,
  isAnothersChat,
  isGroup,
  personRef,
  seen,
} from "./incoming.ts";
import { textsFor } from "./language.ts";
import type { Texts } from "../view/texts/texts.ts";

/** The bot was added, removed, promoted, blocked, … */
export async function handleOwnMembership(
  deps: BotDeps,
  updateId: number,
  update: ChatMemberUpdated,
): Promise<void> {
  const { chat, from, old_chat_member: before, new_chat_member: after } = update;
  if (chat.type === "private") {
    if (isAnothersChat(chat, from)) return;
    await noteContact(deps, { ...seen(from), reachable: isInside(after) });
    return;
  }
  if (!isGroup(chat)) return;
  const origin = { chatId: chat.id, updateId };
  if (isInside(after) && !isInside(before)) {
    const texts = textsFor(from, await noteContact(deps, seen(from)));
    await welcome(deps, origin, { title: chat.title ?? "", by: personRef(from), texts });
  } else if (!isInside(after) && isInside(before)) {
    await deliver(deps, (await botRemoved(deps, origin)).deliveries);
  } else {
    const held = await forgetNotices(deps, chat.id);
    const { deliveries } = await botRightsChanged(deps, origin);
    await deliver(deps, [...deliveries, ...held]);
  }
  Object.assign(deps.trace, { chat: chat.id, action: "own membership", outcome: after.status });
}

/** A group that was never heard of uses a command: the bot was there before this store was. */
export async function meetGroup(deps: BotDeps, call: IncomingMessage): Promise<void> {
  const { message: { chat }, from, updateId, texts } = call;
  const arrival = { title: chat.title ?? "", by: personRef(from), texts };
  await welcome(deps, { chatId: chat.id, updateId }, arrival);
}

/** What was due while the bot was away is owed now. */
async function welcome(
  deps: BotDeps,
  origin: { chatId: number; updateId: number },
  arrival: { title: string; by: PersonRef; texts: Texts },
): Promise<void> {
  const { deliveries } = await botAdded(deps, origin, arrival);
  deliveries.push(...await showRestAnew(deps, origin.chatId));
  for (const incident of await openIncidents(deps.kv, origin.chatId)) {
    deliveries.push(...await timeOut(deps, { incident, chatId: origin.chatId }));
  }
  await deliver(deps, deliveries);
}

/** Somebody else's place in a group has changed: who administers it, or who has gone. */
export async function handleMembership(deps: BotDeps, update: ChatMemberUpdated): Promise<void> {
  const administers = ({ status }: ChatMember) =>
    status === "administrator" || status === "creator";
  const { chat, old_chat_member: before, new_chat_member: after } = update;
  if (administers(before) !== administers(after)) await forgetAdministrators(deps, chat.id);
  if (isInside(before) && !isInside(after)) await handleDeparture(deps, chat.id, after.user);
}

/** Whoever has left a group works on its incidents no longer. */
export async function handleDeparture(deps: BotDeps, chatId: number, user: User): Promise<void> {
  if (user.is_bot) return;
  await releaseClaims(deps, { personId: user.id, chatId, cause: "left_group" });
}
