/** A reply to something the bot has said: a company name, a description, a summary. */

import { LaterAction, ReportAction } from "../domain/action.ts";
import { type IncidentId, parseIncidentId } from "../domain/ids.ts";
import { crewOf } from "../domain/incident.ts";
import { RULES } from "../domain/rules.ts";
import { executeIncident } from "../execute/act.ts";
import { requestActivation } from "../execute/groups.ts";
import { executeReport } from "../execute/report.ts";
import { noteContact } from "../execute/contact.ts";
import { keys } from "../store/keys.ts";
import { readMany, readOne } from "../store/read.ts";
import type { MessageLink, Prompt } from "../store/records.ts";
import { withAdministrators } from "./administrators.ts";
import { finish } from "./command.ts";
import { standingInGroup } from "./role.ts";
import {
  type BotDeps,
  type IncomingMessage,
  personRef,
  repliedTo,
  seen,
  textOf,
} from "./incoming.ts";

/** Handles a reply to one of the bot's own messages in a group. */
export async function handleReply(deps: BotDeps, reply: IncomingMessage): Promise<void> {
  const { message, from, updateId } = reply;
  const original = repliedTo(message);
  if (!original) return;
  const chatId = message.chat.id;
  const text = textOf(message).trim();
  const { group, link, prompt } = await readMany(deps.kv, {
    group: keys.group(chatId),
    link: keys.message(chatId, original.message_id),
    prompt: keys.prompt(chatId, from.id),
  });
  if (group.value?.status === "pending") {
    Object.assign(deps.trace, { chat: chatId, person: from.id, action: "request_activation" });
    const request = { name: text, by: personRef(from) };
    await noteContact(deps, seen(from));
    const origin = { chatId, updateId };
    return await finish(deps, reply, await requestActivation(deps, origin, request));
  }
  const asked = openQuestion(prompt.value, original.message_id, deps.now());
  const about = asked?.isExact ? null : link.value ?? (asked ? null : linkInText(textOf(original)));
  if (about) return await handleReplyAbout(deps, reply, about);
  if (!asked || group.value?.status !== "active") return;
  Object.assign(deps.trace, { chat: chatId, person: from.id, action: "report" });
  const sourceMessageId = asked.sourceMessageId ?? message.message_id;
  await noteContact(deps, seen(from));
  await finish(
    deps,
    reply,
    await executeReport(deps, {
      action: ReportAction.parse({ type: "report", description: text, sourceMessageId }),
      actor: personRef(from),
      chatId,
      company: group.value.company,
      updateId,
      settles: prompt.key,
    }),
  );
}

/**
 * The question for a description that a reply to that message answers. While the question's own
 * message is not on record (a crash between sending and recording), a reply to any will do.
 */
function openQuestion(
  prompt: Prompt | null,
  messageId: number,
  now: number,
): { sourceMessageId: number | null; isExact: boolean } | null {
  if (!prompt || prompt.expiresAt <= now || prompt.asked.for !== "description") return null;
  if (prompt.messageId !== null && prompt.messageId !== messageId) return null;
  const { sourceMessageId } = prompt.asked;
  return { sourceMessageId, isExact: prompt.messageId === messageId };
}

/**
 * A crash between sending and recording leaves a message of the bot's that is not on record; all of
 * them name their incident.
 */
function linkInText(text: string): Pick<MessageLink, "incident" | "role"> | null {
  const incident = parseIncidentId(/\b[A-Z][A-Z0-9]{1,7}-[1-9]\d{0,8}\b/.exec(text)?.[0] ?? "");
  return incident && { incident, role: "card" };
}

/** What is said about an incident is its summary when that is what the person was asked for. */
async function handleReplyAbout(
  deps: BotDeps,
  reply: IncomingMessage,
  about: Pick<MessageLink, "incident" | "role">,
): Promise<void> {
  const { message, from, updateId } = reply;
  if (!await isSummary(deps, about, { personId: from.id, chatId: message.chat.id })) return;
  Object.assign(deps.trace, { chat: message.chat.id, person: from.id, action: "summarize" });
  const chatId = message.chat.id;
  const action = LaterAction.parse({ type: "summarize", summary: textOf(message) });
  const acted = await withAdministrators(deps, chatId, (mayAsk) =>
    executeIncident(deps, {
      mayAsk,
      action,
      incident: about.incident,
      actor: personRef(from),
      chatId,
      updateId,
    }));
  await finish(deps, reply, acted);
}

/**
 * The awaited person's reply to anything about the incident; a manager's to the question itself. Who
 * works on it hears why their reply is none; what others say about it is talk.
 */
async function isSummary(
  deps: BotDeps,
  { incident, role }: { incident: IncidentId; role: MessageLink["role"] },
  { personId, chatId }: { personId: number; chatId: number },
): Promise<boolean> {
  const { value } = await readOne(deps.kv, keys.incident(incident));
  if (!value || value.state.chatId !== chatId) return false;
  const { state } = value;
  const isAwaited = RULES.summarize.from.includes(state.status);
  if (isAwaited && "summarizer" in state && state.summarizer.id === personId) return true;
  if (role !== "summary_prompt") return false;
  if (crewOf(state).some(({ id }) => id === personId)) return true;
  const group = await readOne(deps.kv, keys.group(chatId));
  return isAwaited && group.value?.status === "active" &&
    (await standingInGroup(deps, group.value, personId)).manager;
}
