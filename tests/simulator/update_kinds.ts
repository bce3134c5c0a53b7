import type { Update } from "grammy/types";

/** Kinds of update this Telegram can send. */
const KINDS = [
  "message",
  "edited_message",
  "callback_query",
  "my_chat_member",
  "chat_member",
  "inline_query",
  "channel_post",
  "edited_channel_post",
  "message_reaction",
  "message_reaction_count",
  "chat_join_request",
] as const;

const ONLY_ON_REQUEST: readonly string[] = [
  "chat_member",
  "message_reaction",
  "message_reaction_count",
];

/** What a bot gets that never said what it wants: all but these three kinds. */
export const DEFAULT_ALLOWED: readonly string[] = KINDS.filter((kind) =>
  !ONLY_ON_REQUEST.includes(kind)
);

export function kindOf(update: Update): string {
  return Object.keys(update).find((key) => key !== "update_id") ?? "";
}

/** Presses queue per person, so two people's arrive at once; everything else queues per chat. */
export function queueOf(update: Update): string {
  if (update.callback_query) return `user:${update.callback_query.from.id}`;
  const about = update.message ?? update.edited_message ?? update.my_chat_member ??
    update.chat_member;
  return `chat:${about?.chat.id ?? 0}`;
}
