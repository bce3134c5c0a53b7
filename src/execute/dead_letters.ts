/** What platform admins do about messages that could not be said, through the one write path. */

import type { CoreDeps } from "../deps.ts";
import { isExpired, type LetterId, letterKeys } from "../store/dead_letters.ts";
import { cardRowKey, keys, messageRowKey } from "../store/keys.ts";
import type { Change } from "../store/kv.ts";
import { readOne } from "../store/read.ts";
import type { DeadLetter, OutboxRow } from "../store/records.ts";
import { set } from "../store/write.ts";
import { type Attempt, commitAction, type Committed } from "./commit.ts";
import { answered, type DeskOrigin, isPlatformAdmin } from "./companies.ts";

/** Puts a letter back into its chat's outbox, in its class, as if it had never failed. */
export async function sendAgain(
  deps: CoreDeps,
  origin: DeskOrigin,
  id: LetterId,
): Promise<Committed> {
  let sentTo: number | null = null;
  const { outcome, deliveries } = await withLetter(deps, origin, id, async (letter) => {
    sentTo = await homeOf(deps, letter.chatId);
    return answered({ key: "letter_sent_again" }, { changes: [waiting(deps, letter, sentTo)] });
  });
  if (sentTo === null) return { outcome, deliveries };
  const delivery = { chatId: sentTo, lease: null, rows: null, known: [] };
  return { outcome, deliveries: [...deliveries, delivery] };
}

/** Where a group that has become a supergroup is now. */
async function homeOf({ kv }: CoreDeps, chatId: number): Promise<number> {
  if (chatId > 0) return chatId;
  return (await readOne(kv, keys.moved(chatId))).value?.to ?? chatId;
}

/** Puts a letter out of the way. */
export function dropLetter(deps: CoreDeps, origin: DeskOrigin, id: LetterId): Promise<Committed> {
  return withLetter(deps, origin, id, () => answered({ key: "letter_dropped" }));
}

/** The letter is gone in the commit of what becomes of it. */
function withLetter(
  deps: CoreDeps,
  origin: DeskOrigin,
  { at, id }: LetterId,
  become: (letter: DeadLetter) => Attempt | Promise<Attempt>,
): Promise<Committed> {
  return commitAction(
    deps,
    origin,
    { letter: keys.deadLetter(at, id) },
    async ({ letter }, { now }) => {
      if (!isPlatformAdmin(deps, origin.actorId)) return answered({ key: "not_allowed" });
      if (!letter.value || isExpired(letter.value, now)) {
        return answered({ key: "letter_gone" });
      }
      const { changes = [], ...attempt } = await become(letter.value);
      return { ...attempt, changes: [...changes, { type: "delete", key: letter.key }] };
    },
  );
}

/** The row as it waits once more. */
function waiting({ now, newId }: CoreDeps, { row, order }: DeadLetter, chatId: number): Change {
  const { attempts: _, notBefore: __, lastError: ___, ...rest } = row;
  const again: OutboxRow = { ...rest, createdAt: now() };
  const key = row.kind === "card"
    ? cardRowKey(chatId, row.incident)
    : messageRowKey(chatId, order, now(), newId());
  return set({ key }, again);
}

/** Letters that fit one commit. */
const BATCH = 500;

/** Drops every letter up to a moment: what came after it, nobody has seen yet. */
export function dropLetters(
  deps: CoreDeps,
  origin: DeskOrigin,
  until: number,
): Promise<Committed> {
  let dropped = 0;
  return commitAction(deps, origin, {}, async () => {
    if (!isPlatformAdmin(deps, origin.actorId)) return answered({ key: "not_allowed" });
    for (;;) {
      const found = await letterKeys(deps.kv, { until, limit: BATCH });
      const changes = found.map((key): Change => ({ type: "delete", key }));
      if (found.length < BATCH) {
        return answered({ key: "letters_dropped", count: dropped + found.length }, { changes });
      }
      await deps.kv.commit([], changes);
      dropped += found.length;
    }
  });
}
