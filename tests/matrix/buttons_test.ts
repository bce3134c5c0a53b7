import { assert, assertEquals } from "@std/assert";
import { BUTTONS } from "../../src/bot/button_table.ts";
import type { Incident } from "../../src/domain/incident.ts";
import type { Program } from "../program.ts";
import type { Role } from "../stories/many_eyes.ts";
import { incident } from "../stories/stored.ts";
import { type Bench, onBench, type Tried } from "./bench.ts";
import { isGranted, type Presser, verdictOn } from "./granted.ts";
import { type Grounds, grounds, HOMES, PLACES, type Where } from "./grounds.ts";
import { type Sample, SAMPLES } from "./samples.ts";

const VERBS = Object.keys(BUTTONS);

function sampleOf(verb: string): Sample {
  const sample = SAMPLES[verb];
  assert(sample, `no sample for button "${verb}": tests/matrix/samples.ts needs a line for it`);
  return sample;
}

function* pressers({ people }: Grounds, places: readonly Where[]): Generator<Presser> {
  for (const where of places) {
    for (const role of Object.keys(people) as Role[]) yield { person: people[role], role, where };
  }
}

/** Somebody presses, under a message that is there. */
async function pressed(
  { trial }: Bench,
  all: Grounds,
  { person, where, data, id }: Presser & { data: string; id: string | null },
): Promise<Tried> {
  const message = all.under(person, where, id);
  return await trial(() => person.presses(message, "", { data }));
}

/** Nothing is written, nobody else hears of it, and the log says why. */
function assertRefused({ outcome, written, said }: Tried, { person }: Presser, what: string): void {
  assert(outcome !== undefined && outcome !== "done", `${what}: logged is ${outcome}`);
  assertEquals(written, [], `refused (${outcome}), and yet written: ${what}`);
  const toOthers = said.filter(({ personal }) => personal !== person.id)
    .filter(({ method }) => method !== "getChatAdministrators");
  assertEquals(toOthers, [], `refused (${outcome}), and others hear of it: ${what}`);
  const toasts = said.filter(({ method }) => method === "answerCallbackQuery");
  assert(String(toasts[0]?.params.text ?? "") !== "", `refused without a word: ${what}`);
}

async function statesOf(program: Program): Promise<Map<string, Incident>> {
  const states = new Map<string, Incident>();
  for (const id of Object.keys(HOMES)) states.set(id, await incident(program, id));
  return states;
}

/** In private and away from home some stand for all: what differs there is who somebody is. */
function idsIn(where: Where): string[] {
  if (where === "yard") return Object.keys(HOMES);
  return where === "private" ? ["ACME-1", "ACME-4", "ACME-7", "ZETA-1"] : ["ACME-1", "ZETA-1"];
}

Deno.test("every button about an incident does what the design grants, and nothing else anywhere", () =>
  onBench(grounds, async (bench, all) => {
    const states = await statesOf(bench.program);
    const counts = { granted: 0, refused: 0 };
    for (const presser of pressers(all, PLACES)) {
      for (const id of idsIn(presser.where)) {
        for (const verb of VERBS) {
          const sample = sampleOf(verb);
          if (sample.kind !== "does" && sample.kind !== "opens") continue;
          const more = sample.kind === "does" ? sample.more?.(all.named, id) : undefined;
          const data = [verb, id, ...(more === undefined ? [] : [more])].join(":");
          const told = { id, incident: states.get(id)! };
          const verdict = verdictOn(sample.action, told, presser);
          const tried = await pressed(bench, all, { ...presser, data, id });
          const what = `${data} by the ${presser.role} in ${presser.where}`;
          counts[verdict === null ? "granted" : "refused"]++;
          if (verdict !== null) {
            const isNowhere = tried.outcome === "group_not_active" && presser.where === "nowhere";
            if (!isNowhere) assertEquals(tried.outcome, verdict, what);
            assertRefused(tried, presser, what);
          } else if (sample.kind === "does") {
            assertEquals(tried.outcome, "done", what);
            assertEquals([...tried.incidents], [id], what);
          } else {
            assertEquals(tried.outcome, undefined, what);
            assertEquals([...tried.incidents], [], what);
            assert(tried.said.length > 0, what);
          }
        }
      }
    }
    assert(counts.granted > 500 && counts.refused > 5_000, JSON.stringify(counts));
  }));

Deno.test("every other button is for those whom the table names, where the bot puts it", () =>
  onBench(grounds, async (bench, all) => {
    for (const verb of VERBS) {
      const sample = sampleOf(verb);
      if (sample.kind === "does" || sample.kind === "opens") continue;
      for (const presser of pressers(all, PLACES)) {
        const data = sample.data(all.named);
        const tried = await pressed(bench, all, { ...presser, data, id: null });
        const what = `${data} by the ${presser.role} in ${presser.where}`;
        const granted = isGranted(sample.kind, verb, presser);
        if (!granted) assertRefused(tried, presser, what);
        else {
          assertEquals(isRefusal(tried.outcome), false, `${what}: ${tried.outcome}`);
          assertEquals(tried.written.filter(isOfAnIncident), [], what);
          if (sample.kind === "own") assertEquals(tried.written, [], what);
        }
      }
    }
  }));

/** What it is, and how it came to be; cards follow what is set for a group. */
function isOfAnIncident(key: string): boolean {
  return /^\["(incident|history)"/.test(key);
}

const REFUSALS = ["unknown", "not_allowed", "group_not_active", "no_list", "unknown_group"];

function isRefusal(outcome: string | undefined): boolean {
  return outcome !== undefined && REFUSALS.includes(outcome);
}

Deno.test("a group that a company has already is given to nobody, whoever presses", () =>
  onBench(grounds, async (bench, all) => {
    const { places } = all;
    for (const presser of pressers(all, PLACES)) {
      for (const group of Object.values(places)) {
        for (
          const data of [
            `attach:${group.id}:ZETA`,
            `attach:${group.id}:ACME`,
            `create:${group.id}`,
            `reject:${group.id}`,
            `block:${group.id}`,
          ]
        ) {
          const tried = await pressed(bench, all, { ...presser, data, id: null });
          const what = `${data} by the ${presser.role} in ${presser.where}: ${tried.outcome}`;
          assertEquals(tried.written, [], what);
          assert(tried.outcome !== undefined && tried.outcome !== "done", what);
        }
      }
    }
  }));
