/** Says what waits in one chat, in order, until nothing waits, Telegram says stop, or time is up. */

import type { Deps } from "../deps.ts";
import { formatIncidentId } from "../domain/ids.ts";
import type { Delivery, Lease, WaitingRow } from "../store/drain_token.ts";
import { keys } from "../store/keys.ts";
import type { Change } from "../store/kv.ts";
import { LOST_RACE, retry } from "../store/retry.ts";
import { deliverRow, type Step } from "./deliver_row.ts";
import { hold, waitUntil } from "./hold.ts";
import { giveBack, isLasting, keepLease, refreshLease, renewLease, takeLease } from "./lease.ts";
import { listRows } from "./outbox.ts";
import { showAgain } from "./show_again.ts";

/** A turn that is so near is waited for, in milliseconds; a farther one is the next commit's or the sweep's. */
const LONGEST_NAP = 1_500;

/**
 * Delivers to one chat. Returns when the chat is done, on hold, somebody else's, or `endAt` (epoch
 * milliseconds) has come; what is left then is the next commit's or the sweep's.
 */
export async function drain(deps: Deps, delivery: Delivery, endAt: number): Promise<void> {
  const { chatId } = delivery;
  if (!delivery.lease && deps.pace.stoppedFor() > 0) return;
  let lease = delivery.lease ?? await takeLease(deps, chatId);
  let rows = delivery.lease ? delivery.rows : null;
  let isComplete = true;
  let hasNapped = false;
  let known = new Map(delivery.known.map((it) => [formatIncidentId(it.state), it]));
  while (lease) {
    if (!rows) {
      ({ rows, isComplete } = await listRows(deps, chatId));
      known = new Map();
    }
    const row = rows[0];
    if (!row || deps.now() >= endAt) {
      if (await giveBack(deps, lease, { changes: [], rowsLeft: rows.length > 0 })) return;
      lease = await refreshLease(deps, lease);
      rows = null;
      continue;
    }
    if (hasNapped || !isLasting(lease, deps.now())) {
      hasNapped = false;
      const kept: Lease | null = await renewLease(deps, lease);
      lease = kept ?? await refreshLease(deps, lease);
      // Somebody asked meanwhile: there may be more rows, and newer states.
      if (!kept) rows = null;
      continue;
    }
    const step: Step = await deliverRow(deps, row, {
      known,
      sendsAfter: lease.token.sendsAfter,
    });
    if (step.kind === "wait") {
      const until = deps.now() + step.ms;
      if (step.ms > LONGEST_NAP || until >= endAt) return await waitUntil(deps, lease, until);
      await deps.sleep(step.ms);
      hasNapped = true;
      continue;
    }
    if (step.kind === "hold") return await hold(deps, lease, row, step);
    const left: WaitingRow[] = step.again ? rows : rows.slice(1);
    const done: Change[] = step.again ? [] : [{ type: "delete", key: row.key }];
    const recorded = [...step.changes, ...mended(lease, step)];
    const changes = [...recorded, ...done];
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
    lease = row.row.kind === "card"
      ? await recordAfterRequest(deps, lease, recorded) ??
        await showAgain(deps, chatId, row.row.incident)
      : await recordAfterRequest(deps, lease, changes);
    rows = null;
  }
}

/** Whoever was told that the bot may not post may be told again when it can't the next time. */
function mended({ chatId, token }: Lease, { isSent }: Step & { kind: "said" }): Change[] {
  if (!isSent || token.failures === 0) return [];
  return [{ type: "delete", key: keys.notice(chatId, "post").key }];
}

/** Records what was said under a token that others have moved; `null` when it was taken over. */
async function recordAfterRequest(
  deps: Deps,
  lease: Lease,
  changes: Change[],
): Promise<Lease | null> {
  return await retry(deps, async () => {
    const refreshed = await refreshLease(deps, lease);
    return refreshed && (await keepLease(deps, refreshed, changes) ?? LOST_RACE);
  });
}
