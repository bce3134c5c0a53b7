import { assert, assertEquals } from "@std/assert";
import { createApp } from "../../src/app.ts";
import type { IncidentEvent } from "../../src/domain/event.ts";
import { keys } from "../../src/store/keys.ts";
import { denoKv } from "../../src/store/kv.ts";
import { createLog } from "../../src/log.ts";
import { type Chance, chanceFrom, seedFor } from "../domain/random.ts";
import { historyOf } from "../faults/contents.ts";
import { assertSound } from "../faults/invariants.ts";
import { type Program, startProgram, testConfig } from "../program.ts";
import { stored } from "../stories/stored.ts";
import { asks } from "../stories/story.ts";
import { deedOf, type Due, dueAfter, PATIENCE, SUMMARY } from "./due_times.ts";
import { openPlace, type Place, somebodyActs } from "./deadline_people.ts";
import { ALL_MINUTES, type Minutes, NIGHT_MINUTES, NIGHTS } from "./working_minutes.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Fridays; on the Sundays after them the clocks of New York are changed. */
const FRIDAYS = [Date.UTC(2027, 2, 12), Date.UTC(2027, 10, 5)] as const;
const DAYS = 5;
const INCIDENTS = 5;
/** All that the clock does. */
const DEEDS = [
  "nudged department",
  "department_chosen",
  "nudged unclaimed",
  "escalated",
  "nudged escalated",
  "nudged silent",
  "nudged summary",
  "closed",
  "woken",
];

const ENVIRONMENT = {
  SLA_DEPARTMENT_NUDGE_MINUTES: String(PATIENCE.department[0]),
  SLA_UNCLAIMED_NUDGE_MINUTES: String(PATIENCE.unclaimed[0]),
  SLA_ESCALATION_NUDGE_MINUTES: String(PATIENCE.escalated[0]),
  SLA_CHECK_IN_MINUTES: String(PATIENCE.silent[0]),
  SLA_SUMMARY_TIMEOUT_MINUTES: String(SUMMARY),
};
const REPEATS = [
  `department_repeat ${PATIENCE.department[1]}`,
  `unclaimed_repeat ${PATIENCE.unclaimed[1]}`,
  `escalated_repeat ${PATIENCE.escalated[1]}`,
  `check_in_repeat ${PATIENCE.silent[1]}`,
];

/** When nobody was there to sweep: from the first of two moments on, until the second. */
type Downtime = readonly [from: number, until: number];

/** Another process over the same store. */
function another({ telegram, admin, store, clock: { now } }: Program) {
  return createApp(testConfig(telegram, admin.id, ENVIRONMENT), {
    kv: denoKv(store),
    now,
    log: createLog({ level: "error", secrets: [], now, write: () => {} }),
  });
}

/** The first moment after `now` at which something is due, as the store has it. */
async function nextDue({ store, clock }: Program): Promise<number> {
  for await (const { key } of store.list({ prefix: ["due"] }, { limit: 1 })) {
    return Math.max(Number(key[1]), clock.now() + MINUTE);
  }
  return Infinity;
}

/** Some days: sweeps whenever something is due and now and then, by whoever is up; people in between. */
async function liveThrough(
  program: Program,
  places: readonly Place[],
  { from, chance }: { from: number; chance: Chance },
): Promise<Downtime[]> {
  const { clock } = program;
  const downtimes: Downtime[] = [[clock.now(), from]];
  let nextAct = from;
  let nextDown = from + chance.below(DAY);
  await clock.advance(from - clock.now());
  let app = program.app;
  while (clock.now() < from + DAYS * DAY) {
    const late = chance.below(3) === 0 ? [another(program)] : [];
    await Promise.all([app, ...late].map((each) => each.sweep()));
    await program.telegram.settled();
    if (clock.now() >= nextAct) {
      await act(program, chance.pick(places), chance);
      nextAct = clock.now() + chance.below(200) * MINUTE;
    }
    if (clock.now() >= nextDown) {
      const until = wholeMinute(clock.now() + chance.pick([3, 45, 400, 900]) * MINUTE);
      downtimes.push([clock.now() + MINUTE, until]);
      nextDown = until + chance.below(2 * DAY);
      await clock.advance(until - clock.now());
      app = another(program);
      continue;
    }
    const idle = clock.now() + (1 + chance.below(600)) * MINUTE;
    const next = Math.min(await nextDue(program), idle, Math.max(nextAct, clock.now() + MINUTE));
    await clock.advance(wholeMinute(next) - clock.now());
  }
  return downtimes;
}

