/** Invariants 1 and 4: one owner at a time, one effect for each update, an answer for each press. */

import { formatIncidentId } from "../../src/domain/ids.ts";
import { fold } from "../../src/domain/evolve.ts";
import { crewOf } from "../../src/domain/incident.ts";
import { en } from "../../src/view/texts/en/en.ts";
import type { UpdateMark } from "../../src/store/records.ts";
import type { Contents } from "../faults/contents.ts";
import type { Simulator } from "../simulator/simulator.ts";

/** Updates that are told of as done and have done nothing, and those that did something unmarked. */
export function wrongEffects({ entries, histories }: Contents): string[] {
  const effects = new Map<number, Set<string>>();
  for (const [name, history] of histories) {
    for (const { event: { updateId } } of history) {
      if (updateId !== null) {
        effects.set(updateId, (effects.get(updateId) ?? new Set()).add(name));
      }
    }
  }
  const wrong: string[] = [];
  for (const { key, value } of entries.values()) {
    if (key[0] !== "update") continue;
    const { outcome } = value as UpdateMark;
    const updateId = Number(key[2]);
    const found = effects.get(updateId);
    effects.delete(updateId);
    if (outcome.kind === "done") {
      const name = formatIncidentId(outcome.incident);
      if (!found?.has(name)) wrong.push(`Update ${updateId} is done, but ${name} knows nothing`);
    } else if (found) wrong.push(`Update ${updateId} was refused, but ${[...found]} has it`);
  }
  return [...wrong, ...[...effects.keys()].map((id) => `Update ${id} has effects and no mark`)];
}

/** Incidents on which somebody has worked twice at a time. */
export function wrongCrews({ histories }: Contents): string[] {
  return [...histories].flatMap(([name, history]) => {
    const events = history.map(({ event }) => event);
    return events.flatMap((_, n) => {
      const state = fold(events.slice(0, n + 1));
      const crew = state ? crewOf(state).map(({ id }) => id) : [];
      return new Set(crew).size === crew.length ? [] : [`${name}: ${crew} after ${n + 1} events`];
    });
  });
}

/** Presses that nobody ever tried to answer, though Telegram did not give them up. */
export function wronglyUnanswered(telegram: Simulator, givenUp: number): string[] {
  const answered = new Set(
    telegram.calls.filter(({ method }) => method === "answerCallbackQuery")
      .map(({ params }) => params.callback_query_id),
  );
  const silent = telegram.updates.filter(({ callback_query }) =>
    callback_query && !answered.has(callback_query.id)
  );
  const most = telegram.dropped + givenUp;
  return silent.length <= most
    ? []
    : [`${silent.length} presses without an answer, ${most} were given up`];
}

/** Presses that are told of as done, and have done nothing. */
export function wronglyToldDone(
  { updates, calls }: Simulator,
  { histories }: Contents,
): string[] {
  const presses = new Map(
    updates.flatMap(({ update_id, callback_query }) =>
      callback_query ? [[callback_query.id, update_id] as const] : []
    ),
  );
  return calls.flatMap(({ method, params }) => {
    if (method !== "answerCallbackQuery") return [];
    const text = String(params.text);
    const id = /\b[A-Z]+-\d+\b/.exec(text)?.[0];
    const isDone = id && Object.values(en.done).some((sentence) => sentence(id) === text);
    const updateId = presses.get(String(params.callback_query_id));
    const history = id ? histories.get(id) ?? [] : [];
    if (!isDone || history.some(({ event }) => event.updateId === updateId)) return [];
    return [`Update ${updateId} is told “${text}”, and ${id} knows nothing`];
  });
}

/** What people report, as they write it in this run. */
const REPORT = /^\/new_issue \S/;

/**
 * Reports in groups where the bot was at home that have neither become an incident nor been answered to
 * whoever made them. `isAway`: whether the bot was away from a chat then; epoch milliseconds.
 */
export function wronglyIgnored(
  { updates, calls }: Simulator,
  { histories }: Contents,
  { isAway, givenUp }: {
    isAway: (chatId: number, at: number) => boolean;
    givenUp: ReadonlySet<number>;
  },
): string[] {
  const effective = new Set(
    [...histories.values()].flatMap((history) => history.map(({ event }) => event.updateId)),
  );
  return updates.flatMap(({ update_id, message }) => {
    const text = message?.text ?? message?.caption ?? "";
    if (!message || message.chat.id > 0 || !REPORT.test(text)) return [];
    const at = message.date * 1_000;
    if (effective.has(update_id) || givenUp.has(update_id) || isAway(message.chat.id, at)) {
      return [];
    }
    const isAnswered = calls.some(({ at: later, params, personal }) =>
      later >= at && (personal === message.from?.id ||
        JSON.stringify(params.reply_parameters ?? null).includes(`:${message.message_id},`))
    );
    return isAnswered ? [] : [`“${text.slice(0, 60)}” (update ${update_id}) was ignored`];
  });
}
