/**
 * What must be true of everything in a store whatever happened on the way: the design's invariants 1
 * to 4 as far as records show them, and that nothing is left lying about.
 */

import { assertEquals } from "@std/assert";
import { fold } from "../../src/domain/evolve.ts";
import { formatIncidentId } from "../../src/domain/ids.ts";
import { isOpen } from "../../src/domain/incident.ts";
import { countsOf, isTallied, TALLIES } from "../../src/domain/statistics.ts";
import { INDEX_PREFIXES, type IndexedRecord, indexesOf } from "../../src/store/indexes.ts";
import { countKey, keys, tallyKey } from "../../src/store/keys.ts";
import { type Contents, readContents } from "./contents.ts";
import { keyText } from "./stored_record.ts";

/** When the store is looked at. */
export interface Looking {
  /** Epoch milliseconds: leases that ended before are nobody's. */
  now: number;
  /** Deliveries may still be under way; otherwise all is said. */
  busy?: boolean;
}

/** Fails with a list of everything that is wrong. */
export async function assertSound(store: Deno.Kv, looking: Looking): Promise<void> {
  assertEquals(wrongIn(await readContents(store), looking), []);
}

/** Everything that is wrong, a sentence each. */
export function wrongIn(contents: Contents, looking: Looking): string[] {
  return [
    ...contents.unreadable,
    ...wrongHistories(contents),
    ...wrongComments(contents),
    ...wrongIndexes(contents),
    ...wrongCounts(contents),
    ...wrongLinks(contents),
    ...(looking.busy ? [] : looseEnds(contents, looking.now)),
  ];
}

/** Invariants 1, 2 and 4: every state is what its events come to, and each update counts once. */
function wrongHistories({ incidents, histories, entries }: Contents): string[] {
  const wrong: string[] = [];
  const causedBy = new Map<number, string>();
  const known = new Set(incidents.map(({ state }) => formatIncidentId(state)));
  for (const id of histories.keys()) {
    const [company, number] = id.split("-");
    const isGoing = entries.has(keyText(["removing", company!, Number(number)]));
    if (!known.has(id) && !isGoing) wrong.push(`${id} has only a history`);
  }
  for (const { state } of incidents) {
    const id = formatIncidentId(state);
    const history = histories.get(id) ?? [];
    const versions = history.map(({ version }) => version);
    if (versions.some((version, i) => version !== i + 1) || versions.length !== state.version) {
      wrong.push(`${id} is at version ${state.version} with the events ${versions.join(" ")}`);
    }
    const folded = attempt(() => fold(history.map(({ event }) => event)));
    if (JSON.stringify(sorted(folded)) !== JSON.stringify(sorted(state))) {
      wrong.push(`${id}: its history comes to ${describe(folded)}, stored is ${describe(state)}`);
    }
    history.forEach(({ event: { updateId, at, type } }, i) => {
      if (updateId === null) return;
      const step = `${id} at ${at}`;
      const before = causedBy.get(updateId);
      const follows = i > 0 && history[i - 1]!.event.updateId === updateId;
      if (before !== undefined && (before !== step || !follows)) {
        wrong.push(`${id}: update ${updateId} counts again, as "${type}"; first ${before}`);
      }
      causedBy.set(updateId, step);
    });
  }
  return wrong;
}

/** What was said about an incident reads as it was said last. */
function wrongComments({ comments, histories }: Contents): string[] {
  const said = new Map<string, string>();
  for (const [id, history] of histories) {
    for (const { event, version } of history) {
      if (event.type === "commented") said.set(`${id} ${version}`, event.text);
      if (event.type === "comment_edited") said.set(`${id} ${event.comment}`, event.text);
    }
  }
  const wrong = comments.flatMap(({ incident, place, text }) => {
    const name = `${formatIncidentId(incident)} ${place}`;
    const real = said.get(name);
    said.delete(name);
    return real === text ? [] : [`comment ${name} reads “${text}”, said was “${real}”`];
  });
  return [...wrong, ...[...said.keys()].map((name) => `comment ${name} is missing`)];
}

/** Invariant 3: no index key too many, none missing, each with its value. */
function wrongIndexes(
  { incidents, comments, people, groups, profiles, rotas, entries }: Contents,
): string[] {
  const records: IndexedRecord[] = [
    ...incidents.map((value) => ({ kind: "incident" as const, value })),
    ...comments.map((value) => ({ kind: "comment" as const, value })),
    ...people.map((value) => ({ kind: "person" as const, value })),
    ...groups.map((value) => ({ kind: "group" as const, value })),
    ...profiles.map((value) => ({ kind: "profile" as const, value })),
    ...rotas.map((value) => ({ kind: "rota" as const, value })),
  ];
  const wanted = new Map(records.flatMap(indexesOf).map(({ key, value }) => [keyText(key), value]));
  const wrong: string[] = [];
  for (const [text, { key, value }] of entries) {
    if (!INDEX_PREFIXES.some((prefix) => prefix === key[0])) continue;
    if (!wanted.has(text)) wrong.push(`index ${text} belongs to no record`);
    else if (wanted.get(text) !== value) wrong.push(`index ${text} holds ${value}`);
    wanted.delete(text);
  }
  return [...wrong, ...[...wanted.keys()].map((text) => `index ${text} is missing`)];
}

