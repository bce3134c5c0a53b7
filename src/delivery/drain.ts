/** Says what waits in one chat, in order, until nothing waits, Telegram says stop, or time is up. */

import { formatIncidentId, type IncidentId } from "../domain/ids.ts";
import type { Deps } from "../deps.ts";
import type { Delivery, Known, Lease, WaitingRow } from "../store/drain_token.ts";
import { keys, messageRowKey } from "../store/keys.ts";
import { type Change, KvError } from "../store/kv.ts";
import { readMany, readOne } from "../store/read.ts";
import type { OutboxRow } from "../store/records.ts";
import { set } from "../store/write.ts";
import { en } from "../view/en.ts";
import { html } from "../view/html.ts";
import { plainMessage } from "../view/message.ts";
import { giveBack, isLasting, keepLease, refreshLease, takeLease } from "./lease.ts";
import { listRows } from "./outbox.ts";
import { sayMessage } from "./say.ts";
import { showCard, wasToldAboutPins } from "./show_card.ts";
import { backoff, type Verdict, verdictOn } from "./verdict.ts";

/** What came of one row. */
type Step =
  /** Said (or pointless): the row goes, with these changes. `again`: there is more to do for it. */
  | { kind: "said"; changes: Change[]; again: boolean; listAgain: boolean }
  /** The chat has to wait. */
  | { kind: "hold"; verdict: Verdict & { kind: "hold" } };

/**
 * Delivers to one chat. Returns when the chat is done, on hold, somebody else's, or `endAt` (epoch
 * milliseconds) has come; what is left then is the next commit's or the sweep's.
 */
export async function drain(deps: Deps, delivery: Delivery, endAt: number): Promise<void> {
  const { chatId } = delivery;
  let lease = delivery.lease ?? await takeLease(deps, chatId);
  let rows = delivery.lease ? delivery.rows : null;
  let isComplete = true;
  let known = new Map(delivery.known.map((it) => [formatIncidentId(it.state), it]));
  while (lease) {
    if (!rows) {
      ({ rows, isComplete } = await listRows(deps.kv, chatId));
      known = new Map();
    }
    const row = rows[0];
    if (!row || deps.now() >= endAt) {
      if (await giveBack(deps, lease, { changes: [], rowsLeft: rows.length > 0 })) return;
      lease = await refreshLease(deps, lease);
      rows = null;
      continue;
    }
    if (!isLasting(lease, deps.now())) {
      lease = await keepLease(deps, lease, []) ?? await refreshLease(deps, lease);
      continue;
    }
    const step: Step = await deliverRow(deps, row, known);
    if (step.kind === "hold") return await hold(deps, lease, step.verdict);
    const left: WaitingRow[] = step.again ? rows : rows.slice(1);
    const done: Change[] = step.again ? [] : [{ type: "delete", key: row.key }];
    const changes = [...step.changes, ...done];
    const listAgain: boolean = step.listAgain || (left.length === 0 && !isComplete);
    if (left.length === 0 && !listAgain) {
      if (await giveBack(deps, lease, { changes, rowsLeft: false })) return;
    } else {
      const kept: Lease | null = await keepLease(deps, lease, changes);
      if (kept) {
        lease = kept;
        rows = listAgain ? null : left;
        continue;
      }
    }
    // Somebody asked meanwhile: what was said is recorded, but a card row may stand for a newer
    // state, so it stays until the rows are listed again.
    lease = await recordAfterRequest(deps, lease, row.row.kind === "card" ? step.changes : changes);
    rows = null;
  }
}

async function recordAfterRequest(
  deps: Deps,
  lease: Lease,
  changes: Change[],
): Promise<Lease | null> {
  for (;;) {
    const refreshed = await refreshLease(deps, lease);
    if (!refreshed) return null;
    const kept = await keepLease(deps, refreshed, changes);
    if (kept) return kept;
  }
}

async function hold(
  deps: Deps,
  lease: Lease,
  { ms, reason }: Verdict & { kind: "hold" },
): Promise<void> {
  deps.log.warn("delivery on hold", { chat: lease.chatId, error: reason });
  for (let current: Lease | null = lease; current;) {
    const { failures } = current.token;
    const holdUntil = deps.now() + (ms ?? backoff(failures));
    const back = { changes: [], rowsLeft: true, holdUntil, failures: failures + 1 };
    if (await giveBack(deps, current, back)) return;
    current = await refreshLease(deps, current);
  }
}

async function deliverRow(
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
    if (verdict.kind === "hold") return { kind: "hold", verdict };
    return said(await bury(deps, { chatId, row }, verdict));
  }
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
  verdict: Exclude<Verdict, { kind: "hold" }>,
): Promise<Change[]> {
  const reason = "reason" in verdict ? verdict.reason : verdict.kind;
  const at = deps.now();
  deps.log.error("could not be said", { chat: chatId, error: reason });
  const letter = { schema: 1 as const, chatId, row, reason, at };
  const changes = [set(keys.deadLetter(at, deps.newId()), letter, DEAD_LETTER_TIME)];
  if (verdict.kind !== "chat_closed" || chatId < 0) return changes;
  const profile = await readOne(deps.kv, keys.profile(chatId));
  return profile.value
    ? [...changes, set(profile, { ...profile.value, reachable: false })]
    : changes;
}
