import type { Message, User } from "grammy/types";
import { findEntry, isPresent, MAX_SUPERGROUP_ID, shownTo } from "./rooms.ts";
import type { World } from "./world.ts";

const MESSAGE_LINK = /^https:\/\/t\.me\/c\/(\d+)\/(?:(\d+)\/)?(\d+)$/;
const PAYLOAD = /^[A-Za-z0-9_-]{1,64}$/;

/**
 * The message a link leads somebody to: `https://t.me/c/<chat id without -100>/<message id>`, in a
 * topic also `/<topic>/<message id>`. Only supergroups have such links, and only for their members
 * (https://core.telegram.org/api/links#private-message-links).
 */
export function messageAt(world: World, { link, by }: { link: string; by: User }): Message {
  const cannot = (why: string) => new RangeError(`Cannot follow ${link}: ${why}`);
  const [, chat, topic, message] = MESSAGE_LINK.exec(link) ?? [];
  if (!chat) throw cannot("it is no link to a message of a supergroup");
  const room = world.rooms.get(MAX_SUPERGROUP_ID - Number(chat));
  if (!room || !isPresent(room.members.get(by.id))) {
    throw cannot(`${by.first_name} is in no such chat`);
  }
  const entry = findEntry(room, { message: Number(message) });
  const seen = entry && shownTo(room, { entry, userId: by.id });
  if (!entry || !seen) throw cannot("the message is gone");
  if (topic && Number(topic) !== entry.message.message_thread_id) {
    throw cannot("the message is in another topic");
  }
  return seen.message;
}

/**
 * What a deep link hands to the bot: `https://t.me/<bot>?start=<payload>`, or the payload alone
 * (https://core.telegram.org/bots/features#deep-linking).
 */
export function startPayload(world: World, link: string): string {
  const start = `https://t.me/${world.bot.username}?start=`;
  const payload = link.startsWith(start) ? link.slice(start.length) : link;
  if (PAYLOAD.test(payload)) return payload;
  throw new RangeError(`Cannot open ${link}: it starts no chat with @${world.bot.username}`);
}
