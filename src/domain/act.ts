/**
 * What an administrator did: who, when, and what was before and after. (An *audit* is the daily check
 * of the store; people read acts with `/audit`.)
 */

import { z } from "zod";
import { comparable } from "./act_record.ts";
import { type Difference, differences } from "./difference.ts";
import { PersonId } from "./person.ts";

/** The records whose changes are acts. */
export const ACT_RECORDS = ["company", "person", "group"] as const;

/** A kind of record whose changes are acts. */
export type ActRecord = typeof ACT_RECORDS[number];

/** One value that an act has changed. */
export interface ActChange extends Difference {
  /** The kind of record. */
  record: ActRecord;
  /** Which one: the company's id, the person's, the group's chat id. */
  id: string;
}

/** What somebody did, as it is kept. Names nobody: who was called what is looked up when it is shown. */
export interface Act {
  /** The version of this record's shape. */
  schema: 1;
  /** The company's id. */
  company: string;
  /** Epoch milliseconds. */
  at: number;
  /** Telegram's numeric id of whoever did it. */
  by: number;
  /** What it was, in one word: the key of its answer. */
  what: string;
  /** What it has changed. */
  changes: ActChange[];
  /** How many more values it has changed: there is an end to what one record can hold. */
  left: number;
}

/** Schema of {@linkcode Act}. */
export const Act: z.ZodType<Act> = z.object({
  schema: z.literal(1),
  company: z.string(),
  at: z.int(),
  by: PersonId,
  what: z.string(),
  changes: z.array(z.object({
    record: z.enum(ACT_RECORDS),
    id: z.string(),
    path: z.string(),
    before: z.string().nullable(),
    after: z.string().nullable(),
  })),
  left: z.int().min(0),
});

/** Most changes of one act, and most UTF-16 units of a text in it: 40 KB, far below KV's 64. */
export const MOST_OF_AN_ACT = { changes: 40, text: 120 } as const;

/** A record as it was read and as it is written; `null`: there is none, or none of this company. */
export interface Rewritten {
  /** The kind of record. */
  record: ActRecord;
  /** Which one. */
  id: string;
  /** As it was read. */
  before: unknown;
  /** As it is written. */
  after: unknown;
}

/** The act that these records amount to; `null`: nothing is different. */
export function actOf(
  { company, at, by, what }: Pick<Act, "company" | "at" | "by" | "what">,
  records: readonly Rewritten[],
): Act | null {
  const all = records.flatMap(({ record, id, before, after }) =>
    differences(comparable(before), comparable(after))
      .filter((difference) => !isBookkeeping(record, difference))
      .map((difference): ActChange => ({ record, id, ...clipped(difference) }))
  );
  if (all.length === 0) return null;
  const changes = all.slice(0, MOST_OF_AN_ACT.changes);
  return { schema: 1, company, at, by, what, changes, left: all.length - changes.length };
}

/** Ids of the people that a change is about. */
export function peopleIn(change: ActChange): number[] {
  const found: number[] = [];
  withPeople(change, (id) => {
    found.push(Number(id));
    return id;
  });
  return found;
}

/**
 * An act with a pseudonym's id in the place of a person's, whether it was theirs or is about them; the
 * same object when they are not in it.
 */
export function actWithPseudonym(act: Act, from: number, to: number): Act {
  const isTheirs = act.by === from;
  if (!isTheirs && !act.changes.some((change) => peopleIn(change).includes(from))) return act;
  const rename = (id: string) => id === String(from) ? String(to) : id;
  return {
    ...act,
    by: isTheirs ? to : act.by,
    changes: act.changes.map((change) => withPeople(change, rename)),
  };
}

/** A change as it reads with `rename` of each person's id in it. */
export function withPeople(change: ActChange, rename: (id: string) => string): ActChange {
  const { record, id, path, before, after } = change;
  if (record === "person") return { ...change, id: rename(id) };
  if (record !== "group") return change;
  // A group's own roles are kept by person; who waits to take calls is a list of ids.
  const [, person, rest] = /^people\.(\d+)(\..*)?$/s.exec(path) ?? [];
  if (person) return { ...change, path: `people.${rename(person)}${rest ?? ""}` };
  if (path !== "askedToTakeCalls") return change;
  return { ...change, before: before && rename(before), after: after && rename(after) };
}

/** What follows from something else, is said already, or is the same as nothing. */
export function isBookkeeping(record: ActRecord, { path, before, after }: Difference): boolean {
  const isSame = (before ?? "false") === "false" && (after ?? "false") === "false";
  // In a policy nothing is what the level above says.
  if (isSame && !path.startsWith("policy.")) return true;
  if (/^(schema|company|chatId|createdAt)$|(^|\.)id$/.test(path)) return true;
  if (record === "group") return path === "suspension.botIsThere";
  return record === "company" &&
    /^(dispatchers|lastRemoved|removed(\..+)?|departments\.[^.]+\.members)$/.test(path);
}

function clipped({ path, before, after }: Difference): Difference {
  return {
    path: clip(path),
    before: before === null ? null : clip(before),
    after: after === null ? null : clip(after),
  };
}

/** Never half a character. */
function clip(text: string): string {
  const { text: most } = MOST_OF_AN_ACT;
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
