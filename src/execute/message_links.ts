/** What people send stays with its incident: an edit finds it, and the rest of an album. */

import type { LaterAction } from "../domain/action.ts";
import type { IncidentId } from "../domain/ids.ts";
import { keys } from "../store/keys.ts";
import type { Change } from "../store/kv.ts";
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

/**
 * Links what an action brings with it: the message of a comment or a file, and its album. `comment`: the
 * place in the history of what was said; `null`: nothing was.
 */
export function messageLinks(
  action: LaterAction,
  incident: IncidentId,
  place: { chatId: number; albumId?: string | undefined; comment: number | null },
): Change[] {
  const messageId = messageOf(action);
  // An ephemeral command's message can't be edited, and has no id.
  if (!messageId) return [];
  const { comment } = place;
  const said = comment === null ? {} : { comment };
  const link: MessageLink = { schema: 1, incident, role: "comment", ...said };
  return [set(keys.message(place.chatId, messageId), link), ...albumLink(incident, place)];
}

function messageOf(action: LaterAction): number | null {
  if (action.type === "comment") return action.messageId;
  if (action.type === "edit_comment" && action.comment === null) return action.messageId;
  return action.type === "attach" ? action.attached.messageId : null;
}
