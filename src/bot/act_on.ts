/** An action on an incident, from wherever somebody takes it. */

import { learnAdministrators } from "../delivery/administrators.ts";
import type { LaterAction } from "../domain/action.ts";
import { NO_MESSAGE } from "../domain/evolve_details.ts";
import { formatIncidentId, type IncidentId } from "../domain/ids.ts";
import { type Acted, executeIncident } from "../execute/act.ts";
import { keys } from "../store/keys.ts";
import { readMany, readOne } from "../store/read.ts";
import { withAdministrators } from "./administrators.ts";
import { type BotDeps, isGroup, personRef } from "./incoming.ts";
import type { Chat, User } from "grammy/types";

/** Who acts, where. */
export interface Occasion {
  /** The chat it happens in. */
  chat: Chat;
  /** The person. */
  from: User;
  /** Telegram's `update_id`. */
  updateId: number;
  /** The message whose button was pressed. */
  pressedMessageId?: number;
  /** It was pressed in private: the message may be a call. */
  callMessageId?: number;
  /** Telegram's `media_group_id`, when the message is one of several files. */
  albumId?: string | undefined;
  /** The bot's question that this answers is settled with it. */
  settles?: Deno.KvKey | undefined;
}

/** Takes the action; in private, with the company's roles alone. */
export async function actOn(
  deps: BotDeps,
  occasion: Occasion,
  { incident, action }: { incident: IncidentId; action: LaterAction },
): Promise<Acted> {
  const { chat, from, updateId, pressedMessageId, albumId, settles } = occasion;
  const inPrivate = !isGroup(chat);
  const home = inPrivate ? await homeOf(deps, incident, occasion) : null;
  const chatId = home ? home.chatId : chat.id;
  // Who is called has to be known before the call.
  if (!inPrivate && callsManagers(action)) await learnAdministrators(deps, chatId);
  const actIn = (place: number) =>
    withAdministrators(deps, place, (mayAsk) =>
      executeIncident(deps, {
        action,
        incident,
        actor: personRef(from),
        chatId: place,
        updateId,
        inPrivate,
        answersCall: home?.isCalled === true && action.type === "claim",
        albumId,
        settles,
        mayAsk,
        ...(pressedMessageId === undefined ? {} : { pressedMessageId }),
      }));
  const acted = await actIn(chatId);
  if (!isNowhere(acted)) return acted;
  // A card from before the group became a supergroup still has its buttons.
  const { value } = await readOne(deps.kv, keys.moved(chatId));
  return value ? await actIn(value.to) : acted;
}

function callsManagers(action: LaterAction): boolean {
  return action.type === "escalate" ||
    (action.type === "set_priority" && action.priority === "critical");
}

function isNowhere({ outcome }: Acted): boolean {
  return outcome.kind === "refused" && outcome.refusal.reason === "group_not_active" &&
    outcome.refusal.status === "unknown";
}

/** No group has this id. */
const NOWHERE = 0;

/** Where an incident lives; `isCalled`: the pressed message is the bot's call about it to this person. */
async function homeOf(
  deps: BotDeps,
  id: IncidentId,
  { chat, callMessageId = NO_MESSAGE }: Occasion,
): Promise<{ chatId: number; isCalled: boolean }> {
  const { incident, call } = await readMany(deps.kv, {
    incident: keys.incident(id),
    call: keys.message(chat.id, callMessageId),
  });
  const link = call.value;
  const isCalled = link?.role === "private_call" &&
    formatIncidentId(link.incident) === formatIncidentId(id);
  return { chatId: incident.value?.state.chatId ?? NOWHERE, isCalled };
}
