/**
 * `GET /healthz`: whether the program does its work. Anybody may ask, so there are numbers in it and
 * fixed words, and nothing about whom they concern.
 */

import type { CoreDeps } from "../deps.ts";
import type { Health } from "../domain/health.ts";
import { type Symptom, type SymptomKind, SYMPTOMS, THRESHOLDS } from "../domain/symptom.ts";
import { keys } from "../store/keys.ts";
import { readMany } from "../store/read.ts";
import type { Heartbeat } from "../store/records.ts";

/** A store that has not answered by then is out, in milliseconds. */
const PATIENCE = 3_000;

/** The answer. Its shape is a promise: README has it, a field may come but none goes. */
export interface HealthAnswer {
  /** The store answers and the sweep runs. */
  ok: boolean;
  /** The store answers. */
  store: boolean;
  /** How long this process runs. */
  uptime_seconds: number;
  /** The last sweep, of whichever process; `null`: none is known. */
  sweep: {
    age_seconds: number;
    took_seconds: number;
    /** Deadlines that were dealt with. */
    due: number;
    /** Chats whose waiting messages were dealt with. */
    chats: number;
    /** There was time for everything. */
    complete: boolean;
  } | null;
  /** What the watch saw last; `null`: nothing is known of it. */
  watch: {
    age_seconds: number;
    telegram: "answered" | "silent" | "wrong_token";
    /** Updates at Telegram; `null`: it did not say. */
    updates_waiting: number | null;
    /** Messages that wait to be said, at most 1,000. */
    outbox_rows: number;
    outbox_oldest_seconds: number;
    /** Of the last 24 hours, at most 1,000. */
    dead_letters: number;
    store_ms: number;
    /** How often each thing is wrong: of the program 0 or 1, else in how many companies. */
    symptoms: Record<SymptomKind, number>;
  } | null;
}

/** What is known; `null`: the store does not tell. */
interface Known {
  heartbeat: Heartbeat | null;
  health: Health | null;
}

/** 200 while the store answers and the sweep runs, else 503. `startedAt`: epoch milliseconds. */
export async function health(
  { kv, now, sleep }: Pick<CoreDeps, "kv" | "now" | "sleep">,
  startedAt: number,
): Promise<Response> {
  const reading = readMany(kv, { heartbeat: keys.heartbeat(), health: keys.health() }).then(
    ({ heartbeat, health }): Known => ({ heartbeat: heartbeat.value, health: health.value }),
    () => null,
  );
  const known = await Promise.race([reading, sleep(PATIENCE).then(() => null)]);
  const answer = answerFrom(known, { at: now(), startedAt });
  return Response.json(answer, { status: answer.ok ? 200 : 503 });
}

function answerFrom(
  known: Known | null,
  { at, startedAt }: { at: number; startedAt: number },
): HealthAnswer {
  const heartbeat = known?.heartbeat ?? null;
  // After a start the first sweep may be a minute away.
  const sweptOrStarted = Math.max(startedAt, heartbeat?.at ?? 0);
  return {
    ok: known !== null && at - sweptOrStarted <= THRESHOLDS.sweep_late,
    store: known !== null,
    uptime_seconds: seconds(at - startedAt),
    sweep: heartbeat && {
      age_seconds: seconds(at - heartbeat.at),
      took_seconds: seconds(heartbeat.at - heartbeat.startedAt),
      due: heartbeat.due,
      chats: heartbeat.chats,
      complete: heartbeat.isComplete,
    },
    watch: known?.health ? watchOf(known.health, at) : null,
  };
}

function watchOf(
  { seen, symptoms }: Health,
  at: number,
): NonNullable<HealthAnswer["watch"]> {
  const { telegram, outbox, deadLetters, storeTook } = seen;
  return {
    age_seconds: seconds(at - seen.at),
    telegram: telegram.kind,
    updates_waiting: telegram.kind === "answered" ? telegram.pending : null,
    outbox_rows: outbox.rows,
    outbox_oldest_seconds: seconds(outbox.oldest),
    dead_letters: deadLetters,
    store_ms: storeTook,
    symptoms: countsOf(symptoms),
  };
}

function countsOf(symptoms: readonly Symptom[]): Record<SymptomKind, number> {
  const counts = SYMPTOMS.map((kind) => [kind, symptoms.filter((it) => it.kind === kind).length]);
  return Object.fromEntries(counts);
}

function seconds(ms: number): number {
  return Math.round(ms / 1000);
}
