import type { Message, MessageOrigin } from "grammy/types";

/**
 * Where a message came from, as forwards and replies across topics tell it: what it was forwarded
 * from itself, else the chat it was sent as, else its sender, of whom `hidden` leaves only a name.
 */
export function originOf(message: Message, hidden = false): MessageOrigin {
  if (message.forward_origin) return message.forward_origin;
  const { date, from, sender_chat } = message;
  if (sender_chat) return { type: "chat", date, sender_chat };
  if (!from) throw new RangeError("Cannot forward: nobody sent this message");
  return hidden
    ? { type: "hidden_user", date, sender_user_name: from.first_name }
    : { type: "user", date, sender_user: from };
}
