/** An action on an incident, from wherever somebody takes it. */

import { learnAdministrators } from "../delivery/administrators.ts";
import type { LaterAction } from "../domain/action.ts";
import type { IncidentId } from "../domain/ids.ts";
import { type Acted, executeIncident } from "../execute/act.ts";
import { keys } from "../store/keys.ts";
import { readOne } from "../store/read.ts";
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
  /** Telegram's `media_group_id`, when the message is one of several files. */
  albumId?: string | undefined;
  /** The bot's question that this answers is settled with it. */
  settles?: Deno.KvKey | undefined;
}

/** Takes the action; in private, with the company's roles alone. */
export async function actOn(
  deps: BotDeps,
  { chat, from, updateId, pressedMessageId, albumId, settles }: Occasion,
  { incident, action }: { incident: IncidentId; action: LaterAction },
): Promise<Acted> {
  const inPrivate = !isGroup(chat);
  const chatId = inPrivate ? await homeOf(deps, incident) : chat.id;
  // Who is called has to be known before the call.
  if (!inPrivate && action.type === "escalate") await learnAdministrators(deps, chatId);
  const actIn = (place: number) =>
    withAdministrators(deps, place, (mayAsk) =>
      executeIncident(deps, {
        action,
        incident,
        actor: personRef(from),
        chatId: place,
        updateId,
        inPrivate,
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

function isNowhere({ outcome }: Acted): boolean {
  return outcome.kind === "refused" && outcome.refusal.reason === "group_not_active" &&
    outcome.refusal.status === "unknown";
}

/** No group has this id. */
const NOWHERE = 0;

async function homeOf(deps: BotDeps, incident: IncidentId): Promise<number> {
  const { value } = await readOne(deps.kv, keys.incident(incident));
  return value?.state.chatId ?? NOWHERE;
}
