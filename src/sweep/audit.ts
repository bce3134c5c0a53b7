/**
 * Once a day everything that is kept is looked at: what does not fit together is mended, and whoever
 * runs the company is told. Two audits at once do no harm: every repair checks what it has read.
 */

import { deliver } from "../delivery/deliver.ts";
import type { Deps } from "../deps.ts";
import { tellFindings } from "../execute/tell_findings.ts";
import { describeError } from "../log.ts";
import { INDEXED_KINDS, indexedRecord } from "../store/indexed_records.ts";
import { INDEX_PREFIXES } from "../store/indexes.ts";
import { keys } from "../store/keys.ts";
import { companyIds, pagesUnder } from "../store/listings.ts";
import { readOne } from "../store/read.ts";
import { set } from "../store/write.ts";
import { showMissing } from "./audit_cards.ts";
import { endClaims } from "./audit_claims.ts";
import { type AuditContext, note, placeOf } from "./audit_context.ts";
import { putDeadlineRight } from "./audit_deadlines.ts";
import { addMissing, removeStray } from "./audit_indexes.ts";
import { removeLostLink, removeStrayRow } from "./audit_rows.ts";
import { recount } from "./audit_tallies.ts";
import { retire } from "./retire.ts";

/** How long an audit may take, in milliseconds; the next one, a day later, goes on. */
export const AUDIT_BUDGET = 10 * 60_000;

/** What an audit did. */
export interface AuditReport {
  /** How much it has found, mended or not. */
  found: number;
  /** It has looked at everything. */
  isComplete: boolean;
}

/** Something that is looked at, entry by entry. */
interface Step {
  /** The first part of its keys. */
  prefix: string;
  check(audit: AuditContext, entry: Deno.KvEntry<unknown>): Promise<void>;
}

/** Stray index keys go first: one with a wrong value is in the place of the right one. */
const STEPS: readonly Step[] = [
  ...INDEX_PREFIXES.map((prefix) => ({ prefix, check: removeStray })),
  ...INDEXED_KINDS.map((prefix) => ({ prefix, check: checkRecord })),
  { prefix: "outbox", check: removeStrayRow },
  { prefix: "message", check: removeLostLink },
  { prefix: "company", check: recount },
];

/** Removes what is kept no longer, then looks at everything, from where the last audit stopped. */
export async function audit(deps: Deps): Promise<AuditReport> {
  await retire(deps);
  const context: AuditContext = {
    deps,
    endAt: deps.now() + AUDIT_BUDGET,
    companies: await companyIds(deps.kv),
    book: new Map(),
  };
  const place = await readOne(deps.kv, keys.audit());
  const next = await walk(context, place.value?.next ?? null);
  if (next) await deps.kv.commit([], [set(place, { schema: 1, next })]);
  else if (place.value) await deps.kv.commit([], [{ type: "delete", key: place.key }]);
  return { found: await tell(context), isComplete: next === null };
}

/** The first key that there was no time for; `null` when there was time for all. */
async function walk(audit: AuditContext, from: Deno.KvKey | null): Promise<Deno.KvKey | null> {
  const { deps, endAt } = audit;
  const first = Math.max(0, STEPS.findIndex(({ prefix }) => prefix === from?.[0]));
  for (const { prefix, check } of STEPS.slice(first)) {
    const start = from?.[0] === prefix ? from : undefined;
    for await (const page of pagesUnder(deps.kv, [prefix], start)) {
      if (deps.now() >= endAt) return page[0]?.key ?? null;
      await Promise.all(page.map((entry) => attempt(audit, check, entry)));
    }
  }
  return null;
}

/** One entry that can't be checked does not keep the others waiting. */
async function attempt(
  audit: AuditContext,
  check: Step["check"],
  entry: Deno.KvEntry<unknown>,
): Promise<void> {
  try {
    await check(audit, entry);
  } catch (error) {
    audit.deps.log.error("audit step failed", { error: describeError(error) });
    note(audit, "failed", placeOf(entry.key));
  }
}

async function checkRecord(audit: AuditContext, entry: Deno.KvEntry<unknown>): Promise<void> {
  const record = indexedRecord(entry);
  if (!record) return;
  await addMissing(audit, entry, record);
  if (record.kind !== "incident") return;
  await putDeadlineRight(audit, record.value);
  await showMissing(audit, record.value.state);
  await endClaims(audit, record.value.state);
}

/** Tells every company what was found in it; how much that is altogether. */
async function tell({ deps, book }: AuditContext): Promise<number> {
  let found = 0;
  for (const [company, findings] of book) {
    for (const { count } of Object.values(findings)) found += count;
    try {
      await deliver(deps, await tellFindings(deps, company, findings));
    } catch (error) {
      deps.log.error("audit not told", { error: describeError(error) });
    }
  }
  return found;
}
