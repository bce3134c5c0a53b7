/** The incidents that somebody has to do with, the newest first, with what they did in each. */

import { formatIncidentId, type IncidentId } from "../domain/ids.ts";
import type { IncidentEvent } from "../domain/event.ts";
import { ownEvent, partsIn } from "../domain/own_data.ts";
import { mentions } from "../domain/pseudonym.ts";
import { keys } from "../store/keys.ts";
import { parseEntry, readMany } from "../store/read.ts";
import { historyOf } from "./history.ts";
import type { BotDeps } from "./incoming.ts";

/** After so many looks without a find the caller may see how long it has taken. */
const LOOKS = 500;

/**
 * First those that they reported or worked on, then all others in whose history they are. `null`: it
 * has looked for a while and found nothing.
 */
export async function* ownIncidents(
  deps: BotDeps,
  personId: number,
): AsyncGenerator<Record<string, unknown> | null> {
  const done = new Set<string>();
  const newestFirst = { reverse: true, batchSize: LOOKS };
  for await (const { key } of deps.kv.list({ prefix: ["mine", personId] }, newestFirst)) {
    const id = { company: String(key[2]), number: Number(key[3]) };
    done.add(formatIncidentId(id));
    yield await ownView(deps, id, personId);
  }
  let looks = 0;
  for await (const { key, value } of deps.kv.list({ prefix: ["history"] }, newestFirst)) {
    if (++looks % LOOKS === 0) yield null;
    if (!mentions(value, personId)) continue;
    const id = { company: String(key[1]), number: Number(key[2]) };
    const name = formatIncidentId(id);
    if (done.has(name)) continue;
    done.add(name);
    yield await ownView(deps, id, personId);
  }
}

async function ownView(
  deps: BotDeps,
  id: IncidentId,
  personId: number,
): Promise<Record<string, unknown> | null> {
  const { value: stored } = (await readMany(deps.kv, { incident: keys.incident(id) })).incident;
  if (!stored) return null;
  const { state } = stored;
  const { value: group } = (await readMany(deps.kv, { group: keys.group(state.chatId) })).group;
  const events: IncidentEvent[] = await historyOf(deps, id);
  return {
    incident: formatIncidentId(id),
    group: group?.title ?? null,
    your_part: partsIn(state, personId),
    status: state.status,
    reported_at: new Date(state.reportedAt).toISOString(),
    ended_at: "endedAt" in state ? new Date(state.endedAt).toISOString() : null,
    events: events.flatMap((event) => ownEvent(event, personId) ?? []),
    comments: await ownComments(deps, id, events, personId),
  };
}

/** What they said, as it reads now. */
async function ownComments(
  { kv }: BotDeps,
  id: IncidentId,
  events: readonly IncidentEvent[],
  personId: number,
): Promise<string[]> {
  const texts: string[] = [];
  for await (const entry of kv.list({ prefix: ["comment", id.company, id.number] })) {
    const { value } = parseEntry(keys.comment(id, Number(entry.key[3])), entry);
    const said = value && events[value.place - 1];
    if (said?.actor?.id === personId) texts.push(value!.text);
  }
  return texts;
}
