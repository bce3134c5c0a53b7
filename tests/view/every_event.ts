/** One of every event, so that a new one is not forgotten by the tests. */

import { FILE_KINDS } from "../../src/domain/attachment.ts";
import {
  type EventType,
  type Happening,
  type IncidentEvent,
  NUDGES,
} from "../../src/domain/event.ts";
import type { PersonRef } from "../../src/domain/person.ts";
import { PRIORITIES } from "../../src/domain/priority.ts";
import { hana, NOON, otto } from "../domain/cast.ts";

/** What the events carry. */
export interface Said {
  /** Everybody who is named. */
  person: PersonRef;
  /** Every text, as far as it fits. */
  text: string;
  /** Every department. */
  department: string;
  /** All tags. */
  tags: string[];
}

const ORDINARY: Said = {
  person: hana,
  text: "Brakes failed on truck 12",
  department: "1",
  tags: ["brakes", "night"],
};

type Forms = { [T in EventType]: Extract<Happening, { type: T }>[] };

/** Every event, in each of its forms. */
export function everyEvent({ person, text, department, tags }: Said = ORDINARY): Forms {
  const reason = text.slice(0, 500);
  const description = text.slice(0, 3000);
  const duplicateOf = { company: "ABCDEFG8", number: 999_999_999 };
  const place = { kind: "location" as const, latitude: 48.2, longitude: 16.4 };
  const files = FILE_KINDS.map((kind) => ({ kind, fileId: "f", size: null, name: text }));
  const messageId = 77;
  return {
    reported: [{
      type: "reported",
      company: "ACME",
      number: 42,
      chatId: -1001,
      sourceMessageId: 7,
      topicId: null,
      description,
    }],
    department_chosen: [{ type: "department_chosen", department }],
    department_changed: [{ type: "department_changed", department }],
    claimed: [{ type: "claimed" }],
    joined: [{ type: "joined" }],
    left: [{ type: "left" }],
    handed_over: [{ type: "handed_over", to: person }],
    unclaimed: [{ type: "unclaimed" }],
    assigned: [{ type: "assigned", to: person }],
    claim_ended: (["revoked", "role_lost", "left_group"] as const).flatMap((cause) =>
      [null, person].map((heir) => ({ type: "claim_ended" as const, person, cause, heir }))
    ),
    escalated: [{ type: "escalated", reason }, { type: "escalated", reason: null }],
    de_escalated: [{ type: "de_escalated" }],
    resolve_pressed: [{ type: "resolve_pressed" }],
    back_to_work: [{ type: "back_to_work" }],
    summarized: [{ type: "summarized", summary: text.slice(0, 2000) }],
    closed: [{ type: "closed", reason: "no_summary" }],
    cancelled: [
      { type: "cancelled", reason: "false_alarm", note: null, duplicateOf: null },
      { type: "cancelled", reason: "duplicate", note: null, duplicateOf },
      { type: "cancelled", reason: "cancelled", note: reason, duplicateOf: null },
    ],
    reopened: [{ type: "reopened", reason }, { type: "reopened", reason: null }],
    commented: [{ type: "commented", messageId, text }],
    comment_edited: [{ type: "comment_edited", comment: 2, text }],
    attached: [...files, place].map((attachment) => ({ type: "attached", messageId, attachment })),
    description_edited: [{ type: "description_edited", description }],
    priority_set: PRIORITIES.map((priority) => ({ type: "priority_set", priority })),
    tagged: [{ type: "tagged", tags }],
    untagged: [{ type: "untagged", tags }],
    repinned: [{ type: "repinned" }],
    moved: [{ type: "moved", chatId: -1_001_234_567_890 }],
    checked_in: [{ type: "checked_in" }],
    snoozed: [{ type: "snoozed", until: NOON + 3_600_000 }],
    woken: [{ type: "woken" }],
    nudged: NUDGES.map((about) => ({ type: "nudged", about })),
  };
}

/** It happens at noon, unless told otherwise, by Otto's hand. */
export function event(
  happening: Happening,
  { actor = otto, at = NOON }: { actor?: PersonRef | null; at?: number } = {},
): IncidentEvent {
  return { ...happening, actor, at, updateId: actor ? 1 : null };
}
