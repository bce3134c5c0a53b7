/** A card that was touched by somebody whose time was over: it may show an older state now. */

import type { CoreDeps } from "../deps.ts";
import type { IncidentId } from "../domain/ids.ts";
import { isOpen } from "../domain/incident.ts";
import { askFor, type Lease, settingsOf } from "../store/drain_token.ts";
import { cardRowKey, keys } from "../store/keys.ts";
import type { Change } from "../store/kv.ts";
import { readMany } from "../store/read.ts";
import { type Card, FREE_TOKEN, type OutboxRow } from "../store/records.ts";
import { LOST_RACE, retry } from "../store/retry.ts";
import { set } from "../store/write.ts";

/**
 * Asks for the card once more, as if nothing were known of what it shows: a late edit or pin may have
 * gone over a newer one. The lease to do that with, or `null` when somebody else will.
 */
export async function showAgain(
  deps: CoreDeps,
  chatId: number,
  id: IncidentId,
): Promise<Lease | null> {
  return await retry(deps, async () => {
    const now = deps.now();
    const { card, drain, group, incident } = await readMany(deps.kv, {
      card: keys.card(id),
      drain: keys.drain(chatId),
      group: keys.group(chatId),
      incident: keys.incident(id),
    });
    const request = askFor(drain.value ?? FREE_TOKEN, now, deps.newId());
    const row: OutboxRow = { schema: 1, kind: "card", incident: id, createdAt: now };
    const changes: Change[] = [
      set({ key: cardRowKey(chatId, id) }, row),
      set(drain, request.token),
    ];
    if (card.value && incident.value) {
      const wantsPin = isOpen(incident.value.state) && settingsOf({ group: group.value }).pins;
      const pin = wantsPin ? card.value.pin : "pinned";
      const unknown: Card = { ...card.value, version: 0, pin };
      changes.push(set(card, unknown));
    }
    const versionstamp = await deps.kv.commit([card, drain], changes);
    if (versionstamp === null) return LOST_RACE;
    return request.taken ? { chatId, token: request.token, versionstamp } : null;
  });
}
