/** What an incident is said to be: its words, its urgency, its tags, and that it is none. */

import type { CancelReason, LaterAction } from "./action.ts";
import { type Decision, no, yes } from "./decision.ts";
import type { Incident } from "./incident.ts";
import type { Priority } from "./priority.ts";
import { lengthRefusal } from "./refuse.ts";
import { isTag, MOST_TAGS } from "./text.ts";

/** Other words for what happened. */
export function decideDescription(incident: Incident, description: string): Decision {
  const wrong = lengthRefusal("description", description);
  if (wrong) return no(wrong);
  return description === incident.description
    ? no({ reason: "no_change" })
    : yes({ type: "description_edited", description });
}

/** Another priority. */
export function decidePriority(incident: Incident, priority: Priority): Decision {
  return priority === incident.priority
    ? no({ reason: "no_change" })
    : yes({ type: "priority_set", priority });
}

/** More tags, or fewer. */
export function decideTags(
  incident: Incident,
  { type, tags }: LaterAction & { type: "tag" | "untag" },
): Decision {
  const wrong = tags.find((tag) => !isTag(tag));
  if (wrong !== undefined || tags.length === 0) return no({ reason: "bad_tag" });
  const had = (tag: string) => incident.tags.includes(tag);
  const changed = tags.filter((tag) => had(tag) === (type === "untag"));
  if (changed.length === 0) return no({ reason: "no_change" });
  if (type === "untag") return yes({ type: "untagged", tags: changed });
  if (incident.tags.length + changed.length > MOST_TAGS) {
    return no({ reason: "too_many_tags", most: MOST_TAGS });
  }
  return yes({ type: "tagged", tags: changed });
}

/** There is nothing to do. `other`: the incident it doubles, if there is such a one here. */
export function decideCancel(
  incident: Incident,
  why: CancelReason,
  other: Incident | null,
): Decision {
  const cancelled = { type: "cancelled" as const, reason: why.reason };
  switch (why.reason) {
    case "false_alarm":
      return yes({ ...cancelled, note: null, duplicateOf: null });
    case "duplicate": {
      const isItself = other?.company === incident.company && other.number === incident.number;
      if (!other || isItself) return no({ reason: "unknown_incident" });
      const { company, number } = other;
      return yes({ ...cancelled, note: null, duplicateOf: { company, number } });
    }
    case "cancelled": {
      const wrong = lengthRefusal("reason", why.note);
      return wrong ? no(wrong) : yes({ ...cancelled, note: why.note, duplicateOf: null });
    }
    default:
      return why satisfies never;
  }
}
