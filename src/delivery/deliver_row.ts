/** What one row of the outbox becomes: calls of the Bot API, and changes that record them. */

import { GrammyError } from "grammy";
import type { Deps } from "../deps.ts";
import { formatIncidentId, type IncidentId } from "../domain/ids.ts";
import { describeError } from "../log.ts";
import type { Known, WaitingRow } from "../store/drain_token.ts";
import { keys, messageRowKey } from "../store/keys.ts";
import { type Change, KvError } from "../store/kv.ts";
import { readMany } from "../store/read.ts";
import type { OutboxRow } from "../store/records.ts";
import { set } from "../store/write.ts";
import { html } from "../view/html.ts";
import { plainMessage } from "../view/message.ts";
import { bury } from "./bury.ts";
import { isPointless, sayMessage } from "./say.ts";
import { isSent, showCard, wasToldAboutPins } from "./show_card.ts";
import { tellManagers } from "./tell_managers.ts";
import { type Holding, type Verdict, verdictOn, WRONG_TOKEN } from "./verdict.ts";
import { textsForGroup } from "../view/texts/language.ts";

/** What came of one row. */
export type Step =
  /**
   * Said (or pointless): the row goes, with these changes. `again`: there is more to do for it;
   * `isSent`: there is a new message in the chat.
   */
  | { kind: "said"; changes: Change[]; again: boolean; listAgain: boolean; isSent: boolean }
  /** It is not its turn for so many milliseconds. */
  | { kind: "wait"; ms: number }
  /** It failed, and the chat has to wait; these changes say so. */
  | { kind: "hold"; verdict: Holding; changes: Change[] };

/** How long a row may wait for Telegram to come back, in milliseconds: nothing is tried for ever. */
const LONGEST_WAIT = 24 * 3_600_000;

/** What a chat's rows have in common. */
export interface Situation {
  /** Incidents as they are, filled up as they are read. */
  known: Map<string, Known>;
  /** No new message may be sent before, epoch milliseconds. */
  sendsAfter: number;
}

/** Says one row. */
export async function deliverRow(
  deps: Deps,
  { key, row }: WaitingRow,
  situation: Situation,
): Promise<Step> {
  const chatId = Number(key[1]);
  const stopped = deps.pace.stoppedFor();
  if (stopped > 0) return { kind: "wait", ms: stopped };
  try {
    switch (row.kind) {
      case "card":
        return await deliverCard(deps, { chatId, row }, situation);
      case "message":
        return await deliverMessage(deps, { chatId, row }, situation);
      case "leave":
        await deps.telegram.leaveChat(chatId);
        return said([]);
      default:
        return row satisfies never;
    }
  } catch (error) {
    if (error instanceof KvError) throw error;
    const verdict = verdictOn(error);
    noteToken(deps, error, verdict);
    const isHolding = verdict.kind === "hold" || verdict.kind === "no_right";
    if (isHolding && !isTooOld(row, verdict, deps.now())) {
      const told = verdict.kind === "no_right" ? await tellManagers(deps, chatId, "post") : [];
      return { kind: "hold", verdict, changes: told };
    }
    if (verdict.kind === "moved") return await followLater(deps, chatId, verdict.to);
    // Killed between leaving and recording it, the bot has left all the same.
    if (row.kind === "leave" && verdict.kind === "chat_closed") return said([]);
    const why = error instanceof GrammyError ? error.description : describeError(error);
    const isChatClosed = verdict.kind === "chat_closed";
    return said(await bury(deps, { key, row }, { why, isChatClosed }));
  }
}

/** Any other refusal shows that Telegram knows the token. */
function noteToken(deps: Deps, error: unknown, verdict: Verdict): void {
  if (verdict.kind === "hold" && verdict.reason === WRONG_TOKEN) {
    if (deps.pace.stopForToken()) deps.log.error("Telegram does not know the token");
  } else if (error instanceof GrammyError) deps.pace.tokenWorks();
}

