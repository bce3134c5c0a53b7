/** One of every event, and what the design says it does. */

import type { EventType, Happening, IncidentEvent } from "../../src/domain/event.ts";
import type { Status } from "../../src/domain/incident.ts";
import { hana, NOON, otto, stella } from "./cast.ts";
import { reported } from "./history.ts";

/** One of each. */
export const EVENTS: Readonly<Record<EventType, Happening>> = {
  reported: reported[0],
  department_chosen: { type: "department_chosen", department: "1" },
  department_changed: { type: "department_changed", department: "2" },
  claimed: { type: "claimed" },
  joined: { type: "joined" },
  left: { type: "left" },
  handed_over: { type: "handed_over", to: hana },
  unclaimed: { type: "unclaimed" },
  assigned: { type: "assigned", to: stella },
  claim_ended: { type: "claim_ended", person: otto, cause: "revoked", heir: hana },
  escalated: { type: "escalated", reason: "No parts" },
  de_escalated: { type: "de_escalated" },
  resolve_pressed: { type: "resolve_pressed" },
  back_to_work: { type: "back_to_work" },
  summarized: { type: "summarized", summary: "Replaced the brake line" },
  closed: { type: "closed", reason: "no_summary" },
  cancelled: { type: "cancelled", reason: "cancelled", note: "Sold", duplicateOf: null },
  reopened: { type: "reopened", reason: null },
  commented: { type: "commented", messageId: 8, text: "On my way" },
  comment_edited: { type: "comment_edited", comment: 3, text: "Almost there" },
  attached: {
    type: "attached",
    messageId: 9,
    attachment: { kind: "photo", fileId: "AgACAgI", size: null, name: null },
  },
  description_edited: { type: "description_edited", description: "Brakes failed on truck 13" },
  priority_set: { type: "priority_set", priority: "critical" },
  tagged: { type: "tagged", tags: ["brakes"] },
  untagged: { type: "untagged", tags: ["truck"] },
  repinned: { type: "repinned" },
  moved: { type: "moved", chatId: -1002 },
  checked_in: { type: "checked_in" },
  snoozed: { type: "snoozed", until: NOON + 3_600_000 },
  woken: { type: "woken" },
  nudged: { type: "nudged", about: "unclaimed" },
};

/** The names of all events. */
export const EVENT_TYPES = Object.keys(EVENTS) as EventType[];

const DONE_BY_THE_CLOCK: readonly EventType[] = ["nudged", "woken", "closed"];

/** That it happened at noon, by the hand of somebody who does not work on it. */
export function event(
  type: EventType,
  actor: IncidentEvent["actor"] = DONE_BY_THE_CLOCK.includes(type) ? null : stella,
): IncidentEvent {
  return { ...EVENTS[type], actor, at: NOON, updateId: 1 };
}

/** What can be added to an incident in any status. */
export const DETAILS: readonly EventType[] = [
  "commented",
  "comment_edited",
  "attached",
  "description_edited",
  "priority_set",
  "tagged",
  "untagged",
  "repinned",
  "moved",
];

const WORK: readonly EventType[] = [
  "claimed",
  "assigned",
  "department_changed",
  "escalated",
  "de_escalated",
  "cancelled",
];

/** What happens to whoever is waited for, while it is open. */
const REMINDERS: readonly EventType[] = ["nudged", "snoozed", "woken"];

/** What can follow besides {@linkcode DETAILS}, by the life of an incident in the design. */
export const FOLLOWS: Readonly<Record<Exclude<Status, "closed">, readonly EventType[]>> = {
  awaiting_department: [...REMINDERS, "department_chosen", "cancelled"],
  awaiting_claim: [...REMINDERS, ...WORK],
  in_progress: [
    ...REMINDERS,
    ...WORK,
    "checked_in",
    "joined",
    "left",
    "handed_over",
    "unclaimed",
    "claim_ended",
    "resolve_pressed",
  ],
  awaiting_summary: [
    ...REMINDERS,
    "department_changed",
    "back_to_work",
    "summarized",
    "closed",
    "cancelled",
  ],
  resolved: ["reopened"],
};

/** Where an event leads; the others leave the status as it is. */
export const LEADS_TO: Readonly<Partial<Record<EventType, Status>>> = {
  reported: "awaiting_department",
  department_chosen: "awaiting_claim",
  department_changed: "awaiting_claim",
  unclaimed: "awaiting_claim",
  reopened: "awaiting_claim",
  claimed: "in_progress",
  assigned: "in_progress",
  back_to_work: "in_progress",
  resolve_pressed: "awaiting_summary",
  summarized: "resolved",
  closed: "closed",
  cancelled: "closed",
};

/** What the clock never does. */
export const NEED_AN_ACTOR: readonly EventType[] = [
  "reported",
  "claimed",
  "joined",
  "left",
  "resolve_pressed",
  "summarized",
  "cancelled",
  "commented",
];

const CLOCK = ["calledAt", "nudgedAt", "nudges"];
const HEARD = ["heardAt", "wokenAt", "nudgedAt"];
const CREW = ["owner", "helpers", "claimedAt", "heardAt", "wokenAt"];
const ENDS = ["summary", "summarizer", "endedAt", "reason", "note", "duplicateOf", "endedBy"];
const ASKED = ["summarizer", "resolvePressedAt"];

/** The only fields that an event may change, besides the version. */
export const TOUCHES: Readonly<Record<EventType, readonly string[]>> = {
  reported: [],
  department_chosen: ["status", "department", "snoozed", "askedAt", ...CLOCK],
  department_changed: ["status", "department", "escalation", "snoozed", ...CLOCK, ...CREW],
  claimed: ["status", "workers", "escalation", "snoozed", ...CLOCK, ...CREW],
  assigned: ["status", "workers", "escalation", "snoozed", ...CLOCK, ...CREW],
  joined: ["helpers", "workers", ...HEARD],
  left: ["helpers"],
  handed_over: ["owner", "helpers", "escalation", "snoozed", ...HEARD],
  unclaimed: ["status", "escalation", "snoozed", ...CLOCK, ...CREW],
  claim_ended: ["status", "escalation", "snoozed", ...CLOCK, ...CREW],
  escalated: ["escalation", "snoozed", ...CLOCK],
  de_escalated: ["escalation", "snoozed", ...CLOCK],
  resolve_pressed: ["status", "snoozed", ...ASKED, ...HEARD],
  back_to_work: ["status", "snoozed", ...ASKED, ...HEARD],
  summarized: ["status", "reason", "summary", "endedAt", "snoozed", "nudgedAt", ...ASKED],
  closed: ["status", "reason", "endedAt", "snoozed", "nudgedAt", "resolvePressedAt"],
  cancelled: [
    "status",
    "department",
    "snoozed",
    "askedAt",
    ...ENDS,
    ...ASKED,
    ...CREW,
    ...CLOCK,
  ],
  reopened: [
    "status",
    "askedAt",
    "department",
    "escalation",
    "reopened",
    "repins",
    ...ENDS,
    ...CREW,
    ...CLOCK,
  ],
  commented: ["comments"],
  comment_edited: ["comments"],
  attached: ["attachments"],
  description_edited: ["description", "editedAt"],
  priority_set: ["priority"],
  tagged: ["tags"],
  untagged: ["tags"],
  repinned: ["repins"],
  moved: ["chatId", "sourceMessageId", "topicId"],
  checked_in: [],
  snoozed: ["snoozed"],
  woken: ["snoozed", "escalation", "askedAt", "resolvePressedAt", ...CLOCK, ...HEARD],
  nudged: ["nudgedAt", "nudges", "escalation"],
};
