/** What in the store belongs to one company: by its key, or by what it says. */

import { KEPT_KINDS, knownKinds } from "./backup/kinds.ts";
import type { Kv } from "./kv.ts";
import { pagesOf } from "./listings.ts";
import { part, SAYS_COMPANY, type Sought } from "./says_company.ts";

/** Where a key names its company, by its first part. */
const COMPANY_AT: Readonly<Record<string, number>> = {
  company: 1,
  person: 1,
  incident: 1,
  history: 1,
  comment: 1,
  card: 1,
  rota: 1,
  counter: 1,
  tally: 1,
  rate: 1,
  chore: 1,
  act: 1,
  removing: 1,
  removed: 1,
  current: 1,
  over: 1,
  word: 1,
  queue: 1,
  member: 1,
  dispatcher: 1,
  manager: 1,
  groups: 1,
  commands: 2,
  due: 2,
  open: 2,
  owned: 2,
  mine: 2,
  works: 2,
  shift_start: 2,
  ended: 3,
};

/** What says in its value whose it is. */
const SAYS_SO: Readonly<typeof SAYS_COMPANY> = {
  ...SAYS_COMPANY,
  // It stops at a key.
  audit: (value, { company }) => isKeyOf(part(value, "next"), company),
};

/**
 * What names no company: it belongs to a person, to a chat (and goes with the group), to the program, or
 * is made anew each minute.
 */
const NOBODYS = [
  "profile",
  "handle",
  "requested",
  "forgetting",
  "refusals",
  "data_rate",
  "administrators",
  "answer",
  "welcome",
  "notice",
  "digest",
  "drain",
  "moved",
  "moving",
  "bot",
  "failed",
  "sweep",
  "backup",
  "health",
] as const;

/** Kinds of keys that no company's deletion knows of: never any. */
export function forgottenKinds(): Deno.KvKeyPart[] {
  const known = new Set<Deno.KvKeyPart>([
    ...Object.keys(COMPANY_AT),
    ...Object.keys(SAYS_SO),
    ...NOBODYS,
  ]);
  return knownKinds().filter((kind) => !known.has(kind));
}

/** Entries that are looked at in one go. */
const PAGE = 200;

/** Something of a company that was found. */
export interface Belonging {
  /** What was found. */
  entry: Deno.KvEntry<unknown>;
  /** Its key says so: whatever it holds, it is the company's. */
  isByKey: boolean;
}

/** Everything of a company, page by page; `start`: where to go on. `next`: where the page after begins. */
export async function* belongingsOf(
  kv: Kv,
  sought: Sought,
  start: Deno.KvKey | null = null,
): AsyncGenerator<{ found: Belonging[]; next: Deno.KvKey }> {
  const kinds = [...Object.keys(COMPANY_AT), ...Object.keys(SAYS_SO)].toSorted();
  const first = Math.max(0, kinds.findIndex((kind) => kind === start?.[0]));
  for (const kind of kinds.slice(first)) {
    const prefix = COMPANY_AT[kind] === 1 ? [kind, sought.company] : [kind];
    const range = {
      start: start?.[0] === kind ? start : [...prefix, SMALLEST],
      end: [...prefix, LARGEST],
    };
    for await (const page of pagesOf(kv, range, PAGE)) {
      const isByKey = kind in COMPANY_AT;
      const found = page.filter((entry) => belongs(entry, sought));
      const next = [...page.at(-1)!.key, SMALLEST];
      yield { found: found.map((entry) => ({ entry, isByKey })), next };
    }
  }
}

/** Sorts before every other part of a key. */
const SMALLEST = new Uint8Array();
/** Sorts after every other part of a key. */
const LARGEST = true;

/** Whether an entry belongs to a company. */
export function belongs({ key, value }: Deno.KvEntry<unknown>, sought: Sought): boolean {
  return isKeyOf(key, sought.company) || (SAYS_SO[String(key[0])]?.(value, sought) ?? false);
}

function isKeyOf(key: unknown, company: string): boolean {
  if (!Array.isArray(key)) return false;
  const at = COMPANY_AT[String(key[0])];
  return at !== undefined && key[at] === company;
}

/** Kept records of a company in the order of a backup, page by page; with those of its groups' chats. */
export async function* keptOf(kv: Kv, sought: Sought): AsyncGenerator<Deno.KvEntry<unknown>[]> {
  for (const kind of KEPT_KINDS) {
    if (kind === "chore") continue;
    if (kind === "company") {
      const [entry] = await kv.getMany([[kind, sought.company]]);
      if (entry && entry.versionstamp !== null) yield [entry];
      continue;
    }
    const prefix = COMPANY_AT[kind] === 1 ? [kind, sought.company] : [kind];
    const range = { start: [...prefix, SMALLEST], end: [...prefix, LARGEST] };
    for await (const page of pagesOf(kv, range, PAGE)) {
      yield page.filter((entry) => belongs(entry, sought) || isOfChat(entry, sought));
    }
  }
}

/** What a group's chat has, whatever the incident: messages that the next ones replace. */
function isOfChat({ key: [kind, chatId] }: Deno.KvEntry<unknown>, { chats }: Sought): boolean {
  return ["answer", "welcome", "notice", "digest"].includes(String(kind)) &&
    chats.includes(Number(chatId));
}