function wholeMinute(at: number): number {
  return Math.ceil(at / MINUTE) * MINUTE;
}

async function act(program: Program, place: Place, chance: Chance): Promise<void> {
  const { company, group, eve } = place;
  const last = (await stored(program, keys.lastNumber(company)))?.last ?? 0;
  if (last < INCIDENTS) return void await eve.says(group, `/new_issue Trouble ${last + 1}`);
  const number = 1 + chance.below(last);
  const incident = await stored(program, keys.incident({ company, number }));
  assert(incident);
  await somebodyActs(place, incident, chance);
}

/** Everything that the clock did to an incident came in the first minute in which it could. */
async function assertInTime(
  { store, clock }: Program,
  id: { company: string; number: number },
  { minutes, downtimes }: { minutes: Minutes; downtimes: readonly Downtime[] },
): Promise<string[]> {
  const history = await historyOf(store, id);
  const deeds: string[] = [];
  for (let i = 1; i <= history.length; i++) {
    const before = history.slice(0, i);
    const [last, event] = [before.at(-1)!, history[i]];
    const due = dueAfter(before, minutes);
    const name = `${id.company}-${id.number} after ${before.map(deedOf).join(", ")}`;
    const at = due && sweptAt(due, last, downtimes);
    if (event?.actor === null) {
      const found = { does: deedOf(event), at: text(event.at) };
      assertEquals(found, due && at && { does: due.does, at: text(at) }, name);
      deeds.push(found.does);
    } else if (at !== null) {
      // The last minute has no sweep.
      const isLater = event ? at > event.at : at >= clock.now();
      assert(isLater, `${due?.does} of ${text(at)} is missing: ${name}`);
    }
  }
  return deeds;
}

/** The first sweep that finds it due, at a time at which it may be done. */
function sweptAt(
  { at: due, minutes }: Due,
  { actor, at: lastAt }: IncidentEvent,
  downtimes: readonly Downtime[],
): number {
  // The sweep of a minute comes before what people do in it.
  let at = minutes.after(Math.max(due, lastAt + (actor ? MINUTE : 0)), 0);
  for (;;) {
    const down = downtimes.find(([from, until]) => from <= at && at < until);
    if (!down) return at;
    at = minutes.after(down[1], 0);
  }
}

function text(at: number): string {
  return new Date(at).toISOString();
}

Deno.test("over many days, with downtimes, restarts and clocks that are changed, every deadline fires once and in its minute", async () => {
  const chance = chanceFrom(seedFor("deadlines"));
  const program = await startProgram({ environment: ENVIRONMENT });
  const nights = await openPlace(program, "NIGHT", REPEATS);
  await asks(nights.mia, `/time_zone NIGHT ${NIGHTS.timeZone}`);
  await asks(nights.mia, `/hours NIGHT ${NIGHTS.hours}`);
  await asks(nights.mia, `/holidays NIGHT add ${NIGHTS.holiday}`);
  const always = await openPlace(program, "ALWAYS", REPEATS);
  const started = performance.now();
  const downtimes: Downtime[] = [];
  for (const from of FRIDAYS) {
    downtimes.push(...await liveThrough(program, [nights, always], { from, chance }));
  }
  const deeds: string[] = [];
  for (const { company } of [nights, always]) {
    const minutes = company === "NIGHT" ? NIGHT_MINUTES : ALL_MINUTES;
    const last = (await stored(program, keys.lastNumber(company)))?.last ?? 0;
    for (let number = 1; number <= last; number++) {
      deeds.push(...await assertInTime(program, { company, number }, { minutes, downtimes }));
    }
  }
  const times = DEEDS.map((deed) => `${deed} ${deeds.filter((it) => it === deed).length}`);
  console.log(`${((performance.now() - started) / 1000).toFixed(1)} s: ${times.join(", ")}`);
  assertEquals(DEEDS.filter((deed) => !deeds.includes(deed)), []);
  await assertSound(program.store, { now: program.clock.now() });
  await program.close();
});
