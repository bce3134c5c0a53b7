/** A message that its author has changed: what was reported, or said, by it changes along. */

import type { Message } from "grammy/types";
import { LaterAction } from "../domain/action.ts";
import { deliver } from "../delivery/deliver.ts";
import { keys } from "../store/keys.ts";
import { readOne } from "../store/read.ts";
import { actOn } from "./act_on.ts";
import { noteOutcome } from "./command.ts";
import { newIssue } from "./command_report.ts";
import { findCommand } from "./command_table.ts";
import { incidentNamed } from "./incident_reference.ts";
import { type BotDeps, isGroup, textOf } from "./incoming.ts";
import { writtenCommand } from "./written_command.ts";

/** Handles an edit; what names no incident costs one read. */
export async function handleEdit(
  deps: BotDeps,
  updateId: number,
  message: Message,
): Promise<void> {
  const { from, chat, message_id: messageId } = message;
  const text = textOf(message).trim();
  if (!from || from.is_bot || message.sender_chat || !isGroup(chat) || !text) return;
  const { value: link } = await readOne(deps.kv, keys.message(chat.id, messageId));
  if (link?.role !== "source" && link?.role !== "comment") return;
  const words = editedWords(message, link.incident.company);
  if (!words) return;
  const action = LaterAction.parse(
    link.role === "source"
      ? { type: "edit_source", description: words }
      : { type: "edit_comment", comment: link.comment ?? null, messageId, text: words },
  );
  Object.assign(deps.trace, { chat: chat.id, person: from.id, action: action.type });
  const { incident } = link;
  const acted = await actOn(deps, { chat, from, updateId }, { incident, action });
  noteOutcome(deps.trace, acted.outcome);
  await deliver(deps, acted.deliveries);
}

/** What it says now; of a command, what follows it and the incident's id. */
function editedWords(message: Message, company: string): string {
  const written = writtenCommand(message);
  if (!written) return textOf(message).trim();
  const command = findCommand(written.name);
  if (!command) return "";
  const [first = ""] = written.args.split(/\s/, 1);
  const isNamed = command !== newIssue && incidentNamed(first, company) !== null;
  return isNamed ? written.args.slice(first.length).trim() : written.args;
}
