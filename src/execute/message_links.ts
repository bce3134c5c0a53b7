/** What people send stays with its incident: an edit finds it, and the rest of an album. */

import type { LaterAction } from "../domain/action.ts";
import { formatIncidentId, type IncidentId } from "../domain/ids.ts";
import { keys, type TypedKey } from "../store/keys.ts";
import type { Change } from "../store/kv.ts";
import type { Entry } from "../store/read.ts";
import type { MessageLink } from "../store/records.ts";
import { set } from "../store/write.ts";

/** The others of an album come within moments; in milliseconds. */
const ALBUM_TIME = 60 * 60_000;

/**
 * Remembers which incident the rest of an album belongs to: its files come as messages of their own,
 * of which only the first says so.
 */
export function albumLink(
  incident: IncidentId,
  { chatId, albumId }: { chatId: number; albumId?: string | undefined },
): Change[] {
  return albumId === undefined ? [] : [set(keys.album(chatId, albumId), incident, ALBUM_TIME)];
}

/** What an action's message is linked with until now, as {@linkcode messageLinks} needs to see it. */
export function messageKey(
  action: LaterAction,
  chatId: number,
): { said?: TypedKey<MessageLink> } {
  const messageId = messageOf(action);
  // An ephemeral command's message can't be edited, and has no id.
  return messageId ? { said: keys.message(chatId, messageId) } : {};
}

/**
 * Links what an action brings with it: the message of a comment or a file, and its album. `comment`: the
 * place in the history of what was said; `null`: nothing was.
 */
export function messageLinks(
  said: Entry<MessageLink> | undefined,
  incident: IncidentId,
  place: { chatId: number; albumId?: string | undefined; comment: number | null },
): Change[] {
  if (!said) return [];
  const { comment } = place;
  const words = comment === null ? {} : { comment };
  const link: MessageLink = { schema: 1, incident, role: "comment", ...words };
  const album = albumLink(incident, place);
  return isTaken(said.value, incident) ? album : [set(said, link), ...album];
}

/**
 * Whether the incident was reported by that very message, with the file that it carries. It can come
 * once more: it was chatter when it came first, and chatter leaves no mark.
 */
export function isReported(
  action: LaterAction,
  said: Entry<MessageLink> | undefined,
  incident: IncidentId,
): boolean {
  const link = said?.value;
  return action.type === "attach" && link?.role === "source" &&
    formatIncidentId(link.incident) === formatIncidentId(incident);
}

/** What was reported by a message, or is somebody's word about another incident, stays that. */
function isTaken(link: MessageLink | null, incident: IncidentId): boolean {
  if (link === null) return false;
  const isOwn = formatIncidentId(link.incident) === formatIncidentId(incident);
  return !isOwn || link.role !== "comment";
}

function messageOf(action: LaterAction): number | null {
  if (action.type === "comment") return action.messageId;
  if (action.type === "edit_comment" && action.comment === null) return action.messageId;
  return action.type === "attach" ? action.attached.messageId : null;
}
