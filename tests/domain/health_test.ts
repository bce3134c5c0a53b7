import { assertEquals } from "@std/assert";
import { Health, look, MOST_SYMPTOMS, MOST_TURNS, type Turn } from "../../src/domain/health.ts";
import type { Observation, TelegramSeen } from "../../src/domain/observation.ts";
import type { Tallies } from "../../src/domain/statistics.ts";
import { PROGRAM_SYMPTOMS, type SymptomKind, THRESHOLDS } from "../../src/domain/symptom.ts";
import { MINUTE, NOON } from "./cast.ts";

const ANSWERED = {
  kind: "answered",
  hasWebhook: true,
  pending: 0,
  failedAt: null,
  failure: null,
} as const;

/** All is well: the sweep has just ended. */
function seen(at: number, rest: Partial<Observation> = {}): Observation {
  return {
    at,
    telegram: ANSWERED,
    sweptAt: at,
    outbox: { rows: 0, oldest: 0, stuck: 0 },
    deadLetters: 0,
    storeTook: 2,
    tallies: new Map(),
    ...rest,
  };
}

/** What is seen when something is as bad as `value`, in the unit of its threshold. */
const WITH: Record<
  Exclude<SymptomKind, "telegram_silent" | "updates_failing">,
  (value: number, at: number) => Partial<Observation>
> = {
  wrong_token: (value) => ({ telegram: value ? { kind: "wrong_token" } : ANSWERED }),
  no_webhook: (value) => ({ telegram: { ...ANSWERED, hasWebhook: !value } }),
  updates_waiting: (value) => ({ telegram: { ...ANSWERED, pending: value } }),
  sweep_late: (value, at) => ({ sweptAt: at - value }),
  outbox_stuck: (value) => ({ outbox: { rows: 1, oldest: 1e9, stuck: value } }),
  outbox_full: (value) => ({ outbox: { rows: value, oldest: 0, stuck: 0 } }),
  dead_letters: (value) => ({ deadLetters: value }),
  store_slow: (value) => ({ storeTook: value }),
  many_unclaimed: (value) => ({ tallies: acme({ open: 100, unclaimed: 100 * value }) }),
  many_escalated: (value) => ({ tallies: acme({ open: 100, escalated: 100 * value }) }),
};

function acme(tallies: Partial<Tallies>): ReadonlyMap<string, Tallies> {
  return new Map([["ACME", { open: 0, unclaimed: 0, escalated: 0, ...tallies }]]);
}

/** Looks minute after minute, each time with what is seen then; the last look's turns. */
function looks(...sights: ((at: number) => Partial<Observation>)[]) {
  let health: Health | null = null;
  let turns: Turn[] = [];
  // Long enough for nothing to be new.
  for (let i = 0; i < 10; i++) health = look(health, seen(NOON + i * MINUTE)).health;
  sights.forEach((sight, i) => {
    const at = NOON + (10 + i) * MINUTE;
    ({ health, turns } = look(health, seen(at, sight(at))));
  });
  return { health: health!, turns };
}

const said = (turns: readonly Turn[]) =>
  turns.map(({ type, symptom }) => `${type} ${symptom.kind}`);
const kinds = ({ symptoms }: Health) => symptoms.map(({ kind }) => kind);

for (const [name, sight] of Object.entries(WITH)) {
  const kind = name as keyof typeof WITH;
  const threshold = THRESHOLDS[kind];
  const [most, step] = threshold < 1 ? [threshold, 0.01] : [threshold, 1];
  const as = (value: number) => (at: number) => sight(value, at);

  Deno.test(`${kind} is raised at its threshold and not before, and only once`, () => {
    assertEquals(said(looks(as(most - step), as(most - step)).turns), []);
    // What takes two looks, or one, is on record after two.
    const raised = looks(as(most), as(most));
    assertEquals(kinds(raised.health), [kind]);
    assertEquals(said(looks(as(most), as(most), as(most)).turns), []);
    assertEquals(Health.parse(raised.health), raised.health);
  });

  Deno.test(`${kind} is over at four fifths of its threshold and not before, once`, () => {
    const over = Math.floor(most * 0.8 / step) * step;
    if (threshold !== 1) {
      assertEquals(said(looks(as(most), as(most), as(over + step)).turns), []);
    }
    const { turns, health } = looks(as(most), as(most), as(over));
    assertEquals([said(turns), kinds(health)], [[`over ${kind}`], []]);
    assertEquals(said(looks(as(most), as(most), as(over), as(over)).turns), []);
    assertEquals(said(looks(as(most), as(most), as(over), as(most - step)).turns), []);
  });
}

const silent = (): Partial<Observation> => ({ telegram: { kind: "silent" } });
const failing = (failedAgo: number, pending = 1) => (at: number): Partial<Observation> => ({
  telegram: { ...ANSWERED, pending, failedAt: at - failedAgo, failure: "500" },
});
const well = () => ({});

for (
  const [kind, sight] of [["telegram_silent", silent], ["updates_failing", failing(10)]] as const
) {
  Deno.test(`${kind} is raised when it has lasted, and over with the first good look`, () => {
    assertEquals(said(looks(sight, sight, sight).turns), []);
    const { turns } = looks(sight, sight, sight, sight);
    assertEquals(said(turns), [`raised ${kind}`]);
    assertEquals(turns[0]?.symptom.since, NOON + 10 * MINUTE);
    assertEquals(said(looks(sight, sight, sight, sight, sight).turns), []);
    assertEquals(said(looks(sight, sight, well, sight, sight, sight).turns), []);
    assertEquals(said(looks(sight, sight, sight, sight, well).turns), [`over ${kind}`]);
  });
}

