/** What the store says: an incident's keys, the outbox, what is due. */

import { formatIncidentId, type IncidentId, parseIncidentId } from "../../src/domain/ids.ts";
import type { Deadline } from "../../src/domain/deadlines.ts";
import { DrainToken, OutboxRow, StoredIncident } from "../../src/store/records.ts";
import type { Machinery } from "./contract.ts";
import type { Desk } from "./desk.ts";

/** What happens when it comes. */
const WHY: Record<Deadline["kind"], string> = {
  department: "nobody has chosen the department: remind the reporter, or call the default one",
  unclaimed: "nobody has claimed it: remind the people on duty, or escalate",
  escalated: "it has escalated: remind the managers",
  silent: "nothing was heard of it: ask the owner how it goes",
  summary: "the summary is missing: remind whoever was asked for it",
  no_summary: "the summary never came: close it",
  snooze: "the snooze ends: everything waits anew",
};

type Found = Deno.KvEntry<unknown>;

/** All of it, as of now. `id`: the incident that is looked at. */
export async function machineryOf(
  { store, telegram, time }: Desk,
  id: string | null,
): Promise<Machinery> {
  const entries: Found[] = [];
  for await (const entry of store.list({ prefix: [] })) entries.push(entry);
  const incidents = entries
    .filter(({ key }) => key[0] === "incident")
    .map(({ value }) => StoredIncident.parse(value))
    .sort((a, b) => b.state.reportedAt - a.state.reportedAt);
  const wanted = id === null ? null : parseIncidentId(id);
  const titleOf = (chat: Deno.KvKeyPart | undefined) => {
    const room = telegram.world.rooms.get(Number(chat))?.chat;
    return room?.type === "private" ? room.first_name : room?.title ?? String(chat);
  };
  return {
    incident: wanted && {
      id: formatIncidentId(wanted),
      keys: entries.filter((entry) => isAbout(entry, wanted)).map(({ key, value }) => ({
        key: key.map(String).join(" / "),
        value: written(value),
      })),
    },
    incidents: incidents.map(({ state }) => formatIncidentId(state)),
    outbox: entries.filter(({ key }) => key[0] === "outbox").map(({ key, value }) => {
      const row = OutboxRow.parse(value);
      const token = entries.find((entry) => entry.key[0] === "drain" && entry.key[1] === key[1]);
      return {
        chat: titleOf(key[1]),
        what: whatOf(row),
        waits: waitOf(row, token, time.clock.now()),
        attempts: row.attempts ?? 0,
      };
    }),
    deadlines: incidents.flatMap(({ state, deadline }) =>
      deadline
        ? [{ incident: formatIncidentId(state), at: deadline.at, why: WHY[deadline.kind] }]
        : []
    ).sort((a, b) => a.at - b.at),
  };
}

/** The company and the number stand in the key, next to each other as a rule, or in what it holds. */
function isAbout({ key, value }: Found, { company, number }: IncidentId): boolean {
  const at = key.indexOf(company);
  if (at >= 0 && key.slice(at + 1).includes(number)) return isNumbered(key, { company, number });
  const { incident } = (value ?? {}) as { incident?: Partial<IncidentId> };
  return incident?.company === company && incident.number === number;
}

/** Where in a key, counted from the company, the incident's number stands; else right behind it. */
const NUMBER_AT: Record<string, number> = { word: 2, over: 2, queue: 3 };

function isNumbered(key: Deno.KvKey, { company, number }: IncidentId): boolean {
  if (key[0] === "counter" || key[0] === "removed" || key[0] === "tally") return false;
  return key[key.indexOf(company) + (NUMBER_AT[String(key[0])] ?? 1)] === number;
}

function whatOf(row: OutboxRow): string {
  switch (row.kind) {
    case "card":
      return `the card of ${formatIncidentId(row.incident)}`;
    case "leave":
      return "leave the group";
    case "message":
      return `a message: ${JSON.stringify(row.content).slice(0, 160)}`;
    default:
      return row satisfies never;
  }
}

function waitOf(row: OutboxRow, token: Found | undefined, now: number): string | null {
  const held = token ? DrainToken.parse(token.value) : null;
  const until = Math.max(held?.holdUntil ?? 0, row.notBefore ?? 0);
  const seconds = (at: number) => `${Math.ceil((at - now) / 1000)} s`;
  const why = row.lastError ? `, after: ${row.lastError}` : "";
  if (until > now) return `for ${seconds(until)}${why}`;
  if (held?.holder && held.until > now) {
    return `somebody is at it, for ${seconds(held.until)} at most${why}`;
  }
  return row.lastError ? `for the next sweep${why}` : null;
}

function written(value: unknown): string {
  return JSON.stringify(
    value,
    (_key, each) => each instanceof Deno.KvU64 ? Number(each.value) : each,
    2,
  );
}
