import type { ForumTopicCreated, Message, User } from "grammy/types";
import { post } from "./posting.ts";
import { reachesBot } from "./privacy.ts";
import { findEntry, hasRight, removeEntry } from "./rooms.ts";
import { aMessage, type Telegram } from "./telegram.ts";
import type { Room } from "./world.ts";

/** The colour of a topic's icon that clients take first. */
const ICON_COLOUR = 0x6fb9f0;

/** Opens a forum topic. Its id is that of the service message that says so. */
export function openTopic(
  telegram: Telegram,
  room: Room,
  { name, by }: { name: string; by: User },
): { topic: number; handled: Promise<void> } {
  if (room.chat.type !== "supergroup" || !room.chat.is_forum) {
    throw new RangeError(`Cannot open a topic: "${room.chat.title}" is no forum`);
  }
  const topic = room.lastMessageId + 1;
  room.topics.set(topic, { name, closed: false, by: by.id });
  const created: ForumTopicCreated = { name, icon_color: ICON_COLOUR };
  const handled = announce(telegram, room, {
    topic,
    by,
    content: { forum_topic_created: created },
  });
  return { topic, handled };
}

/** Closes or opens again: members who may not manage topics can no longer write in a closed one. */
export function closeTopic(
  telegram: Telegram,
  room: Room,
  { topic, by, closed }: { topic: number; by: User; closed: boolean },
): Promise<void> {
  const known = room.topics.get(topic);
  if (!known) throw new RangeError(`Cannot close: there is no topic ${topic}`);
  if (known.closed === closed) return Promise.resolve();
  known.closed = closed;
  const content = closed ? { forum_topic_closed: {} } : { forum_topic_reopened: {} };
  return announce(telegram, room, { topic, by, content });
}

/** Deletes a topic with all its messages; bots aren't told. */
export function deleteTopic(room: Room, topic: number): void {
  room.topics.delete(topic);
  const gone = room.entries.filter(({ message }) =>
    message.is_topic_message && message.message_thread_id === topic
  );
  for (const entry of gone) removeEntry(room, entry);
}

/** Whether a topic is closed to somebody: its author and those who manage topics may go on. */
export function isClosedTo(room: Room, topic: number | undefined, userId: number): boolean {
  const known = topic === undefined ? undefined : room.topics.get(topic);
  return !!known?.closed && known.by !== userId && !hasRight(room, userId, "can_manage_topics");
}

async function announce(
  telegram: Telegram,
  room: Room,
  { topic, by, content }: { topic: number; by: User; content: Partial<Message> },
): Promise<void> {
  const isFirst = !findEntry(room, { message: topic });
  const { message } = post(telegram, room, {
    from: by,
    content: isFirst ? { ...content, message_thread_id: topic, is_topic_message: true } : content,
    topic: isFirst ? undefined : topic,
  });
  if (reachesBot(telegram.world, room, { message })) {
    await telegram.updates.push(aMessage(message));
  }
}
