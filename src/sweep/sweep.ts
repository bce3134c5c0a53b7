/**
 * The clock's part: deadlines that are due, and deliveries that nobody has finished. One process sweeps
 * at a time; two at once would do no harm, because every step is checked.
 */

import { deliver } from "../delivery/deliver.ts";
import { chatsWithRows } from "../delivery/outbox.ts";
import type { Deps } from "../deps.ts";
import { formatIncidentId, type IncidentId } from "../domain/ids.ts";
import { workOn } from "../execute/chores.ts";
import { moveGroup } from "../execute/move_group.ts";
import { startShift } from "../execute/start_shift.ts";
import { describeError } from "../log.ts";
import { keys } from "../store/keys.ts";
import { listChores, pagesOf } from "../store/listings.ts";
import { parseEntry } from "../store/read.ts";
import { forgetPerson, listForgettings } from "./forget_person.ts";
import { listShiftStarts } from "./shift_starts.ts";
import { endSweep, takeSweepLease } from "./sweep_lease.ts";
import { timeOut } from "./time_out.ts";

/** What a sweep did. */
export interface SweepReport {
  /** Deadlines that were dealt with. */
  due: number;
  /** Chats whose waiting messages were dealt with. */
  chats: number;
  /** There was time for everything. */
  isComplete: boolean;
}

/** How long a sweep may take, in milliseconds; the next one, a minute later, goes on. */
export const SWEEP_BUDGET = 45_000;
/**
 * How much of that goes to the chores of companies, and as much to forgetting people, at most. They come
 * last: one company's past must not keep the others waiting.
 */
const LONG_WORK_BUDGET = 5_000;
/** How many incidents or chats are dealt with at once. */
const AT_ONCE = 8;
/** How many deadlines are listed at once. */
const DUE_AT_ONCE = 100;

/** Does what is due; `null` when another process is at it. */
export async function sweep(deps: Deps): Promise<SweepReport | null> {
  const lease = await takeSweepLease(deps);
  if (!lease) return null;
  const startedAt = deps.now();
  const endAt = startedAt + SWEEP_BUDGET;
  await eachOf(listMoves(deps), endAt, deps, async ({ from, to }) => {
    await deliver(deps, await moveGroup(deps, from, to), endAt);
  });
  const due = await eachOf(listDue(deps), endAt, deps, async (it) => {
    await deliver(deps, await timeOut(deps, it), endAt);
  });
  await eachOf(listShiftStarts(deps), endAt, deps, async (it) => {
    await deliver(deps, await startShift(deps, it), endAt);
  });
  const left = endAt - deps.now();
  // However much is to be said, the long work gets on; never more than half of what is left is its.
  const sayEndAt = endAt - Math.min(2 * LONG_WORK_BUDGET, left / 2);
  const chats = await sayWhatWaits(deps, sayEndAt);
  const isAllSaid = deps.now() < sayEndAt;
  await doLongWork(deps, endAt);
  if (!isAllSaid) await sayWhatWaits(deps, endAt);
  const at = deps.now();
  const report = { due, chats, isComplete: at < endAt };
  await endSweep(deps, lease, { schema: 1, startedAt, at, ...report });
  await deps.beat();
  return report;
}

/** In how many chats something waited to be said. */
function sayWhatWaits(deps: Deps, endAt: number): Promise<number> {
  return eachOf(chatsWithRows(deps.kv), endAt, deps, async (chatId) => {
    await deliver(deps, [{ chatId, lease: null, rows: null, known: [] }], endAt);
  });
}

/** What takes many sweeps anyhow, in what time is left once everybody has what is due. */
async function doLongWork(deps: Deps, endAt: number): Promise<void> {
  const choresEndAt = Math.min(endAt, deps.now() + LONG_WORK_BUDGET);
  await eachOf(listChores(deps.kv), choresEndAt, deps, async (chore) => {
    await deliver(deps, await workOn(deps, chore, choresEndAt), endAt);
  });
  const forgettingEndAt = Math.min(endAt, deps.now() + LONG_WORK_BUDGET);
  await eachOf(listForgettings(deps), forgettingEndAt, deps, async (personId) => {
    await forgetPerson(deps, personId, forgettingEndAt);
  });
}

/** Groups whose move to another chat id is not finished. */
async function* listMoves({ kv }: Deps): AsyncGenerator<{ from: number; to: number }> {
  for await (const entry of kv.list({ prefix: ["moving"] })) {
    const from = Number(entry.key[1]);
    const { value } = parseEntry(keys.moving(from), entry);
    if (value) yield { from, to: value.to };
  }
}

/** What is due now, the longest overdue first; listed while it is dealt with, however much it is. */
async function* listDue(deps: Deps): AsyncGenerator<{ incident: IncidentId; chatId: number }> {
  const range = { start: ["due"], end: ["due", deps.now() + 1] };
  for await (const page of pagesOf(deps.kv, range, DUE_AT_ONCE)) {
    for (const entry of page) {
      const [, , company, number] = entry.key;
      const incident = { company: String(company), number: Number(number) };
      // One entry that can't be read must not keep the others waiting.
      if (typeof entry.value === "number") yield { incident, chatId: entry.value };
      else deps.log.error("deadline not readable", { incident: formatIncidentId(incident) });
    }
  }
}

/** Some at a time, until the time is up; one that fails does not keep the others waiting. */
async function eachOf<T>(
  items: AsyncGenerator<T>,
  endAt: number,
  deps: Deps,
  work: (item: T) => Promise<void>,
): Promise<number> {
  let begun = 0;
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for await (const item of items) {
      if (deps.now() >= endAt) return;
      begun++;
      try {
        await work(item);
      } catch (error) {
        deps.log.error("sweep step failed", { error: describeError(error) });
      }
    }
  }));
  return begun;
}