/** The sweep moves the group, and what waits with it. */
async function followLater({ kv }: Deps, from: number, to: number): Promise<Step> {
  await kv.commit([], [set(keys.moving(from), { schema: 1, to })]);
  const verdict: Holding = { kind: "hold", ms: MOVING_TIME, reason: "moved" };
  return { kind: "hold", verdict, changes: [] };
}

/** Until the sweep has been there, in milliseconds. */
const MOVING_TIME = 60_000;

/** A card waits for ever: there is one row for each, and it shows the newest state when it can. */
function isTooOld(row: OutboxRow, verdict: Holding, now: number): boolean {
  return row.kind !== "card" && verdict.reason !== WRONG_TOKEN &&
    now - row.createdAt > LONGEST_WAIT;
}

function said(
  changes: Change[],
  more: Partial<Pick<Step & { kind: "said" }, "again" | "listAgain" | "isSent">> = {},
): Step {
  return { kind: "said", changes, again: false, listAgain: false, isSent: false, ...more };
}

/** 0: a message may be sent now, and counts. Else how long to wait, in milliseconds. */
function turnIn({ pace, now }: Deps, chatId: number, { sendsAfter }: Situation): number {
  return Math.max(0, sendsAfter - now()) || pace.take(chatId);
}

async function deliverCard(
  deps: Deps,
  { chatId, row }: { chatId: number; row: OutboxRow & { kind: "card" } },
  situation: Situation,
): Promise<Step> {
  const { known } = situation;
  const it = await knownOf(deps, { chatId, id: row.incident }, known);
  if (!it) return said([]);
  const isNew = isSent(it);
  const ms = isNew ? turnIn(deps, chatId, situation) : 0;
  if (ms > 0) return { kind: "wait", ms };
  const { card, isCardGone, changes, unfinished, cannotPin } = await showCard(deps, it);
  if (card !== it.card) deps.pace.tokenWorks();
  known.set(formatIncidentId(it.state), { ...it, card, isCardGone });
  if (!cannotPin || await wasToldAboutPins(deps, chatId)) {
    return said(changes, { again: unfinished, isSent: isNew });
  }
  const now = deps.now();
  const content = plainMessage(html`${textsForGroup(it.group, it.company).calls.cannotPin}`);
  const notice = set(keys.notice(chatId, "pin"), { schema: 1, at: now });
  const key = messageRowKey(chatId, "direct", now, deps.newId());
  const told: OutboxRow = { schema: 1, kind: "message", content, createdAt: now };
  return said([...changes, notice, set({ key }, told)], { listAgain: true, isSent: isNew });
}

async function deliverMessage(
  deps: Deps,
  { chatId, row }: { chatId: number; row: OutboxRow & { kind: "message" } },
  situation: Situation,
): Promise<Step> {
  const { known } = situation;
  const { about } = row.content;
  const it = about ? await knownOf(deps, { chatId, id: about.incident }, known) : null;
  if (isPointless(row.content, it)) return said([]);
  const ms = turnIn(deps, chatId, situation);
  if (ms > 0) return { kind: "wait", ms };
  const { card, changes } = await sayMessage(deps, { chatId, content: row.content }, it);
  deps.pace.tokenWorks();
  if (it && card) known.set(formatIncidentId(it.state), { ...it, card });
  return said(changes, { isSent: true });
}

async function knownOf(
  deps: Deps,
  { chatId, id }: { chatId: number; id: IncidentId },
  known: Map<string, Known>,
): Promise<Known | null> {
  const name = formatIncidentId(id);
  const remembered = known.get(name);
  if (remembered) return remembered;
  const { incident, company, group, card } = await readMany(deps.kv, {
    incident: keys.incident(id),
    company: keys.company(id.company),
    group: keys.group(chatId),
    card: keys.card(id),
  });
  if (!incident.value || !company.value) return null;
  const read: Known = {
    state: incident.value.state,
    company: company.value,
    group: group.value,
    card: card.value,
  };
  known.set(name, read);
  return read;
}
