/** What administrators do goes on record in the commit that does it, whatever command it was. */

import { type Act, ACT_RECORDS, actOf, type ActRecord, type Rewritten } from "../domain/act.ts";
import type { Outcome } from "../domain/outcome.ts";
import { keys } from "../store/keys.ts";
import type { Change, Kv } from "../store/kv.ts";
import type { Entry } from "../store/read.ts";
import { set } from "../store/write.ts";

/** What is about to be committed. */
export interface Doing {
  /** Who does it. */
  by: number;
  /** Epoch milliseconds. */
  at: number;
  /** What is answered. */
  outcome: Outcome;
  /** What was read for it. */
  read: readonly Entry<unknown>[];
  /** What it changes. */
  changes: readonly Change[];
}

/** The acts that it amounts to, one for each company that it changes something in; mostly none. */
export async function actsOf(
  { kv, newId }: { kv: Kv; newId(): string },
  { by, at, outcome, read, changes }: Doing,
): Promise<Change[]> {
  const rewritten = changes.filter((change) => change.type !== "count" && recordIn(change.key));
  if (rewritten.length === 0) return [];
  const before = await valuesBefore(kv, read, rewritten.map(({ key }) => key));
  const companies = new Map<string, Rewritten[]>();
  rewritten.forEach((change, i) => {
    const now = change.type === "set" ? change.value : null;
    for (const company of companiesOf(change.key, [before[i], now])) {
      const records = companies.get(company) ?? [];
      companies.set(company, records);
      records.push({
        record: recordIn(change.key)!,
        id: String(change.key.at(-1)),
        before: belongsTo(company, before[i]),
        after: belongsTo(company, now),
      });
    }
  });
  const what = outcome.kind === "desk" ? outcome.answer.key : outcome.kind;
  return [...companies].flatMap(([company, records]) => {
    const act = actOf({ company, at, by, what }, records);
    return act ? [set<Act>(keys.act(company, at, newId()), act)] : [];
  });
}

function recordIn([kind]: Deno.KvKey): ActRecord | undefined {
  return ACT_RECORDS.find((record) => record === kind);
}

/** Whatever is changed was read before; if it was not, it is read now. */
async function valuesBefore(
  kv: Kv,
  read: readonly Entry<unknown>[],
  wanted: readonly Deno.KvKey[],
): Promise<unknown[]> {
  const known = new Map(read.map(({ key, value }) => [JSON.stringify(key), value]));
  const unread = wanted.filter((key) => !known.has(JSON.stringify(key)));
  const found = unread.length > 0 ? await kv.getMany(unread) : [];
  for (const { key, value } of found) known.set(JSON.stringify(key), value);
  return wanted.map((key) => known.get(JSON.stringify(key)));
}

/** The company that a record belongs to, or those between which a group goes. */
function companiesOf([kind, id]: Deno.KvKey, values: readonly unknown[]): Set<string> {
  if (kind !== "group") return new Set([String(id)]);
  return new Set(values.map(companyIn).filter((company) => company !== null));
}

/** Of a group that belongs to no company, or to another one, a company learns nothing. */
function belongsTo(company: string, value: unknown): unknown {
  const own = companyIn(value);
  const isGroup = typeof value === "object" && value !== null && "chatId" in value;
  return isGroup && own !== company ? null : value;
}

function companyIn(value: unknown): string | null {
  const has = typeof value === "object" && value !== null && "company" in value;
  return has && typeof value.company === "string" ? value.company : null;
}
