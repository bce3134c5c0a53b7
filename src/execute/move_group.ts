/**
 * A basic group has become a supergroup: it has another chat id, and its messages have other ids. What
 * the old id keys is moved step by step, each step a commit of its own, so that a program that dies
 * half-way goes on where it stopped.
 *
 * @see https://core.telegram.org/bots/api#responseparameters
 */

import type { CoreDeps } from "../deps.ts";
import { formerGroup } from "../domain/group.ts";
import type { IncidentId } from "../domain/ids.ts";
import { isOpen } from "../domain/incident.ts";
import type { Delivery } from "../store/drain_token.ts";
import { countKey, keys, removedCountKey } from "../store/keys.ts";
import type { Change } from "../store/kv.ts";
import { companyIds, endedIncidents, openIncidents } from "../store/listings.ts";
import { parseEntry, readMany } from "../store/read.ts";
import { LOST_RACE, retry } from "../store/retry.ts";
import { set, setComment, setGroup } from "../store/write.ts";
import { COUNTED } from "../domain/statistics.ts";
import { apply } from "./apply.ts";
import { commitAction } from "./commit.ts";
import { refused } from "./refused.ts";

/** Moves a group; safe to do again, and to do twice at once. What is to be said comes back. */
export async function moveGroup(deps: CoreDeps, from: number, to: number): Promise<Delivery[]> {
  await moveRecord(deps, from, to);
  const deliveries: Delivery[] = [];
  for (;;) {
    const ids = [
      ...await openIncidents(deps.kv, from, BATCH),
      ...await endedIncidents(deps.kv, from, BATCH),
    ];
    if (ids.length === 0) break;
    let moved = 0;
    for (const id of ids) {
      const result = await moveIncident(deps, id, { from, to });
      moved += result.moved ? 1 : 0;
      deliveries.push(...result.deliveries);
    }
    if (moved === 0) break;
  }
  await moveRows(deps, from, to);
  await moveCounts(deps, from, to);
  await deps.kv.commit([], [{ type: "delete", key: keys.moving(from).key }]);
  return deliveries;
}

/** How many incidents are listed at once. */
const BATCH = 100;

/** The group's own record; from then on the old id leads to the new one. */
async function moveRecord(deps: CoreDeps, from: number, to: number): Promise<void> {
  await retry(deps, async () => {
    const { before, after } = await readMany(deps.kv, {
      before: keys.group(from),
      after: keys.group(to),
    });
    if (!before.value) return;
    const versionstamp = await deps.kv.commit([before, after], [
      ...setGroup(before, null),
      ...setGroup(after, { ...before.value, chatId: to }),
      set(keys.moving(from), { schema: 1, to }),
      set(keys.moved(from), { schema: 1, to }),
      { type: "delete", key: keys.administrators(from).key },
    ]);
    if (versionstamp === null) return LOST_RACE;
  });
}

/** One incident. Its messages can't be reached any more, so an open one gets a new card. */
async function moveIncident(
  deps: CoreDeps,
  id: IncidentId,
  { from, to }: { from: number; to: number },
): Promise<{ moved: boolean; deliveries: Delivery[] }> {
  const wanted = {
    incident: keys.incident(id),
    card: keys.card(id),
    group: keys.group(to),
    company: keys.company(id.company),
  };
  let moved = false;
  const origin = { chatId: to, updateId: null };
  const { deliveries } = await commitAction(deps, origin, wanted, async (read, { now }) => {
    moved = false;
    const state = read.incident.value?.state;
    const group = read.group.value;
    if (!state || state.chatId !== from || !group || !read.company.value) {
      return refused({ reason: "unknown_incident" });
    }
    // What ended before the group went to another company stays with it, wherever the group goes.
    const attached = "company" in group && group.company === id.company
      ? group
      : formerGroup(to, id.company);
    moved = true;
    const happened = await apply(deps, {
      before: read.incident,
      happenings: [{ type: "moved", chatId: to }],
      circumstance: { actor: null, at: now, updateId: null },
      company: read.company.value,
      group: attached,
      card: null,
      administrators: [],
    });
    const comments = await movedComments(deps, id, to);
    return {
      ...happened,
      cards: isOpen(state) ? happened.cards : [],
      changes: [...happened.changes, ...comments, { type: "delete", key: read.card.key }],
      outcome: { kind: "done", action: "move", incident: id },
    };
  });
  return { moved, deliveries };
}

/** Most comments that are moved, and what they may add to the incident's commit. */
const MOST_COMMENTS = 15;
const MOST_CHANGES = 600;
/** The engine takes 80 KB of keys; the incident's own words are up to 30 KB of them. */
const MOST_KEY_BYTES = 35_000;

/** What was said about it is found in the new group; of a long talk the newest comments. */
async function movedComments({ kv }: CoreDeps, id: IncidentId, chatId: number): Promise<Change[]> {
  const changes: Change[] = [];
  let bytes = 0;
  const prefix = ["comment", id.company, id.number];
  for await (const entry of kv.list({ prefix }, { limit: MOST_COMMENTS, reverse: true })) {
    const comment = parseEntry(keys.comment(id, Number(entry.key[3])), entry);
    if (!comment.value) continue;
    const more = setComment(comment, { ...comment.value, chatId });
    bytes += bytesOfKeys(more);
    if (bytes > MOST_KEY_BYTES || changes.length + more.length > MOST_CHANGES) break;
    changes.push(...more);
  }
  return changes;
}

/** About as many as the engine counts. */
function bytesOfKeys(changes: readonly Change[]): number {
  const text = changes.map(({ key }) => JSON.stringify(key)).join("");
  return new TextEncoder().encode(text).length;
}

/** What waited to be said; cards are shown anew anyway. */
async function moveRows(deps: CoreDeps, from: number, to: number): Promise<void> {
  for await (const entry of deps.kv.list({ prefix: ["outbox", from] })) {
    const row = parseEntry(keys.outbox([...entry.key]), entry);
    const key = ["outbox", to, ...entry.key.slice(2)];
    await deps.kv.commit([row], [
      { type: "delete", key: row.key },
      ...(row.value && row.value.kind !== "card" ? [set({ key }, row.value)] : []),
    ]);
  }
}

async function moveCounts(deps: CoreDeps, from: number, to: number): Promise<void> {
  // A group that has come from another company has counts of that, too.
  for (const company of await companyIds(deps.kv)) {
    for (const keyOf of [countKey, removedCountKey]) {
      for (const counted of COUNTED) {
        const [before] = await deps.kv.getMany([keyOf(company, from, counted)]);
        if (!before || !(before.value instanceof Deno.KvU64)) continue;
        const key = keyOf(company, to, counted);
        await deps.kv.commit([before], [
          { type: "delete", key: before.key },
          { type: "count", key, by: before.value.value },
        ]);
      }
    }
  }
}
