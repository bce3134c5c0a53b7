/** From what was seen to what is wrong: pure, so that every threshold can be tried. */

import { z } from "zod";
import { type Observation, Seen } from "./observation.ts";
import type { Tallies } from "./statistics.ts";
import {
  COMPANY_SYMPTOMS,
  LEAST_OPEN,
  OVER_AT,
  PROGRAM_SYMPTOMS,
  type ProgramSymptom,
  Symptom,
  type SymptomKind,
  THRESHOLDS,
} from "./symptom.ts";

/** What the program knows of its own health. */
export interface Health {
  /** The version of this record's shape. */
  schema: 1;
  /** What was seen last. */
  seen: Seen;
  /** Since when it has been looked at without a gap, epoch milliseconds. */
  watchedSince: number;
  /** Since when Telegram has not answered, epoch milliseconds; `null`: it does. */
  silentSince: number | null;
  /** Since when updates have failed, epoch milliseconds; `null`: they don't. */
  failingSince: number | null;
  /** What is wrong. */
  symptoms: Symptom[];
}

/** Schema of {@linkcode Health}. */
export const Health: z.ZodType<Health> = z.object({
  schema: z.literal(1),
  seen: Seen,
  watchedSince: z.int(),
  silentSince: z.int().nullable(),
  failingSince: z.int().nullable(),
  symptoms: z.array(Symptom),
});

/** Something is wrong now, or is over. */
export interface Turn {
  /** `over`: it is right again. */
  type: "raised" | "over";
  /** What. */
  symptom: Symptom;
}

/** Most turns that one look brings, so that a message holds them; the next look brings the rest. */
export const MOST_TURNS = 8;
/** Most symptoms at once, so that a record holds them. */
export const MOST_SYMPTOMS = 200;

const MINUTE = 60_000;
/** Without a look for that long, in milliseconds, nobody knows what was: counting starts anew. */
const GAP = 3 * MINUTE;
/** Telegram tries a failed update again at least this often, in milliseconds. */
const RETRIED_WITHIN = 5 * MINUTE;

/** What is known after a look, and what has changed by it. */
export function look(
  before: Health | null,
  observed: Observation,
): { health: Health; turns: Turn[] } {
  const { tallies, ...seen } = observed;
  const recent = before && seen.at - before.seen.at < GAP ? before : null;
  const { silentSince, failingSince } = troubles(recent, seen);
  const watchedSince = recent?.watchedSince ?? seen.at;
  const health = { schema: 1 as const, seen, watchedSince, silentSince, failingSince };
  const old = before?.symptoms ?? [];
  const measures = [
    ...PROGRAM_SYMPTOMS.map((kind) => ({
      kind,
      company: null,
      value: measureProgram(kind, { ...health, symptoms: old }, recent),
    })),
    ...measureCompanies(tallies, old),
  ];
  const all = measures.flatMap((measure) => turnOf(measure, old, seen.at) ?? []);
  // What is over makes room for what is not.
  const over = all.filter(({ type }) => type === "over");
  const room = MOST_SYMPTOMS - old.length + over.length;
  const raised = all.filter(({ type }) => type === "raised").slice(0, Math.max(0, room));
  const turns = [...over, ...raised].slice(0, MOST_TURNS);
  return { health: { ...health, symptoms: after(old, turns) }, turns };
}

/** How bad something is, in the unit of its threshold; `null`: that can't be known just now. */
interface Measure {
  kind: SymptomKind;
  company: string | null;
  value: number | null;
}

/** Since when there is trouble with Telegram, in either direction. */
function troubles(
  before: Health | null,
  { at, telegram }: Seen,
): Pick<Health, "silentSince" | "failingSince"> {
  const failing = before?.failingSince ?? null;
  if (telegram.kind === "silent") {
    return { silentSince: before?.silentSince ?? at, failingSince: failing };
  }
  if (telegram.kind === "wrong_token") return { silentSince: null, failingSince: failing };
  const { pending, failedAt } = telegram;
  const isFailing = pending > 0 && failedAt !== null && at - failedAt <= RETRIED_WITHIN;
  return { silentSince: null, failingSince: isFailing ? failing ?? at : null };
}

function measureProgram(
  kind: ProgramSymptom,
  { seen, watchedSince, silentSince, failingSince }: Health,
  before: Health | null,
): number | null {
  const { at, telegram, outbox, sweptAt, storeTook, deadLetters } = seen;
  const answer = telegram.kind === "answered" ? telegram : null;
  switch (kind) {
    case "wrong_token":
      return telegram.kind === "silent" ? null : Number(telegram.kind === "wrong_token");
    case "no_webhook":
      return answer && Number(!answer.hasWebhook);
    case "telegram_silent":
      return silentSince === null ? 0 : at - silentSince;
    case "updates_failing":
      return answer && (failingSince === null ? 0 : at - failingSince);
    case "updates_waiting":
      return answer && answer.pending;
    case "sweep_late":
      return at - Math.max(sweptAt ?? 0, watchedSince);
    case "outbox_stuck":
      return outbox.stuck;
    case "outbox_full":
      return outbox.rows;
    case "dead_letters":
      return deadLetters;
    case "store_slow":
      return Math.min(storeTook, before?.seen.storeTook ?? 0);
    default:
      return kind satisfies never;
  }
}

/** Companies with open incidents, and those of which something was wrong. */
function measureCompanies(
  tallies: ReadonlyMap<string, Tallies>,
  old: readonly Symptom[],
): Measure[] {
  const named = old.flatMap(({ company }) => company ?? []);
  const companies = [...new Set([...tallies.keys(), ...named])].toSorted();
  return companies.flatMap((company) => {
    const { open, unclaimed, escalated } = tallies.get(company) ??
      { open: 0, unclaimed: 0, escalated: 0 };
    return COMPANY_SYMPTOMS.map((kind) => {
      const least = wrongNow(old, { kind, company }) ? LEAST_OPEN * OVER_AT : LEAST_OPEN;
      const part = kind === "many_unclaimed" ? unclaimed : escalated;
      return { kind, company, value: open < least ? 0 : part / open };
    });
  });
}

function turnOf(
  { kind, company, value }: Measure,
  old: readonly Symptom[],
  at: number,
): Turn | null {
  if (value === null) return null;
  const symptom = wrongNow(old, { kind, company });
  if (symptom) return value <= THRESHOLDS[kind] * OVER_AT ? { type: "over", symptom } : null;
  if (value < THRESHOLDS[kind]) return null;
  const since = LASTING.includes(kind) ? at - value : at;
  return { type: "raised", symptom: { kind, company, since, value } };
}

/** Their value is for how long it has been so. */
const LASTING: readonly SymptomKind[] = [
  "telegram_silent",
  "updates_failing",
  "sweep_late",
  "outbox_stuck",
];

function wrongNow(
  symptoms: readonly Symptom[],
  { kind, company }: Pick<Symptom, "kind" | "company">,
): Symptom | undefined {
  return symptoms.find((it) => it.kind === kind && it.company === company);
}

function after(old: readonly Symptom[], turns: readonly Turn[]): Symptom[] {
  const over = turns.flatMap(({ type, symptom }) => type === "over" ? symptom : []);
  const raised = turns.flatMap(({ type, symptom }) => type === "raised" ? symptom : []);
  return [...old.filter((symptom) => !over.includes(symptom)), ...raised];
}
