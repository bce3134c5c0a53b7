/** What waited to be said: from the commit that asked for it to the one that took it away. */

import { formatIncidentId } from "../../src/domain/ids.ts";
import type { Incident } from "../../src/domain/incident.ts";
import { lastNudge } from "../../src/domain/nudge.ts";
import type { DeadLetter, OutboxRow, StoredIncident } from "../../src/store/records.ts";
import { keyText } from "../faults/stored_record.ts";
import { parseHtml } from "../simulator/html.ts";
import type { Commit } from "./journal.ts";

/** A message that waited. */
export interface Waited {
  chatId: number;
  /** Its class and its place, as they stand in its key. */
  key: Deno.KvKey;
  text: string;
  content: (OutboxRow & { kind: "message" })["content"];
  /** When it was asked for; epoch milliseconds. */
  at: number;
  /** It was asked for by a commit about this very chat, whose token puts it in order. */
  isOrdered: boolean;
  /** Meanwhile its incident had another status, or a newer reminder. */
  wasPointless: boolean;
  /** When it was taken away; `null`: it still waits. */
  endedAt: number | null;
  /** It was put aside. */
  isBuried: boolean;
}

/** All messages that ever waited, in the order in which they were asked for. */
export function allThatWaited(commits: readonly Commit[]): Waited[] {
  const all: Waited[] = [];
  const waiting = new Map<string, Waited>();
  const incidents = new Map<string, Incident>();
  for (const { at, changes } of commits) {
    for (const change of changes) {
      if (change.type !== "set" || change.key[0] !== "incident") continue;
      const { state } = change.value as StoredIncident;
      incidents.set(formatIncidentId(state), state);
    }
    for (const waited of waiting.values()) notePoint(waited, incidents);
    const tokens = changes.filter(({ type, key }) => type === "set" && key[0] === "drain")
      .map(({ key }) => key[1]);
    const letters = changes.flatMap((change) =>
      change.type === "set" && change.key[0] === "dead_letter"
        ? [(change.value as DeadLetter).row]
        : []
    );
    for (const change of changes) {
      if (change.key[0] !== "outbox") continue;
      const name = keyText(change.key);
      if (change.type === "delete") {
        const waited = waiting.get(name);
        if (!waited) continue;
        waited.endedAt = at;
        waited.isBuried = letters.some((row) =>
          row.kind === "message" && row.content.html === waited.content.html
        );
        waiting.delete(name);
      } else if (change.type === "set") {
        const row = change.value as OutboxRow;
        // A row that failed is set again with the reason.
        if (row.kind !== "message" || waiting.has(name)) continue;
        const chatId = Number(change.key[1]);
        const waited: Waited = {
          chatId,
          key: change.key,
          text: parseHtml(row.content.html).text.trim(),
          content: row.content,
          at,
          isOrdered: tokens.includes(chatId),
          wasPointless: false,
          endedAt: null,
          isBuried: false,
        };
        notePoint(waited, incidents);
        waiting.set(name, waited);
        all.push(waited);
      }
    }
  }
  return all;
}

function notePoint(waited: Waited, incidents: Map<string, Incident>): void {
  const { about } = waited.content;
  const incident = about && incidents.get(formatIncidentId(about.incident));
  if (!incident) return;
  const isReplaced = about.nudgedAt !== undefined && about.nudgedAt !== lastNudge(incident);
  if (isReplaced || !about.onlyWhile.includes(incident.status)) waited.wasPointless = true;
}
