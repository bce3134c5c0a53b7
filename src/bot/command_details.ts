/** Commands that say more about an incident. */

import { SNOOZES } from "../domain/action.ts";
import { PRIORITIES } from "../domain/priority.ts";
import type { Command } from "./command.ts";
import { words } from "./arguments.ts";
import { incidentCommand } from "./incident_command.ts";

/** `/comment` */
export const comment: Command = incidentCommand({
  name: "comment",
  who: "reporter",
  usage: "<text>",
  example: "The tow truck is on its way",
  wish: (_deps, { message }, { rest }) =>
    rest === ""
      ? { problem: null }
      : { action: { type: "comment", messageId: linkable(message), text: rest } },
});

/** `/edit_description` */
export const editDescription: Command = incidentCommand({
  name: "edit_description",
  who: "reporter",
  usage: "<new text>",
  example: "Brakes failed on truck 12, I-80 exit 43",
  wish: (_deps, _call, { rest }) =>
    rest === "" ? { problem: null } : { action: { type: "edit_description", description: rest } },
});

/** `/priority` */
export const priority: Command = incidentCommand({
  name: "priority",
  who: "reporter",
  usage: `<${PRIORITIES.join(" | ")}>`,
  example: "critical",
  wish: (_deps, _call, { rest }) => ({
    action: { type: "set_priority", priority: rest.toLowerCase() },
  }),
});

/** `/snooze` */
export const snooze: Command = incidentCommand({
  name: "snooze",
  who: "reporter",
  usage: `<${SNOOZES.join(" | ")} | off>`,
  example: "4h",
  wish: (_deps, _call, { rest }) => {
    const until = rest.toLowerCase();
    return { action: until === "off" ? { type: "wake" } : { type: "snooze", until } };
  },
});

/** `/tag` */
export const tag: Command = incidentCommand({
  name: "tag",
  who: "reporter",
  usage: "<tag> …",
  example: "brakes tire",
  wish: (_deps, _call, { rest }) =>
    rest === "" ? { problem: null } : { action: { type: "tag", tags: words(rest) } },
});

/** `/untag` */
export const untag: Command = incidentCommand({
  name: "untag",
  who: "reporter",
  usage: "<tag> …",
  example: "tire",
  wish: (_deps, _call, { rest }) =>
    rest === "" ? { problem: null } : { action: { type: "untag", tags: words(rest) } },
});

/** A message of a private chat is nothing that a group's incident can be linked with. */
function linkable(message: { chat: { type: string }; message_id: number }): number {
  return message.chat.type === "private" ? 0 : message.message_id;
}
