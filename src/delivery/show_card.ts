/** Brings an incident's card to the newest state: sent, edited, pinned, unpinned. */

import { NO_MESSAGE } from "../domain/evolve_details.ts";
import { isOpen } from "../domain/incident.ts";
import type { Deps } from "../deps.ts";
import { type Known, settingsOf } from "../store/drain_token.ts";
import { mayBePinned } from "../store/card_state.ts";
import { keys } from "../store/keys.ts";
import type { Change } from "../store/kv.ts";
import { readOne } from "../store/read.ts";
import type { Card, MessageLink } from "../store/records.ts";
import { set } from "../store/write.ts";
import { type CardView, renderCard } from "../view/card.ts";
import { orPlain } from "./plain_fallback.ts";
import { inTopic } from "./topic.ts";
import { verdictOn } from "./verdict.ts";
import { inlineKeyboard, messageOptions, NO_PREVIEW } from "./wire.ts";
import { textsForGroup } from "../view/texts/language.ts";

/** One step of showing a card. */
export interface Shown {
  /** What Telegram knows now. */
  card: Card;
  /** The card's message is gone: it has to be sent anew. */
  isCardGone: boolean;
  /** What is to be recorded before anything else happens. */
  changes: Change[];
  /** More is to be done for this card after that. */
  unfinished: boolean;
  /** The group has to be told that the bot may not pin. */
  cannotPin: boolean;
}

/** Whether showing it sends a message; nobody knows before an edit that its message is gone. */
export function isSent({ card, isCardGone = false }: Known): boolean {
  return card === null || isCardGone;
}

/**
 * Does what is missing. A card that is sent for the first time is recorded before it is pinned: the
 * moment in which a crash would send it twice is as short as one commit.
 *
 * @throws {GrammyError | HttpError} when Telegram refuses what has no meaning for a card.
 */
export async function showCard(deps: Deps, known: Known): Promise<Shown> {
  const { state, card } = known;
  const wantsPin = isOpen(state) && settingsOf(known).pins;
  if (!card || isSent(known)) {
    const sent: Card = {
      schema: 1,
      ...await send(deps, known),
      version: state.version,
      pin: wantsPin ? "unknown" : "none",
      callMessageIds: card?.callMessageIds ?? [],
      repins: state.repins,
    };
    return shown(known, sent, { unfinished: wantsPin });
  }
  const current = card.version === state.version ? card : await edit(deps, known, card);
  if (!current) {
    return { card, isCardGone: true, changes: [], unfinished: true, cannotPin: false };
  }
  const isAsked = current.repins !== state.repins;
  if (wantsPin && (isAsked || await canBePinned(deps, state.chatId, current))) {
    const { pin, cannotPin } = await pinCard(deps, state.chatId, current);
    return shown(known, { ...current, pin, repins: state.repins }, { cannotPin });
  }
  if (!wantsPin && mayBePinned(current)) {
    const pin = await unpinCard(deps, state.chatId, current);
    return shown(known, pin === current.pin ? current : { ...current, pin });
  }
  return shown(known, current);
}

function shown(
  { state, card: before }: Known,
  card: Card,
  more: { unfinished?: boolean; cannotPin?: boolean } = {},
): Shown {
  const changes: Change[] = [];
  if (card !== before) changes.push(set(keys.card(state), card));
  if (card.messageId !== before?.messageId) {
    const incident = { company: state.company, number: state.number };
    const link: MessageLink = { schema: 1, incident, role: "card" };
    changes.push(set(keys.message(state.chatId, card.messageId), link));
  }
  return { card, isCardGone: false, changes, unfinished: false, cannotPin: false, ...more };
}

async function send(
  deps: Deps,
  known: Known,
): Promise<Pick<Card, "messageId" | "topicId">> {
  const { state } = known;
  const { html, keyboard } = faceOf(known);
  const { chatId, sourceMessageId, topicId } = state;
  const replyTo = sourceMessageId === NO_MESSAGE ? null : sourceMessageId;
  const sent = await inTopic({ topicId, replyTo }, (spot) => {
    const options = messageOptions({ keyboard, forceReply: null }, spot);
    return orPlain(
      html.source,
      ({ text, markup }) => deps.telegram.sendMessage(chatId, text, { ...options, ...markup }),
    );
  });
  const isInTopic = sent.is_topic_message === true;
  return { messageId: sent.message_id, topicId: isInTopic ? sent.message_thread_id ?? null : null };
}

/** The card as its group wants it. */
function faceOf(known: Known): CardView {
  const { state, company, group } = known;
  return renderCard(textsForGroup(group, company), state, company);
}

/** The card as Telegram has it now; `null` when its message is gone. */
async function edit(deps: Deps, known: Known, card: Card): Promise<Card | null> {
  const { state } = known;
  const { html, keyboard } = faceOf(known);
  const options = { ...NO_PREVIEW, reply_markup: inlineKeyboard(keyboard) };
  try {
    await orPlain(
      html.source,
      ({ text, markup }) =>
        deps.telegram.editMessageText(state.chatId, card.messageId, text, {
          ...options,
          ...markup,
        }),
    );
  } catch (error) {
    const verdict = verdictOn(error);
    if (verdict.kind === "message_gone") return null;
    if (verdict.kind !== "unchanged") throw error;
  }
  return { ...card, version: state.version };
}

/** Whether the card is pinned now, and if not, whether for want of a right. */
async function pinCard(
  deps: Deps,
  chatId: number,
  { messageId, pin: before }: Card,
): Promise<{ pin: Card["pin"]; cannotPin: boolean }> {
  try {
    await deps.telegram.pinChatMessage(chatId, messageId, { disable_notification: true });
    return { pin: "pinned", cannotPin: false };
  } catch (error) {
    const { kind } = verdictOn(error);
    if (kind === "hold") throw error;
    // What was pinned before still is.
    const pin = before === "pinned" ? before : "refused";
    return { pin, cannotPin: kind === "no_right" };
  }
}

/** Whether it is pinned still: what the bot may not unpin now is tried again when it may. */
async function unpinCard(
  deps: Deps,
  chatId: number,
  { messageId, pin }: Card,
): Promise<Card["pin"]> {
  try {
    await deps.telegram.unpinChatMessage(chatId, messageId);
    return "none";
  } catch (error) {
    const { kind } = verdictOn(error);
    if (kind === "hold") throw error;
    deps.log.debug("could not unpin", { chat: chatId });
    return kind === "no_right" || kind === "chat_closed" ? pin : "none";
  }
}

/** Once refused, it is tried again when the bot's rights have changed since the group was told. */
async function canBePinned(deps: Deps, chatId: number, { pin }: Card): Promise<boolean> {
  return pin === "none" || pin === "unknown" ||
    (pin === "refused" && !await wasToldAboutPins(deps, chatId));
}

/** Whether the group has been told already that the bot may not pin. */
export async function wasToldAboutPins(deps: Deps, chatId: number): Promise<boolean> {
  return (await readOne(deps.kv, keys.notice(chatId, "pin"))).value !== null;
}
