/** What things are called, and the signs that stand for them. */

import type { Closed, Status } from "../../../domain/incident.ts";
import type { Priority } from "../../../domain/priority.ts";

/** In English. */
export const words = {
  nameless: (id: number) => `Person ${id}`,
  quoted: (text: string) => `“${text}”`,

  statuses: {
    awaiting_department: "which department?",
    awaiting_claim: "waiting for someone to claim",
    in_progress: "in progress",
    awaiting_summary: "waiting for a summary",
    resolved: "resolved",
    closed: "closed",
  } satisfies Record<Status, string>,

  signs: {
    awaiting_department: "⚪️",
    awaiting_claim: "🔴",
    in_progress: "🟡",
    awaiting_summary: "🔵",
    resolved: "✅",
    closed: "⚫️",
  } satisfies Record<Status, string>,

  ends: {
    no_summary: "closed without a summary",
    false_alarm: "false alarm",
    duplicate: "duplicate",
    cancelled: "cancelled",
  } satisfies Record<Closed["reason"], string>,

  priorities: {
    low: "low",
    medium: "medium",
    high: "high",
    critical: "critical",
  } satisfies Record<Priority, string>,

  prioritySigns: { low: "🔽", medium: "", high: "🔶", critical: "🚨" } satisfies Record<
    Priority,
    string
  >,
} as const;
