/**
 * Forgets somebody step by step. Each step can be done again, so that a program that dies on the way
 * goes on where it stopped: the sweep sees to that.
 */

import { deliver } from "../delivery/deliver.ts";
import { sayForgotten } from "../delivery/say_forgotten.ts";
import type { Deps } from "../deps.ts";
import type { IncidentId } from "../domain/ids.ts";
import type { PersonRef } from "../domain/person.ts";
import { mentions } from "../domain/pseudonym.ts";
import { endForgetting, markPlace } from "../execute/forget_end.ts";
import { forgetInIncident } from "../execute/forget_incident.ts";
import { type FATES, forgetEntry, forgetTraces } from "../execute/forget_rest.ts";
import { endRoles, forgetInGroup } from "../execute/forget_roles.ts";
import { FORGETTING_STEPS, type ForgettingStep } from "../store/forgetting.ts";
import { keys } from "../store/keys.ts";
import { ownedIncidents, pagesOf } from "../store/listings.ts";
import { myIncidents } from "../store/mine.ts";
import { readOne } from "../store/read.ts";
import { releaseClaim } from "./release.ts";

/** A forgetting that is under way. */
interface Work {
  deps: Deps;
  personId: number;
  pseudonym: PersonRef;
  /** What they were called. */
  name: string;
  /** When there is no more time for it now, epoch milliseconds. */
  endAt: number;
}

/** Entries that are looked at together. */
const PAGE = 500;

/** People who are being forgotten. */
export async function* listForgettings({ kv }: Deps): AsyncGenerator<number> {
  for await (const { key } of kv.list({ prefix: ["forgetting"] })) yield Number(key[1]);
}

/** Goes on with it until `endAt` (epoch milliseconds); whether it is done. */
export async function forgetPerson(
  deps: Deps,
  personId: number,
  endAt: number,
): Promise<boolean> {
  const { value } = await readOne(deps.kv, keys.forgetting(personId));
  if (!value) return true;
  const { pseudonym, name } = value;
  const work = { deps, personId, pseudonym, name, endAt };
  let from = value.next;
  for (const step of FORGETTING_STEPS.slice(FORGETTING_STEPS.indexOf(value.step))) {
    const next = await doStep(work, step, from);
    if (next) {
      await markPlace(deps, personId, { step, next });
      return false;
    }
    from = null;
  }
  await sayForgotten(deps, personId);
  await endForgetting(deps, personId);
  return true;
}

/** The key that there was no time for; `null`: the step is done. */
async function doStep(
  work: Work,
  step: ForgettingStep,
  from: Deno.KvKey | null,
): Promise<Deno.KvKey | null> {
  const { deps, personId } = work;
  switch (step) {
    case "roles":
      await endRoles(deps, personId);
      return null;
    case "history":
      return await inHistories(work, from);
    case "group":
      return await inGroups(work, from);
    case "chore":
    case "administrators":
    case "prompt":
    case "outbox":
    case "dead_letter":
    case "update":
    case "act":
      return await eachUnder(work, step satisfies keyof typeof FATES, from, async (entry) => {
        await forgetEntry(deps, entry, { ...work, now: deps.now() });
      });
    case "traces":
      await forgetTraces(deps, personId);
      return null;
    case "late":
      await inLateIncidents(work);
      return await inGroups(work, from);
    default:
      return step satisfies never;
  }
}

async function eachUnder(
  { deps, endAt }: Work,
  prefix: string,
  from: Deno.KvKey | null,
  look: (entry: Deno.KvEntry<unknown>) => Promise<void>,
): Promise<Deno.KvKey | null> {
  const range = { start: from ?? [prefix], end: [prefix, true] };
  for await (const page of pagesOf(deps.kv, range, PAGE)) {
    for (const entry of page) {
      if (deps.now() >= endAt) return entry.key;
      await look(entry);
    }
  }
  return null;
}

async function inGroups(work: Work, from: Deno.KvKey | null): Promise<Deno.KvKey | null> {
  return await eachUnder(work, "group", from, async ({ key }) => {
    await forgetInGroup(work.deps, Number(key[1]), work);
  });
}

/** Every event is looked at: people comment on, cancel and assign what is not theirs, too. */
async function inHistories(work: Work, from: Deno.KvKey | null): Promise<Deno.KvKey | null> {
  let last = "";
  return await eachUnder(work, "history", from, async ({ key, value }) => {
    const [, company, number] = key;
    const incident = { company: String(company), number: Number(number) };
    const name = JSON.stringify(incident);
    // One commit has dealt with all of its events.
    if (name === last || !mentions(value, work.personId)) return;
    last = name;
    await inIncident(work, incident);
  });
}

async function inIncident({ deps, endAt, ...who }: Work, incident: IncidentId): Promise<void> {
  await deliver(deps, await forgetInIncident(deps, incident, who), endAt);
}

/** What they did, or was done with them, while the others were looked at. */
async function inLateIncidents(work: Work): Promise<void> {
  const { deps, personId } = work;
  await endRoles(deps, personId);
  for (const id of await ownedIncidents(deps.kv, personId)) {
    const { value } = await readOne(deps.kv, keys.incident(id));
    if (value) await releaseClaim(deps, value.state, { personId, cause: "role_lost" });
  }
  for await (const page of myIncidents(deps.kv, personId)) {
    for (const id of page) await inIncident(work, id);
  }
}
