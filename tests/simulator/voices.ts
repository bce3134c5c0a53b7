import type { Chat, ChatMember, Message, User } from "grammy/types";
import { CHANNEL_BOT, GROUP_BOT } from "./service_accounts.ts";
import type { Room } from "./world.ts";

/** A channel that somebody may speak as, or whose posts come into a group. */
export type Channel = Chat.ChannelChat;

/**
 * As whom a person's message appears: as themselves; as the supergroup, for its anonymous
 * administrators; or as a channel of theirs (https://core.telegram.org/bots/api#message).
 */
export function voiceOf(
  room: Room,
  { by, as }: { by: User; as?: Channel | undefined },
): { from: User; senderChat: Pick<Message, "sender_chat"> } {
  if (as) return { from: CHANNEL_BOT, senderChat: { sender_chat: as } };
  if (room.chat.type === "supergroup" && isAnonymous(room.members.get(by.id))) {
    return { from: GROUP_BOT, senderChat: { sender_chat: room.chat } };
  }
  return { from: by, senderChat: {} };
}

function isAnonymous(member: ChatMember | undefined): boolean {
  return (member?.status === "administrator" || member?.status === "creator") &&
    member.is_anonymous;
}
