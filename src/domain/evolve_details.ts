/** What can be added to an incident at any time, whatever its status. */

import type { IncidentEvent } from "./event.ts";
import type { Incident } from "./incident.ts";
import { personIn } from "./impossible.ts";
import { isVisible, oneLine } from "./text.ts";

/** The incident after such an event; `null`: it is another kind of event. */
export function afterDetail(incident: Incident, event: IncidentEvent): Incident | null {
  switch (event.type) {
    case "commented":
      return {
        ...incident,
        comments: {
          count: incident.comments.count + 1,
          newest: {
            by: personIn(event),
            comment: incident.version + 1,
            line: firstLine(event.text),
          },
        },
      };
    case "comment_edited": {
      const { count, newest } = incident.comments;
      if (newest?.comment !== event.comment) return incident;
      const line = firstLine(event.text);
      return { ...incident, comments: { count, newest: { ...newest, line } } };
    }
    case "attached":
      return { ...incident, attachments: incident.attachments + 1 };
    case "description_edited":
      return { ...incident, description: event.description, editedAt: event.at };
    case "priority_set":
      return { ...incident, priority: event.priority };
    case "tagged":
      return { ...incident, tags: [...incident.tags, ...event.tags] };
    case "untagged":
      return { ...incident, tags: incident.tags.filter((tag) => !event.tags.includes(tag)) };
    case "repinned":
      return { ...incident, repins: incident.repins + 1 };
    case "moved":
      // Messages have other ids there, and topics are none: nothing that was before can be replied to.
      return { ...incident, chatId: event.chatId, sourceMessageId: NO_MESSAGE, topicId: null };
    default:
      return null;
  }
}

/** No message has this id. */
export const NO_MESSAGE = 0;

/** How much of the newest comment is kept with the incident. */
const MOST_LINE = 160;

function firstLine(text: string): string {
  const line = text.split("\n").find(isVisible) ?? "";
  return oneLine(line).slice(0, MOST_LINE).toWellFormed();
}
