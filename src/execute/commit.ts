/**
 * The one write path: read once, decide, and commit state, history, indexes, outbox and the update's
 * mark together, or not at all. Who loses a race reads and decides again.
 */

import type { IncidentId } from "../domain/ids.ts";
import type { Outcome } from "../domain/outcome.ts";
import type { CoreDeps } from "../deps.ts";
import {
  askFor,
  type Delivery,
  type DrainRequest,
  type Known,
  nextPlace,
} from "../store/drain_token.ts";
import { cardRowKey, keys, messageRowKey } from "../store/keys.ts";
import type { Change } from "../store/kv.ts";
import { type Entries, type Entry, readTogether, type Wanted } from "../store/read.ts";
import { type DrainToken, FREE_TOKEN, type OutboxRow, type UpdateMark } from "../store/records.ts";
import { LOST_RACE, retry, startTrying } from "../store/retry.ts";
import { set } from "../store/write.ts";
import type { LogFields } from "../log.ts";
import { actsOf } from "./on_record.ts";
import type { NewMessage } from "../view/message.ts";

/** What an attempt sees beside its reads. */
export interface Moment {
  /** Epoch milliseconds. */
  now: number;
  /** The origin chat's token. */
  token: DrainToken;
}

/** Where an action comes from. */
export interface Origin {
  /** The chat whose decisions it takes its turn with. */
  chatId: number;
  /** The update that causes it; `null` when the clock does. */
  updateId: number | null;
  /** Who administers: what that changes goes on record. Missing: nobody does. */
  actorId?: number;
  /** The bot's question that this answers is settled with it. */
  settles?: Deno.KvKey;
}

/** What an attempt came to. Without changes, messages and cards nothing is written. */
export interface Attempt {
  /** The answer to whoever acted. */
  outcome: Outcome;
  /** Changes of records and indexes. */
  changes?: Change[];
  /** What is said. */
  messages?: NewMessage[];
  /** A group that the bot leaves. */
  leaves?: number;
  /** Incidents of the origin's chat that want to be shown. */
  cards?: IncidentId[];
  /** Incidents as the commit leaves them, so that the delivery need not read them again. */
  known?: Known[];
  /** What was read besides what was wanted, and must not have changed. */
  checks?: Entry<unknown>[];
  /** What the log says once it is committed: for what leaves no act behind. */
  log?: LogFields & { message: string };
}

/** What was committed. */
export interface Committed {
  /** The answer to whoever acted; the stored one when the update was handled before. */
  outcome: Outcome;
  /** Where something is to be said now, and nobody else is about to. */
  deliveries: Delivery[];
  /** The bot's question that this answered was settled with it. */
  isSettled?: true;
}

/** Telegram redelivers for 24 hours; a mark outlives that. Milliseconds. */
export const MARK_TIME = 26 * 3_600_000;

/**
 * Reads what is wanted, lets `attempt` decide, and commits. Everything that was read is checked, so
 * `wanted` has at most 8 keys (a commit has at most 10 checks on older engines). `look` sees each read,
 * also when the update was handled before.
 *
 * @throws {TooBusyError} when others kept being faster.
 * @throws {KvError} when the store can't be reached.
 */
