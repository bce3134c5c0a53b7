/**
 * What is left of somebody beside incidents and roles: what waits to be said, what is remembered for
 * hours or days. Each kind says what becomes of one of its entries.
 */

import type { CoreDeps } from "../deps.ts";
import { actWithPseudonym } from "../domain/act.ts";
import type { PersonRef } from "../domain/person.ts";
import { mentions, replacePerson } from "../domain/pseudonym.ts";
import { Chore } from "../store/chore.ts";
import { keys } from "../store/keys.ts";
import type { Change } from "../store/kv.ts";
import { type Entry, parseEntry } from "../store/read.ts";
import type { DeadLetter, OutboxRow } from "../store/records.ts";
import { set } from "../store/write.ts";
import { escapeHtml } from "../view/html.ts";
import { type MessageContent, MOST_CHARACTERS } from "../view/message.ts";
import { withoutName } from "../view/without_name.ts";

/** Whom to forget, and when that is, epoch milliseconds. */
export interface Forgotten {
  /** Telegram's numeric id. */
  personId: number;
  /** Who they are from now on. */
  pseudonym: PersonRef;
  /** What they were called; empty: unknown. */
  name: string;
  /** Epoch milliseconds. */
  now: number;
}

/** What becomes of an entry; `null`: it stays as it is. */
type Fate = (found: Deno.KvEntry<unknown>, who: Forgotten) => Change | null;

/** By the first part of the key. */
export const FATES = {
  chore: (found, { personId, pseudonym }) => {
    const entry = parseEntry({ key: [...found.key], schema: Chore }, found);
    return entry.value && changed(entry, replacePerson(entry.value, personId, pseudonym));
  },
  act: (found, { personId, pseudonym }) => {
    const [, company, at, id] = found.key;
    const entry = parseEntry(keys.act(String(company), Number(at), String(id)), found);
    return entry.value && changed(entry, actWithPseudonym(entry.value, personId, pseudonym.id));
  },
  administrators: (found, { personId }) => {
    const entry = parseEntry(keys.administrators(Number(found.key[1])), found);
    return entry.value?.ids.includes(personId) ? gone(entry) : null;
  },
  // A question to an administrator that is about them is asked no more.
  prompt: (found, { personId }) => {
    const entry = parseEntry(keys.prompt(Number(found.key[1]), Number(found.key[2])), found);
    const asked = entry.value?.asked;
    const isAbout = asked?.for === "console" && asked.act.split(":").includes(String(personId));
    return isAbout ? gone(entry) : null;
  },
  outbox: (found, who) => {
    const entry = parseEntry(keys.outbox(found.key), found);
    if (found.key[1] === who.personId) return gone(entry);
    return entry.value && changed(entry, rowAfter(entry.value, who));
  },
  dead_letter: (found, who) => {
    const entry = parseEntry(keys.deadLetter(Number(found.key[1]), String(found.key[2])), found);
    if (entry.value?.chatId === who.personId) return gone(entry);
    return entry.value && changed(entry, letterAfter(entry.value, who), entry.value.expiresAt, who);
  },
  update: (found, who) => {
    const entry = parseEntry(keys.update(Number(found.key[1]), Number(found.key[2])), found);
    if (!entry.value || !mentions(entry.value, who.personId)) return null;
    const after = replacePerson(entry.value, who.personId, who.pseudonym);
    return changed(entry, after, entry.value.expiresAt, who);
  },
} satisfies Record<string, Fate>;

/** Commits what becomes of an entry, unless it has changed meanwhile: then it is looked at again. */
export async function forgetEntry(
  { kv }: CoreDeps,
  found: Deno.KvEntry<unknown>,
  who: Forgotten,
): Promise<void> {
  const fate = FATES[found.key[0] as keyof typeof FATES] as Fate;
  for (let entry: Deno.KvEntryMaybe<unknown> = found; entry.versionstamp !== null;) {
    const change = fate(entry, who);
    if (!change || await kv.commit([entry], [change]) !== null) return;
    entry = (await kv.getMany([found.key]))[0]!;
  }
}

/** Keys that name a person, by where in the key: what they did lately, and their private chat. */
const TRACES: readonly { prefix: string; at: number; isFirst: boolean }[] = [
  { prefix: "commands", at: 1, isFirst: true },
  { prefix: "data_rate", at: 1, isFirst: true },
  { prefix: "refusals", at: 1, isFirst: true },
  { prefix: "message", at: 1, isFirst: true },
  { prefix: "prompt", at: 1, isFirst: true },
  { prefix: "listing", at: 1, isFirst: true },
  { prefix: "drain", at: 1, isFirst: true },
  { prefix: "prompt", at: 2, isFirst: false },
  { prefix: "listing", at: 2, isFirst: false },
  { prefix: "rate", at: 3, isFirst: false },
];

/** Keys that are deleted in one commit. */
const BATCH = 500;

/** Deletes what is remembered of somebody for minutes or hours. */
export async function forgetTraces({ kv }: CoreDeps, personId: number): Promise<void> {
  let found: Change[] = [];
  const flush = async () => {
    if (found.length > 0) await kv.commit([], found);
    found = [];
  };
  for (const { prefix, at, isFirst } of TRACES) {
    const selector = { prefix: isFirst ? [prefix, personId] : [prefix] };
    for await (const { key } of kv.list(selector, { batchSize: BATCH })) {
      if (key[at] === personId && !isGroupRate(key)) found.push({ type: "delete", key });
      if (found.length >= BATCH) await flush();
    }
    // `drain` has no part behind the id, so that it is no prefix of any key.
    if (isFirst) found.push({ type: "delete", key: [prefix, personId] });
  }
  await flush();
}

function isGroupRate([kind, , scope]: Deno.KvKey): boolean {
  return kind === "rate" && scope !== "person";
}

function gone({ key }: Entry<unknown>): Change {
  return { type: "delete", key };
}

function changed<T>(
  entry: Entry<T>,
  after: T | null,
  expiresAt?: number,
  { now } = { now: 0 },
): Change | null {
  if (after === entry.value) return null;
  if (after === null) return gone(entry);
  return set(entry, after, expiresAt === undefined ? undefined : Math.max(1, expiresAt - now));
}

/** A question to them is asked no more; a message that names them has the pseudonym. */
function rowAfter(row: OutboxRow, who: Forgotten): OutboxRow | null {
  if (row.kind !== "message") return row;
  const { content } = row;
  if (content.asks === who.personId || hasButtonFor(content, who.personId)) return null;
  const html = withPseudonym(content.html, who);
  // With the pseudonym it may be longer than a message can be.
  if (html.length > MOST_CHARACTERS) return null;
  return html === content.html ? row : { ...row, content: { ...content, html } };
}

function letterAfter(letter: DeadLetter, who: Forgotten): DeadLetter | null {
  const row = rowAfter(letter.row, who);
  if (row === null) return null;
  return row === letter.row ? letter : { ...letter, row };
}

function hasButtonFor({ keyboard }: MessageContent, personId: number): boolean {
  return keyboard.flat().some(({ data }) => data.split(":").includes(String(personId)));
}

function withPseudonym(html: string, { personId, pseudonym, name }: Forgotten): string {
  const link = new RegExp(`<a href="tg://user\\?id=${personId}">[^<]*</a>`, "g");
  const linked = html.replace(link, () => escapeHtml(pseudonym.name))
    .replaceAll(`<code>${personId}</code>`, `<code>${pseudonym.id}</code>`);
  return withoutName(linked, name, pseudonym.name);
}
