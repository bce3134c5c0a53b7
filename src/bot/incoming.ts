/** An update as the handlers see it: who, where, and what to do things with. */

import type { Chat, Message, User } from "grammy/types";
import type { Deps } from "../deps.ts";
import { localeOf } from "../domain/locale.ts";
import type { PersonRef } from "../domain/person.ts";
import type { Seen } from "../execute/contact.ts";
import type { LogFields } from "../log.ts";
import type { Texts } from "../view/texts/texts.ts";
import type { Identity } from "./identity.ts";

/** What the log says of an update once it is handled. */
export interface Trace
  extends Pick<LogFields, "chat" | "person" | "incident" | "action" | "outcome"> {
  /** The table says that this is for those who administer. */
  administers?: boolean;
}

/** What the handlers need. */
export interface BotDeps extends Deps {
  /** The bot's own name. */
  identity: Identity;
  /** Filled in by the handlers of an update. */
  trace: Trace;
}

/** A message from a person. */
export interface IncomingMessage {
  /** Telegram's `update_id`. */
  updateId: number;
  /** The message; `message_id` is 0 for an ephemeral one. */
  message: Message;
  /** Who wrote it. */
  from: User;
  /** In their language. */
  texts: Texts;
}

/** Groups and supergroups; everything the bot does for incidents happens there. */
export function isGroup(chat: Chat): boolean {
  return chat.type === "group" || chat.type === "supergroup";
}

/**
 * Whether it is the private chat of somebody else. Telegram gives a private chat the id of the person in
 * it, so only a forger can be there; what the bot answers would be shown to its owner.
 */
export function isAnothersChat({ id, type }: Pick<Chat, "id" | "type">, person: User): boolean {
  return type === "private" && id !== person.id;
}

/** Most characters of a name that are kept: two of 64 each, which is what Telegram's clients allow. */
const MOST_OF_A_NAME = 129;

/** First and last name. */
export function fullName(user: Pick<User, "first_name" | "last_name">): string {
  return [user.first_name, user.last_name].filter(Boolean).join(" ").slice(0, MOST_OF_A_NAME)
    .toWellFormed();
}

/** A user as incidents remember them. */
export function personRef(user: User): PersonRef {
  return { id: user.id, name: fullName(user) };
}

/** A user as an update shows them. */
export function seen(user: User): Seen {
  const { language_code: code } = user;
  return {
    id: user.id,
    name: fullName(user),
    handle: handleOf(user),
    ...(code === undefined ? {} : { locale: localeOf(code) }),
  };
}

/** What can't be a handle is none: it would be part of a key. */
function handleOf({ username }: User): string | null {
  return username !== undefined && /^\w{1,32}$/.test(username) ? username : null;
}

/** The forum topic it belongs to; `null` outside of topics, and in General. */
export function topicOf(message: Message): number | null {
  return message.is_topic_message ? message.message_thread_id ?? null : null;
}

/** What a message says, whatever carries it. */
export function textOf(message: Pick<Message, "text" | "caption">): string {
  return message.text ?? message.caption ?? "";
}

/**
 * The message that somebody replies to; `null` also when it is the service message that opened a
 * forum topic, which every message of the topic seems to reply to.
 */
export function repliedTo(message: Message): Message | null {
  const original = message.reply_to_message;
  return original && !original.forum_topic_created ? original as Message : null;
}
