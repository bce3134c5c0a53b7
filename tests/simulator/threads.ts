import type { Message } from "grammy/types";
import { originOf } from "./origin.ts";
import { findEntry } from "./rooms.ts";
import type { Entry, Room } from "./world.ts";

/** A topic that is named, and what the message replies to. */
interface Aim {
  readonly topic?: number | undefined;
  readonly replyTo?: Entry | undefined;
}

/** The topic a message would land in: the one that is named, else that of what it replies to. */
export function topicFor({ topic, replyTo }: Aim): number | undefined {
  if (topic !== undefined) return topic;
  return replyTo?.message.is_topic_message ? replyTo.message.message_thread_id : undefined;
}

/**
 * The fields that say what a message answers and in which thread. Every message of a topic replies
 * to the service message that opened it unless it replies to something else of the topic; a message
 * of another topic is an external reply. In a supergroup, replies outside of topics have a thread
 * too, which is no topic and which nothing can be sent to
 * (https://github.com/tdlib/telegram-bot-api/issues/447).
 */
export function threadFields(room: Room, { topic, replyTo }: Aim): Partial<Message> {
  const into = topicFor({ topic, replyTo });
  if (into === undefined) {
    const thread = replyTo && room.chat.type === "supergroup" && threadBelow(replyTo.message);
    return { ...(thread ? { message_thread_id: thread } : {}), ...answering(replyTo) };
  }
  const inTopic = { message_thread_id: into, is_topic_message: true as const };
  const opening = answering(findEntry(room, { message: into }));
  if (!replyTo) return { ...inTopic, ...opening };
  return topicFor({ replyTo }) === into
    ? { ...inTopic, ...answering(replyTo) }
    : { ...inTopic, ...opening, ...externalReply(replyTo.message) };
}

/** A replied-to message is shown without what it replies to itself. */
export function withoutReply(message: Message): Message {
  const { reply_to_message: _deeper, ...rest } = message;
  return rest;
}

function answering(entry: Entry | undefined): Partial<Message> {
  return entry ? { reply_to_message: withoutReply(entry.message) } as Partial<Message> : {};
}

/** The thread of the replies to a message; ephemeral messages have none. */
function threadBelow(message: Message): number {
  return message.is_topic_message ? 0 : message.message_thread_id ?? message.message_id;
}

/** What a message tells of a message of another topic or chat that it replies to. */
export function externalReply(message: Message): Partial<Message> {
  const { chat, message_id } = message;
  return { external_reply: { origin: originOf(message), chat, message_id } } as Partial<Message>;
}
