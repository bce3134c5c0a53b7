/** A reply to something the bot has said: a company name, a description, a summary, a comment. */

import { LaterAction, ReportAction } from "../domain/action.ts";
import type { Group } from "../domain/group.ts";
import type { IncidentId } from "../domain/ids.ts";
import { requestActivation } from "../execute/groups.ts";
import { executeReport } from "../execute/report.ts";
import { noteContact } from "../execute/contact.ts";
import { keys } from "../store/keys.ts";
import { readMany } from "../store/read.ts";
import type { MessageLink, Prompt } from "../store/records.ts";
import { actOn } from "./act_on.ts";
import { withAdministrators } from "./administrators.ts";
import { attachmentIn } from "./attachment_in.ts";
import { finish } from "./command.ts";
import { refreshContact } from "./contact.ts";
import { incidentInText } from "./incident_reference.ts";
import {
  type BotDeps,
  type IncomingMessage,
  personRef,
  repliedTo,
  seen,
  textOf,
  topicOf,
} from "./incoming.ts";
import { refuseForgotten } from "./refuse_forgotten.ts";
import { isSummary } from "./summary.ts";
import { textsFor } from "./language.ts";

/** Handles a reply to one of the bot's own messages in a group. */
export async function handleReply(deps: BotDeps, incoming: IncomingMessage): Promise<void> {
  const { message, from } = incoming;
  const original = repliedTo(message);
  if (!original) return;
  const chatId = message.chat.id;
  const { group, link, prompt, profile } = await readMany(deps.kv, {
    group: keys.group(chatId),
    link: keys.message(chatId, original.message_id),
    prompt: keys.prompt(chatId, from.id),
    profile: keys.profile(from.id),
  });
  const reply = { ...incoming, texts: textsFor(from, profile.value) };
  if (group.value?.status === "pending") return await giveCompanyName(deps, reply);
  const asked = openQuestion(prompt.value, original.message_id, deps.now());
  const inText = () => {
    const incident = incidentInText(textOf(original));
    return incident && { incident, role: "card" as const };
  };
  const about = asked?.isExact ? null : link.value ?? (asked ? null : inText());
  if (about) return await handleReplyAbout(deps, reply, about);
  if (asked) {
    await answerQuestion(deps, reply, asked.prompt, { group: group.value, settles: prompt.key });
  }
}

async function giveCompanyName(deps: BotDeps, reply: IncomingMessage): Promise<void> {
  const { message, from, updateId } = reply;
  const chatId = message.chat.id;
  Object.assign(deps.trace, { chat: chatId, person: from.id, action: "request_activation" });
  const request = { name: textOf(message).trim(), by: personRef(from) };
  if (!await noteContact(deps, seen(from))) return await refuseForgotten(deps, reply);
  await finish(deps, reply, await requestActivation(deps, { chatId, updateId }, request));
}

/** What the person was asked; in private any message may answer. */
export async function answerQuestion(
  deps: BotDeps,
  reply: IncomingMessage,
  { asked }: Prompt,
  { group, settles }: { group: Group | null; settles: Deno.KvKey },
): Promise<void> {
  const { message, from, updateId } = reply;
  const { chat } = message;
  const trace = (action: string) =>
    Object.assign(deps.trace, { chat: chat.id, person: from.id, action });
  const text = textOf(message).trim();
  if (asked.for === "cancel_reason") {
    trace("cancel");
    const why = { reason: "cancelled", note: text };
    const action = LaterAction.parse({ type: "cancel", why });
    const { incident } = asked;
    const acted = await actOn(deps, { chat, from, updateId, settles }, { incident, action });
    return await finish(deps, reply, acted);
  }
  if (asked.for !== "description" || group?.status !== "active") return;
  trace("report");
  if (!await noteContact(deps, seen(from))) return await refuseForgotten(deps, reply);
  const request = {
    action: ReportAction.parse({
      type: "report",
      description: text,
      sourceMessageId: asked.sourceMessageId ?? message.message_id,
      topicId: topicOf(message),
      attachment: asked.attachment ?? attachmentIn(message),
    }),
    actor: personRef(from),
    chatId: chat.id,
    company: group.company,
    updateId,
    albumId: message.media_group_id,
    settles,
  };
  const reported = await withAdministrators(
    deps,
    chat.id,
    (mayAsk) => executeReport(deps, { ...request, mayAsk }),
  );
  await finish(deps, reply, reported);
}

/**
 * The question that a reply to that message answers. While the question's own message is not on record
 * (a crash between sending and recording), a reply to any will do.
 */
function openQuestion(
  prompt: Prompt | null,
  messageId: number,
  now: number,
): { prompt: Prompt; isExact: boolean } | null {
  if (!prompt || prompt.expiresAt <= now || prompt.asked.for === "person") return null;
  if (prompt.messageId !== null && prompt.messageId !== messageId) return null;
  return { prompt, isExact: prompt.messageId === messageId };
}

/** Its summary when that is what the person was asked for; else a comment, with what it carries. */
async function handleReplyAbout(
  deps: BotDeps,
  reply: IncomingMessage,
  about: Pick<MessageLink, "incident" | "role">,
): Promise<void> {
  const { message, from } = reply;
  const text = textOf(message).trim();
  const attachment = attachmentIn(message);
  const { chat, message_id: messageId } = message;
  const attached = attachment && { messageId, attachment };
  if (text && await isSummary(deps, about, { personId: from.id, chatId: chat.id })) {
    return await act(deps, reply, about.incident, { type: "summarize", summary: text, attached });
  }
  if (attached) {
    return await act(deps, reply, about.incident, { type: "attach", attached, caption: text });
  }
  if (text) await act(deps, reply, about.incident, { type: "comment", messageId, text });
}

async function act(
  deps: BotDeps,
  reply: IncomingMessage,
  incident: IncidentId,
  raw: { type: string; [key: string]: unknown },
): Promise<void> {
  const { message: { chat }, from, updateId } = reply;
  Object.assign(deps.trace, { chat: chat.id, person: from.id, action: raw.type });
  const action = LaterAction.parse(raw);
  const occasion = { chat, from, updateId, albumId: reply.message.media_group_id };
  const acted = await actOn(deps, occasion, { incident, action });
  await finish(deps, reply, acted);
  await refreshContact(deps, from, acted.profile);
}

/** The rest of an album, when its first file belongs to an incident; `false`: it does not. */
export async function handleAlbum(deps: BotDeps, incoming: IncomingMessage): Promise<boolean> {
  const { message, from } = incoming;
  const attachment = attachmentIn(message);
  if (message.media_group_id === undefined || !attachment) return false;
  const { album: { value }, profile } = await readMany(deps.kv, {
    album: keys.album(message.chat.id, message.media_group_id),
    profile: keys.profile(from.id),
  });
  if (!value) return false;
  const file = { ...incoming, texts: textsFor(from, profile.value) };
  const attached = { messageId: message.message_id, attachment };
  await act(deps, file, value, { type: "attach", attached, caption: textOf(message).trim() });
  return true;
}
