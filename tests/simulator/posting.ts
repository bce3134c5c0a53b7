import type { Message, User } from "grammy/types";
import { nextMessageId, unixTime } from "./rooms.ts";
import type { Telegram } from "./telegram.ts";
import { threadFields } from "./threads.ts";
import type { Entry, Question, Room } from "./world.ts";

/** A message before it has its id, date and chat. */
export interface Draft {
  readonly from: User;
  /** The person who sent it, in whoever's name it appears. */
  readonly author?: User | undefined;
  readonly content: Partial<Message>;
  readonly replyTo?: Entry | undefined;
  /** A forum topic; that of the message it replies to when not given. */
  readonly topic?: number | undefined;
  /** Makes it an ephemeral message between this person and the bot. */
  readonly audience?: number | undefined;
  readonly replaces?: Entry | undefined;
  readonly forBot?: boolean;
  readonly asks?: Question | undefined;
}

/** Puts a message into a room and tells whoever watches. */
export function post(telegram: Telegram, room: Room, draft: Draft): Entry {
  const { world, notices } = telegram;
  const message = {
    ...identity(telegram, room, draft),
    ...threadFields(room, draft),
    from: draft.from,
    chat: room.chat,
    date: unixTime(world),
    ...draft.content,
  } as Message;
  const entry: Entry = {
    message,
    sentAt: world.clock.now(),
    ...(draft.audience === undefined ? {} : { audience: draft.audience }),
    ...(draft.replaces ? { replaces: draft.replaces } : {}),
    ...(draft.audience !== undefined && !draft.from.is_bot ? { incoming: true } : {}),
    ...(draft.forBot ? { forBot: true } : {}),
    ...(draft.asks ? { asks: draft.asks } : {}),
    ...(draft.author ? { author: draft.author.id } : {}),
  };
  room.entries.push(entry);
  const audience = draft.audience === undefined ? undefined : world.accounts.get(draft.audience);
  notices.tell({
    kind: "message",
    message,
    ...(audience ? { audience: audience.user } : {}),
    ...(draft.replaces ? { replaces: draft.replaces.message } : {}),
  });
  return entry;
}

function identity(
  { world }: Telegram,
  room: Room,
  { from, audience }: Draft,
): Partial<Message> {
  if (audience === undefined) return { message_id: nextMessageId(world, room) };
  const receiver = from.is_bot ? world.accounts.get(audience)?.user : botUser(world.bot);
  return {
    message_id: 0,
    ephemeral_message_id: ++world.last.ephemeral,
    ...(receiver ? { receiver_user: receiver } : {}),
  };
}

/** The bot as the sender of messages: without what only getMe tells. */
export function botUser({ id, first_name, username }: User): User {
  return { id, is_bot: true, first_name, ...(username ? { username } : {}) };
}
