/** Whether an incident is what its history comes to. */

import type { IncidentEvent } from "../../domain/event.ts";
import { fold } from "../../domain/evolve.ts";
import type { IncidentId } from "../../domain/ids.ts";
import { replacePerson } from "../../domain/pseudonym.ts";
import { Forgetting } from "../forgetting.ts";
import type { Kv } from "../kv.ts";
import { StoredEvent, StoredIncident } from "../records.ts";
import { valueText } from "./encoding.ts";
import { readIncidentParts } from "./incident_parts.ts";

/** An incident and its events, as they were at one moment. */
export interface WholeIncident {
  /** `null`: it does not exist, or can't be read. */
  stored: StoredIncident | null;
  /** In order. */
  events: IncidentEvent[];
  /** What is wrong with it, in words; `null`: nothing. */
  wrong: string | null;
}

/**
 * Compares an incident, as it was listed, with its history. When they differ both are read again as of
 * one moment: somebody may have worked on it in between.
 */
export async function wholeIncident(
  kv: Kv,
  id: IncidentId,
  listed: Deno.KvEntry<unknown>,
): Promise<WholeIncident> {
  const range = { prefix: ["history", id.company, id.number] };
  const history = await Array.fromAsync(kv.list(range, { batchSize: 500 }));
  const whole = compared([listed, ...history]);
  if (whole.wrong === null) return whole;
  const forgettings = await listForgettings(kv);
  return compared(await readIncidentParts(kv, id), forgettings);
}

/** A pseudonym that takes a person's place just now. */
interface Replacement {
  from: number;
  to: Forgetting["pseudonym"];
}

async function listForgettings(kv: Kv): Promise<Replacement[]> {
  const found: Replacement[] = [];
  for await (const { key, value } of kv.list({ prefix: ["forgetting"] })) {
    const { data } = Forgetting.safeParse(value);
    if (data) found.push({ from: Number(key[1]), to: data.pseudonym });
  }
  return found;
}

/** `replacements`: a history in which they have begun, and the state, are alike once they are made. */
function compared(
  parts: readonly Deno.KvEntry<unknown>[],
  replacements: readonly Replacement[] = [],
): WholeIncident {
  const record = parts.find(({ key }) => key[0] === "incident");
  const history = parts.filter(({ key }) => key[0] === "history");
  const stored = StoredIncident.safeParse(record?.value);
  const events = history.map(({ value }) => StoredEvent.safeParse(value));
  const told = events.flatMap(({ data }) => data ? [data.event] : []);
  const whole = { stored: stored.data ?? null, events: told };
  const versions = history.map(({ key }) => Number(key[3]));
  // What can't be read is a finding of its own.
  if (!stored.data || told.length < events.length) return { ...whole, wrong: null };
  const { state } = stored.data;
  if (versions.some((version, i) => version !== i + 1) || versions.length !== state.version) {
    return { ...whole, wrong: `at version ${state.version} with the events ${ranges(versions)}` };
  }
  const [last, now] = replacements.reduce(
    ([events, is], { from, to }) => [replacePerson(events, from, to), replacePerson(is, from, to)],
    [told, state],
  );
  return { ...whole, wrong: isFoldOf(last, now) ? null : "its history comes to something else" };
}

function isFoldOf(events: readonly IncidentEvent[], state: StoredIncident["state"]): boolean {
  try {
    return valueText(fold(events)) === valueText(state);
  } catch {
    return false;
  }
}

/** `1–3, 5`. */
function ranges(versions: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const version of versions) {
    const run = runs.at(-1);
    if (run && run[1] + 1 === version) run[1] = version;
    else runs.push([version, version]);
  }
  const texts = runs.map(([first, last]) => first === last ? `${first}` : `${first}–${last}`);
  return texts.join(", ") || "none";
}
