/**
 * Removes an incident whose time is over, with all that belongs to it. Counts stay: what it added to
 * them is noted beside them, so that they can still be checked.
 */

import type { CoreDeps } from "../deps.ts";
import type { IncidentEvent } from "../domain/event.ts";
import { formatIncidentId, type IncidentId } from "../domain/ids.ts";
import type { Incident } from "../domain/incident.ts";
import { isKeptNoLonger } from "../domain/retention.ts";
import { type Counted, countsOf } from "../domain/statistics.ts";
import { cardRowKey, keys, removedCountKey } from "../store/keys.ts";
import type { Change, Kv } from "../store/kv.ts";
import { pagesUnder } from "../store/listings.ts";
import { type Entry, parseEntry, readAll, readOne } from "../store/read.ts";
import type { Card, CompanyCounter } from "../store/records.ts";
import { deleteComment, deleteIncident, set } from "../store/write.ts";
import { commitAction } from "./commit.ts";
import { answered } from "./companies.ts";

/** Changes that fit one commit beside the incident's own, with every key that there can be. */
const MOST_CHANGES = 200;

/**
 * Removes it, if its time is over; whether it did. Mostly in one commit. When it has too many parts the
 * incident goes first, with a mark, so that whoever asks finds none; its parts follow, the mark last.
 * A program that dies in between is continued by {@linkcode finishRemoval}.
 */
export async function removeIncident(deps: CoreDeps, id: IncidentId): Promise<boolean> {
  const { value } = await readOne(deps.kv, keys.incident(id));
  if (!value) return false;
  const { chatId } = value.state;
  const wanted = {
    incident: keys.incident(id),
    company: keys.company(id.company),
    card: keys.card(id),
    last: keys.lastRemoved(id.company),
  };
  let outcome: "kept" | "removed" | "begun" = "kept";
  const origin = { chatId, updateId: null };
  await commitAction(deps, origin, wanted, async ({ incident, company, card, last }, { now }) => {
    outcome = "kept";
    const state = incident.value?.state;
    const isOver = state && company.value && isKeptNoLonger(state, company.value, now);
    if (!isOver || state.chatId !== chatId) return answered({ key: "noted" });
    const parts = await partsOf(deps.kv, id, chatId);
    const isWhole = fitting(parts).length === parts.length;
    outcome = isWhole ? "removed" : "begun";
    return answered({ key: "noted" }, {
      changes: [
        ...deleteIncident(incident),
        ...await messagesOf(deps.kv, state, card),
        ...await countedOn(deps.kv, state, last),
        ...(isWhole ? parts.flat() : [set(keys.removing(id), { schema: 1 as const, chatId })]),
      ],
    });
  });
  const done: string = outcome;
  if (done === "begun") await finishRemoval(deps, id, chatId);
  return done !== "kept";
}

/** Removes what is left of an incident that is gone, as much at a time as fits a commit. */
export async function finishRemoval(
  { kv }: CoreDeps,
  id: IncidentId,
  chatId: number,
): Promise<void> {
  for (;;) {
    const parts = await partsOf(kv, id, chatId);
    const now = fitting(parts);
    const isLast = now.length === parts.length;
    const mark: Change = { type: "delete", key: keys.removing(id).key };
    await kv.commit([], [...now.flat(), ...(isLast ? [mark] : [])]);
    if (isLast) return;
  }
}

/**
 * How its comments and its history go: each with its words, or the message that leads to it. Of more than
 * fits one commit not all are listed.
 */
async function partsOf(kv: Kv, id: IncidentId, chatId: number): Promise<Change[][]> {
  const parts: Change[][] = [];
  const isEnough = () => parts.flat().length > MOST_CHANGES;
  for await (const page of pagesUnder(kv, ["comment", id.company, id.number])) {
    for (const entry of page) {
      parts.push(deleteComment(parseEntry(keys.comment(id, Number(entry.key[3])), entry)));
    }
    if (isEnough()) return parts;
  }
  for await (const page of pagesUnder(kv, ["history", id.company, id.number])) {
    const messageIds = page.map((entry) =>
      messageIdOf(parseEntry(keys.history(id, Number(entry.key[3])), entry).value?.event)
    );
    const links = new Map(await linksOf(kv, id, { chatId, messageIds }));
    page.forEach(({ key }, i) => {
      const link = links.get(messageIds[i]!);
      parts.push([{ type: "delete", key }, ...(link ? [link] : [])]);
    });
    if (isEnough()) return parts;
  }
  return parts;
}

/** The first of them that fit one commit. */
function fitting(parts: readonly Change[][]): Change[][] {
  let room = MOST_CHANGES;
  const last = parts.findIndex((part) => (room -= part.length) < 0);
  return last < 0 ? [...parts] : parts.slice(0, last);
}

function messageIdOf(event: IncidentEvent | undefined): number {
  return event && "messageId" in event ? event.messageId : 0;
}

/**
 * The messages that lead to it go. When its group has become a supergroup, messages that lead to others
 * have the ids that its own had before.
 */
async function linksOf(
  kv: Kv,
  incident: IncidentId,
  { chatId, messageIds }: { chatId: number; messageIds: number[] },
): Promise<[messageId: number, Change][]> {
  const wanted = [...new Set(messageIds)].filter((messageId) => messageId !== 0);
  const links = await readAll(kv, wanted.map((messageId) => keys.message(chatId, messageId)));
  const name = formatIncidentId(incident);
  return links.flatMap(({ key, value }, i) =>
    value && formatIncidentId(value.incident) === name
      ? [[wanted[i]!, { type: "delete", key }]]
      : []
  );
}

/** The card, and the messages that lead to it. Others that do, the audit finds. */
async function messagesOf(kv: Kv, state: Incident, card: Entry<Card>): Promise<Change[]> {
  const { chatId, sourceMessageId } = state;
  const messageIds = [
    sourceMessageId,
    ...(card.value ? [card.value.messageId, ...card.value.callMessageIds] : []),
  ];
  const links = await linksOf(kv, state, { chatId, messageIds });
  return [
    { type: "delete", key: card.key },
    { type: "delete", key: cardRowKey(chatId, state) },
    ...links.map(([, link]) => link),
  ];
}

/** What it has added to its group's counts, and that its number was given. */
async function countedOn(
  kv: Kv,
  { company, number, chatId }: Incident,
  last: Entry<CompanyCounter>,
): Promise<Change[]> {
  const counts = new Map<Counted, bigint>();
  for await (const page of pagesUnder(kv, ["history", company, number])) {
    for (const { key, value } of page) {
      const event = parseEntry(keys.history({ company, number }, Number(key[3])), {
        key,
        value,
        versionstamp: "",
      });
      const counted = event.value && countsOf(event.value.event);
      if (counted) counts.set(counted, (counts.get(counted) ?? 0n) + 1n);
    }
  }
  const changes = [...counts].map(([counted, by]): Change => ({
    type: "count",
    key: removedCountKey(company, chatId, counted),
    by,
  }));
  return number > (last.value?.last ?? 0)
    ? [...changes, set(last, { schema: 1 as const, last: number })]
    : changes;
}