Deno.test("an old failure, or one that nothing waits for any more, is no failure", () => {
  const old = failing(6 * MINUTE);
  assertEquals(looks(old, old, old, old, old).health.symptoms, []);
  const done = failing(10, 0);
  assertEquals(looks(done, done, done, done, done).health.symptoms, []);
});

Deno.test("while Telegram is silent, what only it could tell stays as it was", () => {
  const waiting = (): Partial<Observation> => ({ telegram: { ...ANSWERED, pending: 150 } });
  assertEquals(kinds(looks(waiting, silent, silent).health), ["updates_waiting"]);
  const wrong = (): Partial<Observation> => ({ telegram: { kind: "wrong_token" } });
  assertEquals(kinds(looks(wrong, silent).health), ["wrong_token"]);
  const bad = failing(10);
  assertEquals(kinds(looks(bad, bad, bad, bad, silent, silent).health), ["updates_failing"]);
});

Deno.test("who does not know the token has answered", () => {
  const wrong = (): Partial<Observation> => ({ telegram: { kind: "wrong_token" } });
  assertEquals(kinds(looks(silent, silent, silent, silent, wrong).health), ["wrong_token"]);
});

Deno.test("a store that was slow once is not slow", () => {
  const slow = () => ({ storeTook: 5_000 });
  assertEquals(said(looks(slow, well, slow).turns), []);
  assertEquals(said(looks(slow, slow).turns), ["raised store_slow"]);
});

Deno.test("a sweep is not late before it had the time, however long nobody looked", () => {
  const never = { sweptAt: null };
  let { health, turns } = look(null, seen(NOON, never));
  for (const minute of [1, 2]) {
    ({ health, turns } = look(health, seen(NOON + minute * MINUTE, never)));
    assertEquals(said(turns), []);
  }
  ({ health, turns } = look(health, seen(NOON + 3 * MINUTE, never)));
  assertEquals(said(turns), ["raised sweep_late"]);
  // The machine was off for an hour.
  const before = looks(well).health;
  const later = before.seen.at + 60 * MINUTE;
  assertEquals(said(look(before, seen(later, { sweptAt: before.seen.at })).turns), []);
});

Deno.test("nobody knows how long Telegram was silent while nobody looked", () => {
  const { health } = looks(silent, silent);
  const { turns } = look(health, seen(health.seen.at + 60 * MINUTE, silent()));
  assertEquals(said(turns), []);
});

Deno.test("a company with few open incidents is left alone, and one at the limit does not waver", () => {
  const sees = (open: number, unclaimed: number) => () => ({ tallies: acme({ open, unclaimed }) });
  assertEquals(said(looks(sees(4, 4)).turns), []);
  assertEquals(said(looks(sees(5, 3)).turns), ["raised many_unclaimed"]);
  assertEquals(said(looks(sees(5, 3), sees(4, 3)).turns), []);
  assertEquals(said(looks(sees(5, 3), sees(3, 3)).turns), ["over many_unclaimed"]);
  assertEquals(said(looks(sees(5, 3), well).turns), ["over many_unclaimed"]);
});

Deno.test("companies are looked at one by one", () => {
  const tallies = new Map([
    ["ACME", { open: 10, unclaimed: 9, escalated: 0 }],
    ["ZETA", { open: 10, unclaimed: 1, escalated: 9 }],
  ]);
  const { health } = looks(() => ({ tallies }));
  assertEquals(health.symptoms.map(({ kind, company }) => [kind, company]), [
    ["many_unclaimed", "ACME"],
    ["many_escalated", "ZETA"],
  ]);
});

Deno.test("much that changes at once is told bit by bit, nothing twice and nothing never", () => {
  const names = Array.from({ length: 150 }, (_, n) => `C${100 + n}`);
  const all = new Map(names.map((name) => [name, { open: 10, unclaimed: 9, escalated: 9 }]));
  let health: Health | null = null;
  const told: string[] = [];
  for (let minute = 0; minute < 60; minute++) {
    const result = look(health, seen(NOON + minute * MINUTE, { tallies: all }));
    health = result.health;
    assertEquals(result.turns.length <= MOST_TURNS, true);
    told.push(...result.turns.map(({ symptom }) => `${symptom.kind} ${symptom.company}`));
  }
  assertEquals([told.length, new Set(told).size], [MOST_SYMPTOMS, MOST_SYMPTOMS]);
  assertEquals(health?.symptoms.length, MOST_SYMPTOMS);
  const bytes = new TextEncoder().encode(JSON.stringify(health)).length;
  assertEquals(bytes < 64 * 1024, true, `${bytes} bytes`);
  // What is over makes room for the rest.
  const { turns } = look(health, seen(NOON + 60 * MINUTE));
  assertEquals(turns.map(({ type }) => type), Array(MOST_TURNS).fill("over"));
});

Deno.test("the program's symptoms are looked at before any company's", () => {
  const telegram: TelegramSeen = { kind: "wrong_token" };
  const tallies = acme({ open: 10, unclaimed: 9 });
  const { turns } = looks((at) => ({ telegram, tallies, sweptAt: at - 9 * MINUTE }));
  assertEquals(said(turns), ["raised wrong_token", "raised sweep_late", "raised many_unclaimed"]);
  assertEquals(PROGRAM_SYMPTOMS[0], "wrong_token");
});
