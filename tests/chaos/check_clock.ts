/** Invariant 8: a deadline fires once per due time, never early, and none is forgotten. */

import type { IncidentEvent } from "../../src/domain/event.ts";
import { formatIncidentId } from "../../src/domain/ids.ts";
import { patience, type Policy } from "../../src/domain/policy.ts";
import { PRIORITIES } from "../../src/domain/priority.ts";
import { classOf } from "../../src/store/keys.ts";
import type { StoredEvent, StoredIncident } from "../../src/store/records.ts";
import type { Contents } from "../faults/contents.ts";
import type { Commit } from "./journal.ts";

const MINUTE = 60_000;

/** What the clock does without any deadline. */
const BY_THE_WAY: readonly IncidentEvent["type"][] = ["claim_ended", "moved"];

/** Deadlines that fired early, or without being over after that; reminders of which nobody hears. */
export function wronglyFired(commits: readonly Commit[]): string[] {
  const wrong: string[] = [];
  const deadlines = new Map<string, number | null>();
  for (const { changes } of commits) {
    const sets = changes.filter((change) => change.type === "set");
    const record = sets.find(({ key }) => key[0] === "incident")?.value as
      | StoredIncident
      | undefined;
    if (!record) continue;
    const { state: { chatId }, deadline } = record;
    const name = formatIncidentId(record.state);
    const events = sets.filter(({ key }) => key[0] === "history")
      .map(({ value }) => (value as StoredEvent).event);
    // Without an event a deadline is only put off, while the bot is not in the group, or put right.
    if (events.length === 0) continue;
    const before = deadlines.get(name) ?? null;
    deadlines.set(name, deadline?.at ?? null);
    const own = events.find(({ actor, type }) => actor === null && !BY_THE_WAY.includes(type));
    if (!own) continue;
    const what = `${name}: "${own.type}" at ${own.at}`;
    if (before === null || before > own.at) wrong.push(`${what}, due at ${before ?? "no time"}`);
    if (deadline && deadline.at <= own.at) wrong.push(`${what}, due again at ${deadline.at}`);
    const isSaid = sets.some(({ key }) =>
      key[0] === "outbox" && key[1] === chatId && classOf(key) === "reminder"
    );
    if (own.type === "nudged" && !isSaid) wrong.push(`${what}, and nobody is told`);
  }
  return wrong;
}

/** Reminders that follow each other faster than the policy ever lets them. */
export function wronglyHurried({ histories }: Contents, policy: Policy): string[] {
  const least = (minutes: number) =>
    Math.min(...PRIORITIES.map((priority) => patience(minutes, priority, policy))) * MINUTE;
  const intervals: Record<string, number> = {
    department: least(policy.departmentNudgeMinutes),
    unclaimed: least(policy.unclaimedNudgeMinutes),
    escalated: least(policy.escalationNudgeMinutes),
    silent: least(policy.checkInMinutes),
  };
  const wrong: string[] = [];
  for (const [name, history] of histories) {
    const last = new Map<string, number>();
    for (const { event } of history) {
      if (event.type !== "nudged") continue;
      const before = last.get(event.about) ?? -Infinity;
      if (event.at - before < (intervals[event.about] ?? 0)) {
        wrong.push(`${name}: reminded at ${before} and at ${event.at}`);
      }
      last.set(event.about, event.at);
    }
  }
  return wrong;
}

/** Deadlines that the last sweep has left lying, where the bot is at home. */
export function wronglyOverdue({ incidents, groups }: Contents, sweptAt: number): string[] {
  const active = new Set(
    groups.flatMap(({ status, chatId }) => status === "active" ? [chatId] : []),
  );
  return incidents.filter(({ state, deadline }) =>
    active.has(state.chatId) && deadline && deadline.at <= sweptAt
  ).map(({ state, deadline }) => `${formatIncidentId(state)} was due at ${deadline?.at}`);
}
