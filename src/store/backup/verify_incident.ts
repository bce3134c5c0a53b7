/** Whether an incident is what its history comes to. */

import type { IncidentEvent } from "../../domain/event.ts";
import { fold } from "../../domain/evolve.ts";
import type { IncidentId } from "../../domain/ids.ts";
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
  return whole.wrong === null ? whole : compared(await readIncidentParts(kv, id));
}

function compared(parts: readonly Deno.KvEntry<unknown>[]): WholeIncident {
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
  return { ...whole, wrong: isFoldOf(told, state) ? null : "its history comes to something else" };
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
