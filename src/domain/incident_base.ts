/** What every incident has, whatever its status. */

import type { PersonRef } from "./person.ts";
import type { Priority } from "./priority.ts";

/** The managers were called: tier 2. */
export interface Escalation {
  /** Since when, epoch milliseconds. */
  at: number;
  /** Who called them; `null`: the clock. */
  by: PersonRef | null;
  /** Why, in their words. */
  reason: string | null;
  /** Since when they are waited for, epoch milliseconds; 0: since they were called. */
  calledAt: number;
  /** When the managers were last reminded, epoch milliseconds; `null` before the first time. */
  nudgedAt: number | null;
  /** How often they were reminded. */
  nudges: number;
  /** The manager who took over from whoever worked on it; `null` while nobody has. */
  takenBy: PersonRef | null;
}

/** What was said about it. */
export interface Comments {
  /** How many comments there are. */
  count: number;
  /** The newest one, `comment` being its place in the history; `null` without any. */
  newest: { by: PersonRef; comment: number; line: string } | null;
}

/** Nobody is to be reminded of it for a while. */
export interface Snooze {
  /** Until then, epoch milliseconds. */
  until: number;
  /** Who wanted it so. */
  by: PersonRef;
}

/** What every incident has. */
export interface IncidentBase {
  /** The company's id. */
  company: string;
  /** Counts up per company. */
  number: number;
  /** How many events it has seen; the newest event's place in the history. */
  version: number;
  /** The group it was reported in. */
  chatId: number;
  /** The message it was made from: the card replies to it. */
  sourceMessageId: number;
  /** Who reported it. */
  reporter: PersonRef;
  /** 5 to 3,000 characters, as typed. */
  description: string;
  /** Epoch milliseconds. */
  reportedAt: number;
  /** The forum topic it was reported in; `null` outside of topics. */
  topicId: number | null;
  /** When the description was last edited, epoch milliseconds; `null`: never. */
  editedAt: number | null;
  /** How urgent it is. */
  priority: Priority;
  /** At most 10, in lower case, without `#`. */
  tags: string[];
  /** Tier 2 while it is not `null`. */
  escalation: Escalation | null;
  /** No reminders while it is not `null`. */
  snoozed: Snooze | null;
  /** How often it was reopened. */
  reopened: number;
  /** How often its card was to be pinned anew. */
  repins: number;
  /** Ids of everybody who ever owned it or helped, without doubles. */
  workers: number[];
  /** Ids of those who took it without a role for it, while nobody took calls. */
  guests?: number[] | undefined;
  /** What was said about it. */
  comments: Comments;
  /** How many files and places belong to it. */
  attachments: number;
}
