/** How loud a group is called. */

import type { AttachedGroup } from "../domain/group.ts";
import type { NewMessage } from "./message.ts";

/** What calls a group makes no sound where its managers want that; what answers somebody does. */
export function inItsVoice(
  { settings }: Pick<AttachedGroup, "settings">,
  messages: NewMessage[],
): NewMessage[] {
  if (!settings.silentCalls) return messages;
  return messages.map((message) =>
    message.order === "direct"
      ? message
      : { ...message, content: { ...message.content, isSilent: true } }
  );
}
