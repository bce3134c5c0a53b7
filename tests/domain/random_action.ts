/** Anything that anybody could want, by chance. */

import { type CancelReason, type LaterAction, SNOOZES } from "../../src/domain/action.ts";
import type { PersonRef } from "../../src/domain/person.ts";
import { PRIORITIES } from "../../src/domain/priority.ts";
import type { Chance } from "./random.ts";

const TEXTS = [
  "",
  "x",
  "Done.",
  "\u200b\u200b\u200b\u200b\u200b\u200b",
  "y".repeat(500),
  "y".repeat(501),
  "y".repeat(2000),
  "y".repeat(2001),
  "y".repeat(3001),
  "y".repeat(4097),
];
const TAGS = [..."abcdefghijklmno", "brakes"];
const NO_TAGS = ["not a tag", "", "x".repeat(25)];
const PLACE = { kind: "location", latitude: 1, longitude: 2 } as const;

const TYPES = [
  "choose_department",
  "choose_department",
  "claim",
  "claim",
  "claim",
  "join",
  "join",
  "leave",
  "assign",
  "change_department",
  "escalate",
  "de_escalate",
  "resolve",
  "resolve",
  "back_to_work",
  "back_to_work",
  "back_to_work",
  "summarize",
  "summarize",
  "summarize",
  "cancel",
  "reopen",
  "comment",
  "edit_comment",
  "attach",
  "edit_description",
  "edit_source",
  "set_priority",
  "tag",
  "untag",
  "repin",
  "revoke_claim",
  "release",
  "check_in",
  "snooze",
  "wake",
  "time_out",
  "time_out",
  "time_out",
  "time_out",
  "time_out",
  "time_out",
  "time_out",
] as const satisfies LaterAction["type"][];

/** Every action that {@linkcode randomAction} makes. */
export const ACTION_TYPES: ReadonlySet<LaterAction["type"]> = new Set(TYPES);

/** An action, most of the time one that has no business here and now. */
export function randomAction(chance: Chance, people: readonly PersonRef[]): LaterAction {
  const type = chance.pick(TYPES);
  const text = chance.pick(["Replaced the brake line", chance.pick(TEXTS)]);
  const reason = chance.pick([null, "Because", text.slice(0, 4000)]);
  const messageId = chance.below(20);
  switch (type) {
    case "choose_department":
    case "change_department":
      return { type, department: chance.pick(["1", "2", "3", "9"]) };
    case "assign":
      return { type, to: chance.pick(people) };
    case "escalate":
    case "reopen":
      return { type, reason };
    case "resolve":
      return { type, summary: chance.pick([null, text]) };
    case "summarize": {
      const attached = chance.pick([null, { messageId, attachment: PLACE }]);
      return { type, summary: text, attached };
    }
    case "cancel":
      return { type, why: cancelReason(chance, text) };
    case "comment":
      return { type, messageId, text };
    case "edit_comment":
      return { type, comment: chance.pick([null, chance.below(20)]), messageId, text };
    case "attach":
      return {
        type,
        attached: { messageId, attachment: PLACE },
        caption: chance.pick(["", "Here"]),
      };
    case "edit_description":
    case "edit_source":
      return { type, description: text };
    case "set_priority":
      return { type, priority: chance.pick(PRIORITIES) };
    case "tag":
    case "untag":
      return { type, tags: randomTags(chance) };
    case "snooze":
      return { type, until: chance.pick(SNOOZES) };
    case "revoke_claim":
      return { type, personId: chance.pick([null, chance.pick(people).id]) };
    case "release": {
      const cause = chance.pick(["role_lost", "left_group"] as const);
      return { type, personId: chance.pick(people).id, cause };
    }
    default:
      return { type };
  }
}

/** Distinct words, as the schema leaves them. */
function randomTags(chance: Chance): string[] {
  const from = chance.below(6) === 0 ? [...TAGS, ...NO_TAGS] : TAGS;
  return [...new Set(Array.from({ length: chance.below(9) }, () => chance.pick(from)))];
}

function cancelReason(chance: Chance, note: string): CancelReason {
  const reason = chance.pick(["false_alarm", "duplicate", "cancelled"] as const);
  if (reason === "false_alarm") return { reason };
  if (reason === "cancelled") return { reason, note };
  return { reason, of: { company: "ACME", number: chance.pick([41, 42]) } };
}
