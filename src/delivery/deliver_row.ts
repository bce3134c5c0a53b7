/** What one row of the outbox becomes: calls of the Bot API, and changes that record them. */

import type { Deps } from "../deps.ts";
import { redact } from "../log.ts";
import { formatIncidentId, type IncidentId } from "../domain/ids.ts";
import type { Known, WaitingRow } from "../store/drain_token.ts";
import { keys, messageRowKey } from "../store/keys.ts";
import { type Change, KvError } from "../store/kv.ts";
import { readMany, readOne } from "../store/read.ts";
import type { OutboxRow } from "../store/records.ts";
import { set, setGroup } from "../store/write.ts";
import { groupLost } from "../view/desk_messages.ts";
import { en } from "../view/en.ts";
import { html } from "../view/html.ts";
import { plainMessage } from "../view/message.ts";
import { sayMessage } from "./say.ts";
import { showCard, wasToldAboutPins } from "./show_card.ts";
import { type Verdict, verdictOn, WRONG_TOKEN } from "./verdict.ts";

/** What came of one row. */
export type Step =
  /** Said (or pointless): the row goes, with these changes. `again`: there is more to do for it. */
  | { kind: "said"; changes: Change[]; again: boolean; listAgain: boolean }
  /** The chat has to wait. */
  | { kind: "hold"; verdict: Verdict & { kind: "hold" } };

/** How long a row may wait for Telegram to come back, in milliseconds: nothing is tried for ever. */
const LONGEST_WAIT = 24 * 3_600_000;

/** Says one row. `known`: incidents as they are, filled up as they are read. */
export async function deliverRow(
  deps: Deps,
  { key, row }: WaitingRow,
  known: Map<string, Known>,
): Promise<Step> {
  const chatId = Number(key[1]);
  try {
    switch (row.kind) {
      case "card":
        return await deliverCard(deps, chatId, await knownOf(deps, row.incident, known), known);
      case "message":
        return await deliverMessage(deps, { chatId, row }, known);
      case "leave":
        await deps.telegram.leaveChat(chatId);
        return said([]);
      default:
        return row satisfies never;
    }
  } catch (error) {
    if (error instanceof KvError) throw error;
    const verdict = verdictOn(error);
    if (verdict.kind === "hold" && !isTooOld(row, verdict, deps.now())) {
      return { kind: "hold", verdict };
    }
    if (verdict.kind === "moved") return await followLater(deps, chatId, verdict.to);
    // Killed between leaving and recording it, the bot has left all the same.
    if (row.kind === "leave" && verdict.kind === "chat_closed") return said([]);
    return said(await bury(deps, { chatId, row }, verdict));
  }
}

/** The sweep moves the group, and what waits with it. */
async function followLater({ kv }: Deps, from: number, to: number): Promise<Step> {
  await kv.commit([], [set(keys.moving(from), { schema: 1, to })]);
  return { kind: "hold", verdict: { kind: "hold", ms: MOVING_TIME, reason: "moved" } };
}

/** Until the sweep has been there, in milliseconds. */
const MOVING_TIME = 60_000;

/** A card waits for ever: there is one row for each, and it shows the newest state when it can. */
function isTooOld(row: OutboxRow, verdict: Verdict & { kind: "hold" }, now: number): boolean {
  return row.kind !== "card" && verdict.reason !== WRONG_TOKEN &&
    now - row.createdAt > LONGEST_WAIT;
}

function said(changes: Change[], more: { again?: boolean; listAgain?: boolean } = {}): Step {
  return { kind: "said", changes, again: false, listAgain: false, ...more };
}

async function deliverCard(
  deps: Deps,
  chatId: number,
  it: Known | null,
  known: Map<string, Known>,
): Promise<Step> {
  if (!it) return said([]);
  const { card, changes, unfinished, cannotPin } = await showCard(deps, it);
  known.set(formatIncidentId(it.state), { ...it, card });
  if (!cannotPin || await wasToldAboutPins(deps, chatId)) {
    return said(changes, { again: unfinished });
  }
  const now = deps.now();
  const content = plainMessage(html`${en.calls.cannotPin}`);
  const row: OutboxRow = { schema: 1, kind: "message", content, createdAt: now };
  const notice = set(keys.notice(chatId, "pin"), { schema: 1, at: now });
  const key = messageRowKey(chatId, "direct", now, deps.newId());
  return said([...changes, notice, set({ key }, row)], { listAgain: true });
}

async function deliverMessage(
  deps: Deps,
  { chatId, row }: { chatId: number; row: OutboxRow & { kind: "message" } },
  known: Map<string, Known>,
): Promise<Step> {
  const { about } = row.content;
  const it = about ? await knownOf(deps, about.incident, known) : null;
  const { card, changes } = await sayMessage(deps, { chatId, content: row.content }, it);
  if (it && card) known.set(formatIncidentId(it.state), { ...it, card });
  return said(changes);
}

async function knownOf(
  deps: Deps,
  id: IncidentId,
  known: Map<string, Known>,
): Promise<Known | null> {
  const name = formatIncidentId(id);
  const remembered = known.get(name);
  if (remembered) return remembered;
  const { incident, company, card } = await readMany(deps.kv, {
    incident: keys.incident(id),
    company: keys.company(id.company),
    card: keys.card(id),
  });
  if (!incident.value || !company.value) return null;
  const read = { state: incident.value.state, company: company.value, card: card.value };
  known.set(name, read);
  return read;
}

const DEAD_LETTER_TIME = 30 * 24 * 3_600_000;

/** What will never go through is put aside with the reason; nothing disappears silently. */
async function bury(
  deps: Deps,
  { chatId, row }: { chatId: number; row: OutboxRow },
  verdict: Verdict,
): Promise<Change[]> {
  const why = "reason" in verdict ? verdict.reason : verdict.kind;
  const reason = redact(why, deps.settings.secrets);
  const at = deps.now();
  deps.log.error("could not be said", { chat: chatId, error: reason });
  const letter = { schema: 1 as const, chatId, row, reason, at };
  const changes = [set(keys.deadLetter(at, deps.newId()), letter, DEAD_LETTER_TIME)];
  if (verdict.kind !== "chat_closed") return changes;
  if (chatId < 0) return [...changes, ...await suspended(deps, chatId)];
  const profile = await readOne(deps.kv, keys.profile(chatId));
  return profile.value
    ? [...changes, set(profile, { ...profile.value, reachable: false })]
    : changes;
}

/** The bot is in the group no longer, and nobody has told it: the platform admins are told. */
async function suspended({ kv, settings, now, newId }: Deps, chatId: number): Promise<Change[]> {
  const entry = await readOne(kv, keys.group(chatId));
  if (entry.value?.status !== "active") return [];
  const content = groupLost(entry.value);
  const notices = settings.platformAdmins.map((admin) => {
    const key = messageRowKey(admin, "direct", now(), newId());
    const row: OutboxRow = { schema: 1, kind: "message", content, createdAt: now() };
    return set({ key }, row);
  });
  return [...setGroup(entry, { ...entry.value, status: "suspended" }), ...notices];
}
