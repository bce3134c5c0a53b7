/** What can be wrong with the program, or with a company's incidents, and from when on it counts. */

import { z } from "zod";

const MINUTE = 60_000;

/** Something that can be wrong with the program. */
export type ProgramSymptom =
  | "wrong_token"
  | "no_webhook"
  | "telegram_silent"
  | "updates_failing"
  | "updates_waiting"
  | "sweep_late"
  | "outbox_stuck"
  | "outbox_full"
  | "dead_letters"
  | "store_slow";

/** Something that can be wrong with a company's incidents. */
export type CompanySymptom = "many_unclaimed" | "many_escalated";

/** Something that can be wrong. */
export type SymptomKind = ProgramSymptom | CompanySymptom;

/** Of the program; each is raised as soon as it is as bad as this. */
const OF_PROGRAM: Record<ProgramSymptom, number> = {
  /** Telegram answers 401 or 404: the token is wrong, and nothing works until somebody mends it. */
  wrong_token: 1,
  /** No webhook is set: no update will ever come. */
  no_webhook: 1,
  /** For how long, in milliseconds, Telegram has not answered. Single failures are everyday life. */
  telegram_silent: 3 * MINUTE,
  /** For how long, in milliseconds, updates have failed. One that nobody can handle is given up sooner. */
  updates_failing: 3 * MINUTE,
  /** Updates that wait at Telegram. It brings 40 at once, so a burst of that size is gone in seconds. */
  updates_waiting: 100,
  /** How long ago, in milliseconds, a sweep ended. There is one each minute, of 45 seconds at most. */
  sweep_late: 3 * MINUTE,
  /** For how long, in milliseconds, something has not been said that nothing holds back. */
  outbox_stuck: 5 * MINUTE,
  /** Rows that wait to be said. Telegram takes 30 a second, so this many are more than a burst. */
  outbox_full: 500,
  /** Letters that are dead, of the last 24 hours. One or two have a cause of their own. */
  dead_letters: 5,
  /** How long the store took twice in a row, in milliseconds. A few are usual, 50 far away. */
  store_slow: 1_000,
};

/** Of a company's incidents, as a share of its open ones. */
const OF_COMPANY: Record<CompanySymptom, number> = {
  /** Nobody has claimed them. */
  many_unclaimed: 0.5,
  /** They wait for managers. */
  many_escalated: 0.3,
};

/** As bad as this it is raised. */
export const THRESHOLDS: Record<SymptomKind, number> = { ...OF_PROGRAM, ...OF_COMPANY };

/** Only at this part of its threshold is it over: what wavers around one is told of once. */
export const OVER_AT = 0.8;

/** With fewer open incidents a company's shares say nothing. */
export const LEAST_OPEN = 5;

/** Everything that can be wrong with the program, the gravest first. */
export const PROGRAM_SYMPTOMS = Object.keys(OF_PROGRAM) as ProgramSymptom[];
/** Everything that can be wrong with a company's incidents. */
export const COMPANY_SYMPTOMS = Object.keys(OF_COMPANY) as CompanySymptom[];
/** Everything that can be wrong. */
export const SYMPTOMS: readonly SymptomKind[] = [...PROGRAM_SYMPTOMS, ...COMPANY_SYMPTOMS];

/** Something that is wrong. */
export interface Symptom {
  /** What. */
  kind: SymptomKind;
  /** In which company; `null`: with the program. */
  company: string | null;
  /** Since when, as far as was seen; epoch milliseconds. */
  since: number;
  /** How bad it was when it was raised, in the unit of its threshold. */
  value: number;
}

/** Schema of {@linkcode Symptom}. */
export const Symptom: z.ZodType<Symptom> = z.object({
  kind: z.enum(SYMPTOMS),
  company: z.string().nullable(),
  since: z.int(),
  value: z.number(),
});
