/** A store full of open incidents, as the program itself would have written them. */

import { deadlineOf } from "../../src/domain/deadlines.ts";
import type { Happening, IncidentEvent } from "../../src/domain/event.ts";
import { evolve } from "../../src/domain/evolve.ts";
import type { Incident } from "../../src/domain/incident.ts";
import type { PersonRef } from "../../src/domain/person.ts";
import { ALWAYS_OPEN } from "../../src/domain/calendar.ts";
import type { Policy } from "../../src/domain/policy.ts";
import { keys } from "../../src/store/keys.ts";
import { type Change, denoKv, type Kv } from "../../src/store/kv.ts";
import { tallyChanges } from "../../src/store/tallies.ts";
import { set, setIncident } from "../../src/store/write.ts";
import { addCompany, chatOf, COMPANIES, companyId, reporterOf } from "./desk.ts";

const ROUND_THE_CLOCK = { calendar: ALWAYS_OPEN, timeZone: "UTC" };

/** What the store is to hold. */
export interface Load {
  /** Open incidents, over all companies. */
  incidents: number;
  /** How many of them fall due in each minute from `start` on. */
  due: number;
  /** In how many minutes some fall due. */
  minutes: number;
  /** Epoch milliseconds; all others fall due much later. */
  start: number;
  policy: Policy;
}

/** Incidents of one commit: it holds at most 1,000 changes. */
const OF_COMMIT = 40;
/** Commits on their way at once: the engine writes them together. */
const AT_ONCE = 50;

/** Fills an empty store. */
export async function fill(store: Deno.Kv, load: Load): Promise<void> {
  const kv = denoKv(store);
  for (let company = 0; company < COMPANIES; company++) {
    await addCompany(store, company, { now: load.start, incidents: load.incidents / COMPANIES });
  }
  for (let first = 0; first < load.incidents; first += OF_COMMIT * AT_ONCE) {
    await Promise.all(
      Array.from({ length: AT_ONCE }, (_, i) => fillSome(kv, first + i * OF_COMMIT, load)),
    );
  }
}

async function fillSome(kv: Kv, first: number, load: Load): Promise<void> {
  const changes: Change[] = [];
  const last = Math.min(first + OF_COMMIT, load.incidents);
  for (let nth = first; nth < last; nth++) changes.push(...changesOf(nth, load));
  if (changes.length > 0) await kv.commit([], changes);
}

/** The `nth` incident of all: the first ones fall due, minute after minute, in all companies. */
function changesOf(nth: number, load: Load): Change[] {
  const { due, minutes, start, policy } = load;
  const patience = policy.unclaimedNudgeMinutes * 60_000;
  const dueAt = nth < due * minutes
    ? start + (1 + Math.floor(nth / due)) * 60_000
    : start + patience;
  const company = nth % COMPANIES;
  const number = 1 + Math.floor(nth / COMPANIES);
  const chatId = chatOf(company, number);
  const reporter = reporterOf(company, number);
  const messageId = 10 * number;
  const events = historyOf({
    reporter,
    at: dueAt - patience,
    reported: {
      type: "reported",
      company: companyId(company),
      number,
      chatId,
      sourceMessageId: messageId,
      topicId: null,
      description: `Brakes failed on truck ${number}, exit ${number % 97}`,
    },
  });
  const changes: Change[] = [];
  let state: Incident | null = null;
  for (const event of events) {
    state = evolve(state, event);
    changes.push(set(keys.history(state, state.version), { schema: 1, event }));
  }
  if (!state) throw new Error("Cannot fill the store: an incident without a history");
  const incident = { company: state.company, number };
  const entry = { ...keys.incident(incident), value: null, versionstamp: null };
  const link = (role: "source" | "card") => ({ schema: 1 as const, incident, role });
  return [
    ...changes,
    ...setIncident(entry, {
      schema: 1,
      state,
      deadline: deadlineOf(state, policy, ROUND_THE_CLOCK),
    }),
    ...tallyChanges(null, state),
    set(keys.message(chatId, messageId), link("source")),
    set(keys.message(chatId, messageId + 1), link("card")),
    set(keys.card(incident), {
      schema: 1,
      messageId: messageId + 1,
      topicId: null,
      version: state.version,
      pin: "pinned",
      callMessageIds: [],
      repins: 0,
    }),
  ];
}

function historyOf(
  { reported, reporter, at }: { reported: Happening; reporter: PersonRef; at: number },
): IncidentEvent[] {
  const circumstance = { actor: reporter, at, updateId: null };
  return [
    { ...reported, ...circumstance },
    { type: "department_chosen", department: "1", ...circumstance },
  ];
}