/** Numbers run from 1 without a gap; counts and tallies are what there is to count. */
function wrongCounts(contents: Contents): string[] {
  const { companies, people, incidents, histories, lastNumbers, counts } = contents;
  const wrong: string[] = [];
  const differ = (what: string, stored: number, real: number) =>
    stored === real ? [] : [`${what}: stored is ${stored}, there are ${real}`];
  for (const company of companies) {
    const numbers = incidents.map(({ state }) => state)
      .filter((state) => state.company === company.id).map(({ number }) => number).sort(
        (a, b) => a - b,
      );
    if (numbers.some((number, i) => number !== i + 1)) {
      wrong.push(`${company.id} has the incidents ${numbers.join(" ")}`);
    }
    const own = people.filter((person) => person.company === company.id);
    wrong.push(
      ...differ(`${company.id} incidents`, lastNumbers.get(company.id) ?? 0, numbers.length),
      ...differ(
        `${company.id} dispatchers`,
        company.dispatchers,
        own.filter(({ dispatcher }) => dispatcher).length,
      ),
      ...company.departments.flatMap(({ id, members }) =>
        differ(
          `${company.id} department ${id}`,
          members,
          own.filter(({ departments }) => departments.includes(id)).length,
        )
      ),
    );
  }
  const real = new Map<string, number>();
  for (const { state } of incidents) {
    for (const { event } of histories.get(formatIncidentId(state)) ?? []) {
      const counted = countsOf(event);
      const key = counted && keyText(countKey(state.company, state.chatId, counted));
      if (key) real.set(key, (real.get(key) ?? 0) + 1);
    }
  }
  for (const { state } of incidents) {
    for (const tally of TALLIES) {
      const key = keyText(tallyKey(state.company, tally));
      real.set(key, (real.get(key) ?? 0) + (isTallied(state, tally) ? 1 : 0));
    }
  }
  // Incidents that were removed count on.
  for (const [text, { key }] of contents.entries) {
    if (key[0] !== "removed" || key[2] !== "group") continue;
    const counted = keyText(["counter", ...key.slice(1)]);
    real.set(counted, (real.get(counted) ?? 0) + (counts.get(text) ?? 0));
    counts.delete(text);
  }
  for (const key of new Set([...real.keys(), ...counts.keys()])) {
    wrong.push(...differ(`count ${key}`, counts.get(key) ?? 0, real.get(key) ?? 0));
  }
  return wrong;
}

/** A message that was reported finds its one incident, and so does the card. */
function wrongLinks({ incidents, cards, links }: Contents): string[] {
  const wrong: string[] = [];
  for (const { state } of incidents) {
    const id = formatIncidentId(state);
    const messages = [state.sourceMessageId, cards.get(id)?.messageId];
    for (const messageId of messages) {
      // 0: it was sent before the group became a supergroup, where messages have other ids.
      if (messageId === undefined || messageId === 0) continue;
      const link = links.get(keyText(keys.message(state.chatId, messageId).key));
      const found = link ? formatIncidentId(link.incident) : "nothing";
      if (found !== id) wrong.push(`${id}: its message ${messageId} leads to ${found}`);
    }
  }
  return wrong;
}

/** Nothing waits to be said, nobody holds a chat for ever, nothing was put aside. */
function looseEnds({ incidents, cards, entries, tokens }: Contents, now: number): string[] {
  const wrong: string[] = [];
  for (const [text, { key }] of entries) {
    if (key[0] === "outbox") wrong.push(`${text} was never said`);
    if (key[0] === "dead_letter" || key[0] === "failed") wrong.push(`${text} was put aside`);
  }
  for (const { chatId, token } of tokens) {
    if (token.holder !== null && token.until > now) wrong.push(`${chatId} is still held`);
    if (token.holdUntil > now) wrong.push(`${chatId} is still on hold`);
    if (token.rowsLeft) wrong.push(`${chatId} claims to have rows left`);
  }
  for (const { state } of incidents) {
    const id = formatIncidentId(state);
    const card = cards.get(id);
    if (card?.version !== state.version) {
      wrong.push(`${id} is at version ${state.version}, its card at ${card?.version ?? "none"}`);
    } else if (!isOpen(state) && card.pin === "pinned") wrong.push(`${id} is over, yet pinned`);
    else if (isOpen(state) && card.pin !== "pinned" && card.pin !== "refused") {
      wrong.push(`${id} is open, yet not pinned`);
    }
  }
  return wrong;
}

function attempt<T>(work: () => T): T | Error {
  try {
    return work();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function describe(state: ReturnType<typeof fold> | Error): string {
  return state instanceof Error ? state.message : JSON.stringify(state);
}

/** With keys in order, so that equal records have equal texts. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1).map(([k, v]) => [k, sorted(v)]),
  );
}