export function commitAction<W extends Wanted>(
  deps: CoreDeps,
  origin: Origin,
  wanted: W,
  attempt: (read: Entries<W>, moment: Moment) => Attempt | Promise<Attempt>,
  look?: (read: Entries<W>) => void,
): Promise<Committed> {
  const started = startTrying();
  return deps.turns.take(origin.chatId, () =>
    retry(deps, async () => {
      const now = deps.now();
      const [read, { mark, drain }] = await readTogether(deps.kv, wanted, {
        mark: keys.update(deps.settings.botId, origin.updateId ?? NO_UPDATE),
        drain: keys.drain(origin.chatId),
      });
      look?.(read);
      if (mark.value && mark.value.expiresAt > now) {
        return { outcome: mark.value.outcome, deliveries: [] };
      }
      const token = drain.value ?? FREE_TOKEN;
      const result = await attempt(read, { now, token });
      const rows = rowsOf(result, origin, { token, now, newId: deps.newId });
      const changes = [...result.changes ?? [], ...rows.map(({ key, row }) => set({ key }, row))];
      if (changes.length === 0) return { outcome: result.outcome, deliveries: [] };
      if (origin.settles) changes.push({ type: "delete", key: origin.settles });
      const checks: Entry<unknown>[] = [...Object.values(read), ...result.checks ?? []];
      if (origin.actorId !== undefined) {
        const { outcome } = result;
        const doing = { by: origin.actorId, at: now, outcome, read: checks, changes };
        changes.push(...await actsOf(deps, doing));
      }
      if (origin.updateId !== null) {
        checks.push(mark);
        changes.push(set(mark, markOf(result.outcome, now), MARK_TIME));
      }
      const request = rows.some(({ chatId }) => chatId === origin.chatId)
        ? askFor(token, now, deps.newId())
        : null;
      if (request) {
        checks.push(drain);
        changes.push(set(drain, request.token));
      }
      const versionstamp = await deps.kv.commit(
        checks.map(({ key, versionstamp }) => ({ key, versionstamp })),
        changes,
      );
      if (versionstamp === null) return LOST_RACE;
      sayInLog(deps, origin, result);
      return {
        outcome: result.outcome,
        ...(origin.settles ? { isSettled: true as const } : {}),
        deliveries: deliveriesOf(rows, origin, {
          request,
          versionstamp,
          known: result.known ?? [],
        }),
      };
    }, started));
}

function sayInLog({ log }: CoreDeps, { actorId }: Origin, attempt: Attempt): void {
  if (!attempt.log) return;
  const { message, ...fields } = attempt.log;
  log.info(message, { person: actorId, ...fields });
}

/** No update has this id; nothing is ever stored under it. */
const NO_UPDATE = 0;

/** The mark of an update with that outcome. */
export function markOf(outcome: Outcome, now: number): UpdateMark {
  return { schema: 1, outcome, expiresAt: now + MARK_TIME };
}

interface PlacedRow {
  chatId: number;
  key: Deno.KvKey;
  row: OutboxRow;
}

/**
 * Rows get their place from the origin chat's token, which every commit there moves. Rows for other
 * chats are placed by the clock: their token is not part of this commit.
 */
function rowsOf(
  { messages = [], cards = [], leaves }: Attempt,
  { chatId }: Origin,
  moment: Moment & { newId: () => string },
): PlacedRow[] {
  const { now } = moment;
  const place = nextPlace(moment.token, now);
  const rows: PlacedRow[] = cards.map((incident) => ({
    chatId,
    key: cardRowKey(chatId, incident),
    row: { schema: 1, kind: "card", incident, createdAt: now },
  }));
  messages.forEach((message, index) => {
    const last = message.chatId === chatId ? index : moment.newId();
    rows.push({
      chatId: message.chatId,
      key: messageRowKey(message.chatId, message.order, place, last),
      row: { schema: 1, kind: "message", content: message.content, createdAt: now },
    });
  });
  if (leaves !== undefined) {
    const key = messageRowKey(leaves, "leave", place, moment.newId());
    rows.push({ chatId: leaves, key, row: { schema: 1, kind: "leave", createdAt: now } });
  }
  return rows;
}

function deliveriesOf(
  rows: PlacedRow[],
  origin: Origin,
  own: { request: DrainRequest | null; versionstamp: string; known: Known[] },
): Delivery[] {
  const { request, versionstamp, known } = own;
  const deliveries: Delivery[] = [];
  if (request?.taken) {
    const { token, listFirst } = request;
    const written = rows.filter(({ chatId }) => chatId === origin.chatId);
    deliveries.push({
      chatId: origin.chatId,
      lease: { chatId: origin.chatId, token, versionstamp },
      ...(listFirst ? { rows: null, known: [] } : { rows: written, known }),
    });
  }
  const others = new Set(rows.map(({ chatId }) => chatId).filter((id) => id !== origin.chatId));
  for (const chatId of others) deliveries.push({ chatId, lease: null, rows: null, known: [] });
  return deliveries;
}
